import { describe, expect, test } from 'vitest'
import { ceilings, pricing, type PricingInput } from '#shared/domain/pricing.ts'
import { minor, minutes } from '#shared/kernel/units.ts'

/** The example everyone meets (domain.md, Pricing a retainer): 10 h at 100.00, 10 % off or half an hour on top. */
const sheet = (other: Partial<PricingInput> = {}) =>
  pricing({
    minutesPerPeriod: minutes(600),
    listRate: minor(10_000),
    discountBasisPoints: 1000,
    perks: [{ name: 'Review', minutes: minutes(30) }],
    periodsPerYear: 12,
    capacityMinutes: minutes(6000),
    ...other,
  })
const perk = (of: number) => [{ name: 'Review', minutes: minutes(of) }]

test('the example everyone meets', () => {
  expect(sheet()).toEqual({
    piecemeal: 100_000,
    discountedFee: 90_000,
    discountedRate: 9000,
    givenAwayPerYear: 120_000,
    perkValue: 5000,
    valueAddRate: 9524,
    breakEvenSeconds: 4000,
    ceiling: 900_000,
    better: 'perks',
  })
})

describe('which is better', () => {
  const hour = { minutesPerPeriod: minutes(540), discountBasisPoints: 1000 }
  test('is the perks under the break-even', () => expect(sheet({ ...hour, perks: perk(59) }).better).toBe('perks'))
  test('is the same on it', () => expect(sheet({ ...hour, perks: perk(60) }).better).toBe('same'))
  test('is the discount above it', () => expect(sheet({ ...hour, perks: perk(61) }).better).toBe('discount'))
  test('is decided by the exact figures, not by the rounded break-even', () => {
    // Of 10 h 0.33 % are 119.19 s: two minutes are past that.
    expect(sheet({ discountBasisPoints: 33, perks: perk(2) }).breakEvenSeconds).toBe(119)
    expect(sheet({ discountBasisPoints: 33, perks: perk(2) }).better).toBe('discount')
  })
  test('adds up several perks', () => {
    const perks = [...perk(30), ...perk(31)]
    expect(sheet({ ...hour, perks })).toMatchObject({ better: 'discount', perkValue: 10_167 })
  })
})

test('without hours there is no rate with perks, and at 100 % no break-even', () => {
  expect(sheet({ minutesPerPeriod: minutes(0) })).toMatchObject({
    valueAddRate: null,
    piecemeal: 0,
    breakEvenSeconds: 0,
  })
  expect(sheet({ discountBasisPoints: 10_000 })).toMatchObject({ breakEvenSeconds: null, discountedFee: 0, ceiling: 0 })
})

test('each figure is rounded once, half away from zero', () => {
  // 1 min at 0.30 is 0.005; half of it off: 0.0025.
  const tiny = {
    minutesPerPeriod: minutes(1),
    listRate: minor(30),
    discountBasisPoints: 5000,
    capacityMinutes: minutes(1),
  }
  expect(sheet(tiny)).toMatchObject({
    piecemeal: 1,
    discountedFee: 0,
    discountedRate: 15,
    givenAwayPerYear: 12,
    ceiling: 0,
  })
})

test('all there is to sell, at list price and on full terms with extras', () => {
  const input = {
    minutesPerPeriod: minutes(600),
    listRate: minor(10_000),
    discountBasisPoints: 1000,
    perks: perk(30),
    periodsPerYear: 12,
    capacityMinutes: minutes(6600),
  }
  expect(ceilings(input)).toEqual({ atList: 1_100_000, withPerks: 1_047_619 })
  expect(ceilings({ ...input, perks: [] })).toEqual({ atList: 1_100_000, withPerks: 1_100_000 })
  expect(ceilings({ ...input, minutesPerPeriod: minutes(0) }).withPerks).toBe(0)
})
