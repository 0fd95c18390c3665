import { z } from 'zod'
import { entryWords } from '../domain/entry-words.ts'
import { settled } from '../domain/overlap.ts'
import { placeForCopy } from '../domain/reshaped-entry.ts'
import { addToMonth, type Month } from '../kernel/day.ts'
import { refused } from '../kernel/refusal.ts'
import { made, removed, replaced, type Edit } from '../model/change.ts'
import { isRunning, isSpan, type TimeEntry } from '../model/entry.ts'
import { idSchema, monthSchema } from '../model/quantities.ts'
import { defineCommand, edits } from './command.ts'
import { newWords } from './entry-words.ts'

const one = z.object({ id: idSchema, month: monthSchema })
const gone = refused({ code: 'notFound', what: 'entry' })

/** The months in which something may lie beside an entry of this one. */
const around = (month: Month): Month[] => [addToMonth(month, -1), month, addToMonth(month, 1)]

/** Another entry on the same work, as long, where there is room for it (`placeForCopy`). It is new: no file had it. */
export const duplicateEntry = defineCommand({
  name: 'entry.duplicate',
  undo: 'always',
  input: one,
  months: (_book, { month }) => around(month),
  run(book, { id }, { now, newId }) {
    const { entries } = book.workspace.tables
    const entry = entries.get(id)
    if (!entry) return gone
    if (isRunning(entry)) return refused({ code: 'timerRuns' })
    const others = [...entries.values()].filter(isSpan)
    const when = isSpan(entry)
      ? placeForCopy({ ...entry, end: entry.end ?? now }, others, now)
      : { day: entry.day, seconds: entry.seconds }
    const copy: TimeEntry = { id: newId(), ...newWords(entryWords(entry)), ...when }
    return { ...edits(made('entries', copy)), made: copy.id }
  },
})

/** Two entries share some time: whose it is, said by the user, so that it counts once. */
export const settleOverlap = defineCommand({
  name: 'entry.settle',
  undo: 'always',
  input: z.object({ first: one, second: one, keep: z.enum(['first', 'second', 'half']) }),
  months: (_book, { first, second }) => [first.month, second.month],
  run(book, { first, second, keep }, { now, newId }) {
    const [a, b] = [first, second].map(({ id }) => book.workspace.tables.entries.get(id))
    if (!a || !b) return gone
    if (a === b || !isSpan(a) || !isSpan(b)) return refused({ code: 'invalid', field: 'second' })
    const parts = settled(a, b, keep, now, newId)
    if (!parts) return refused({ code: 'movedOn' })
    return edits(...changed(a, parts[0]), ...changed(b, parts[1]))
  },
})

/** An entry as what is left of it: the first part stays the entry. */
function changed(entry: TimeEntry, [first, ...more]: readonly TimeEntry[]): Edit[] {
  if (first === entry) return []
  const own = first ? replaced('entries', entry, first) : removed('entries', entry)
  return [own, ...more.map((part) => made('entries', part))]
}
