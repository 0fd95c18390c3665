import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deliveriesBetween } from '#shared/domain/deliveries-between.ts'
import { day } from '#shared/kernel/day.ts'
import { anyDay, anyDeliveries } from '#tests/support/arbitrary.ts'

const days = new Map()

test('what lies between two days is found, in order, whatever order it was told in', () => {
  fc.assert(
    fc.property(anyDeliveries, anyDay('2024-01-01', 900), anyDay('2024-01-01', 900), (deliveries, from, to) => {
      const found = deliveriesBetween({ days, deliveries }, from, to)
      const expected = deliveries.filter((each) => each.day >= from && each.day < to)
      expect(found.length).toBe(expected.length)
      for (const each of expected) expect(found).toContain(each)
      expect(found.map((each) => each.day)).toEqual(expected.map((each) => each.day).toSorted())
    }),
    { numRuns: 1000 },
  )
})

test('a ledger’s row asks for its own: it does not go through all that was handed over', () => {
  let asked = 0
  const deliveries = Array.from({ length: 1024 }, () => ({
    get day() {
      asked += 1
      return day('2026-01-01')
    },
    units: 1,
  }))
  const done = { days, deliveries }
  deliveriesBetween(done, day('2026-02-01'), day('2026-03-01')) // puts them in order, once
  asked = 0
  expect(deliveriesBetween(done, day('2026-02-01'), day('2026-03-01'))).toEqual([])
  expect(asked).toBeLessThan(30)
})
