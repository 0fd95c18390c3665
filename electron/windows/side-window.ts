import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron'
import type { EventName, Events } from '#shared/ipc.ts'
import { APP_ORIGIN } from '../app-files.ts'
import { pageOptions, tellPage } from './page.ts'

/** A small window beside the main one, made when it is first wanted: a start makes none. */
export interface SideWindow {
  readonly show: () => void
  readonly close: () => void
  readonly isThere: () => boolean
  readonly tell: <Name extends EventName>(name: Name, event: Events[Name]) => void
}

interface Options {
  /** Its page, a file of the face. */
  readonly page: 'mini.html' | 'question.html'
  readonly theme: () => 'light' | 'dark'
  readonly shape: () => BrowserWindowConstructorOptions
  /** Once it is made. */
  readonly made?: (window: BrowserWindow) => void
}

export function sideWindow({ page, theme, shape, made }: Options): SideWindow {
  let window: BrowserWindow | null = null
  const create = (): BrowserWindow => {
    const next = new BrowserWindow({
      ...pageOptions(theme()),
      resizable: false,
      maximizable: false,
      fullscreenable: false,
      ...shape(),
    })
    next.once('ready-to-show', () => bringUp(next))
    next.on('closed', () => (window = null))
    next.webContents.on('render-process-gone', () => next.destroy())
    made?.(next)
    void next.loadURL(`${APP_ORIGIN}/${page}`)
    return next
  }
  return {
    show() {
      if (window) bringUp(window)
      else window = create()
    },
    close: () => window?.destroy(),
    isThere: () => window !== null,
    tell: (name, event) => window && tellPage(window.webContents, name, event),
  }
}

/** To the front, which some systems refuse to a window of a program that has not the focus: above all, for a moment. */
function bringUp(window: BrowserWindow): void {
  const wasOnTop = window.isAlwaysOnTop()
  window.setAlwaysOnTop(true)
  window.show()
  window.focus()
  window.setAlwaysOnTop(wasOnTop)
}
