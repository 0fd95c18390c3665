import { execFile } from 'node:child_process'
import { powerMonitor } from 'electron'
import { machineClockMs } from './clock.ts'

/** Since a key or the pointer was last touched, in milliseconds; null where nobody tells. */
export type IdleClock = () => number | null

/** Each question to the session bus is a process. */
const ASK_EVERY_MS = 15_000

/**
 * On X11, macOS and Windows Electron knows. On Wayland it says nought, or what X last saw: there GNOME is asked, and
 * where no desktop answers nobody is ever taken for idle (desktop.md, Idle).
 */
export function idleClock(): IdleClock {
  const isWayland = process.platform === 'linux' && process.env['XDG_SESSION_TYPE'] === 'wayland'
  return isWayland ? gnomeIdleClock() : () => powerMonitor.getSystemIdleTime() * 1000
}

function gnomeIdleClock(): IdleClock {
  let known: { idle: number; at: number } | null = null
  let asked = Number.NEGATIVE_INFINITY
  const ask = (): void => {
    asked = machineClockMs()
    const question = [
      '--session',
      '--print-reply=literal',
      '--dest=org.gnome.Mutter.IdleMonitor',
      '/org/gnome/Mutter/IdleMonitor/Core',
      'org.gnome.Mutter.IdleMonitor.GetIdletime',
    ]
    execFile('dbus-send', question, { timeout: 2000 }, (error, answer) => {
      const told = error ? null : /uint64 (\d+)/.exec(answer)?.[1]
      known = told ? { idle: Number(told), at: machineClockMs() } : null
    })
  }
  ask()
  return () => {
    if (machineClockMs() - asked >= ASK_EVERY_MS) ask()
    return known && known.idle
  }
}
