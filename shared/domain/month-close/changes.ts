import { addToMonth, firstDayOf, monthOf, type Day, type Month } from '../../kernel/day.ts'
import { minor, sumOf, type Minor } from '../../kernel/units.ts'
import { preferencesOf, type Book } from '../book.ts'
import { incomeByMonth, type IncomeMonth } from '../income/by-month.ts'
import { exchangeOf } from '../income/exchange.ts'
import { steadiness } from '../income/steadiness.ts'
import { noteOn } from './note.ts'

/** How sure income is, seen from a day (domain.md, Income and Steadiness). Shares in 1/100 of a percent. */
export interface Sureness {
  /** Guaranteed in the twelve months from that day's on. */
  readonly guaranteed: Minor
  /** Months in a row after that day's in which it covers the target, and how much of the target it is in that month. */
  readonly monthsCovered: number
  readonly coverage: number | null
  /** How far the twelve months before strayed from their mean. */
  readonly variation: number | null
}

const YEAR = 12

export function surenessOn(book: Book, today: Day): Sureness {
  const { currency, target } = preferencesOf(book.workspace)
  const now = monthOf(today)
  const exchange = exchangeOf(book.workspace.tables.exchangeRates.values(), currency)
  const months = incomeByMonth(book, currency, today, addToMonth(now, -YEAR), addToMonth(now, YEAR - 1), exchange)
  const wanted = target !== null && target > 0 ? target : null
  const { coverageBasisPoints, covered, variation } = steadiness(months, now, wanted, () => undefined)
  return {
    guaranteed: minor(sumOf(months, ({ month, sums }) => (month >= now ? sums.guaranteed : 0))),
    monthsCovered: covered.length,
    coverage: coverageBasisPoints,
    variation: variation?.basisPoints ?? null,
  }
}

/** A month that was closed, and what it did to what can be counted on. */
export interface MonthChanges {
  readonly earned: IncomeMonth['sums']
  readonly before: Sureness
  readonly now: Sureness
  /** What it was before is as the pass before this one left it; otherwise it is by the agreements as they are now. */
  readonly isKept: boolean
  /** Currencies of income in the month that have no rate for it yet: they are in no sum. */
  readonly missing: readonly string[]
}

/** What changed with a month (domain.md, Closing a month: "what changed in guaranteed income"). */
export function monthChanges(book: Book, month: Month, today: Day): MonthChanges | null {
  const { currency } = preferencesOf(book.workspace)
  const exchange = exchangeOf(book.workspace.tables.exchangeRates.values(), currency)
  const [own] = incomeByMonth(book, currency, today, month, month, exchange)
  if (!own) return null
  const kept = noteOn(book, addToMonth(month, -1))?.sureness
  return {
    earned: own.sums,
    before: kept ?? surenessOn(book, firstDayOf(month)),
    now: noteOn(book, month)?.sureness ?? surenessOn(book, today),
    isKept: kept != null,
    missing: [...new Set((own.missing ?? []).map((each) => each.currency))],
  }
}
