import { describe, expect, test } from 'vitest'
import { dueAlerts, withTold } from '#shared/domain/alerts.ts'
import { runningPeriod } from '#shared/domain/running-period.ts'
import { standingIn, type Standing } from '#shared/domain/standing.ts'
import { calendarOf } from '#shared/domain/working-days.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { agreement, daysFrom, testId, work } from '#tests/support/agreements.ts'

const TODAY = day('2026-01-20')
const calendar = calendarOf({ workingDays: [1, 2, 3, 4, 5], daysOff: [], minutesPerDay: 480 })

const retainerWith = (terms: Partial<Agreement> = {}, other: Partial<Retainer> = {}): Retainer => ({
  id: testId(1),
  clientId: testId(2),
  kind: 'retainer',
  name: '',
  archived: false,
  status: 'active',
  agreement: agreement(terms),
  follows: null,
  outcome: null,
  proposal: null,
  sentOn: null,
  told: [],
  ...other,
})

/** How it stands with so many hours worked in January, and units handed over. */
function standingWith({ agreement: agreed }: Retainer, hours: number, units = 0): Standing {
  const days = daysFrom([work(1, { on: '2026-01-05', hours })], agreed)
  const deliveries = units > 0 ? [{ day: day('2026-01-05'), units }] : []
  const period = runningPeriod(agreed, { days, deliveries }, TODAY, calendar)
  if (!period) throw new Error('no period')
  return standingIn(agreed, period, TODAY, calendar)
}

const due = (retainer: Retainer, hours: number, units = 0): number[] =>
  dueAlerts(retainer, standingWith(retainer, hours, units))

describe('a share alerts', () => {
  test.each([
    [7.99, []],
    [8, [80]],
    [9.999, [80]],
    [10, [80, 100]],
    [30, [80, 100]],
  ])('at %d of 10 hours: %j', (hours, expected) => {
    expect(due(retainerWith(), hours)).toEqual(expected)
  })

  test('as the user sets it, above the whole too, once and in order', () => {
    const retainer = retainerWith({ alerts: [150, 50, 50] })
    expect(due(retainer, 4.9)).toEqual([])
    expect(due(retainer, 5)).toEqual([50])
    expect(due(retainer, 14.9)).toEqual([50])
    expect(due(retainer, 15)).toEqual([50, 150])
    expect(due(retainerWith({ alerts: [] }), 20)).toEqual([])
  })

  test('of what was carried in and topped up too', () => {
    const topUps = [{ id: testId(9), on: day('2026-01-10'), amount: 600, price: minor(0), reason: '' }]
    expect(due(retainerWith({ topUps }), 15)).toEqual([])
    expect(due(retainerWith({ topUps }), 16)).toEqual([80])
  })

  test('of units, where units are agreed', () => {
    const versions = [{ from: day('2026-01-01'), fee: minor(200_000), included: 5 }]
    const retainer = retainerWith({ basis: 'deliverables', versions })
    expect(due(retainer, 40, 3)).toEqual([])
    expect(due(retainer, 0, 4)).toEqual([80])
  })

  test('once: not again when it was told, nor after it fell back', () => {
    const told = (shares: number[], period = '2026-01-01') =>
      retainerWith({}, { told: [{ period: day(period), shares }] })
    expect(due(told([80]), 9)).toEqual([])
    expect(due(told([80]), 10)).toEqual([100])
    expect(due(told([80, 100]), 12)).toEqual([])
    expect(due(told([100]), 8)).toEqual([80])
    expect(due(told([80, 100], '2025-12-01'), 10)).toEqual([80, 100])
  })
})

describe('nothing alerts', () => {
  test('without any time to have a share of', () => {
    expect(due(retainerWith({ basis: 'access' }), 100)).toEqual([])
    expect(due(retainerWith({ versions: [{ from: day('2026-01-01'), fee: minor(0), included: 0 }] }), 5)).toEqual([])
  })

  test.each(['draft', 'proposed', 'ended', 'declined'] as const)('while it is %s', (status) => {
    expect(due(retainerWith({}, { status }), 10)).toEqual([])
  })

  test('once it is put away', () => expect(due(retainerWith({}, { archived: true }), 10)).toEqual([]))
})

describe('what was told', () => {
  const [december, january] = [day('2025-12-01'), day('2026-01-01')]

  test('is kept by period, each share once, in order', () => {
    expect(withTold([], january, [100, 80, 100])).toEqual([{ period: january, shares: [80, 100] }])
    expect(withTold([{ period: january, shares: [80] }], january, [100])).toEqual([
      { period: january, shares: [80, 100] },
    ])
    expect(withTold([{ period: january, shares: [80] }], december, [100])).toEqual([
      { period: december, shares: [100] },
      { period: january, shares: [80] },
    ])
  })

  test('keeps what a later version wrote beside it', () => {
    const told = [{ period: january, shares: [80], by: 'mail' }]
    expect(withTold(told, january, [100])).toEqual([{ period: january, shares: [80, 100], by: 'mail' }])
  })
})
