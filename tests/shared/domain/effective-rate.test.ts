import { describe, expect, test } from 'vitest'
import { applyToBook } from '#shared/domain/book.ts'
import {
  clientRatesByMonth,
  clientWorks,
  overall,
  ratesByMonth,
  type RateOfMonth,
} from '#shared/domain/effective-rate.ts'
import type { Done } from '#shared/domain/ledger/ledger.ts'
import { day, type Month } from '#shared/kernel/day.ts'
import { minor, seconds } from '#shared/kernel/units.ts'
import { perkSchema, topUpSchema, type Agreement } from '#shared/model/agreement.ts'
import { made } from '#shared/model/change.ts'
import { hourlySchema, projectSchema, retainerSchema, type Engagement } from '#shared/model/engagement.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { exchangeRateSchema } from '#shared/model/exchange-rate.ts'
import { agreement, daysFrom, testId, work } from '#tests/support/agreements.ts'
import { bookOf, clientNamed } from '#tests/support/books.ts'
import { closed } from '#tests/support/closings.ts'

const client = clientNamed('Acme')
const HOUR = 3600
const common = { id: testId(1), clientId: client.id, name: '' }
const retainer = (terms: Partial<Agreement>, more: object = {}): Engagement =>
  retainerSchema.parse({ ...common, kind: 'retainer', status: 'active', agreement: agreement(terms), ...more })
type Work = { on: string; hours: number; perkId?: string; billable?: boolean }
const doneOf = (...done: Work[]): Done => ({
  days: daysFrom(
    done.map((each, index) => work(index + 1, each)),
    agreement(),
  ),
})
const span = (today: string, from = '2026-01', to = '2026-03') => ({
  today: day(today),
  from: from as Month,
  to: to as Month,
})
/** Month, hours worked, earned and rate in whole units. */
const shown = (months: readonly RateOfMonth[]) =>
  months.map(({ month, worked, earned, rate }) => [
    month,
    worked / HOUR,
    earned / 100,
    rate === null ? null : rate / 100,
  ])

