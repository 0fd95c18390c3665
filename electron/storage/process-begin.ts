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

/** Asks a program of the system's; returns what it says, and nothing where it cannot be asked. */
export type Ask = (program: string, words: readonly string[]) => string

/** Null where the system does not say. Elsewhere than on Linux another program is asked: only where nothing else tells. */
export function beginOf(
  pid: number,
  platform: NodeJS.Platform = process.platform,
  ask: Ask = askProgram,
): string | null {
  if (platform === 'linux') return ticksOf(pid)
  const ms = platform === 'win32' ? askWindows(pid, ask) : askPs(pid, ask)
  return Number.isFinite(ms) ? String(ms) : null
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

/** `%c` of the C locale (macOS, BSD, procps): `Tue Nov  3 08:05:09 2026`, with blanks behind it on some. */
const LSTART = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/

function askPs(pid: number, ask: Ask): number {
  const text = ask('ps', ['-o', 'lstart=', '-p', String(pid)]).trim()
  return LSTART.test(text) ? Date.parse(`${text} UTC`) : NaN
}

function askWindows(pid: number, ask: Ask): number {
  const command = `([DateTimeOffset](Get-Process -Id ${pid}).StartTime).ToUnixTimeMilliseconds()`
  const text = ask('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', command]).trim()
  return /^\d+$/.test(text) ? Number(text) : NaN
}

/** In the words and the time of nowhere, so that all machines say the same. */
function askProgram(program: string, words: readonly string[]): string {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  const { stdout } = spawnSync(program, words, { env, encoding: 'utf8', timeout: 5000, windowsHide: true })
  return stdout ?? ''
}
