import path from 'node:path'
import { app, BrowserWindow, nativeImage, type Menu } from 'electron'
import type { TrayWords } from './menu.ts'

/** macOS shows the tray's menu in the Dock too; Windows a dot on the button while the timer runs, and tasks. */
export function showInTaskbar(menu: Menu, isRunning: boolean, { t }: TrayWords): void {
  if (process.platform === 'darwin') app.dock?.setMenu(menu)
  if (process.platform !== 'win32') return
  const dot = isRunning
    ? nativeImage.createFromPath(path.join(app.getAppPath(), 'electron/icons/tray-running.ico'))
    : null
  for (const window of BrowserWindow.getAllWindows())
    window.setOverlayIcon(dot, isRunning ? t('shell.tray.runs') : t('shell.tray.nothing'))
  // Started from a checkout the program is Electron, and its tasks would start it without the app.
  if (!app.isPackaged) return
  const task = (words: string, title: string): Electron.Task => ({
    program: process.execPath,
    arguments: words,
    iconPath: process.execPath,
    iconIndex: 0,
    title,
    description: '',
  })
  app.setUserTasks([
    task('--toggle', isRunning ? t('app.timer.stop') : t('app.timer.start')),
    task('--mini', t('shell.tray.mini')),
  ])
}
