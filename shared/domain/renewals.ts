import { addDays, type Day } from '../kernel/day.ts'
import { by } from '../kernel/order.ts'
import { divideRounded } from '../kernel/rounding.ts'
import { minor, type Minor } from '../kernel/units.ts'
import { outcomeCauses, type Outcome, type Retainer } from '../model/engagement.ts'
import type { Agreement } from '../model/agreement.ts'
import type { Book } from './book.ts'
import { followerOf, ladderOf, type Ladder } from './ladder.ts'
import { lastBegun, monthsIn, periodAt, termEnd } from './periods.ts'
import { recordOfTerm, type WorkRecord } from './record.ts'
import { rulesOn } from './rules.ts'
import { TALK_DAYS, termAt } from './term.ts'

/** A signed term with its end in sight, or just past it: what is to be talked about, and by when (domain.md, Renewal ladder). */
export interface DueRenewal {
  readonly retainer: Retainer
  readonly ladder: Ladder
  readonly lastDay: Day
  readonly noticeBy: Day
  /** Whether it goes on by itself, where nobody gives notice. */
  readonly renewsItself: boolean
  /** It is time: thirty days before the last day for notice, and from then on. */
  readonly isDue: boolean
  /** What was agreed and delivered in the term so far. */
  readonly record: WorkRecord | null
  /** The next term, where one is written and not signed yet. */
  readonly draft: Retainer | null
}

/** For so long a term that is over and was not followed is worth a word. */
const AFTER = 60

/** Put away or not. */
const allRetainers = ({ workspace }: Book): Retainer[] =>
  [...workspace.tables.engagements.values()].filter((each): each is Retainer => each.kind === 'retainer')

const retainersOf = (book: Book): Retainer[] => allRetainers(book).filter(({ archived }) => !archived)

const isSigned = ({ status }: Retainer): boolean => status === 'active' || status === 'ended'

/**
 * Terms that end or renew, the nearest first. What stays open has no end; what was followed, or of which was told why it
 * was not, is done with.
 */
export function dueRenewals(book: Book, today: Day): DueRenewal[] {
  return retainersOf(book)
    .filter(({ status }) => status === 'active')
    .flatMap((retainer): DueRenewal[] => {
      const { phase, lastDay, noticeBy, atEnd } = termAt(retainer.agreement, today)
      const next = followerOf(book, retainer.id) ?? null
      if (lastDay === null || noticeBy === null || phase === 'ahead' || (next && isSigned(next))) return []
      if (phase === 'over' && (retainer.outcome !== null || addDays(lastDay, AFTER) < today)) return []
      return [
        {
          retainer,
          ladder: ladderOf(book, retainer, today),
          lastDay,
          noticeBy,
          renewsItself: atEnd === 'renews',
          isDue: today >= addDays(noticeBy, -TALK_DAYS),
          record: recordOfTerm(book, retainer, today),
          draft: next,
        },
      ]
    })
    .toSorted(by(({ lastDay }) => lastDay))
}

/** What became of a term that is over. */
export interface TermOutcome {
  readonly retainer: Retainer
  /** The first day after the term. */
  readonly on: Day
  readonly kind: 'renewed' | 'grown' | 'shrunk' | 'lost'
  /** The fee of a month before and after; null after what was lost. */
  readonly before: Minor
  readonly after: Minor | null
  /** Why it was lost, as far as somebody told. */
  readonly why: Outcome | null
}

/**
 * What became of every signed term, the latest first: one that went on by itself, that was followed by an agreement that
 * was signed, or by none. Grown and shrunk go by the fee of a month, the longer term alone is renewed. Nothing is said of
 * a term while its next one is being proposed.
 */
export function termOutcomes(book: Book, today: Day): TermOutcome[] {
  return retainersOf(book)
    .filter(isSigned)
    .flatMap((retainer) => [...wentOn(retainer, today), ...atTheEnd(book, retainer, today)])
    .toSorted(by(({ on }) => on))
    .toReversed()
}

/** The terms of one agreement that renews: where one passed into the next. */
function wentOn(retainer: Retainer, today: Day): TermOutcome[] {
  const { agreement } = retainer
  const { periods, atEnd } = agreement.term
  if (atEnd !== 'renews') return []
  const over = termEnd(agreement)
  const reached = lastBegun(agreement, today)?.index ?? -1
  const outcomes: TermOutcome[] = []
  for (let index = periods; index <= reached; index += periods) {
    const on = periodAt(agreement, index)?.start
    if (on === undefined || (over !== null && on >= over)) break
    outcomes.push(compared(retainer, on, feeOf(agreement, addDays(on, -1)), feeOf(agreement, on)))
  }
  return outcomes
}

function atTheEnd(book: Book, retainer: Retainer, today: Day): TermOutcome[] {
  const over = termEnd(retainer.agreement)
  const next = followerOf(book, retainer.id)
  if (over === null || over > today) return []
  const before = feeOf(retainer.agreement, addDays(over, -1))
  if (!next) return [{ retainer, on: over, kind: 'lost', before, after: null, why: retainer.outcome }]
  if (!isSigned(next)) return []
  // Fees of two currencies cannot be compared: it went on.
  const after = feeOf(next.agreement, next.agreement.startsOn)
  const isComparable = next.agreement.currency === retainer.agreement.currency
  return isComparable
    ? [compared(retainer, over, before, after)]
    : [{ retainer, on: over, kind: 'renewed', before, after: null, why: null }]
}

function compared(retainer: Retainer, on: Day, before: Minor, after: Minor): TermOutcome {
  const kind = after > before ? 'grown' : after < before ? 'shrunk' : 'renewed'
  return { retainer, on, kind, before, after, why: null }
}

/** The fee of a month on a day; a pause is not what was agreed. */
function feeOf(agreement: Agreement, day: Day): Minor {
  const rules = rulesOn(agreement, day)
  const version = agreement.versions.findLast(({ from }) => from <= day)
  const fee = rules.isPause ? (version?.insteadOf?.fee ?? rules.fee) : rules.fee
  return minor(divideRounded(fee, monthsIn[agreement.period.every]))
}

/** How often a cause was named, for a no to a proposal and for a term that was not gone on with. */
export interface CauseCount {
  readonly cause: Outcome['cause']
  readonly declined: number
  readonly lost: number
}

/** The causes that were named at all, the commonest first; of what was put away since too, as nothing was unsaid by that. */
export function countCauses(book: Book, today: Day): CauseCount[] {
  const retainers = allRetainers(book)
  const declined = retainers.filter(({ status, outcome }) => status === 'declined' && outcome !== null)
  const lost = retainers
    .filter(isSigned)
    .flatMap((retainer) => atTheEnd(book, retainer, today))
    .filter(({ why }) => why !== null)
  return outcomeCauses
    .map((cause) => ({
      cause,
      declined: declined.filter(({ outcome }) => outcome?.cause === cause).length,
      lost: lost.filter(({ why }) => why?.cause === cause).length,
    }))
    .filter((count) => count.declined + count.lost > 0)
    .toSorted((a, b) => b.declined + b.lost - (a.declined + a.lost))
}
