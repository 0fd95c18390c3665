import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Translator } from '#shared/i18n/translator.ts'
import type { Events } from '#shared/ipc.ts'

type Ask = (what: Events['ask']['what']) => void

/** The application's menu, in its language. Undo and redo go to the window, which knows whether a field has the focus. */
export function setMenu(t: Translator, ask: Ask, quit: () => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(t, ask, quit)))
}

function template(t: Translator, ask: Ask, quit: () => void): MenuItemConstructorOptions[] {
  const settings: MenuItemConstructorOptions = {
    label: t('shell.menu.settings'),
    accelerator: 'CommandOrControl+,',
    click: () => ask('settings'),
  }
  const leave: MenuItemConstructorOptions = {
    label: t('shell.menu.quit'),
    accelerator: 'CommandOrControl+Q',
    click: quit,
  }
  const isMac = process.platform === 'darwin'
  const own: MenuItemConstructorOptions[] = isMac
    ? [{ label: 'Mainstay', submenu: [{ role: 'about' }, settings, { role: 'hide' }, { type: 'separator' }, leave] }]
    : []
  return [
    ...own,
    {
      label: t('shell.menu.file'),
      submenu: [
        { label: t('shell.menu.import'), accelerator: 'CommandOrControl+I', click: () => ask('import') },
        ...(isMac ? [] : [{ type: 'separator' } as const, settings, { type: 'separator' } as const, leave]),
      ],
    },
    {
      label: t('shell.menu.edit'),
      submenu: [
        { label: t('app.undo'), accelerator: 'CommandOrControl+Z', click: () => ask('undo') },
        { label: t('app.redo'), accelerator: 'Shift+CommandOrControl+Z', click: () => ask('redo') },
        { type: 'separator' },
        { label: t('shell.menu.cut'), role: 'cut' },
        { label: t('shell.menu.copy'), role: 'copy' },
        { label: t('shell.menu.paste'), role: 'paste' },
        { label: t('shell.menu.selectAll'), role: 'selectAll' },
      ],
    },
    {
      label: t('shell.menu.view'),
      submenu: [
        { label: t('shell.menu.larger'), role: 'zoomIn' },
        { label: t('shell.menu.smaller'), role: 'zoomOut' },
        { label: t('shell.menu.actualSize'), role: 'resetZoom' },
        { label: t('shell.menu.fullScreen'), role: 'togglefullscreen' },
      ],
    },
    {
      label: t('shell.menu.window'),
      submenu: [
        { label: t('shell.menu.minimize'), role: 'minimize' },
        { label: t('shell.menu.close'), role: 'close' },
      ],
    },
  ]
}
