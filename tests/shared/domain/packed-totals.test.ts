import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packingRecent, packTotals, unpackTotals, type PackedTotals } from '#shared/domain/packed-totals.ts'
import { DayTotals, totalBetween, type DayTotal, type Totals } from '#shared/domain/totals.ts'
import { addDays, day, type Month } from '#shared/kernel/day.ts'
import { by } from '#shared/kernel/order.ts'
import { atOnce } from '#shared/kernel/pieces.ts'
import { testId } from '#tests/support/agreements.ts'

const total = (worked: number, charged: number, entries: number, perks: DayTotal['perks'] = {}): DayTotal => ({
  worked,
  charged,
  perks,
  entries,
})
/** In the order in which they came to be there. */
function daysOf(...totals: [on: string, total: DayTotal][]): DayTotals {
  const days = new DayTotals()
  for (const [on, each] of totals) days.set(day(on), each)
  return days
}
const totals: Totals = new Map([
  [
    testId(1),
    daysOf(
      ['2026-01-03', total(3600, 3600, 1)],
      ['2026-01-01', total(5000, 5400, 2)],
      ['2026-01-09', total(1800, 0, 1, { review: 1800 })],
    ),
  ],
  // Days that the first engagement has too, in another order, and one of its own between them.
  [null, daysOf(['2026-01-09', total(60, 0, 1)], ['2026-02-01', total(120, 0, 3)], ['2026-01-03', total(30, 30, 1)])],
])

test('each day is written once, and an engagement is columns of steps through them', () => {
  expect(packTotals(totals)).toEqual({
    days: ['2026-01-03', '2026-01-01', '2026-01-09', '2026-02-01'],
    totals: [
      {
        id: testId(1),
        steps: [0, 1, 1],
        worked: [3600, 5000, 1800],
        over: [0, 400, -1800],
        entries: [1, 2, 1],
        perks: { 2: { review: 1800 } },
      },
      { id: '', steps: [2, 1, -3], worked: [60, 120, 30], over: [-60, -120, 0], entries: [1, 3, 1], perks: {} },
    ],
  })
})

test('they come out of it as they went in, and as totals that can be asked by month', () => {
  const unpacked = unpackTotals(structuredClone(packTotals(totals)))
  expect([...unpacked].map(([id, days]) => [id, [...days]])).toEqual([...totals].map(([id, days]) => [id, [...days]]))
  expect(unpacked.get(null)).toBeInstanceOf(DayTotals)
  expect(unpackTotals(packTotals(new Map()))).toEqual(new Map())
})

const byDay = by<readonly [string, unknown]>(([on]) => on)
const FIRST = day('2026-01-01')
const anyDay = fc.integer({ min: 0, max: 120 }).map((days) => addDays(FIRST, days))
const anyDays = fc.uniqueArray(fc.tuple(anyDay, fc.integer({ min: 1, max: 9 })), {
  selector: ([on]) => on,
  maxLength: 30,
})
const anyTouch = fc.record({
  what: fc.constantFrom('get', 'has', 'set', 'delete', 'sum', 'month', 'ends', 'isEmpty'),
  on: anyDay,
})

test('days that are unpacked when they are asked for are the same days, whatever is done to them first', () => {
  fc.assert(
    fc.property(anyDays, anyDay, fc.array(anyTouch, { maxLength: 12 }), (days, since, touches) => {
      const whole = new DayTotals()
      for (const [on, hours] of days.toSorted(byDay)) whole.set(on, total(hours * 3600, hours * 3600, 1))
      const crossed = JSON.parse(
        JSON.stringify(atOnce(packingRecent(new Map([[testId(1), whole]]), since))),
      ) as PackedTotals
      const later = unpackTotals(crossed).get(testId(1))
      if (!later) throw new Error('an engagement is lost')
      for (const { what, on } of touches) {
        const done = [whole, later].map((each) => {
          if (what === 'get') return each.get(on)
          if (what === 'has') return each.has(on)
          if (what === 'set') return each.set(on, total(60, 60, 1)).get(on)
          if (what === 'delete') return each.delete(on)
          if (what === 'sum') return totalBetween(each, on, addDays(on, 40))
          if (what === 'ends') return each.ends
          if (what === 'month') return each.inMonth(on.slice(0, 7) as Month)
          return each.isEmpty
        })
        expect(done[1]).toEqual(done[0])
      }
      expect([...later].toSorted(byDay)).toEqual([...whole].toSorted(byDay))
      expect(later.size).toBe(whole.size)
    }),
    { numRuns: 1000 },
  )
})
