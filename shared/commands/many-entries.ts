import { z } from 'zod'
import type { Book } from '../domain/book.ts'
import { addDays, type Month } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { addSeconds, atWallClock, secondsBetween, wallClock, type Zone } from '../kernel/instant.ts'
import { isInOurTime } from '../kernel/limits.ts'
import { atOnce, type Pieces } from '../kernel/pieces.ts'
import { refused } from '../kernel/refusal.ts'
import { removed, replaced, type EditOf } from '../model/change.ts'
import { isRunning, isSpan, type TimeEntry } from '../model/entry.ts'
import { idSchema, monthSchema, textSchema } from '../model/quantities.ts'
import { defineCommand, type Context, type Ran } from './command.ts'
import { withWords } from './entry-words.ts'
import { checkPerk } from './perks.ts'

/** Entries by the month of their file, as whoever chose them saw them: none has to be in memory. */
const files = z.record(monthSchema, z.array(idSchema))
type Files = z.infer<typeof files>

const monthsOf = (_book: Book, input: { files: Files }): Month[] => Object.keys(input.files) as Month[]

/** Those of them that are still there: what has been deleted meanwhile stands in nobody's way. */
function entriesOf(book: Book, chosen: Files): TimeEntry[] {
  const ids = new Set<Id>(Object.values(chosen).flat())
  return [...ids].flatMap((id) => book.workspace.tables.entries.get(id) ?? [])
}

const gone = refused({ code: 'notFound', what: 'entry' })
const changed = (list: readonly EditOf<'entries'>[]): Ran => ({ ok: true, edits: list })

const change = z.object({
  files,
  engagementId: idSchema.nullable().optional(),
  billable: z.boolean().optional(),
  addTags: z.array(textSchema).max(100).optional(),
  removeTags: z.array(textSchema).max(100).optional(),
})

/**
 * Says the same of many entries, as one step: whose work it was, which tags they have and have not, whether it is
 * billed. What is not said stays, and an entry that is like that already is left alone. Tags are compared as written.
 */
export const changeEntries = defineCommand({
  name: 'entries.change',
  undo: 'always',
  input: change,
  months: monthsOf,
  run: (book, input) => atOnce(changing(book, input)),
  running: changing,
})

/** How many entries are changed in one go. */
const PIECE = 500

function* changing(
  book: Book,
  { files: chosen, engagementId, billable, addTags = [], removeTags = [] }: z.output<typeof change>,
): Pieces<Ran> {
  if (engagementId !== undefined && engagementId !== null && !book.workspace.tables.engagements.has(engagementId))
    return refused({ code: 'notFound', what: 'engagement' })
  const entries = entriesOf(book, chosen)
  if (entries.length === 0) return gone
  const [added, dropped] = [tidy(addTags), new Set(tidy(removeTags))]
  const said = { ...(engagementId !== undefined && { engagementId }), ...(billable !== undefined && { billable }) }
  const list: EditOf<'entries'>[] = []
  for (const [at, entry] of entries.entries()) {
    if (at % PIECE === PIECE - 1) yield
    const tags = tagsWith(entry.tags, added, dropped)
    const after = withWords(entry, { ...said, tags: [...tags] })
    const isSame = after.engagementId === entry.engagementId && after.billable === entry.billable && tags === entry.tags
    if (!isSame) list.push(replaced('entries', entry, after))
  }
  return changed(list)
}

const tidy = (tags: readonly string[]): string[] => [...new Set(tags.map((tag) => tag.trim()).filter(Boolean))]

/** The very same array where nothing changes. */
function tagsWith(tags: readonly string[], added: readonly string[], dropped: ReadonlySet<string>): readonly string[] {
  const isRight = added.every((tag) => tags.includes(tag)) && !tags.some((tag) => dropped.has(tag))
  return isRight ? tags : [...new Set([...tags, ...added])].filter((tag) => !dropped.has(tag))
}

export const removeEntries = defineCommand({
  name: 'entries.remove',
  undo: 'always',
  input: z.object({ files }),
  months: monthsOf,
  run(book, { files: chosen }) {
    const entries = entriesOf(book, chosen)
    return entries.length === 0 ? gone : changed(entries.map((entry) => removed('entries', entry)))
  },
})

/**
 * Moves entries by whole days, as one step: the clock on the wall shows the same as before, and each lasts as long. All
 * or none: what would come to lie in the future, or outside its perk's terms, refuses the whole.
 */
export const moveEntries = defineCommand({
  name: 'entries.move',
  undo: 'always',
  input: z.object({ files, days: z.int().min(-36_600).max(36_600) }),
  months: monthsOf,
  run: (book, input, context) => atOnce(moving(book, input, context)),
  running: moving,
})

function* moving(
  book: Book,
  { files: chosen, days }: { files: Files; days: number },
  { now, today, zone }: Context,
): Pieces<Ran> {
  const entries = entriesOf(book, chosen)
  if (entries.length === 0) return gone
  if (days === 0) return changed([])
  const list: EditOf<'entries'>[] = []
  for (const [at, entry] of entries.entries()) {
    if (at % PIECE === PIECE - 1) yield
    if (isRunning(entry)) return refused({ code: 'timerRuns' })
    const after = movedBy(entry, days, zone)
    if (!isInOurTime(isSpan(after) ? after.start : after.day)) return refused({ code: 'invalid', field: 'days' })
    const isAhead = isSpan(after) ? (after.end ?? now) > now : after.day > today
    if (isAhead) return refused({ code: 'inFuture', field: 'days' })
    const refusal = checkPerk(book, after, zone)
    if (refusal) return refused(refusal)
    list.push(replaced('entries', entry, after))
  }
  return changed(list)
}

function movedBy(entry: TimeEntry, days: number, zone: Zone): TimeEntry {
  if (!isSpan(entry)) return { ...entry, day: addDays(entry.day, days) }
  const { day, second } = wallClock(entry.start, zone)
  const start = atWallClock(addDays(day, days), second, zone)
  return { ...entry, start, end: entry.end && addSeconds(start, secondsBetween(entry.start, entry.end)) }
}
