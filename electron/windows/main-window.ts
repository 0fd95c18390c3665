import { BrowserWindow, screen, type WebContents } from 'electron'
import type { EventName, Events } from '#shared/ipc.ts'
import { APP_PAGE } from '../app-files.ts'
import type { SettingsFile } from '../settings.ts'
import { SMALLEST, windowBounds } from './bounds.ts'
import { pageOptions, tellPage } from './page.ts'
import { rememberPlace } from './remember-place.ts'

export interface MainWindow {
  /** Brings it to the front; makes it where there is none. */
  readonly show: () => void
  readonly tell: <Name extends EventName>(name: Name, event: Events[Name]) => void
  readonly current: () => BrowserWindow | null
  /** Hides it for good, once it has handed over what is still being typed in it. */
  readonly leave: () => Promise<void>
}

interface Options {
  readonly settings: SettingsFile
  readonly theme: () => 'light' | 'dark'
  /** The app is on its way out, so a window may go. */
  readonly isLeaving: () => boolean
  /** Asked each time the user closes the window: panels come and go. */
  readonly closed: () => Promise<'hide' | 'quit'>
  readonly quit: () => void
  readonly startHidden: boolean
}

export function openMainWindow({ settings, theme, isLeaving, closed, quit, startHidden }: Options): MainWindow {
  let window: BrowserWindow | null = null
  let isHeldBack = startHidden

  const create = (): BrowserWindow => {
    const kept = settings.get().window
    const displays = screen.getAllDisplays().map((display) => display.workArea)
    const place = windowBounds(kept, displays)
    const made = new BrowserWindow({
      ...pageOptions(theme()),
      ...place,
      minWidth: SMALLEST.width,
      minHeight: SMALLEST.height,
      ...(process.platform === 'darwin' ? { titleBarStyle: 'hiddenInset' } : {}),
    })
    made.once('ready-to-show', () => {
      if (!isHeldBack && kept?.maximized) made.maximize()
      if (!isHeldBack) made.show()
      isHeldBack = false
    })
    // To maximise a window is to show it, so not before it is asked for.
    if (kept?.maximized) made.once('show', () => made.maximize())
    rememberPlace(made, place, settings)
    made.on('close', (event) => {
      if (isLeaving()) return
      event.preventDefault()
      void closed().then((then) => {
        if (then === 'quit') quit()
        else if (!made.isDestroyed()) made.hide()
      })
    })
    // A page that died has lost nothing: it is a mirror. It is shown anew.
    made.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit' && !made.isDestroyed()) made.reload()
    })
    made.on('closed', () => (window = null))
    void made.loadURL(APP_PAGE)
    return made
  }

  window = create()
  return {
    show() {
      window ??= create()
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    tell: (name, event) => window && tellPage(window.webContents, name, event),
    current: () => window,
    async leave() {
      const left = window && leaveField(window.webContents)
      window?.hide()
      await left
    },
  }
}

/** A page that hangs does not keep the app from ending. */
const LONGEST_WAIT = 500

/**
 * Takes the focus from the field that has it: to leave a field is what keeps what was typed in it, the timer's note
 * above all. What the page sends for it has arrived when this has ended.
 */
async function leaveField(page: WebContents): Promise<void> {
  const left = page.executeJavaScript('document.activeElement?.blur()').catch(() => undefined) // a page that died
  await Promise.race([left, new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT))])
}
