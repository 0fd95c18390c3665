import { describe, expect, test } from 'vitest'
import { partsOf, type IncomePart } from '#shared/domain/income/parts.ts'
import { day, type Month } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { hourlySchema, projectSchema, retainerSchema, type Engagement } from '#shared/model/engagement.ts'
import { agreement, daysFrom, testId, work } from '#tests/support/agreements.ts'

const today = day('2026-03-15')
const common = { id: testId(1), clientId: testId(2), name: '' }
const retainer = (terms: Partial<Agreement>, more: object = {}): Engagement =>
  retainerSchema.parse({ ...common, kind: 'retainer', status: 'active', agreement: agreement(terms), ...more })
const worked = (...done: [on: string, hours: number][]) => ({
  days: daysFrom(
    done.map(([on, hours], index) => work(index, { on, hours })),
    agreement(),
  ),
})
const parts = (of: Engagement, done = worked(), from = '2026-01', to = '2026-12', on = today) =>
  partsOf(of, done, { today: on, from: from as Month, to: to as Month })
/** `2026-03 variable 50.00 topUp earned`. */
const print = (all: readonly IncomePart[]): string[] =>
  all.map(({ month, kind, amount, source, isEarned }) =>
    [month, kind, amount / 100, source.what, isEarned ? 'earned' : 'ahead'].join(' '),
  )

describe('a retainer', () => {
  test('earns a fee when its month is over, the signed term guaranteed and what may renew expected', () => {
    const all = parts(retainer({ term: { periods: 4, atEnd: 'renews' } }), worked(), '2026-02', '2026-05')
    expect(print(all)).toEqual([
      '2026-02 guaranteed 1000 fee earned',
      '2026-03 guaranteed 1000 fee ahead',
      '2026-04 guaranteed 1000 fee ahead',
      '2026-05 expected 1000 fee ahead',
    ])
    expect(all[0]).toEqual({
      engagementId: testId(1),
      month: '2026-02',
      amount: 100_000,
      kind: 'guaranteed',
      isEarned: true,
      source: {
        what: 'fee',
        period: { index: 1, start: '2026-02-01', end: '2026-03-01', days: 28, wholeDays: 28 },
      },
    })
  })

  test('has a top-up on its day, earned with it, with what it is for; goodwill brings nothing', () => {
    const topUp = (index: number, on: string, price: number, reason = '') => ({
      id: testId(10 + index),
      on: day(on),
      amount: 60,
      price: minor(price),
      reason,
    })
    const topUps = [
      topUp(1, '2026-03-14', 1000, 'Launch'),
      topUp(2, '2026-03-15', 2000),
      topUp(3, '2026-03-16', 4000),
      topUp(4, '2026-03-10', 0, 'Goodwill'),
    ]
    const found = parts(retainer({ topUps })).filter(({ source }) => source.what === 'topUp')
    expect(print(found)).toEqual([
      '2026-03 variable 10 topUp earned',
      '2026-03 variable 20 topUp earned',
      '2026-03 variable 40 topUp ahead',
    ])
    expect(found[0]?.source).toEqual({ what: 'topUp', on: '2026-03-14', reason: 'Launch' })
  })

  test('bills overage by the rules of its period, in the month in which that ends', () => {
    const done = worked(['2026-01-10', 12], ['2026-03-10', 11])
    const found = (terms: Partial<Agreement>) =>
      parts(retainer(terms), done).filter(({ source }) => source.what === 'overage')
    expect(print(found({}))).toEqual(['2026-01 variable 200 overage earned', '2026-03 variable 100 overage earned'])
    expect(found({})[0]?.source).toMatchObject({ what: 'overage', over: 7200, period: { index: 0 } })
    expect(found({ overage: { policy: 'absorb' } })).toEqual([])
    expect(found({ basis: 'access' })).toEqual([])
    const versions = [
      { from: day('2026-01-01'), fee: minor(100_000), included: 600 },
      { from: day('2026-03-01'), fee: minor(100_000), included: 600, overage: { policy: 'bill' as const } },
    ]
    expect(print(found({ overage: { policy: 'absorb' }, versions }))).toEqual(['2026-03 variable 100 overage earned'])
    expect(parts(retainer({}), done, '2026-02', '2026-02').map(({ source }) => source.what)).toEqual(['fee'])
  })

  test('that was ended keeps the fees of the periods that had begun', () => {
    const ended = (on: string) =>
      print(parts(retainer({}, { status: 'ended' }), worked(), '2026-02', '2026-04', day(on)))
    expect(ended('2026-03-01')).toEqual(['2026-02 guaranteed 1000 fee earned', '2026-03 guaranteed 1000 fee ahead'])
    expect(ended('2026-02-28')).toEqual(['2026-02 guaranteed 1000 fee ahead'])
  })
})