describe('of a retainer', () => {
  test('fee and overage over all hours worked (domain.md, example 2)', () => {
    const terms = retainer({ overage: { policy: 'bill', rate: minor(12_000) } })
    const done = doneOf({ on: '2026-01-10', hours: 12.5 }, { on: '2026-02-10', hours: 8 })
    const months = ratesByMonth(terms, done, client, span('2026-03-31'))
    expect(shown(months)).toEqual([
      ['2026-01', 12.5, 1300, 104],
      ['2026-02', 8, 1000, 125],
      ['2026-03', 0, 1000, null],
    ])
    expect(months[0]).toMatchObject({ perks: 0, perksValue: 0, overServicing: 0 })
    expect(overall(months)).toMatchObject({ worked: 20.5 * HOUR, earned: 330_000, rate: 16_098 })
  })

  test('what is worked on a closed period later is paid for, as its adjustment is billed', () => {
    const terms = agreement({ overage: { policy: 'bill', rate: minor(12_000) } })
    const closings = closed(terms, doneOf({ on: '2026-01-10', hours: 12.5 }), 1)
    const done = { ...doneOf({ on: '2026-01-10', hours: 12.5 }, { on: '2026-01-20', hours: 0.5 }), closings }
    expect(shown(ratesByMonth(retainer(terms), done, client, span('2026-03-31')))[0]).toEqual([
      '2026-01',
      13,
      1360,
      104.62,
    ])
  })

  test('absorbed overage and perks are worked, and shown at list price', () => {
    const perks = [perkSchema.parse({ id: 'calls', name: 'Calls', minutes: 30 })]
    const terms = retainer({ overage: { policy: 'absorb' }, perks })
    const done = doneOf(
      { on: '2026-01-10', hours: 12 },
      { on: '2026-01-11', hours: 0.75, perkId: 'calls' },
      { on: '2026-01-12', hours: 1, billable: false },
    )
    expect(ratesByMonth(terms, done, client, span('2026-01-31', '2026-01', '2026-01'))).toEqual([
      {
        month: '2026-01',
        worked: seconds(13.75 * HOUR),
        earned: 100_000,
        rate: 7273,
        perks: 1800,
        perksValue: 5000,
        // Of 12.25 h that draw on 10.
        overServicing: 22_500,
      },
    ])
  })

  test('a perk that names its value is worth that, by what was used of it; a promise is given whole', () => {
    const perks = [
      perkSchema.parse({ id: 'audit', name: 'Audit', minutes: null, count: 2, value: 40_000 }),
      perkSchema.parse({ id: 'review', name: 'Review', minutes: 30, value: 7500 }),
      perkSchema.parse({ id: 'line', name: 'Priority line', minutes: null, value: 1000 }),
    ]
    const done: Done = {
      ...doneOf({ on: '2026-01-11', hours: 0.5, perkId: 'review' }),
      deliveries: [{ day: day('2026-01-12'), units: 1, perkId: 'audit' }],
    }
    const [month] = ratesByMonth(retainer({ perks }), done, client, span('2026-01-31', '2026-01', '2026-01'))
    expect(month).toMatchObject({ perks: 1800, perksValue: 20_000 + 7500 + 1000 })
  })

  test('at the list rate of its day', () => {
    const versions: Agreement['versions'] = [
      { from: day('2026-01-01'), fee: minor(100_000), included: 600 },
      { from: day('2026-02-01'), fee: minor(100_000), included: 600, listRate: minor(11_000) },
    ]
    const terms = retainer({ overage: { policy: 'absorb' }, versions })
    const done = doneOf({ on: '2026-01-10', hours: 11 }, { on: '2026-02-10', hours: 11 })
    const months = ratesByMonth(terms, done, client, span('2026-02-28'))
    expect(months.map(({ overServicing }) => overServicing)).toEqual([10_000, 11_000])
  })

  test('a fee for a quarter by the days of its months, to the cent', () => {
    const versions: Agreement['versions'] = [{ from: day('2026-01-01'), fee: minor(100_001), included: 600 }]
    const terms = retainer({ period: { every: 'quarter', anchor: 'calendar' }, versions })
    const done = doneOf({ on: '2026-01-10', hours: 4 }, { on: '2026-02-01', hours: 8 })
    // 31, 28 and 31 of 90 days; 2 h of overage stand where the quarter ends.
    expect(shown(ratesByMonth(terms, done, client, span('2026-04-10')))).toEqual([
      ['2026-01', 4, 344.45, 86.11],
      ['2026-02', 8, 311.11, 38.89],
      ['2026-03', 0, 344.45 + 200, null],
    ])
  })

  test('what a running period comes to so far stands in the month of today', () => {
    const terms = retainer({ period: { every: 'quarter', anchor: 'calendar' } })
    const done = doneOf({ on: '2026-01-10', hours: 12 })
    const months = ratesByMonth(terms, done, client, span('2026-02-10'))
    expect(shown(months)).toEqual([
      ['2026-01', 12, 344.45, 28.7],
      ['2026-02', 0, 511.11, null],
    ])
  })

  test('an anniversary by its days, and a top-up with its period', () => {
    const topUps = [topUpSchema.parse({ id: testId(9), on: '2026-02-01', amount: 60, price: 9900 })]
    const terms = retainer({ startsOn: day('2026-01-16'), period: { every: 'month', anchor: 'anniversary' }, topUps })
    // 16 of 31 days in January; the top-up with the period that ends on 15 February.
    expect(shown(ratesByMonth(terms, doneOf(), client, span('2026-02-15', '2026-01', '2026-02')))).toEqual([
      ['2026-01', 0, 516.13, null],
      ['2026-02', 0, 483.87 + 99, null],
    ])
  })

  test('of deliverables an hour costs what it costs the client elsewhere, a unit what was agreed', () => {
    const perks = [perkSchema.parse({ id: 'calls', name: 'Calls', minutes: 60 })]
    const versions: Agreement['versions'] = [{ from: day('2026-01-01'), fee: minor(200_000), included: 4 }]
    const terms = retainer({
      basis: 'deliverables',
      listRate: minor(50_000),
      overage: { policy: 'absorb' },
      versions,
      perks,
    })
    const done: Done = {
      ...doneOf({ on: '2026-01-10', hours: 15 }, { on: '2026-01-11', hours: 1, perkId: 'calls' }),
      deliveries: [{ day: day('2026-01-31'), units: 5 }],
    }
    expect(ratesByMonth(terms, done, client, span('2026-01-31'))).toEqual([
      {
        month: '2026-01',
        worked: 16 * HOUR,
        earned: 200_000,
        rate: 12_500,
        perks: HOUR,
        perksValue: 9000,
        overServicing: 50_000,
      },
    ])
  })
})

