import { z } from 'zod'
import { addSeconds } from '../kernel/instant.ts'
import { replaced } from '../model/change.ts'
import type { SpanEntry } from '../model/entry.ts'
import { defineCommand, edits, nothing } from './command.ts'

/**
 * The machine's clock was set while the timer ran (persistence.md, The timer): the start moves by as much, so that what
 * has run is what has passed, and the entry is marked. `seconds`: forward, or negative for back.
 *
 * It is no step of undo: what it puts right was no deed of the user's.
 */
export const clockMoved = defineCommand({
  name: 'clock.moved',
  undo: 'aside',
  input: z.object({ seconds: z.int() }),
  run({ running }, { seconds }, { now }) {
    if (!running || seconds === 0) return nothing
    const moved = addSeconds(running.start, seconds)
    const start = moved > now ? now : moved
    const after: SpanEntry = { ...running, start, clockMoved: (running.clockMoved ?? 0) + seconds }
    return edits(replaced('entries', running, after))
  },
})
