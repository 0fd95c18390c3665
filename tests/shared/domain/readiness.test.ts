import { expect, test } from 'vitest'
import { readiness, suggestedPeriods } from '#shared/domain/readiness.ts'
import type { DayTotal } from '#shared/domain/totals.ts'
import { day, type Day } from '#shared/kernel/day.ts'

const today = day('2026-10-22')
/** Hours on the 10th of each month, the months named by their number in 2026. */
const worked = (hours: Record<string, number>, year = 2026): ReadonlyMap<Day, DayTotal> =>
  new Map(
    Object.entries(hours).map(([month, count]) => [
      day(`${year}-${month}-10`),
      { worked: count * 3600, charged: count * 3600, perks: {}, entries: 1 },
    ]),
  )

test('a client who worked in each of the last six months is ready, at the median to the half hour', () => {
  const days = worked({ '04': 9.2, '05': 10.1, '06': 10.4, '07': 8, '08': 11, '09': 10, '10': 2 })
  const ready = readiness([days], today)
  expect(ready).toMatchObject({ monthsWorked: 6, usual: 10 * 3600, historyMonths: 6, lastWorked: '2026-10-10' })
  expect(ready.isReady).toBe(true)
  expect(suggestedPeriods(ready)).toBe(6)
})

test("today's month counts for how recent the work is, not for how regular", () => {
  const before = readiness([worked({ '06': 10, '07': 10, '08': 10, '09': 10 })], today)
  const now = readiness([worked({ '06': 10, '07': 10, '08': 10, '09': 10, '10': 1 })], today)
  expect([before.regularity, before.usual]).toEqual([now.regularity, now.usual])
  expect(now.lastWorked).toBe('2026-10-10')
})

test('work long ago, a single burst or unbilled time make nobody ready', () => {
  expect(readiness([worked({ '03': 10, '04': 10, '05': 10, '06': 10, '07': 10 })], today).isReady).toBe(false)
  expect(readiness([worked({ '06': 1, '07': 1, '08': 60, '09': 1 })], today).isReady).toBe(false)
  const unbilled = new Map([[day('2026-09-10'), { worked: 36_000, charged: 0, perks: {}, entries: 1 }]])
  expect(readiness([unbilled], today)).toMatchObject({ monthsWorked: 0, lastWorked: null, usual: 0 })
  expect(readiness([], today)).toMatchObject({ monthsWorked: 0, historyMonths: 0, regularity: 0, isReady: false })
})

test('several engagements are one history', () => {
  const split = readiness([worked({ '07': 6, '09': 6 }), worked({ '07': 4, '08': 10 })], today)
  expect(split).toMatchObject({ monthsWorked: 3, usual: 10 * 3600 })
})

test('a first term is short for a short or an uneven history', () => {
  expect(suggestedPeriods(readiness([worked({ '09': 10 })], today))).toBe(2)
  expect(suggestedPeriods(readiness([worked({ '05': 2, '07': 20, '09': 4 })], today))).toBe(3)
})