test('a project has its milestones, earned on their day; one that was put away none that are ahead', () => {
  const milestone = (on: string, amount: number, name = '') => ({ id: testId(20), name, on: day(on), amount })
  const milestones = [
    milestone('2026-03-14', 1000, 'Draft'),
    milestone('2026-03-15', 2000),
    milestone('2026-03-16', 3000),
    milestone('2027-01-01', 4000),
  ]
  const project = (archived: boolean) => projectSchema.parse({ ...common, kind: 'project', milestones, archived })
  expect(print(parts(project(false)))).toEqual([
    '2026-03 variable 10 milestone earned',
    '2026-03 variable 20 milestone earned',
    '2026-03 variable 30 milestone ahead',
  ])
  expect(print(parts(project(true)))).toEqual([
    '2026-03 variable 10 milestone earned',
    '2026-03 variable 20 milestone earned',
  ])
  expect(parts(project(false))[0]).toEqual({
    engagementId: testId(1),
    month: '2026-03',
    amount: 1000,
    kind: 'variable',
    isEarned: true,
    source: { what: 'milestone', on: '2026-03-14', name: 'Draft' },
  })
})

describe('hourly work', () => {
  const hourly = (archived = false) =>
    hourlySchema.parse({ ...common, kind: 'hourly', rates: [{ from: null, rate: 10_000 }], archived })
  const done = worked(['2025-08-31', 9], ['2025-09-01', 3], ['2026-02-28', 3], ['2026-03-10', 2])

  test('is earned as it is worked, and ahead it is the mean of six whole months', () => {
    const all = parts(hourly(), done, '2026-02', '2026-04')
    // (3 + 3) h × 100 ÷ 6 = 100 a month; of March 16 days of 31 are left: 51.61.
    expect(print(all)).toEqual([
      '2026-02 hourly 300 hours earned',
      '2026-03 hourly 200 hours earned',
      '2026-03 estimate 51.61 estimate ahead',
      '2026-04 estimate 100 estimate ahead',
    ])
    expect(all[1]).toEqual({
      engagementId: testId(1),
      month: '2026-03',
      amount: 20_000,
      kind: 'hourly',
      isEarned: true,
      source: { what: 'hours', seconds: 7200 },
    })
    expect(all[3]).toEqual({
      engagementId: testId(1),
      month: '2026-04',
      amount: 10_000,
      kind: 'estimate',
      isEarned: false,
      source: { what: 'estimate' },
    })
  })

  test('of a span that is past or ahead is only that', () => {
    expect(print(parts(hourly(), done, '2025-08', '2025-09'))).toEqual([
      '2025-08 hourly 900 hours earned',
      '2025-09 hourly 300 hours earned',
    ])
    expect(print(parts(hourly(), done, '2026-05', '2026-06'))).toEqual([
      '2026-05 estimate 100 estimate ahead',
      '2026-06 estimate 100 estimate ahead',
    ])
  })

  test('that was put away has no future', () => {
    expect(print(parts(hourly(true), done, '2026-02', '2026-04'))).toEqual([
      '2026-02 hourly 300 hours earned',
      '2026-03 hourly 200 hours earned',
    ])
  })
})
