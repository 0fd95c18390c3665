import { expect, test } from 'vitest'
import { latestTracked, trackedMonths } from '#shared/domain/tracked-months.ts'
import { day, type Month } from '#shared/kernel/day.ts'
import { agreement, daysFrom, work } from '#tests/support/agreements.ts'

test('all billable time of a month, of all engagements, on perks too', () => {
  const one = daysFrom(
    [
      work(1, { on: '2026-01-31', hours: 1 }),
      work(2, { on: '2026-02-01', hours: 2 }),
      work(3, { on: '2026-02-28', hours: 4, perkId: 'p' }),
      work(4, { on: '2026-02-10', hours: 8, billable: false }),
      work(5, { on: '2026-04-01', hours: 16 }),
    ],
    agreement(),
  )
  const other = daysFrom([work(6, { on: '2026-02-15', hours: 32 })], agreement())
  expect(trackedMonths([one, other], '2026-02' as Month, '2026-03' as Month)).toEqual([
    { month: '2026-02', charged: 38 * 3600 },
    { month: '2026-03', charged: 0 },
  ])
  expect(trackedMonths([], '2026-02' as Month, '2026-02' as Month)).toEqual([{ month: '2026-02', charged: 0 }])
})

test('the latest months that say something end with the last whole one that had work', () => {
  const long = daysFrom([work(1, { on: '2024-02-10', hours: 1 }), work(2, { on: '2025-11-30', hours: 1 })], agreement())
  const late = daysFrom([work(3, { on: '2026-03-02', hours: 1 })], agreement())
  expect(latestTracked([long], day('2026-03-15'), 12)).toEqual({ from: '2024-12', to: '2025-11' })
  expect(latestTracked([long, late], day('2026-03-15'), 12)).toEqual({ from: '2024-12', to: '2025-11' })
  expect(latestTracked([long, late], day('2026-04-01'), 12)).toEqual({ from: '2025-04', to: '2026-03' })
  expect(latestTracked([late], day('2026-04-01'), 12)).toEqual({ from: '2026-03', to: '2026-03' })
  expect(latestTracked([late], day('2026-03-31'), 12)).toBeNull()
  expect(latestTracked([], day('2026-03-31'), 12)).toBeNull()
})
