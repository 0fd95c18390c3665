import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Translator } from '#shared/i18n/translator.ts'
import type { MenuAsk } from '#shared/asks.ts'

export interface MenuActions {
  readonly ask: (what: MenuAsk) => void
  /** Opens the mini window, or closes it. */
  readonly mini: () => void
  readonly showData: () => void
  readonly print: () => void
  readonly quit: () => void
}

type Item = MenuItemConstructorOptions
const line: Item = { type: 'separator' }

/** The application's menu, in its language. */
export function setMenu(t: Translator, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(t, process.platform === 'darwin', actions)))
}

/**
 * Undo and redo go to the window, which knows whether a field has the focus. Roles have a label of ours, since their
 * own are English whatever the language.
 */
export function menuTemplate(t: Translator, isMac: boolean, { ask, mini, showData, print, quit }: MenuActions): Item[] {
  const about: Item = { label: t('shell.menu.about'), role: 'about' }
  const settings: Item = {
    label: t('shell.menu.settings'),
    accelerator: 'CommandOrControl+,',
    click: () => ask('settings'),
  }
  const leave: Item = { label: t('shell.menu.quit'), accelerator: 'CommandOrControl+Q', click: quit }
  const own: Item = { label: 'Mainstay', submenu: [about, line, settings, line, ...hiding(t), line, leave] }
  return [
    ...(isMac ? [own] : []),
    {
      label: t('shell.menu.file'),
      submenu: [
        { label: t('shell.menu.import'), accelerator: 'CommandOrControl+I', click: () => ask('import') },
        { label: t('shell.menu.export'), accelerator: 'CommandOrControl+Shift+E', click: () => ask('export') },
        line,
        { label: t('shell.menu.closeMonth'), click: () => ask('closeMonth') },
        line,
        { label: t('shell.menu.exportAll'), click: () => ask('exportAll') },
        { label: t('shell.menu.readBack'), click: () => ask('readBack') },
        line,
        { label: t('shell.menu.print'), accelerator: 'CommandOrControl+P', click: print },
        ...(isMac ? [] : [line, settings, line, leave]),
      ],
    },
    {
      label: t('shell.menu.edit'),
      submenu: [
        { label: t('app.undo'), accelerator: 'CommandOrControl+Z', click: () => ask('undo') },
        { label: t('app.redo'), accelerator: 'Shift+CommandOrControl+Z', click: () => ask('redo') },
        line,
        { label: t('shell.menu.cut'), role: 'cut' },
        { label: t('shell.menu.copy'), role: 'copy' },
        { label: t('shell.menu.paste'), role: 'paste' },
        { label: t('shell.menu.selectAll'), role: 'selectAll' },
      ],
    },
    {
      label: t('shell.menu.view'),
      submenu: [
        { label: t('shell.menu.palette'), accelerator: 'CommandOrControl+K', click: () => ask('palette') },
        line,
        { label: t('shell.menu.larger'), role: 'zoomIn' },
        { label: t('shell.menu.smaller'), role: 'zoomOut' },
        { label: t('shell.menu.actualSize'), role: 'resetZoom' },
        line,
        { label: t('shell.menu.fullScreen'), role: 'togglefullscreen' },
      ],
    },
    {
      label: t('shell.menu.window'),
      role: 'window',
      submenu: [
        { label: t('shell.menu.mini'), click: mini },
        line,
        { label: t('shell.menu.minimize'), role: 'minimize' },
        ...(isMac ? [{ label: t('shell.menu.zoom'), role: 'zoom' } as const] : []),
        { label: t('shell.menu.close'), role: 'close' },
        ...(isMac ? [line, { label: t('shell.menu.allToFront'), role: 'front' } as const] : []),
      ],
    },
    {
      label: t('shell.menu.help'),
      role: 'help',
      submenu: [
        { label: t('shell.menu.guide'), click: () => ask('guide') },
        { label: t('shell.menu.shortcuts'), accelerator: 'CommandOrControl+/', click: () => ask('shortcuts') },
        { label: t('shell.menu.news'), click: () => ask('news') },
        line,
        { label: t('shell.menu.showData'), click: showData },
        ...(isMac ? [] : [line, about]),
      ],
    },
  ]
}

const hiding = (t: Translator): Item[] => [
  { label: t('shell.menu.hide'), role: 'hide' },
  { label: t('shell.menu.hideOthers'), role: 'hideOthers' },
  { label: t('shell.menu.showAll'), role: 'unhide' },
]
