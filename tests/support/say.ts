import { writeSync } from 'node:fs'

/**
 * Says a line at once, whatever becomes of this process then. Who listens may be slow: while the pipe to them is full
 * it takes nothing, and the line is offered again.
 */
export function say(text: string): void {
  let rest = Buffer.from(`${text}\n`)
  while (rest.length > 0)
    try {
      rest = rest.subarray(writeSync(1, rest))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
    }
}
