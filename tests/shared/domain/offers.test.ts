import { describe, expect, test } from 'vitest'
import { offersOfSheet, offersOn, type Offer, type Offered, type RetainerOffer } from '#shared/domain/offers.ts'
import { pricing, type PricingInput } from '#shared/domain/pricing.ts'
import { addToMonth, type Month } from '#shared/kernel/day.ts'
import { minor, minutes, seconds } from '#shared/kernel/units.ts'
import type { TrackedMonth } from '#shared/domain/tracked-months.ts'

const ground = { currency: 'EUR', listRate: minor(10_000) }
const HOUR = 3600
const tracked = (...hours: number[]): TrackedMonth[] =>
  hours.map((count, index) => ({ month: addToMonth('2026-01' as Month, index), charged: seconds(count * HOUR) }))

const retainer = (more: Partial<RetainerOffer> = {}): RetainerOffer => ({
  kind: 'retainer',
  fee: minor(100_000),
  included: minutes(600),
  overage: { policy: 'bill' },
  rollover: null,
  perks: [],
  ...more,
})
const perk = (quota: number | null) => ({ id: 'p', name: 'Calls', minutes: quota, count: null, value: minor(0) })
const byTheHour = (discountBasisPoints = 0): Offer => ({ kind: 'byTheHour', discountBasisPoints })

const one = (hours: readonly number[], offer: Offer): Offered => {
  const [offered] = offersOn(tracked(...hours), [offer], ground)
  return offered ?? expect.fail('no figures')
}
const paid = ({ months }: Offered): number[] => months.map((month) => month.paid / 100)
const inHours = (of: Offered, what: 'worked' | 'given' | 'unused'): number[] =>
  of.months.map((month) => month[what] / HOUR)

describe('by the hour', () => {
  test('each month is what was worked, at list price', () => {
    const offered = one([6, 13, 4, 10], byTheHour())
    expect(paid(offered)).toEqual([600, 1300, 400, 1000])
    expect(offered).toMatchObject({
      paid: { sum: 330_000, mean: 82_500, least: 40_000, most: 130_000, deviation: 34_911, variationBasisPoints: 4232 },
      best: { month: '2026-02', paid: 130_000 },
      worst: { month: '2026-03', paid: 40_000 },
      range: 90_000,
      effectiveRate: 10_000,
      given: 0,
      givenValue: 0,
      unused: 0,
      beyondList: 0,
    })
    expect(inHours(offered, 'worked')).toEqual([6, 13, 4, 10])
  })

  test('at a discount each month is rounded once', () => {
    const offered = one([6, 13, 4, 10], byTheHour(1000))
    expect(paid(offered)).toEqual([540, 1170, 360, 900])
    expect(offered).toMatchObject({ effectiveRate: 9000, beyondList: -33_000, given: 0 })
    // A minute at 100.00 is 1.6667, at 12.5 % off 1.4583.
    expect(one([1 / 60], byTheHour(1250)).months[0]?.paid).toBe(146)
  })
})

