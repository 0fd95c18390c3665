/** When a checkpoint is due (persistence.md: 200 lines, 5 s idle; suspend and quit are the shell's to know). */
const LINES = 200
const IDLE_MS = 5_000

export interface Due {
  changed(): void
  /** A checkpoint begins. */
  begun(): void
  stop(): void
}

export type After = (ms: number, call: () => void) => () => void

/** Keeps no process alive. */
export const afterAWhile: After = (ms, call) => {
  const timer = setTimeout(call, ms)
  timer.unref()
  return () => clearTimeout(timer)
}

export function dueOf(after: After, tell: () => void): Due {
  let lines = 0
  let cancel = (): void => undefined
  return {
    changed() {
      lines += 1
      if (lines > LINES) return // it is due already
      cancel()
      cancel = after(lines >= LINES ? 0 : IDLE_MS, tell)
    },
    begun() {
      lines = 0
      cancel()
    },
    stop: () => cancel(),
  }
}
