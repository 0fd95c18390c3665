import { z } from 'zod'
import type { Book } from '../domain/book.ts'
import { wordsAgain } from '../domain/entry-words.ts'
import { planCell, secondsOn } from '../domain/week-cell.ts'
import { addDays, addToMonth, monthOf, type Day, type Month } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { startOfDay, type Instant, type Zone } from '../kernel/instant.ts'
import { refused } from '../kernel/refusal.ts'
import { seconds } from '../kernel/units.ts'
import { made, removed, replaced, type EditOf } from '../model/change.ts'
import { isRunning, isSpan, type DayEntry, type TimeEntry } from '../model/entry.ts'
import { daySchema, idSchema } from '../model/quantities.ts'
import { defineCommand, type Context } from './command.ts'
import { newWords } from './entry-words.ts'
import { checkWork } from './begun-work.ts'

const DAY = 24 * 3600

/** An entry lies with the month of its start in UTC: the months around have those of a day's edges. */
const around = (day: Day): Month[] => [-1, 0, 1].map((count) => addToMonth(monthOf(day), count))

/**
 * Makes the time of one engagement on one day what was written into the week's cell (domain/week-cell.ts says how).
 * `cut`: the user has agreed that entries with hours are shortened or go.
 */
export const setDayTime = defineCommand({
  name: 'day.set',
  undo: 'always',
  input: z.object({
    engagementId: idSchema.nullable(),
    day: daySchema,
    seconds: z.int().min(0).max(DAY),
    cut: z.boolean().optional(),
  }),
  months: (_book, { day }) => around(day),
  run(book, { engagementId, day, seconds: wanted, cut = false }, { now, today, zone, newId }) {
    if (engagementId !== null && !book.workspace.tables.engagements.has(engagementId))
      return refused({ code: 'notFound', what: 'engagement' })
    if (day > today) return refused({ code: 'inFuture', field: 'day' })
    const plan = planCell(entriesIn(book, engagementId, day, zone, now), day, zone, now, wanted)
    if ('least' in plan) return refused({ code: 'dayHasMore', field: 'seconds', seconds: plan.least })
    if (plan.cuts && !cut) return refused({ code: 'wouldCut', field: 'seconds' })
    const list: EditOf<'entries'>[] = plan.changes.map(({ entry, after }) =>
      after ? replaced('entries', entry, after) : removed('entries', entry),
    )
    if (plan.add > 0)
      list.push(made('entries', { id: newId(), ...newWords({ engagementId }), day, seconds: seconds(plan.add) }))
    return { ok: true, edits: list }
  },
})

/** The entries of an engagement that have time in a day. */
export const entriesIn = (book: Book, engagementId: Id | null, day: Day, zone: Zone, now: Instant): TimeEntry[] =>
  between(book, day, addDays(day, 1), zone).filter(
    (entry) => entry.engagementId === engagementId && secondsOn(entry, day, zone, now) > 0,
  )

/** Those that may have time from a day up to, not including, another: a history is looked through once, and cheaply. */
function between(book: Book, from: Day, to: Day, zone: Zone): TimeEntry[] {
  const [start, end] = [startOfDay(from, zone), startOfDay(to, zone)]
  return [...book.workspace.tables.entries.values()].filter((entry) =>
    isSpan(entry) ? entry.start < end && (entry.end ?? end) > start : entry.day >= from && entry.day < to,
  )
}

/**
 * Copies the time of one week into another, each entry as time without hours on the same weekday: what was done then is
 * a first draft of what was done now, and when it was nobody knows yet. Days on which the work has time already are left
 * alone, and so are those that are still to come; work that is archived and a perk that is no longer agreed are left out.
 */
export const copyWeek = defineCommand({
  name: 'week.copy',
  undo: 'always',
  input: z.object({ from: daySchema, to: daySchema }),
  months: (_book, { from, to }) => [
    ...around(from),
    ...around(addDays(from, 6)),
    ...around(to),
    ...around(addDays(to, 6)),
  ],
  run(book, { from, to }, context) {
    const list: EditOf<'entries'>[] = []
    const { zone, now, today } = context
    const taken = timeOf(book, to, context)
    for (const entry of between(book, from, addDays(from, 7), zone)) {
      if (isRunning(entry) || checkWork(book, entry.engagementId)) continue
      for (let at = 0; at < 7; at++) {
        const worked = secondsOn(entry, addDays(from, at), zone, now)
        const day = addDays(to, at)
        if (worked === 0 || day > today || taken.has(`${entry.engagementId} ${day}`)) continue
        list.push(made('entries', copyOf(book, entry, context.newId(), day, worked)))
      }
    }
    return list.length === 0 ? refused({ code: 'nothingToCopy' }) : { ok: true, edits: list }
  },
})

/** Which work has time on which day of a week. */
function timeOf(book: Book, first: Day, { zone, now }: Context): Set<string> {
  const taken = new Set<string>()
  for (const entry of between(book, first, addDays(first, 7), zone))
    for (let at = 0; at < 7; at++) {
      const day = addDays(first, at)
      if (secondsOn(entry, day, zone, now) > 0) taken.add(`${entry.engagementId} ${day}`)
    }
  return taken
}

function copyOf(book: Book, entry: TimeEntry, id: Id, day: Day, worked: number): DayEntry {
  return { id, ...newWords(wordsAgain(book, entry, day)), day, seconds: seconds(worked) }
}
