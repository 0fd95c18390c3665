import type { Day } from '../../kernel/day.ts'
import { by } from '../../kernel/order.ts'
import { sumOf } from '../../kernel/units.ts'
import type { Agreement, TopUp } from '../../model/agreement.ts'
import type { Closing, ReportMade } from '../../model/closing.ts'
import type { Delivery } from '../../model/delivery.ts'
import type { Retainer } from '../../model/engagement.ts'
import { doneOf, preferencesOf, type Book } from '../book.ts'
import { topUpsIn } from '../ledger/close-period.ts'
import { handedBy } from '../ledger/closed-row.ts'
import { adjustments, beyond, owedOf, type Adjustment } from '../ledger/closing.ts'
import { courseOf } from '../ledger/ledger.ts'
import { perksGiven, type PerkGiven } from '../ledger/perks-given.ts'
import type { Handed, LedgerRow } from '../ledger/row.ts'
import { lastDay, periodAt, type Period } from '../periods.ts'
import { workOf, type WorkGroup } from './work.ts'

/** What is carried over, by the last day on which it can be used; null while the agreement goes on. */
export interface Balance {
  readonly amount: number
  readonly until: Day | null
}

/**
 * A period for its client (product.md, Close the month): what was agreed, delivered, carried and lost, what was done,
 * what came on top, what is left and until when. Time in seconds, units for deliverables, money in minor units.
 */
export interface Report {
  readonly retainer: Retainer
  /** null while the period is not closed: its figures may still change. */
  readonly closing: Closing | null
  readonly made: ReportMade
  readonly row: LedgerRow
  readonly topUps: readonly TopUp[]
  readonly work: readonly WorkGroup[]
  /** Of the work listed, what perks covered. */
  readonly covered: number
  /** What has changed since the period was closed: with it, the work or the deliveries that are listed are `used`. */
  readonly since: number
  readonly deliveries: readonly Pick<Delivery, 'day' | 'units' | 'note'>[]
  readonly perks: readonly PerkGiven[]
  readonly balance: readonly Balance[]
  /** By how much earlier closed periods are otherwise than the client has been told. */
  readonly changes: readonly Adjustment[]
  /** The twelve periods up to this one, it included, oldest first. */
  readonly course: readonly Pick<LedgerRow, 'period' | 'granted' | 'used' | 'opening'>[]
}

/** Whether what is listed is otherwise than what was closed, by a minute or a unit at least. */
export const hasChanged = ({ since, retainer }: Pick<Report, 'since' | 'retainer'>): boolean =>
  Math.abs(since) >= (retainer.agreement.basis === 'hours' ? 60 : 1)

/** Less than a minute, or a unit, that is carried on is not told. */
export const isTold = (basis: Agreement['basis'], { amount }: Balance): boolean =>
  Math.abs(amount) >= (basis === 'hours' ? 60 : 1)

/** As a report is while nobody has changed anything: time is said where time was agreed. */
export const plainReport = ({ basis }: Agreement): ReportMade => ({
  by: 'task',
  saysTime: basis === 'hours',
  intro: '',
  words: [],
})

const COURSE = 12

/** @returns null where no period of the retainer begins on `start` */
export function reportOf(book: Book, retainer: Retainer, start: Day): Report | null {
  const { agreement, id } = retainer
  const done = doneOf(book, id)
  const steps = courseOf(agreement, done, start)
  const step = steps.at(-1)
  if (step?.row.period.start !== start) return null
  const { row } = step
  const { period } = row
  const closing = done.closings?.get(start) ?? null
  const made = closing?.report ?? plainReport(agreement)
  const entries = [...book.workspace.tables.entries.values()].filter(({ engagementId }) => engagementId === id)
  const work = workOf(agreement, period, entries, preferencesOf(book.workspace).timeZone, made)
  const deliveries = deliveredIn(book, retainer, period)
  const covered = sumOf(row.perks, (perk) => perk.covered)
  const listed = {
    hours: sumOf(work, ({ seconds }) => seconds) - covered,
    deliverables: sumOf(deliveries, ({ units }) => units),
    access: row.used,
  }
  return {
    retainer,
    closing,
    made,
    row,
    topUps: topUpsIn(agreement, period),
    work,
    covered,
    since: row.used - listed[agreement.basis],
    deliveries,
    perks: perksGiven(agreement, row),
    balance: balanceOf(agreement, closing ? handedBy(closing) : step.handed),
    changes: untold(adjustments(agreement, done), [...(done.closings?.values() ?? [])], start),
    course: steps.slice(-COURSE).map(({ row: each }) => each),
  }
}

function deliveredIn(book: Book, { id }: Retainer, { start, end }: Period): Report['deliveries'] {
  return [...(book.deliveries.get(id)?.values() ?? [])]
    .filter(({ day, perkId }) => perkId === undefined && day >= start && day < end)
    .toSorted(by(({ day }) => day))
}

/** What the next period begins with, what is lost first coming first. */
function balanceOf(agreement: Agreement, { lots, borrowed }: Pick<Handed, 'lots' | 'borrowed'>): Balance[] {
  const byEnd = new Map<number, number>()
  for (const { expiresAfter, left } of lots) byEnd.set(expiresAfter, (byEnd.get(expiresAfter) ?? 0) + left)
  const kept = [...byEnd]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([expiresAfter, amount]): Balance => {
      const last = expiresAfter === Infinity ? null : periodAt(agreement, expiresAfter)
      return { amount, until: last && lastDay(last) }
    })
  return borrowed === 0 ? kept : [...kept, { amount: -borrowed, until: null }]
}

/**
 * By how much periods before `start` are otherwise by now than the reports that went out before
 * this one have told: nothing where the last of them told it as it is, and what takes it back where it is undone.
 */
function untold(all: readonly Adjustment[], closings: readonly Closing[], start: Day): Adjustment[] {
  const now = new Map(all.map(({ closing, by: each }) => [closing.start, each]))
  const sent = closings.filter(({ report }) => report?.sent).toSorted(by(whenSent))
  const own = sent.findIndex((each) => each.start === start)
  const before = own === -1 ? sent : sent.slice(0, own)
  return closings
    .filter((closing) => closing.start < start)
    .toSorted(by((closing) => closing.start))
    .flatMap((closing) => {
      // A report tells of all the periods before its own: of one that is not in it, that it is as it was reported.
      const last = before.findLast((each) => each.start > closing.start)
      const told = last?.report?.sent?.told.find((each) => each.start === closing.start)?.by
      const since = beyond(now.get(closing.start) ?? {}, told ?? {})
      return Object.keys(since).length > 0 ? [{ closing, by: since, amount: owedOf(since) }] : []
    })
}

const whenSent = ({ sentAt, start }: Closing): string => `${sentAt ?? ''} ${start}`
