import path from 'node:path'
import { app, Menu, nativeImage, nativeTheme, Tray } from 'electron'
import type { Book } from '#shared/domain/book.ts'
import { secondsBetween } from '#shared/kernel/instant.ts'
import { instantNow } from '../clock.ts'
import { runningLine, trayMenu, type TrayActions, type TrayWords } from './menu.ts'

const MINUTE = 60_000

export interface AppTray {
  /** After every change, and when words or theme do. */
  readonly refresh: () => void
}

/** The icon in the tray. It is made once and never again: some desktops lose the clicks of a second one. */
export function openTray(book: Book, words: () => TrayWords, actions: TrayActions): AppTray {
  const tray = new Tray(iconFor(false))
  const refresh = (): void => {
    const now = instantNow()
    const line = runningLine(book, now, words())
    tray.setImage(iconFor(line !== null))
    tray.setToolTip(line ?? words().t('app.name'))
    const started = book.running?.start
    const elapsed = started ? words().format.hours(Math.max(0, secondsBetween(started, now))) : ''
    if (process.platform === 'darwin') tray.setTitle(elapsed, { fontType: 'monospacedDigit' })
    const menu = Menu.buildFromTemplate(trayMenu(book, now, words(), actions))
    if (process.platform === 'win32')
      tray.removeAllListeners('right-click').on('right-click', () => tray.popUpContextMenu(menu))
    else tray.setContextMenu(menu)
  }
  // On macOS a click opens the menu; so it does on those Linux desktops that tell nothing of it.
  if (process.platform !== 'darwin') tray.on('click', actions.open)
  nativeTheme.on('updated', refresh)
  // The minutes that run, and the day that turns.
  setInterval(refresh, MINUTE)
  refresh()
  return { refresh }
}

/** macOS tints a template by itself; elsewhere the icon follows the theme, for a panel of the same shade. */
function iconFor(isRunning: boolean): Electron.NativeImage {
  const state = isRunning ? 'running' : 'idle'
  const shade = nativeTheme.shouldUseDarkColors ? 'light' : 'dark'
  const name = process.platform === 'darwin' ? `tray-${state}Template.png` : `tray-${state}-${shade}.png`
  return nativeImage.createFromPath(path.join(app.getAppPath(), 'electron/icons', name))
}
