import { addDays, type Day } from '../kernel/day.ts'
import { lastBegun, lastOfTerm, periodAt, termEnd } from './periods.ts'
import { rulesOn, type Rules } from './rules.ts'
import type { Agreement } from '../model/agreement.ts'
import type { Retainer } from '../model/engagement.ts'

/** So many days before the last one for notice a term's end is worth a word: it is *ending soon*, and to be talked about. */
export const TALK_DAYS = 30

/** Where an agreement stands in its term on a day (domain.md, Term and Status: derived, never stored). */
export interface Term {
  readonly phase: 'ahead' | 'running' | 'over'
  /** What is at its end: one that was to renew or to stay open ends where that was agreed. */
  readonly atEnd: Agreement['term']['atEnd']
  readonly startsOn: Day
  /** The last day of the running term (of the first, or the last there was); null while it stays open. */
  readonly lastDay: Day | null
  /** The last day on which either side can give notice, or, of a term that ends, ask to go on. */
  readonly noticeBy: Day | null
}

export function termAt(agreement: Agreement, today: Day): Term {
  const over = termEnd(agreement)
  const asOf = today < agreement.startsOn ? agreement.startsOn : today
  const index = lastBegun(agreement, asOf)?.index ?? 0
  const { periods, atEnd } = agreement.term
  const first = atEnd === 'renews' ? index - (index % periods) : 0
  const end = over ?? periodAt(agreement, lastOfTerm(agreement, index))?.end ?? null
  const isOpen = atEnd === 'open' && over === null
  const lastDay = isOpen || end === null ? null : addDays(end, -1)
  return {
    phase: today < agreement.startsOn ? 'ahead' : over !== null && today >= over ? 'over' : 'running',
    atEnd: over === null ? atEnd : 'ends',
    startsOn: periodAt(agreement, first)?.start ?? agreement.startsOn,
    lastDay,
    noticeBy: lastDay === null ? null : addDays(lastDay, -agreement.noticeDays),
  }
}

/** The last day that an agreement covers, by its term or by an end agreed before that; null while it goes on. */
export function lastDayOf(agreement: Agreement): Day | null {
  const over = termEnd(agreement)
  return over && addDays(over, -1)
}

/** The rules as they stand on a day: before the start those that it begins with, after the end those that it ended with. */
export function rulesNow(agreement: Agreement, today: Day): Rules {
  const begun = today < agreement.startsOn ? agreement.startsOn : today
  const last = lastDayOf(agreement)
  return rulesOn(agreement, last !== null && last < begun ? last : begun)
}

export type RetainerGroup = 'active' | 'proposed' | 'drafts' | 'ended'

/** Where a retainer is listed. One that was signed ends by its term, without anyone saying so. */
export function groupOf(retainer: Retainer, today: Day): RetainerGroup {
  if (retainer.archived || retainer.status === 'ended' || retainer.status === 'declined') return 'ended'
  if (retainer.status === 'draft') return 'drafts'
  if (retainer.status === 'proposed') return 'proposed'
  return termAt(retainer.agreement, today).phase === 'over' ? 'ended' : 'active'
}
