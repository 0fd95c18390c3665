import { z } from 'zod'
import { refused } from '../kernel/refusal.ts'
import { made, replaced, type Edit } from '../model/change.ts'
import type { SpanEntry } from '../model/entry.ts'
import { idSchema, instantSchema, textSchema } from '../model/quantities.ts'
import { defineCommand, edits, nothing } from './command.ts'

/**
 * Starts the timer; one that runs is stopped at the same instant, so that a switch leaves no gap and is undone as
 * one step (architecture.md, 3). `at` back-dates the start, never to before the running one began.
 */
export const startTimer = defineCommand({
  name: 'timer.start',
  undo: 'always',
  input: z.object({ engagementId: idSchema.nullable(), note: textSchema.default(''), at: instantSchema.optional() }),
  run(book, { engagementId, note, at }, { now, newId }) {
    const start = at ?? now
    if (start > now) return refused({ code: 'inFuture', field: 'at' })
    if (engagementId !== null && !book.workspace.tables.engagements.has(engagementId))
      return refused({ code: 'notFound', what: 'engagement' })
    const stopping = book.running ? stopAt(book.running, now, at) : []
    if (!stopping) return refused({ code: 'endBeforeStart', field: 'at' })
    const billable = engagementId !== null
    const entry: SpanEntry = { id: newId(), engagementId, note: note.trim(), tags: [], billable, start, end: null }
    return { ...edits(...stopping, made('entries', entry)), made: entry.id }
  },
})

export const stopTimer = defineCommand({
  name: 'timer.stop',
  undo: 'always',
  input: z.object({ at: instantSchema.optional() }),
  run(book, { at }, { now }) {
    if (!book.running) return refused({ code: 'nothingRunning' })
    if (at !== undefined && at > now) return refused({ code: 'inFuture', field: 'at' })
    const stopping = stopAt(book.running, now, at)
    return stopping ? edits(...stopping) : refused({ code: 'endBeforeStart', field: 'at' })
  },
})

/** Moves the start of the running timer: started late, or by mistake early. */
export const backdateTimer = defineCommand({
  name: 'timer.backdate',
  undo: 'always',
  input: z.object({ start: instantSchema }),
  run(book, { start }, { now }) {
    if (!book.running) return refused({ code: 'nothingRunning' })
    if (start > now) return refused({ code: 'inFuture', field: 'start' })
    return start === book.running.start ? nothing : edits(replaced('entries', book.running, { ...book.running, start }))
  },
})

/** What is running: its note, or whose work it is. */
export const describeTimer = defineCommand({
  name: 'timer.describe',
  undo: 'always',
  input: z.object({ note: textSchema.optional(), engagementId: idSchema.nullable().optional() }),
  run(book, { note, engagementId }) {
    const running = book.running
    if (!running) return refused({ code: 'nothingRunning' })
    if (engagementId && !book.workspace.tables.engagements.has(engagementId))
      return refused({ code: 'notFound', what: 'engagement' })
    const after: SpanEntry = {
      ...running,
      ...(note === undefined ? {} : { note: note.trim() }),
      ...(engagementId === undefined ? {} : { engagementId, billable: engagementId !== null }),
    }
    return edits(replaced('entries', running, after))
  },
})

/**
 * Within the second in which it began an entry has no duration, so the start leaves no trace. One that the clock says
 * has yet to begin, since it was set back, did run, and nobody knows for how long: it is kept, with no duration, for
 * its hours to be filled in. Only an instant that was named is refused for lying before the start.
 */
function stopAt(running: SpanEntry, now: SpanEntry['start'], at: SpanEntry['start'] | undefined): Edit[] | null {
  const end = at ?? now
  if (end === running.start) return [{ table: 'entries', id: running.id, before: running, after: null }]
  if (end > running.start) return [replaced('entries', running, { ...running, end })]
  return at === undefined ? [replaced('entries', running, { ...running, end: running.start })] : null
}
