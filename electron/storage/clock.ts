const COUNTERS = 0xff_ff
const MOMENT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)-([0-9a-f]{4})-/

/**
 * A hybrid logical clock: `2026-03-04T08:30:00.123Z-0000-<device>`. Its moments sort as text, never go back when the
 * wall clock does, and say by themselves which of two devices' changes came later (persistence.md, Files).
 */
export interface Clock {
  next(): string
  /** Takes note of a moment found on the disk: all that come are later. */
  saw(moment: string): void
  last(): string
}

export function clockOf(device: string, now: () => number): Clock {
  let ms = 0
  let counter = -1
  const write = (): string =>
    `${new Date(ms).toISOString()}-${Math.max(counter, 0).toString(16).padStart(4, '0')}-${device}`
  return {
    next() {
      const wall = Math.trunc(now())
      if (wall > ms) [ms, counter] = [wall, 0]
      else if (counter < COUNTERS) counter += 1
      else [ms, counter] = [ms + 1, 0]
      return write()
    },
    saw(moment) {
      const [, text, count] = MOMENT.exec(moment) ?? []
      const seen = text === undefined ? Number.NaN : Date.parse(text)
      const seenCount = Number.parseInt(count ?? '0', 16)
      if (seen > ms) [ms, counter] = [seen, seenCount]
      else if (seen === ms) counter = Math.max(counter, seenCount)
    },
    last: write,
  }
}
