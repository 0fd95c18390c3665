import { z } from 'zod'
import { refused } from '../kernel/refusal.ts'
import { made, replaced, type Edit } from '../model/change.ts'
import { isSpan, type SpanEntry } from '../model/entry.ts'
import { idSchema, instantSchema, monthSchema } from '../model/quantities.ts'
import { defineCommand, edits, nothing } from './command.ts'
import { checkWork } from './begun-work.ts'
import { newWords, said, withWords } from './entry-words.ts'
import { checkPerk } from './perks.ts'

/**
 * Starts the timer; one that runs is stopped at the same instant, so that a switch leaves no gap and is undone as
 * one step (architecture.md, 3). `at` back-dates the start, never to before the running one began.
 */
export const startTimer = defineCommand({
  name: 'timer.start',
  undo: 'always',
  input: said.extend({ engagementId: idSchema.nullable(), at: instantSchema.optional() }),
  run(book, { at, ...words }, { now, newId, zone }) {
    const { engagementId } = words
    const start = at ?? now
    if (start > now) return refused({ code: 'inFuture', field: 'at' })
    const unfit = checkWork(book, engagementId)
    if (unfit) return refused(unfit)
    const stopping = book.running ? stopAt(book.running, now, at) : []
    if (!stopping) return refused({ code: 'endBeforeStart', field: 'at' })
    const entry: SpanEntry = { id: newId(), ...newWords(words), start, end: null }
    const refusal = checkPerk(book, entry, zone)
    if (refusal) return refused(refusal)
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
  run(book, { start }, { now, zone }) {
    const { running } = book
    if (!running) return refused({ code: 'nothingRunning' })
    if (start > now) return refused({ code: 'inFuture', field: 'start' })
    if (start === running.start) return nothing
    const after: SpanEntry = { ...running, start }
    const refusal = checkPerk(book, after, zone)
    return refusal ? refused(refusal) : edits(replaced('entries', running, after))
  },
})

/**
 * Takes a stop back: the entry runs on as if it had not been stopped, and the time since counts. (To begin a new one on
 * the same work is `timer.start`.)
 */
export const unstopTimer = defineCommand({
  name: 'timer.unstop',
  undo: 'always',
  input: z.object({ id: idSchema, month: monthSchema }),
  months: (_book, input) => [input.month],
  run(book, { id }, { now }) {
    const entry = book.workspace.tables.entries.get(id)
    if (!entry || !isSpan(entry)) return refused({ code: 'notFound', what: 'entry' })
    if (book.running) return refused({ code: 'alreadyRuns' })
    if (entry.start > now) return refused({ code: 'inFuture', field: 'id' })
    const unfit = checkWork(book, entry.engagementId)
    if (unfit) return refused(unfit)
    return edits(replaced('entries', entry, { ...entry, end: null }))
  },
})

/** What is running: its words, and whose work it is. */
export const describeTimer = defineCommand({
  name: 'timer.describe',
  undo: 'always',
  input: said,
  run(book, words, { zone }) {
    const { running } = book
    if (!running) return refused({ code: 'nothingRunning' })
    const { engagementId = running.engagementId } = words
    const unfit = engagementId === running.engagementId ? null : checkWork(book, engagementId)
    if (unfit) return refused(unfit)
    const after = withWords(running, words)
    const refusal = words.perkId === undefined ? null : checkPerk(book, after, zone)
    return refusal ? refused(refusal) : edits(replaced('entries', running, after))
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
