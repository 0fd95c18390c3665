import { expect, test } from 'vitest'
import { verdictOn } from '#shared/domain/offer-verdict.ts'
import { offersOn, type Offer } from '#shared/domain/offers.ts'
import type { Month } from '#shared/kernel/day.ts'
import { minor, minutes, seconds } from '#shared/kernel/units.ts'

const ground = { currency: 'EUR', listRate: minor(10_000) }
const months = [6, 13, 4, 10].map((hours, index) => ({
  month: `2026-0${index + 1}` as Month,
  charged: seconds(hours * 3600),
}))
const byTheHour = (discountBasisPoints: number): Offer => ({ kind: 'byTheHour', discountBasisPoints })
const retainer: Offer = {
  kind: 'retainer',
  fee: minor(90_000),
  included: minutes(600),
  overage: { policy: 'absorb' },
  rollover: null,
  perks: [],
}

test('which is better, for whom, and by how much', () => {
  // 3,300 · 2,970 · 3,600, months up to 900, 810 and 0 apart, 100.00, 90.00 and 109.09 an hour.
  const verdict = verdictOn(offersOn(months, [byTheHour(0), byTheHour(1000), retainer], ground))
  expect(verdict).toEqual({
    earns: { first: 2, next: 0, by: 30_000 },
    saves: { first: 1, next: 0, by: 33_000 },
    perHour: { first: 2, next: 0, by: 909 },
    steadier: { first: 2, next: 1, by: 81_000 },
  })
})

test('of offers that are alike the first is named, by nothing', () => {
  const { earns, saves } = verdictOn(offersOn(months, [byTheHour(0), byTheHour(0)], ground))
  expect(earns).toEqual({ first: 0, next: 1, by: 0 })
  expect(saves).toEqual({ first: 0, next: 1, by: 0 })
})

test('a retainer is steadier than by the hour, though another is as steady', () => {
  const { steadier } = verdictOn(
    offersOn(months, [byTheHour(0), retainer, { ...retainer, fee: minor(100_000) }], ground),
  )
  expect(steadier).toEqual({ first: 1, next: 0, by: 90_000 })
})

test('one alone is not better than any, and without work no hour is dearer', () => {
  expect(verdictOn(offersOn(months, [retainer], ground))).toEqual({
    earns: null,
    saves: null,
    perHour: null,
    steadier: null,
  })
  const idle = months.map(({ month }) => ({ month, charged: seconds(0) }))
  expect(verdictOn(offersOn(idle, [byTheHour(0), retainer], ground))).toEqual({
    earns: { first: 1, next: 0, by: 360_000 },
    saves: { first: 0, next: 1, by: 360_000 },
    perHour: null,
    steadier: { first: 0, next: 1, by: 0 },
  })
})
