import { addDays, addToMonth, firstDayOf, monthsBetween, type Day } from '../kernel/day.ts'
import { sumOf } from '../kernel/units.ts'
import type { Agreement } from '../model/agreement.ts'
import type { Retainer } from '../model/engagement.ts'
import { daysOf, doneOf, type Book } from './book.ts'
import { ledger, type LedgerRow } from './ledger/ledger.ts'
import { engagementsOf } from './naming.ts'
import { latestTracked, trackedMonths } from './tracked-months.ts'

/** What was agreed and delivered for a client so far (domain.md, Proposal: "from the record"). Over is what is whole. */
export interface WorkRecord {
  /** Of the agreement that was kept; null where there was none, and the months are those that were tracked. */
  readonly agreement: Agreement | null
  readonly rows: readonly RecordRow[]
  /** Seconds, or units where that is what was agreed. */
  readonly agreed: number
  readonly delivered: number
  /**
   * Units handed over within the period that they were agreed for, or before: what one carried into the next came late,
   * and is not counted. Null where nothing is handed over.
   */
  readonly onTime: { readonly done: number; readonly all: number } | null
}

export interface RecordRow {
  readonly start: Day
  /** The first day after it. */
  readonly end: Day
  /** Null where nothing was agreed. */
  readonly agreed: number | null
  readonly delivered: number
}

/** So many periods are told: a year by the month. */
const MOST = 12

/**
 * The last periods of the client's last agreement, that one before the retainer; else the last months in which work was
 * tracked for them. Null where nothing is over yet. Carried time is the client's: what was delivered may be more than was
 * agreed for the period.
 */
export function recordOf(book: Book, retainer: Retainer, today: Day): WorkRecord | null {
  return agreedRecord(book, retainer, today) ?? trackedRecord(book, retainer, today)
}

function agreedRecord(book: Book, retainer: Retainer, today: Day): WorkRecord | null {
  const last = earlierOf(book, retainer)
    .map((each) => ({ each, record: recordOfTerm(book, each, today) }))
    .filter(({ record }) => record !== null)
    .toSorted((a, b) => ((a.record?.rows.at(-1)?.end ?? '') < (b.record?.rows.at(-1)?.end ?? '') ? -1 : 1))
    .at(-1)
  return last?.record ?? null
}

/** Those that were signed: the one that it follows alone, where it follows one. */
function earlierOf(book: Book, { id, clientId, follows }: Retainer): Retainer[] {
  const signed = engagementsOf(book, clientId).filter(
    (each): each is Retainer =>
      each.kind === 'retainer' && each.id !== id && (each.status === 'active' || each.status === 'ended'),
  )
  const before = signed.filter((each) => each.id === follows)
  return before.length > 0 ? before : signed
}

/** What a retainer agreed and delivered in its last periods that are over; null of availability and before the first. */
export function recordOfTerm(book: Book, { id, agreement }: Retainer, today: Day): WorkRecord | null {
  if (agreement.basis === 'access') return null
  const over = ledger(agreement, doneOf(book, id), addDays(today, -1)).filter(({ period }) => period.end <= today)
  const told = over.slice(-MOST).map((ledgerRow) => ({
    row: {
      start: ledgerRow.period.start,
      end: ledgerRow.period.end,
      agreed: ledgerRow.granted,
      delivered: ledgerRow.used,
    },
    onTime: onTimeIn(ledgerRow),
  }))
  if (told.length === 0) return null
  const rows = told.map(({ row }) => row)
  const all = sumOf(rows, ({ agreed }) => agreed)
  const onTime = sumOf(told, (each) => each.onTime)
  return {
    agreement,
    rows,
    agreed: all,
    delivered: sumOf(rows, ({ delivered }) => delivered),
    onTime: agreement.basis === 'deliverables' ? { done: onTime, all } : null,
  }
}

/** Of a period's own what was handed over in it, and what the one before borrowed of it, which came early. */
function onTimeIn({ period, granted, repaid, moves }: LedgerRow): number {
  const drawn = moves.filter(({ kind, lot }) => kind === 'draw' && lot.period === period.index)
  return Math.min(granted, repaid + sumOf(drawn, ({ amount }) => amount))
}

function trackedRecord(book: Book, { clientId }: Retainer, today: Day): WorkRecord | null {
  const days = engagementsOf(book, clientId).map(({ id }) => daysOf(book, id))
  const span = latestTracked(days, today, MOST)
  if (span === null) return null
  const charged = trackedMonths(days, span.from, span.to).map(({ charged: each }) => each)
  const rows = monthsBetween(span.from, span.to).map((month, index) => ({
    start: firstDayOf(month),
    end: firstDayOf(addToMonth(month, 1)),
    agreed: null,
    delivered: charged[index] ?? 0,
  }))
  const delivered = sumOf(rows, (row) => row.delivered)
  return delivered === 0 ? null : { agreement: null, rows, agreed: 0, delivered, onTime: null }
}
