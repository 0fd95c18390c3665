import { addDays, type Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import type { Agreement } from '../model/agreement.ts'
import type { Retainer } from '../model/engagement.ts'
import { doneOf, type Book } from './book.ts'
import { deliveriesBetween } from './deliveries-between.ts'
import type { Done } from './ledger/ledger.ts'
import { periodsUntil, termEnd, type Period } from './periods.ts'
import { nextTerm, type AgreedTerm } from './renewal.ts'
import { rulesOn } from './rules.ts'
import { termAt } from './term.ts'
import { totalBetween } from './totals.ts'

/** Where a retainer stands on the renewal ladder: trial, then 6, then 12 periods (domain.md, Renewal ladder). */
export interface Ladder {
  /** From the first agreement to the last that followed it; the retainer itself is one of them. */
  readonly rungs: readonly Rung[]
  /** The last day of the running term, and the last on which notice can be given; null while it stays open. */
  readonly lastDay: Day | null
  readonly noticeBy: Day | null
  /** The term to offer next and the day on which it would begin; null where nothing is to be offered. */
  readonly next: { readonly term: AgreedTerm; readonly startsOn: Day } | null
}

export interface Rung {
  readonly retainer: Retainer
  /** Null while it is not over. */
  readonly isKept: boolean | null
}

/**
 * Nothing comes next of what was followed already, ended before its time or never signed; nor of a trial that was not
 * kept: it showed that there is no retainer in it. Of a term that is over the next one begins today, not in the past.
 */
export function ladderOf(book: Book, retainer: Retainer, today: Day): Ladder {
  const chain = chainOf(book, retainer)
  const rungs = chain.map((each) => ({ retainer: each, isKept: isKept(each.agreement, doneOf(book, each.id), today) }))
  const { lastDay, noticeBy } = termAt(retainer.agreement, today)
  const isKeptSoFar = rungs.find((rung) => rung.retainer.id === retainer.id)?.isKept ?? true
  const isLast = chain.at(-1)?.id === retainer.id
  const isOffered = isLast && retainer.status === 'active' && isKeptSoFar && !isCutShort(retainer.agreement)
  return {
    rungs,
    lastDay,
    noticeBy,
    next: isOffered && lastDay !== null ? nextOf(retainer, addDays(lastDay, 1), today) : null,
  }
}

const nextOf = ({ agreement }: Retainer, after: Day, today: Day): NonNullable<Ladder['next']> => ({
  term: nextTerm(agreement),
  startsOn: after < today ? today : after,
})

/** A retainer with those that it follows and those that follow it, oldest first. A ring of them is gone round once. */
function chainOf(book: Book, retainer: Retainer): Retainer[] {
  const chain = [retainer]
  const isNew = (other: Retainer | undefined): other is Retainer =>
    other !== undefined && !chain.some(({ id }) => id === other.id)
  for (let before = followedBy(book, retainer); isNew(before); before = followedBy(book, before)) chain.unshift(before)
  for (let after = followerOf(book, retainer.id); isNew(after); after = followerOf(book, after.id)) chain.push(after)
  return chain
}

function followedBy(book: Book, { follows }: Retainer): Retainer | undefined {
  const before = follows === null ? undefined : book.workspace.tables.engagements.get(follows)
  return before?.kind === 'retainer' ? before : undefined
}

/** The retainer that renews another. One that was declined follows nothing: another may be offered in its place. */
export const followerOf = (book: Book, id: Id): Retainer | undefined =>
  [...book.workspace.tables.engagements.values()].find(
    (other): other is Retainer => other.kind === 'retainer' && other.follows === id && other.status !== 'declined',
  )

/**
 * Whether an agreement, a trial above all, was kept; null while it is not over. The rule is silent: kept is what ran to
 * the end of its term and was made use of in each of its periods, by time worked or by units delivered. A paused
 * period is excused, and access is kept by being there.
 */
export function isKept(agreement: Agreement, done: Done, today: Day): boolean | null {
  const over = termEnd(agreement)
  if (over === null || today < over) return null
  if (isCutShort(agreement)) return false
  return periodsUntil(agreement, over).every((period) => isUsed(agreement, done, period))
}

/** Whether it was agreed to end before its term does, or at all where it would have gone on. */
const isCutShort = (agreement: Agreement): boolean => termEnd(agreement) !== termEnd({ ...agreement, endsOn: null })

function isUsed(agreement: Agreement, done: Done, { start, end }: Period): boolean {
  if (agreement.basis === 'access' || rulesOn(agreement, start).isPause) return true
  if (agreement.basis === 'hours') return totalBetween(done.days, start, end).worked > 0
  return deliveriesBetween(done, start, end).some(({ units, perkId }) => perkId === undefined && units > 0)
}
