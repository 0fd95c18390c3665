import { expect, test } from 'vitest'
import { rulesOn } from '#shared/domain/rules.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { agreement } from '#tests/support/agreements.ts'

const agreed = agreement({
  rollover: { periods: 1, cap: 300 },
  rounding: { mode: 'up', minutes: 15 },
  versions: [
    { from: day('2026-02-01'), fee: minor(100_000), included: 600 },
    { from: day('2026-04-01'), fee: minor(0), included: 0, isPause: true },
    { from: day('2026-06-01'), fee: minor(140_000), included: 900, rollover: null, listRate: minor(12_000) },
    { from: day('2026-09-01'), fee: minor(150_000), included: 900, overage: { policy: 'absorb' } },
  ],
})
const on = (text: string) => rulesOn(agreed, day(text))

test('before the first version nothing is owed and nothing granted, by the rules that are to come', () => {
  expect(on('2026-01-31')).toEqual({
    fee: 0,
    included: 0,
    isPause: false,
    listRate: 10_000,
    rollover: { periods: 1, cap: 300 },
    overage: { policy: 'bill' },
    rounding: { mode: 'up', minutes: 15 },
    perks: [],
  })
})

test('a version holds from its day on', () => {
  expect(on('2026-02-01')).toMatchObject({ fee: 100_000, included: 600, isPause: false })
  expect(on('2026-03-31')).toMatchObject({ fee: 100_000, included: 600, isPause: false })
  expect(on('2026-04-01')).toMatchObject({ fee: 0, included: 0, isPause: true })
})

test('what a version does not name stays as it was before it; null is a name', () => {
  expect(on('2026-04-01').rollover).toEqual({ periods: 1, cap: 300 })
  expect(on('2026-06-01')).toMatchObject({ fee: 140_000, isPause: false, rollover: null, listRate: 12_000 })
  expect(on('2026-09-01')).toMatchObject({
    fee: 150_000,
    rollover: null,
    listRate: 12_000,
    overage: { policy: 'absorb' },
    rounding: { mode: 'up', minutes: 15 },
  })
})