describe('a retainer', () => {
  test('overage that is billed: the client pays the fee and what goes beyond', () => {
    const offered = one([6, 13, 4, 10], retainer({ overage: { policy: 'bill', rate: minor(12_000) } }))
    expect(paid(offered)).toEqual([1000, 1360, 1000, 1000])
    expect(inHours(offered, 'unused')).toEqual([4, 0, 6, 0])
    expect(offered).toMatchObject({
      paid: { sum: 436_000, mean: 109_000 },
      best: { month: '2026-02' },
      // The first of three that are alike.
      worst: { month: '2026-01', paid: 100_000 },
      range: 36_000,
      // 4,360 for 33 hours.
      effectiveRate: 13_212,
      given: 0,
      unused: 10 * HOUR,
      beyondList: 106_000,
    })
  })

  test('overage that is absorbed is given away', () => {
    const offered = one([6, 13, 4, 10], retainer({ overage: { policy: 'absorb' } }))
    expect(paid(offered)).toEqual([1000, 1000, 1000, 1000])
    expect(inHours(offered, 'given')).toEqual([0, 3, 0, 0])
    expect(offered).toMatchObject({ range: 0, given: 3 * HOUR, givenValue: 30_000, beyondList: 70_000 })
    expect(offered.paid).toMatchObject({ deviation: 0, variationBasisPoints: 0 })
  })

  test('with rollover it is the ledger of domain.md, example 1', () => {
    const offered = one([6, 13, 4, 10], retainer({ rollover: { periods: 1, cap: 300 } }))
    expect(paid(offered)).toEqual([1000, 1000, 1000, 1000])
    // 2 h dropped by the cap; the last month is the end of the term, and its 5 h are lost.
    expect(inHours(offered, 'unused')).toEqual([0, 0, 2, 5])
  })

  test('what the last month borrows is billed', () => {
    const offered = one([13, 9], retainer({ overage: { policy: 'borrow' } }))
    expect(paid(offered)).toEqual([1000, 1200])
    expect(offered.given).toBe(0)
  })

  test('a month without work costs the same', () => {
    const offered = one([0, 0], retainer())
    expect(paid(offered)).toEqual([1000, 1000])
    expect(offered).toMatchObject({ effectiveRate: null, unused: 20 * HOUR, beyondList: 200_000 })
  })

  test('perks are used whole on top of the tracked work; a promise takes no time', () => {
    const offered = one([10, 10], retainer({ perks: [perk(30)] }))
    expect(paid(offered)).toEqual([1000, 1000])
    expect(inHours(offered, 'worked')).toEqual([10.5, 10.5])
    expect(inHours(offered, 'given')).toEqual([0.5, 0.5])
    expect(offered).toMatchObject({ effectiveRate: 9524, given: HOUR, givenValue: 10_000, beyondList: 0, unused: 0 })
    expect(one([10], retainer({ perks: [perk(null)] }))).toMatchObject({ given: 0, effectiveRate: 10_000 })
  })
})

test('nothing was tracked: nothing is said', () => {
  expect(offersOn([], [byTheHour(), retainer()], ground)).toEqual([])
})

test('over the end of a year the months stay one after another', () => {
  const months: TrackedMonth[] = [
    { month: '2025-12' as Month, charged: seconds(12 * HOUR) },
    { month: '2026-01' as Month, charged: seconds(8 * HOUR) },
  ]
  const [offered] = offersOn(months, [retainer({ rollover: { periods: null, cap: null } })], ground)
  expect(offered?.months.map(({ month, paid: amount }) => [month, amount])).toEqual([
    ['2025-12', 120_000],
    ['2026-01', 100_000],
  ])
})

describe('the example everyone meets, ten hours in every month of a year (domain.md)', () => {
  const sheet: PricingInput = {
    minutesPerPeriod: minutes(600),
    listRate: minor(10_000),
    discountBasisPoints: 1000,
    perks: [{ name: 'Calls', minutes: minutes(30) }],
    periodsPerYear: 12,
    capacityMinutes: minutes(9600),
  }
  const year = tracked(...Array.from({ length: 12 }, () => 10))
  const [list, discount, discounted, valueAdd] = offersOn(year, offersOfSheet(sheet), ground)

  test('the months say what the sheet says', () => {
    const said = pricing(sheet)
    expect(list?.paid.mean).toBe(said.piecemeal)
    expect(discount?.paid.mean).toBe(said.discountedFee)
    expect(discount?.effectiveRate).toBe(said.discountedRate)
    expect((list?.paid.sum ?? 0) - (discounted?.paid.sum ?? 0)).toBe(said.givenAwayPerYear)
    expect(valueAdd?.effectiveRate).toBe(said.valueAddRate)
  })

  test('to the cent', () => {
    expect(
      [list, discount, discounted, valueAdd].map((each) => [each?.paid.sum, each?.effectiveRate, each?.given]),
    ).toEqual([
      [1_200_000, 10_000, 0],
      [1_080_000, 9000, 0],
      [1_080_000, 9000, 0],
      [1_200_000, 9524, 6 * HOUR],
    ])
  })
})
