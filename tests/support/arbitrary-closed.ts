import fc from 'fast-check'
import type { Sources } from '#shared/domain/ledger/explain/sources.ts'
import { ledger, type LedgerRow } from '#shared/domain/ledger/ledger.ts'
import { addDays } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement, Version } from '#shared/model/agreement.ts'
import type { Delivery } from '#shared/model/delivery.ts'
import type { TimeEntry } from '#shared/model/entry.ts'
import { daysFrom, testId } from './agreements.ts'
import { anyAgreement, anyDeliveries, anyEntries, anyZone } from './arbitrary.ts'
import { closed } from './closings.ts'
import { sourcesFrom } from './sources.ts'

export const [OURS, THEIRS] = [testId(1000), testId(1001)]

/** An agreement of any kind, some of its versions a pause, now and then with an end that was agreed on. */
const anyTerms: fc.Arbitrary<Agreement> = fc
  .record({ agreement: anyAgreement, pauses: fc.array(fc.boolean()), endsAfter: fc.option(fc.nat(700), { freq: 1 }) })
  .map(({ agreement, pauses, endsAfter }) => ({
    ...agreement,
    endsOn: endsAfter === null ? null : addDays(agreement.startsOn, endsAfter),
    versions: agreement.versions.map((version, index): Version =>
      pauses[index] && index > 0 ? { ...version, fee: minor(0), included: 0, isPause: true } : version,
    ),
  }))

/** Work for two engagements; how much of it was known, and on which terms, when the first periods were closed. */
export const anyCase = fc.record({
  agreement: anyTerms,
  before: fc.option(anyTerms, { freq: 1 }),
  entries: anyEntries,
  theirs: fc.array(fc.boolean()),
  known: fc.nat(40),
  count: fc.nat(4),
  deliveries: anyDeliveries,
  zone: anyZone,
  after: fc.integer({ min: 0, max: 800 }),
  isLoaded: fc.boolean(),
})
export type Case = typeof anyCase extends fc.Arbitrary<infer Value> ? Value : never

/** A ledger of a case, its first periods closed, with all that explains its rows. */
export interface Opened {
  readonly agreement: Agreement
  readonly rows: readonly LedgerRow[]
  readonly sources: Sources
  /** The entries of both engagements. */
  readonly entries: readonly TimeEntry[]
}

export function open(at: Case): Opened {
  const { agreement, before, zone, isLoaded } = at
  const entries = at.entries.map((entry, index) => ({ ...entry, engagementId: at.theirs[index] ? THEIRS : OURS }))
  const ours = entries.filter(({ engagementId }) => engagementId === OURS)
  const deliveries = at.deliveries.map((delivery, index): Delivery => ({
    ...delivery,
    id: testId(index),
    engagementId: OURS,
    note: '',
  }))
  // Terms that the periods were closed on may be others by now, but for what cuts the days.
  const { startsOn, period, term, proration, basis, endsOn } = agreement
  const then = before ? { ...before, startsOn, period, term, proration, basis, endsOn } : agreement
  const closings = closed(then, { days: daysFrom(ours.slice(0, at.known), then, zone), deliveries }, at.count)
  const days = daysFrom(ours, agreement, zone)
  return {
    agreement,
    rows: ledger(agreement, { days, deliveries, closings }, addDays(agreement.startsOn, at.after)),
    sources: sourcesFrom({ days, zone, entries: isLoaded ? entries : null, deliveries, engagementId: OURS }),
    entries,
  }
}
