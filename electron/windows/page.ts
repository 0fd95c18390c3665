import path from 'node:path'
import { systemSpells } from '../spelling.ts'
import { app, type BrowserWindowConstructorOptions, type WebContents } from 'electron'
import type { EventName, Events } from '#shared/ipc.ts'

/** The page's ground, so that nothing flashes before the first paint. */
const GROUND = { light: '#eef2f1', dark: '#0b1314' }

/** What every window of the app is: shown once it is drawn, its page shut in (persistence.md, Security). */
export const pageOptions = (theme: 'light' | 'dark'): BrowserWindowConstructorOptions => ({
  show: false,
  title: 'Mainstay',
  backgroundColor: GROUND[theme],
  autoHideMenuBar: true,
  // Elsewhere the window has the program's icon. A larger one costs a start 30 ms.
  ...(process.platform === 'linux' ? { icon: path.join(app.getAppPath(), 'electron/icons/window.png') } : {}),
  webPreferences: {
    preload: path.join(__dirname, '../preload/preload.cjs'),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    spellcheck: systemSpells(),
  },
})

/** What a menu asks for waits for the page; the rest a page that is being made asks for by itself. */
export function tellPage<Name extends EventName>(page: WebContents, name: Name, event: Events[Name]): void {
  if (name === 'ask' && page.isLoading()) page.once('did-stop-loading', () => page.send(`event:${name}`, event))
  else page.send(`event:${name}`, event)
}
