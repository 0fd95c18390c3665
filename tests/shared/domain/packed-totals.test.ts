import { expect, test } from 'vitest'
import { packTotals, unpackTotals } from '#shared/domain/packed-totals.ts'
import { DayTotals, type DayTotal, type Totals } from '#shared/domain/totals.ts'
import { day } from '#shared/kernel/day.ts'
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
