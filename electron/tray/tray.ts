import path from 'node:path'
import { app, Menu, nativeImage, Tray, type NativeImage } from 'electron'
import type { Book } from '#shared/domain/book.ts'
import { secondsBetween } from '#shared/kernel/instant.ts'
import { instantNow } from '../clock.ts'
import { showInTaskbar } from './taskbar.ts'
import { runningLine, trayMenu, type TrayActions, type TrayWords } from './menu.ts'

const MINUTE = 60_000

export interface AppTray {
  /** After every change, and when the words do. */
  readonly refresh: () => void
}

/** The icon in the tray. It is made once and never again: some desktops lose the clicks of a second one. */
export function openTray(book: Book, words: () => TrayWords, actions: TrayActions): AppTray {
  const icons = { idle: iconOf('idle'), running: iconOf('running') }
  const tray = new Tray(icons.idle)
  let shown = ''
  let menu = new Menu()

  const showMenu = (): void => {
    const template = trayMenu(book, instantNow(), words(), actions)
    // A menu that is set anew closes the one that is open, so only when it says something else.
    const saying = JSON.stringify(template)
    if (saying === shown) return
    shown = saying
    menu = Menu.buildFromTemplate(template)
    if (process.platform !== 'win32') tray.setContextMenu(menu)
    showInTaskbar(menu, book.running !== null, words())
  }
  const refresh = (): void => {
    const now = instantNow()
    tray.setImage(book.running ? icons.running : icons.idle)
    tray.setToolTip(runningLine(book, now, words()) ?? words().t('app.name'))
    if (process.platform === 'darwin') tray.setTitle(elapsed(now), { fontType: 'monospacedDigit' })
    showMenu()
  }
  const elapsed = (now: ReturnType<typeof instantNow>): string =>
    book.running ? words().format.hours(Math.max(0, secondsBetween(book.running.start, now))) : ''

  if (process.platform === 'win32') tray.on('right-click', () => tray.popUpContextMenu(menu))
  // On macOS a click opens the menu; so it does on those Linux desktops that tell nothing of it.
  if (process.platform !== 'darwin') tray.on('click', actions.open)
  // The minutes that run, and the day that turns.
  setInterval(refresh, MINUTE)
  refresh()
  return { refresh }
}

/**
 * macOS tints a template for its bar. Elsewhere nobody tells what shade the panel has, which need not be the theme's,
 * so the icon brings its own ground.
 */
function iconOf(state: 'idle' | 'running'): NativeImage {
  const ending = { darwin: 'Template.png', win32: '.ico' }[process.platform as string] ?? '.png'
  return nativeImage.createFromPath(path.join(app.getAppPath(), 'electron/icons', `tray-${state}${ending}`))
}
