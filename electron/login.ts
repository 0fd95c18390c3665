import path from 'node:path'
import { app } from 'electron'
import { removeAutostart, writeAutostart } from './storage/autostart.ts'

const HIDDEN = '--hidden'

/**
 * Has the app started with the user's session, with or without a window. Electron does so on macOS and Windows; on
 * Linux it is a file of the desktop's own (electron#15198), which Flatpak and Snap do not look at.
 */
export function openAtLogin(isWanted: boolean, isHidden: boolean): void {
  const words = isHidden ? [HIDDEN] : []
  if (process.platform !== 'linux') return app.setLoginItemSettings({ openAtLogin: isWanted, args: words })
  const file = path.join(app.getPath('appData'), 'autostart', 'mainstay.desktop')
  // An AppImage is mounted anew, elsewhere, each time it is started.
  const program = process.env['APPIMAGE'] ?? process.execPath
  const own = app.isPackaged ? [] : [app.getAppPath()]
  if (isWanted) writeAutostart(file, [program, ...own, ...words])
  else removeAutostart(file)
}

/** Whether this start was the session's, and is to be without a window: macOS tells it, elsewhere a word does. */
export const isHiddenStart = (isAsked: boolean, isHidden: boolean): boolean =>
  isAsked || (process.platform === 'darwin' && isHidden && app.getLoginItemSettings().wasOpenedAtLogin)
