import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { instantNow } from './clock.ts'

const MOST_BYTES = 1_000_000

export type Log = (what: string, error: unknown) => void

/**
 * A line for each thing that went wrong and that the user cannot act on. Two files of a megabyte at most; a log that
 * cannot be written stops nothing.
 */
export function openLog(folder: string): Log {
  const file = path.join(folder, 'mainstay.log')
  return (what, error) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      if (sizeOf(file) > MOST_BYTES) renameSync(file, `${file}.1`)
      appendFileSync(file, `${instantNow()} ${what}: ${text.replaceAll('\n', ' | ')}\n`, { mode: 0o600 })
    } catch (notLogged) {
      process.stderr.write(`${what}: ${text} (not logged: ${String(notLogged)})\n`)
    }
  }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0
