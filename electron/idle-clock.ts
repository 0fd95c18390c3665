import { execFile } from 'node:child_process'
import { powerMonitor } from 'electron'
import { askedIdle } from './asked-idle.ts'
import { machineClockMs } from './clock.ts'

/** Since a key or the pointer was last touched, in milliseconds; null where nobody tells. */
export type IdleClock = () => number | null

/**
 * On X11, macOS and Windows Electron knows. On Wayland it says nought, or what X last saw: there GNOME is asked, and
 * where no desktop answers nobody is ever taken for idle (desktop.md, Idle).
 */
export function idleClock(): IdleClock {
  const isWayland = process.platform === 'linux' && process.env['XDG_SESSION_TYPE'] === 'wayland'
  return isWayland ? askedIdle(askGnome, machineClockMs) : () => powerMonitor.getSystemIdleTime() * 1000
}

/** What GNOME's compositor tells over the session bus. */
const askGnome = (): Promise<number | null> =>
  new Promise((resolve) => {
    const question = [
      '--session',
      '--print-reply=literal',
      '--dest=org.gnome.Mutter.IdleMonitor',
      '/org/gnome/Mutter/IdleMonitor/Core',
      'org.gnome.Mutter.IdleMonitor.GetIdletime',
    ]
    execFile('dbus-send', question, { timeout: 2000 }, (error, answer) => {
      const told = error ? null : /uint64 (\d+)/.exec(answer)?.[1]
      resolve(told ? Number(told) : null)
    })
  })
