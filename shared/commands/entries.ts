import { z } from 'zod'
import { refused, type Refusal } from '../kernel/refusal.ts'
import { made, removed, replaced } from '../model/change.ts'
import { isSpan, type TimeEntry } from '../model/entry.ts'
import { daySchema, idSchema, instantSchema, monthSchema, secondsSchema } from '../model/quantities.ts'
import type { Workspace } from '../model/workspace.ts'
import { defineCommand, edits, type Context } from './command.ts'
import { newWords, said, withWords } from './entry-words.ts'
import { checkPerk } from './perks.ts'

const when = z.union([
  z.object({ start: instantSchema, end: instantSchema }),
  z.object({ day: daySchema, seconds: secondsSchema }),
])

export const createEntry = defineCommand({
  name: 'entry.create',
  undo: 'always',
  input: said.extend({ engagementId: idSchema.nullable(), when }),
  run(book, { when: times, ...words }, context) {
    const entry: TimeEntry = { id: context.newId(), ...newWords(words), ...times }
    const refusal =
      checkEngagement(book.workspace, entry) ?? checkTimes(entry, context) ?? checkPerk(book, entry, context.zone)
    return refusal ? refused(refusal) : { ...edits(made('entries', entry)), made: entry.id }
  },
})

/** That of the entry's file, which the caller saw when it showed the entry. */
const inMonth = monthSchema

export const updateEntry = defineCommand({
  name: 'entry.update',
  undo: 'always',
  input: said.extend({
    id: idSchema,
    month: inMonth,
    when: when.optional(),
    /** A text that is still being typed is kept at each pause; to take it back is one step. */
    goesOn: z.boolean().optional(),
  }),
  months: (_book, input) => [input.month],
  run(book, { id, month: _month, when: times, goesOn = false, ...words }, context) {
    const before = book.workspace.tables.entries.get(id)
    if (!before) return refused({ code: 'notFound', what: 'entry' })
    const after = withWords(times ? withTimes(before, times) : before, words)
    // A perk that was taken out of the terms since does not stand in the way of a better note.
    const isPerkSaid = times !== undefined || words.perkId !== undefined
    // Hours that are left alone are not judged: a timer stopped when the clock had been set back has none yet.
    const refusal =
      checkEngagement(book.workspace, after) ??
      (times ? checkTimes(after, context) : null) ??
      (isPerkSaid ? checkPerk(book, after, context.zone) : null)
    return refusal ? refused(refusal) : { ...edits(replaced('entries', before, after)), goesOn }
  },
})

export const removeEntry = defineCommand({
  name: 'entry.remove',
  undo: 'always',
  input: z.object({ id: idSchema, month: inMonth }),
  months: (_book, input) => [input.month],
  run(book, { id }) {
    const entry = book.workspace.tables.entries.get(id)
    return entry ? edits(removed('entries', entry)) : refused({ code: 'notFound', what: 'entry' })
  },
})

/** The entry with other times, and nothing left of the form in which it was told before. */
function withTimes(entry: TimeEntry, times: z.infer<typeof when>): TimeEntry {
  const { start: _start, end: _end, day: _day, seconds: _seconds, ...rest } = entry as Record<string, unknown>
  return { ...rest, ...times } as TimeEntry
}

const checkEngagement = ({ tables }: Workspace, { engagementId }: TimeEntry): Refusal | null =>
  engagementId === null || tables.engagements.has(engagementId) ? null : { code: 'notFound', what: 'engagement' }

function checkTimes(entry: TimeEntry, context: Context): Refusal | null {
  if (!isSpan(entry)) {
    if (entry.day > context.today) return { code: 'inFuture', field: 'day' }
    return entry.seconds > 0 ? null : { code: 'required', field: 'seconds' }
  }
  if (entry.start > context.now) return { code: 'inFuture', field: 'start' }
  if (entry.end !== null && entry.end <= entry.start) return { code: 'endBeforeStart', field: 'end' }
  return entry.end !== null && entry.end > context.now ? { code: 'inFuture', field: 'end' } : null
}
