import { z } from 'zod'
import type { Book } from '../domain/book.ts'
import { aroundGap, gapSeconds } from '../domain/gaps.ts'
import { addSeconds } from '../kernel/instant.ts'
import { refused } from '../kernel/refusal.ts'
import { isSame } from '../kernel/same.ts'
import { made, removed, replaced, type Edit } from '../model/change.ts'
import { fileMonthOf, type SpanEntry } from '../model/entry.ts'
import type { Gap } from '../model/gap.ts'
import { idSchema, secondsSchema, textSchema } from '../model/quantities.ts'
import type { Month } from '../kernel/day.ts'
import { defineCommand, edits, type Context, type Ran } from './command.ts'
import { newWords, withWords } from './entry-words.ts'
import { goingOn } from './gaps.ts'
import { checkPerk } from './perks.ts'

const part = z.object({
  engagementId: idSchema.nullable(),
  seconds: secondsSchema.positive(),
  note: textSchema.optional(),
})
type Part = z.infer<typeof part>

/**
 * What the user says of a gap (persistence.md, The timer): a break, they had stopped, it was work, it was work for
 * somebody else, or they will say later. None adds more than is said: a break, a stop and a later nothing at all, work
 * the gap to the second, the parts what is written in them.
 */
export const answerGap = defineCommand({
  name: 'gap.answer',
  undo: 'always',
  input: z.union([
    z.object({ id: idSchema, answer: z.enum(['break', 'stopped', 'work', 'later']) }),
    z.object({ id: idSchema, answer: z.literal('others'), parts: z.array(part).min(1).max(50) }),
  ]),
  months: (book, { id }) => monthsAround(book.workspace.tables.gaps.get(id)),
  run(book, input, context) {
    const gap = book.workspace.tables.gaps.get(input.id)
    if (!gap) return refused({ code: 'notFound', what: 'gap' })
    if (input.answer === 'later') return edits(...(gap.later ? [] : [replaced('gaps', gap, { ...gap, later: true })]))
    const closed = removed('gaps', gap)
    if (input.answer === 'others') return inParts(book, gap, input.parts, context)
    if (input.answer === 'work') return edits(...kept(book, gap, context), closed)
    if (input.answer === 'stopped') return edits(...stoppedThere(book, gap), closed)
    return edits(...goneOn(book, gap, context), closed)
  },
})

const monthsAround = (gap: Gap | undefined): Month[] =>
  gap ? [fileMonthOf({ start: gap.since } as SpanEntry), fileMonthOf({ start: gap.to } as SpanEntry)] : []

/** After a long absence nothing went on by itself: then a break is over when the user says so. */
function goneOn(book: Book, gap: Gap, { now, newId, zone }: Context): Edit[] {
  if (aroundGap(book, gap).goesOn !== 'now') return []
  return [made('entries', goingOn(book, wordsOf(book, gap, newId()), now, newId(), zone))]
}

/** What has been timed since on its own is not the user's; what they started or ended themselves is. */
function stoppedThere(book: Book, gap: Gap): Edit[] {
  const { after, goesOn } = aroundGap(book, gap)
  return after && goesOn === 'fromEnd' ? [removed('entries', after)] : []
}

/**
 * As if the gap had never been: one entry again where both sides are still the same work. What was moved into the gap
 * since, by hand, is there already.
 */
function kept(book: Book, gap: Gap, { newId, zone }: Context): Edit[] {
  const { before, after } = aroundGap(book, gap)
  if (before && after && after.start === gap.to && isSame(workOf(before), workOf(after)))
    return [removed('entries', after), replaced('entries', before, { ...before, end: after.end })]
  // The timer had only just begun: it began with the gap, then.
  if (gap.before === null && after?.start === gap.to && isTheirs(gap, after))
    return [replaced('entries', after, { ...after, start: gap.from })]
  const end = after && after.start < gap.to ? after.start : gap.to
  if (end <= gap.from) return []
  if (before) return [replaced('entries', before, { ...before, end })]
  const entry = { ...wordsOf(book, gap, newId()), end }
  return [made('entries', checkPerk(book, entry, zone) ? withWords(entry, { perkId: null }) : entry)]
}

const isTheirs = ({ engagementId, note }: Gap, entry: SpanEntry): boolean =>
  entry.engagementId === engagementId && entry.note === note

const workOf = ({ id: _id, start: _start, end: _end, clockMoved: _clock, ...words }: SpanEntry) => words

/** The work that ran into the gap, as an entry of the gap's own: whose it is may have gone since. */
function wordsOf(book: Book, { from, before: id, engagementId, note }: Gap, newId: SpanEntry['id']): SpanEntry {
  const entry = id === null ? undefined : book.workspace.tables.entries.get(id)
  const work = entry ?? newWords({ engagementId: isKnown(book, engagementId) ? engagementId : null, note })
  return { ...newWords(work), id: newId, start: from, end: null }
}

const isKnown = (book: Book, id: Gap['engagementId']): boolean =>
  id === null || book.workspace.tables.engagements.has(id)

/** One after the other from the gap's start; what they leave of it was a break. */
function inParts(book: Book, gap: Gap, parts: readonly Part[], { newId }: Context): Ran {
  const entries: SpanEntry[] = []
  let start = gap.from
  for (const [index, { engagementId, seconds, note }] of parts.entries()) {
    if (!isKnown(book, engagementId)) return refused({ code: 'notFound', what: 'engagement' })
    const end = addSeconds(start, seconds)
    if (end > gap.to) return refused({ code: 'moreThanGap', field: `parts.${index}.seconds`, seconds: gapSeconds(gap) })
    entries.push({ ...newWords({ engagementId, note: note ?? '' }), id: newId(), start, end })
    start = end
  }
  return edits(...entries.map((entry) => made('entries', entry)), removed('gaps', gap))
}
