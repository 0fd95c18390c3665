import { spawnSync } from 'node:child_process'
import { readIfThere } from './safe-file.ts'

/**
 * When a process began, as the system tells it: its number is given again, sooner or later, and a lock that names it would
 * then be another's (lock.ts). Not by the clock as it is now, which may have been set meanwhile: on Linux in ticks since the
 * machine's start, elsewhere as the system's clock stood then, in milliseconds.
 */

/** Of this process; it is asked of nobody. */
export const ownBegin = (platform: NodeJS.Platform = process.platform): string =>
  platform === 'linux' ? (ticksOf(process.pid) ?? '') : String(Math.round(performance.timeOrigin))

/** Null where the system does not say. Elsewhere than on Linux another program is asked: only where nothing else tells. */
export function beginOf(pid: number, platform: NodeJS.Platform = process.platform): string | null {
  if (platform === 'linux') return ticksOf(pid)
  const text = platform === 'win32' ? askWindows(pid) : askPs(pid)
  return Number.isFinite(text) ? String(text) : null
}

/** What two systems' words for one moment may differ. */
const SECONDS_APART_MS = 10_000

/** Whether two of them are of one process. */
export const isSameBegin = (a: string, b: string, platform: NodeJS.Platform = process.platform): boolean =>
  platform === 'linux' ? a === b : Math.abs(Number(a) - Number(b)) <= SECONDS_APART_MS

/** The 22nd of its fields (proc(5)); the second is a name, and may hold anything. */
function ticksOf(pid: number): string | null {
  try {
    const text = readIfThere(`/proc/${pid}/stat`)?.toString() ?? ''
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

function askPs(pid: number): number {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { env, encoding: 'utf8', timeout: 2000 })
  return Date.parse(`${(stdout ?? '').trim()} UTC`)
}

function askWindows(pid: number): number {
  const command = `([DateTimeOffset](Get-Process -Id ${pid}).StartTime).ToUnixTimeMilliseconds()`
  const words = ['-NoProfile', '-NonInteractive', '-Command', command]
  const { stdout } = spawnSync('powershell.exe', words, { encoding: 'utf8', timeout: 5000, windowsHide: true })
  return Number((stdout ?? '').trim() || NaN)
}
