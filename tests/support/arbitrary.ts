import fc from 'fast-check'
import { addDays, day, type Day } from '#shared/kernel/day.ts'
import { addSeconds, instantOf, type Instant } from '#shared/kernel/instant.ts'
import { minor, seconds } from '#shared/kernel/units.ts'
import { agreementSchema, roundingSchema, type Agreement } from '#shared/model/agreement.ts'
import type { TimeEntry } from '#shared/model/entry.ts'
import { testId, zone } from './agreements.ts'

/** Half and odd offsets, both hemispheres, changes at midnight, a skipped day, a change of half an hour. */
export const zones = [
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/Asuncion',
  'America/Havana',
  'America/Los_Angeles',
  'America/New_York',
  'America/Nuuk',
  'America/Phoenix',
  'America/Santiago',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Antarctica/Troll',
  'Asia/Amman',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Jerusalem',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Pyongyang',
  'Asia/Tehran',
  'Asia/Tokyo',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Europe/Dublin',
  'Europe/Rome',
  'Pacific/Apia',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'UTC',
].map(zone)

export const anyZone = fc.constantFrom(...zones)

/** @param from the first day; @param count how many days follow it. */
export const anyDay = (from: string, count: number): fc.Arbitrary<Day> =>
  fc.integer({ min: 0, max: count }).map((offset) => addDays(day(from), offset))

const anyMinor = fc.integer({ min: 0, max: 500_000 }).map(minor)
const anyAmount = fc.integer({ min: 0, max: 1800 })
/** The ends of months, where periods are cut in odd places, more often than chance would have them. */
const anyStart = fc.oneof(
  anyDay('2023-12-01', 800),
  fc.constantFrom('2024-01-31', '2024-02-29', '2023-12-31', '2025-03-30', '2024-01-01', '2025-04-16').map(day),
)

export const anyRounding = fc
  .record({ mode: fc.constantFrom('none', 'up', 'nearest'), minutes: fc.constantFrom(6, 15, 30) })
  .map((rounding) => roundingSchema.parse(rounding))

/** An agreement of any basis and with any mixture of rules. Versions are dated, oldest first, the first on the start. */
export const anyAgreement: fc.Arbitrary<Agreement> = fc
  .record({
    startsOn: anyStart,
    basis: fc.constantFrom('hours', 'hours', 'deliverables', 'access'),
    every: fc.constantFrom('month', 'month', 'quarter', 'year'),
    anchor: fc.constantFrom('calendar', 'anniversary'),
    term: fc.record({ periods: fc.integer({ min: 1, max: 7 }), atEnd: fc.constantFrom('ends', 'renews', 'open') }),
    proration: fc.constantFrom('days', 'none'),
    rollover: fc.option(fc.record({ periods: fc.option(fc.integer({ min: 1, max: 4 })), cap: fc.option(anyAmount) })),
    policy: fc.constantFrom('bill', 'absorb', 'borrow'),
    listRate: anyMinor,
    rate: fc.option(anyMinor, { nil: undefined }),
    rounding: anyRounding,
    first: fc.record({ fee: anyMinor, included: anyAmount }),
    later: fc.array(fc.record({ after: fc.integer({ min: 1, max: 500 }), fee: anyMinor, included: anyAmount }), {
      maxLength: 3,
    }),
    topUps: fc.array(fc.record({ after: fc.integer({ min: 0, max: 500 }), amount: anyAmount, price: anyMinor }), {
      maxLength: 3,
    }),
    quotas: fc.array(fc.option(fc.integer({ min: 0, max: 300 })), { maxLength: 2 }),
  })
  .map(({ startsOn, every, anchor, policy, rate, first, later, topUps, quotas, ...rest }) =>
    agreementSchema.parse({
      ...rest,
      startsOn,
      currency: 'EUR',
      period: { every, anchor },
      overage: { policy, ...(rate === undefined ? {} : { rate }) },
      versions: [
        { from: startsOn, ...first },
        ...later
          .toSorted((a, b) => a.after - b.after)
          .map(({ after, ...terms }) => ({ ...terms, from: addDays(startsOn, after) })),
      ],
      topUps: topUps.map(({ after, ...topUp }, index) => ({
        ...topUp,
        id: testId(index),
        on: addDays(startsOn, after),
      })),
      perks: quotas.map((minutes, index) => ({ id: `perk-${index}`, name: '', minutes })),
    }),
  )

/** From two seconds to three days of work, which crosses a midnight now and then. */
const anyLength = fc.oneof(fc.integer({ min: 2, max: 6 * 3600 }), fc.integer({ min: 2, max: 72 * 3600 }))

export const anyInstant = (from: string, count: number): fc.Arbitrary<Instant> =>
  fc
    .integer({ min: 0, max: count * 86_400 })
    .map((offset) => addSeconds(instantOf(Date.parse(`${from}T00:00:00Z`)), offset))

export interface Interval {
  readonly start: Instant
  readonly end: Instant
}

/** @param from the first day; @param count in how many days after it the interval begins. */
export const anyInterval = (from: string, count: number): fc.Arbitrary<Interval> =>
  fc
    .record({ start: anyInstant(from, count), length: anyLength })
    .map(({ start, length }) => ({ start, end: addSeconds(start, length) }))

/** Work of every form over two and a half years, on no engagement; one perk in three is in no agreement. */
export const anyEntries: fc.Arbitrary<TimeEntry[]> = fc
  .array(
    fc.record({
      when: fc.oneof(
        anyInterval('2023-12-01', 900),
        fc
          .record({ on: anyDay('2023-12-01', 900), length: anyLength })
          .map(({ on, length }) => ({ day: on, seconds: seconds(length) })),
      ),
      billable: fc.boolean(),
      perkId: fc.constantFrom(undefined, undefined, undefined, 'perk-0', 'perk-1', 'perk-2'),
    }),
    { maxLength: 40 },
  )
  .map((entries) =>
    entries.map(({ when, billable, perkId }, index) => ({
      id: testId(index),
      engagementId: null,
      note: '',
      tags: [],
      billable,
      ...(perkId === undefined ? {} : { perkId }),
      ...when,
    })),
  )

export const anyDeliveries = fc.array(
  fc.record({ day: anyDay('2023-12-01', 900), units: fc.integer({ min: 1, max: 9 }) }),
  {
    maxLength: 12,
  },
)
