import { describe, expect, test } from 'vitest'
import type { Readiness } from '#shared/domain/readiness.ts'
import { suggestedTerm, suggestionFor, type Suggestion } from '#shared/domain/suggestion.ts'
import { day, type Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { seconds } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { made, type Edit } from '#shared/model/change.ts'
import { hourlySchema, retainerSchema, type Engagement } from '#shared/model/engagement.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { agreement, testId } from '#tests/support/agreements.ts'
import { bookOf, clientNamed } from '#tests/support/books.ts'

const today = day('2026-10-22')
// 90.00 an hour at list price.
const client = clientNamed('Acme')

const hourly = (id: Id, ...rates: { from: string | null; rate: number }[]): Engagement =>
  hourlySchema.parse({ id, clientId: client.id, kind: 'hourly', name: '', rates })
const retainer = (terms: Partial<Agreement>, more: object = {}): Engagement =>
  retainerSchema.parse({
    id: testId(301),
    clientId: client.id,
    kind: 'retainer',
    name: '',
    status: 'active',
    agreement: agreement(terms),
    ...more,
  })
const atList = hourly(testId(201), { from: null, rate: 9000 })

let entries = 0
/** Hours on the 10th of months of 2026. */
const worked = (engagement: Engagement, hours: Record<string, number>): Edit[] =>
  Object.entries(hours).map(([month, count]) =>
    made(
      'entries',
      entrySchema.parse({
        id: testId((entries += 1) + 5000),
        engagementId: engagement.id,
        note: '',
        tags: [],
        billable: true,
        day: `2026-${month}-10`,
        seconds: Math.round(count * 3600),
      }),
    ),
  )

const suggested = (engagements: readonly Engagement[], edits: readonly Edit[], on: Day = today): Suggestion | null =>
  suggestionFor(
    bookOf(made('clients', client), ...engagements.map((each) => made('engagements', each)), ...edits),
    client,
    on,
  )

test('the median of the worked months at the list rate, as an agreement that has only to be signed', () => {
  const found = suggested([atList], worked(atList, { '07': 8, '08': 11, '09': 10.2 }))
  expect(found).toMatchObject({
    included: 600,
    rate: 9000,
    isPaidRate: true,
    fee: 90_000,
    term: { periods: 3, trial: true, because: 'known' },
  })
  expect(found?.agreement).toMatchObject({
    basis: 'hours',
    currency: 'EUR',
    listRate: 9000,
    startsOn: '2026-11-01',
    endsOn: null,
    period: { every: 'month', anchor: 'calendar' },
    term: { periods: 3, atEnd: 'ends' },
    trial: true,
    leadsTo: 6,
    rollover: null,
    overage: { policy: 'bill' },
    versions: [{ from: '2026-11-01', fee: 90_000, included: 600 }],
  })
  expect(found?.agreement.overage).not.toHaveProperty('rate')
})

test('of an even count the mean of the two middle months, to the half hour', () => {
  // 9.4 and 10.2: 9.8, and 10 to the half hour.
  expect(suggested([atList], worked(atList, { '06': 3, '07': 9.4, '08': 10.2, '09': 30 }))?.included).toBe(600)
  expect(suggested([atList], worked(atList, { '08': 9.2, '09': 10.2 }))?.included).toBe(570)
})

test('on the 1st it can begin today', () => {
  expect(suggested([atList], worked(atList, { '08': 5, '09': 5 }), day('2026-10-01'))?.agreement.startsOn).toBe(
    '2026-10-01',
  )
})

describe('the fee is at the rate really paid', () => {
  test('the one in force today, where it was raised', () => {
    const raised = hourly(
      testId(202),
      { from: null, rate: 6000 },
      { from: '2026-10-01', rate: 8000 },
      { from: '2026-12-01', rate: 9500 },
    )
    const found = suggested([raised], worked(raised, { '08': 10, '09': 10 }))
    expect(found).toMatchObject({ rate: 8000, isPaidRate: true, fee: 80_000 })
    expect(found?.agreement).toMatchObject({ listRate: 9000, overage: { policy: 'bill', rate: 8000 } })
  })

  test('from the very day of the raise', () => {
    const raised = hourly(testId(206), { from: null, rate: 6000 }, { from: '2026-10-22', rate: 8000 })
    expect(suggested([raised], worked(raised, { '09': 10 }))?.rate).toBe(8000)
    expect(suggested([raised], worked(raised, { '09': 10 }), day('2026-10-21'))?.rate).toBe(6000)
  })

  test('that of several pieces of work by their time, rounded once', () => {
    const other = hourly(testId(203), { from: null, rate: 6001 })
    const idle = hourly(testId(204), { from: null, rate: 100 })
    const edits = [...worked(atList, { '09': 20 }), ...worked(other, { '09': 10 })]
    // (9000 × 20 + 6001 × 10) ÷ 30 = 8000.33
    expect(suggested([atList, other, idle], edits)).toMatchObject({ rate: 8000, included: 1800, fee: 240_000 })
  })

  test('the list rate where no hourly work had any time in the last six months', () => {
    const old = hourly(testId(205), { from: null, rate: 5000 })
    const running = retainer({ startsOn: day('2026-08-01') })
    const edits = [...worked(old, { '03': 10 }), ...worked(running, { '08': 10, '09': 10 })]
    expect(suggested([old, running], edits)).toMatchObject({ rate: 9000, isPaidRate: false, fee: 90_000 })
  })
})

test('who has not been worked for lately is suggested what was usual in the last six months of theirs', () => {
  const edits = worked(atList, { '01': 30, '02': 8, '03': 10, '04': 9 })
  const found = suggested([atList], edits, day('2027-05-20'))
  expect(found).toMatchObject({
    included: 570,
    months: { from: '2026-01', to: '2026-04' },
    rate: 9000,
    isPaidRate: true,
    term: { periods: 3, trial: true, because: 'known' },
  })
  expect(found?.agreement.startsOn).toBe('2027-06-01')
  // Of the months that are over, work in the last six says more than any before.
  expect(suggested([atList], worked(atList, { '01': 30, '08': 2 }))).toMatchObject({
    included: 120,
    months: { from: '2026-04', to: '2026-09' },
  })
})

test('where the history says no amount nothing is suggested', () => {
  expect(suggested([atList], [])).toBeNull()
  // The month that runs is not over yet.
  expect(suggested([atList], worked(atList, { '10': 10 }))).toBeNull()
  expect(suggested([atList], worked(atList, { '09': 0.24 }))).toBeNull()
  expect(suggested([atList], worked(atList, { '09': 0.25 }))).toMatchObject({ included: 30, fee: 4500 })
})

describe('the term', () => {
  const known = (historyMonths: number, monthsWorked = 3, regularityBasisPoints = 5000): Readiness => ({
    historyMonths,
    monthsWorked,
    regularityBasisPoints,
    lastWorked: today,
    usual: seconds(3600),
    isReady: true,
    factors: [],
    score: 50,
  })
  const trial = (periods: number, because: string) => ({ periods, trial: true, because })
  const six = { periods: 6, trial: false, because: 'regular' }

  test.each([
    [known(0, 0), null, trial(2, 'new')],
    [known(2, 2), null, trial(2, 'new')],
    [known(3), null, trial(3, 'known')],
    [known(5, 5, 10_000), null, trial(3, 'known')],
    [known(6, 5, 10_000), null, trial(3, 'known')],
    [known(6, 6, 7499), null, trial(3, 'known')],
    [known(6, 6, 7500), null, six],
    [known(40, 6, 10_000), null, six],
    [known(2, 2), 6, { periods: 6, trial: false, because: 'kept' }],
    [known(6, 6, 10_000), 12, { periods: 12, trial: false, because: 'kept' }],
  ])('of %j, after a kept term %j', (ready, kept, expected) => {
    expect(suggestedTerm(ready, kept)).toEqual(expected)
  })

  const twoMonths = { startsOn: day('2026-08-01'), term: { periods: 2, atEnd: 'ends' }, trial: true } as const

  test('a kept trial leads to six, or to what was agreed, and six to twelve', () => {
    const first = retainer({ ...twoMonths })
    const both = { '08': 5, '09': 5 }
    expect(suggested([first], worked(first, both))).toMatchObject({
      term: { periods: 6, trial: false, because: 'kept' },
      agreement: { term: { periods: 6, atEnd: 'renews' }, trial: false, leadsTo: null },
    })
    const agreed = retainer({ ...twoMonths, leadsTo: 9 })
    expect(suggested([agreed], worked(agreed, both))?.term.periods).toBe(9)
    const half = retainer({ startsOn: day('2026-04-01'), term: { periods: 6, atEnd: 'ends' } }, { status: 'ended' })
    const each = { '04': 5, '05': 5, '06': 5, '07': 5, '08': 5, '09': 5 }
    expect(suggested([half], worked(half, each))?.term).toEqual({ periods: 12, trial: false, because: 'kept' })
  })

  test('what was agreed by the quarter leads to as many months', () => {
    const period = { every: 'quarter', anchor: 'calendar' } as const
    const quarter = retainer({ startsOn: day('2026-07-01'), period, term: { periods: 1, atEnd: 'ends' }, trial: true })
    const { term, agreement } = suggested([quarter], worked(quarter, { '07': 5, '08': 5, '09': 5 })) ?? {}
    expect(term).toEqual({ periods: 6, trial: false, because: 'kept' })
    expect(agreement).toMatchObject({ period: { every: 'month' }, term: { periods: 6 } })
  })

  test('a trial that was not kept, still runs or was never signed leads nowhere', () => {
    const first = retainer({ ...twoMonths })
    expect(suggested([first], worked(first, { '09': 5 }))?.term.because).toBe('new')
    const running = retainer({ ...twoMonths, startsOn: day('2026-09-01') })
    expect(suggested([running], worked(running, { '09': 5, '10': 5 }))?.term.because).toBe('new')
    const declined = retainer({ ...twoMonths }, { status: 'declined' })
    expect(suggested([declined], worked(declined, { '08': 5, '09': 5 }))?.term.because).toBe('new')
  })

  test('it is the last that counts', () => {
    const kept = retainer({ ...twoMonths, startsOn: day('2026-05-01') })
    const notKept = retainer({ ...twoMonths }, { id: testId(302) })
    const edits = [...worked(kept, { '05': 5, '06': 5 }), ...worked(notKept, { '08': 5 })]
    for (const order of [
      [kept, notKept],
      [notKept, kept],
    ])
      expect(suggested(order, edits)?.term).toEqual({ periods: 3, trial: true, because: 'known' })
  })

  test('one that still runs, or has no end, does not hide the one that was kept', () => {
    const kept = retainer({ ...twoMonths })
    const edits = worked(kept, { '08': 5, '09': 5 })
    for (const atEnd of ['ends', 'open'] as const) {
      const running = retainer({ startsOn: day('2026-10-01'), term: { periods: 6, atEnd } }, { id: testId(303) })
      expect(suggested([kept, running], edits)?.term).toEqual({ periods: 6, trial: false, because: 'kept' })
    }
  })

  test('it is over on the day after its last, not before', () => {
    const first = retainer({ ...twoMonths })
    const edits = worked(first, { '08': 5, '09': 5 })
    expect(suggested([first], edits, day('2026-09-30'))?.term.because).toBe('new')
    expect(suggested([first], edits, day('2026-10-01'))?.term.because).toBe('kept')
  })
})
