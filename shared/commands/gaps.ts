import { z } from 'zod'
import type { Book } from '../domain/book.ts'
import { wordsAgain } from '../domain/entry-words.ts'
import { LONGEST_ABSENCE } from '../domain/gaps.ts'
import { dayAt, secondsBetween, type Instant, type Zone } from '../kernel/instant.ts'
import { made, removed, replaced, type Edit } from '../model/change.ts'
import type { SpanEntry } from '../model/entry.ts'
import { absenceSchema, type Gap } from '../model/gap.ts'
import { instantSchema } from '../model/quantities.ts'
import { defineCommand, edits, nothing, type Context } from './command.ts'
import { newWords } from './entry-words.ts'

/**
 * Sets time aside during which the timer ran and nobody was seen: the entry ends where it begins, and what follows is
 * timed anew from its end. So the gap lies in no entry for as long as it is not answered, whatever else is done, and
 * where its question begins never moves. The shell says it (electron/presence.ts); the user answers (gap-answer.ts).
 */
export const openGap = defineCommand({
  name: 'gap.open',
  undo: 'always',
  by: 'system',
  input: z.object({ from: instantSchema, to: instantSchema, cause: absenceSchema }),
  run(book, { from, to, cause }, context) {
    const { running } = book
    const end = to < context.now ? to : context.now
    if (!running || end <= running.start || end <= from) return nothing
    const known = [...book.workspace.tables.gaps.values()].find(({ after }) => after === running.id)
    // Nothing was worked since the last one: it is still the same absence.
    if (known && known.to === running.start && from <= running.start) return edits(...longer(running, known, end))
    return edits(...cut(book, running, { from: from > running.start ? from : running.start, to: end, cause }, context))
  },
})

const goesOn = (from: Instant, to: Instant): boolean => secondsBetween(from, to) < LONGEST_ABSENCE

function longer(running: SpanEntry, gap: Gap, to: Instant): Edit[] {
  return goesOn(gap.from, to)
    ? [replaced('gaps', gap, { ...gap, to, later: false }), replaced('entries', running, { ...running, start: to })]
    : [removed('entries', running), replaced('gaps', gap, { ...gap, to, later: false, after: null })]
}

function cut(
  book: Book,
  running: SpanEntry,
  absence: Pick<Gap, 'from' | 'to' | 'cause'>,
  { newId, zone }: Context,
): Edit[] {
  const { from, to } = absence
  const isWorked = running.start < from
  const next = goesOn(from, to) ? nextOf(book, running, { isWorked, to, newId, zone }) : null
  const gap: Gap = {
    id: newId(),
    ...absence,
    since: running.start,
    before: isWorked ? running.id : null,
    after: next?.id ?? null,
    engagementId: running.engagementId,
    note: running.note,
    later: false,
  }
  if (isWorked)
    return [
      replaced('entries', running, { ...running, end: from }),
      ...(next ? [made('entries', next)] : []),
      made('gaps', gap),
    ]
  return [next ? replaced('entries', running, next) : removed('entries', running), made('gaps', gap)]
}

/** What goes on: the same work anew or, where none of it was done before the gap, the timer itself, begun later. */
function nextOf(
  book: Book,
  running: SpanEntry,
  { isWorked, to, newId, zone }: Pick<Context, 'newId' | 'zone'> & { isWorked: boolean; to: Instant },
): SpanEntry {
  return isWorked ? goingOn(book, running, to, newId(), zone) : { ...running, start: to }
}

/** The same work, timed anew; on a perk only while it is agreed. */
export function goingOn(book: Book, entry: SpanEntry, start: Instant, id: SpanEntry['id'], zone: Zone): SpanEntry {
  return { id, ...newWords(wordsAgain(book, entry, dayAt(start, zone))), start, end: null }
}