describe('of other work', () => {
  test('by the hour what is not billable makes the rate less', () => {
    const hourly = hourlySchema.parse({ ...common, kind: 'hourly', rates: [{ from: null, rate: 9000 }] })
    const done = doneOf({ on: '2026-01-10', hours: 2 }, { on: '2026-01-11', hours: 1, billable: false })
    expect(shown(ratesByMonth(hourly, done, client, span('2026-01-31')))).toEqual([['2026-01', 3, 180, 60]])
  })

  test('a project earns on the days of its milestones, up to today', () => {
    const milestones = ['2026-01-31', '2026-02-15', '2026-02-16'].map((on, index) => ({
      id: testId(index),
      name: '',
      on,
      amount: 10_000,
    }))
    const project = projectSchema.parse({ ...common, kind: 'project', milestones })
    const done = doneOf({ on: '2026-02-10', hours: 2 })
    expect(shown(ratesByMonth(project, done, client, span('2026-02-15')))).toEqual([
      ['2026-01', 0, 100, null],
      ['2026-02', 2, 100, 50],
    ])
  })
})

test('of a client all that is signed and paid in their currency, as one', () => {
  const hourly = hourlySchema.parse({ ...common, id: testId(2), kind: 'hourly', rates: [{ from: null, rate: 9000 }] })
  const all = [
    retainer({}),
    hourly,
    retainer({ currency: 'USD' }, { id: testId(3) }),
    retainer({}, { id: testId(4), status: 'proposed' }),
    retainer({}, { id: testId(5), status: 'declined' }),
    retainer({ endsOn: day('2026-01-31') }, { id: testId(6), status: 'ended' }),
    retainer({}, { id: testId(7), clientId: testId(999) }),
  ]
  const entries = [1, 2, 3, 4, 6, 7].map((of) =>
    entrySchema.parse({
      id: testId(100 + of),
      engagementId: testId(of),
      note: '',
      tags: [],
      billable: true,
      day: '2026-01-10',
      seconds: of * HOUR,
    }),
  )
  const book = bookOf(
    made('clients', client),
    ...all.map((each) => made('engagements', each)),
    ...entries.map((each) => made('entries', each)),
  )
  // 1 h of the retainer, 2 h by the hour, 6 h of the one that has ended.
  expect(shown(clientRatesByMonth(book, client, span('2026-02-28')))).toEqual([
    ['2026-01', 9, 2180, 242.22],
    ['2026-02', 0, 1000, null],
  ])
  // The 3 h that are paid in dollars come in with January's rate; February's is missing and named.
  const given = exchangeRateSchema.parse({
    id: testId(8),
    month: '2026-01',
    currency: 'USD',
    to: 'EUR',
    millionths: 900_000,
  })
  applyToBook(book, [made('exchangeRates', given)])
  expect(shown(clientRatesByMonth(book, client, span('2026-02-28')))).toEqual([
    ['2026-01', 12, 3080, 256.67],
    ['2026-02', 0, 1000, null],
  ])
  const works = clientWorks(book, client, span('2026-02-28'))
  expect(works.map(({ engagement, currency, missing }) => [engagement.id, currency, missing])).toEqual([
    [testId(1), null, []],
    [testId(2), null, []],
    [testId(3), 'USD', [{ month: '2026-02', currency: 'USD' }]],
    [testId(6), null, []],
  ])
})
