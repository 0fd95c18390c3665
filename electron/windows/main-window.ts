import path from 'node:path'
import { app, BrowserWindow, screen } from 'electron'
import type { EventName, Events } from '#shared/ipc.ts'
import { APP_PAGE } from '../app-files.ts'
import type { SettingsFile } from '../settings.ts'
import { SMALLEST, windowBounds } from './bounds.ts'

/** The page's ground, so that nothing flashes before the first paint. */
const GROUND = { light: '#eef2f1', dark: '#0b1314' }

export interface MainWindow {
  /** Brings it to the front; makes it where there is none. */
  readonly show: () => void
  readonly tell: <Name extends EventName>(name: Name, event: Events[Name]) => void
  readonly current: () => BrowserWindow | null
}

interface Options {
  readonly settings: SettingsFile
  readonly theme: () => 'light' | 'dark'
  /** Asked when the window is closed: whether the app stays in the tray. */
  readonly staysOpen: () => boolean
  readonly startHidden: boolean
}

export function openMainWindow({ settings, theme, staysOpen, startHidden }: Options): MainWindow {
  let window: BrowserWindow | null = null
  let isHeldBack = startHidden

  const create = (): BrowserWindow => {
    const kept = settings.get().window
    const displays = screen.getAllDisplays().map((display) => display.workArea)
    const made = new BrowserWindow({
      ...windowBounds(kept, displays),
      minWidth: SMALLEST.width,
      minHeight: SMALLEST.height,
      show: false,
      title: 'Mainstay',
      backgroundColor: GROUND[theme()],
      autoHideMenuBar: true,
      ...(process.platform === 'darwin' ? { titleBarStyle: 'hiddenInset' } : {}),
      icon: path.join(app.getAppPath(), 'electron/icons/app.png'),
      webPreferences: {
        preload: path.join(__dirname, '../preload/preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        spellcheck: false,
      },
    })
    made.once('ready-to-show', () => {
      if (!isHeldBack) made.show()
      isHeldBack = false
    })
    // Not before: to maximise a window is to show it.
    if (kept?.maximized) made.once('show', () => made.maximize())
    remember(made, settings)
    made.on('close', (event) => {
      if (!staysOpen()) return
      event.preventDefault()
      made.hide()
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
    tell: (name, event) => window?.webContents.send(`event:${name}`, event),
    current: () => window,
  }
}

/** Keeps the place of the window, apart from whether it is maximised. */
function remember(window: BrowserWindow, settings: SettingsFile): void {
  const keep = (): void => {
    settings.set({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } })
  }
  let waiting: NodeJS.Timeout | undefined
  const later = (): void => {
    clearTimeout(waiting)
    waiting = setTimeout(keep, 500)
  }
  window.on('resize', later)
  window.on('move', later)
  window.on('close', () => {
    clearTimeout(waiting)
    keep()
  })
}
