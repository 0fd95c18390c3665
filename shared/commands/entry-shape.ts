import { z } from 'zod'
import { mergeEntries, splitEntry } from '../domain/reshaped-entry.ts'
import { LONGEST_TEXT } from '../kernel/limits.ts'
import { refused } from '../kernel/refusal.ts'
import { made, removed, replaced } from '../model/change.ts'
import { isRunning } from '../model/entry.ts'
import { idSchema, instantSchema, monthSchema, secondsSchema } from '../model/quantities.ts'
import { defineCommand, edits } from './command.ts'

/** Makes two of one entry; nothing is added or lost. Of the timer the second part runs on. */
export const splitAnEntry = defineCommand({
  name: 'entry.split',
  undo: 'always',
  input: z.object({
    id: idSchema,
    month: monthSchema,
    /** The instant at which it is cut; of work without hours, after how many seconds. */
    cut: z.union([z.object({ at: instantSchema }), z.object({ seconds: secondsSchema })]),
  }),
  months: (_book, input) => [input.month],
  run(book, { id, cut }, { now, newId }) {
    const entry = book.workspace.tables.entries.get(id)
    if (!entry) return refused({ code: 'notFound', what: 'entry' })
    if ('at' in cut && cut.at > now) return refused({ code: 'inFuture', field: 'cut' })
    const parts = splitEntry(entry, cut, newId())
    if (!parts) return refused({ code: 'cutOutside', field: 'cut' })
    const [first, second] = parts
    return { ...edits(replaced('entries', entry, first), made('entries', second)), made: second.id }
  },
})

/** Makes one of several entries on the same work: the first in time stays, and lasts what they lasted by the clock. No
 * day's total changes by it. */
export const mergeSomeEntries = defineCommand({
  name: 'entry.merge',
  undo: 'always',
  input: z.object({ entries: z.array(z.object({ id: idSchema, month: monthSchema })).min(2) }),
  months: (_book, { entries }) => entries.map(({ month }) => month),
  run(book, input, { zone }) {
    const ids = new Set(input.entries.map(({ id }) => id))
    const entries = [...ids].flatMap((id) => book.workspace.tables.entries.get(id) ?? [])
    if (entries.length < ids.size) return refused({ code: 'notFound', what: 'entry' })
    if (entries.length < 2) return refused({ code: 'invalid', field: 'entries' })
    if (entries.some(isRunning)) return refused({ code: 'timerRuns' })
    const outcome = mergeEntries(entries, zone)
    if ('unlike' in outcome) return refused({ code: 'notAlike', what: outcome.unlike })
    const { merged } = outcome
    if (merged.note.length > LONGEST_TEXT)
      return refused({ code: 'textTooLong', field: 'note', count: merged.note.length })
    const kept = entries.find(({ id }) => id === merged.id)
    if (!kept) return refused({ code: 'notFound', what: 'entry' })
    const gone = entries.filter((entry) => entry !== kept)
    return edits(replaced('entries', kept, merged), ...gone.map((each) => removed('entries', each)))
  },
})
