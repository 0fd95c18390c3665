import { execFile } from 'node:child_process'

/**
 * Whether a closed window can be reached again through the tray. On Linux only where somebody shows tray icons
 * (a StatusNotifierWatcher owns its bus name); elsewhere there always is a tray. Asked of the session bus with
 * `dbus-send`, which comes with it.
 */
export function hasTrayHost(): Promise<boolean> {
  if (process.platform !== 'linux') return Promise.resolve(true)
  const question = [
    '--session',
    '--print-reply=literal',
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    'org.freedesktop.DBus.NameHasOwner',
    'string:org.kde.StatusNotifierWatcher',
  ]
  return new Promise((resolve) => {
    execFile('dbus-send', question, { timeout: 2000 }, (error, answer) => resolve(!error && answer.includes('true')))
  })
}
