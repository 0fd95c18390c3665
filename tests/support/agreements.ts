import { DayTotals, tally, type Totals } from '#shared/domain/totals.ts'
import { day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Instant, Zone } from '#shared/kernel/instant.ts'
import { minor, seconds } from '#shared/kernel/units.ts'
import { agreementSchema, type Agreement } from '#shared/model/agreement.ts'
import type { TimeEntry } from '#shared/model/entry.ts'

export const zone = (name: string): Zone => name as Zone
export const instant = (text: string): Instant => text as Instant
export const ROME = zone('Europe/Rome')

/** The n-th of the ids of a test: valid, and in order. */
export const testId = (index: number): Id => `00000000-0000-7000-8000-${index.toString(16).padStart(12, '0')}` as Id

/**
 * The agreement of domain.md's worked examples: 10 h a month for 1,000.00 from January 2026, a year that ends, unused
 * time lapses, overage billed at the list rate of 100.00. Fees in cents, included time in minutes.
 */
export const agreement = (other: Partial<Agreement> = {}): Agreement =>
  agreementSchema.parse({
    basis: 'hours',
    currency: 'EUR',
    listRate: minor(10_000),
    startsOn: '2026-01-01',
    period: { every: 'month', anchor: 'calendar' },
    term: { periods: 12, atEnd: 'ends' },
    proration: 'days',
    rollover: null,
    overage: { policy: 'bill' },
    versions: [{ from: other.startsOn ?? '2026-01-01', fee: 100_000, included: 600 }],
    ...other,
  })

type Loose = { readonly on: string; readonly hours: number; readonly perkId?: string; readonly billable?: boolean }

/** Work of which the day and the hours are known. */
export const work = (index: number, { on, hours, perkId, billable = true }: Loose): TimeEntry => ({
  id: testId(index),
  engagementId: null,
  note: '',
  tags: [],
  billable,
  ...(perkId === undefined ? {} : { perkId }),
  day: day(on),
  seconds: seconds(Math.round(hours * 3600)),
})

/** The totals by day of entries that are all on one engagement. */
export function daysFrom(entries: readonly TimeEntry[], { rounding }: Agreement, of: Zone = ROME): DayTotals {
  const totals: Totals = new Map()
  for (const entry of entries) tally(totals, { ...entry, engagementId: null }, 1, of, rounding)
  return totals.get(null) ?? new DayTotals()
}
