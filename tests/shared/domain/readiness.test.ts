import { expect, test } from 'vitest'
import { readiness, type Factor } from '#shared/domain/readiness.ts'
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
})

test("today's month counts for how recent the work is, not for how regular", () => {
  const before = readiness([worked({ '06': 10, '07': 10, '08': 10, '09': 10 })], today)
  const now = readiness([worked({ '06': 10, '07': 10, '08': 10, '09': 10, '10': 1 })], today)
  expect([before.regularityBasisPoints, before.usual]).toEqual([now.regularityBasisPoints, now.usual])
  expect(now.lastWorked).toBe('2026-10-10')
})

test('work long ago, a single burst or unbilled time make nobody ready', () => {
  expect(readiness([worked({ '03': 10, '04': 10, '05': 10, '06': 10, '07': 10 })], today).isReady).toBe(false)
  expect(readiness([worked({ '06': 1, '07': 1, '08': 60, '09': 1 })], today).isReady).toBe(false)
  const unbilled = new Map([[day('2026-09-10'), { worked: 36_000, charged: 0, perks: {}, entries: 1 }]])
  expect(readiness([unbilled], today)).toMatchObject({ monthsWorked: 0, lastWorked: null, usual: 0 })
  expect(readiness([], today)).toMatchObject({
    monthsWorked: 0,
    historyMonths: 0,
    regularityBasisPoints: 0,
    isReady: false,
    score: 0,
  })
})

test('several engagements are one history', () => {
  const split = readiness([worked({ '07': 6, '09': 6 }), worked({ '07': 4, '08': 10 })], today)
  expect(split).toMatchObject({ monthsWorked: 3, usual: 10 * 3600 })
})

/** What a factor is met by, in whole percent, and what it brings. */
const met = (factors: readonly Factor[]) =>
  Object.fromEntries(factors.map(({ name, metBasisPoints, points }) => [name, [metBasisPoints, points]]))

test('each factor stands with its weight, and the sum is that of the points shown', () => {
  const { factors, score } = readiness(
    [worked({ '04': 9, '05': 9, '06': 9, '07': 9, '08': 9, '09': 9, '10': 1 })],
    today,
  )
  expect(factors.map(({ name, weight }) => [name, weight])).toEqual([
    ['worked', 35],
    ['regular', 30],
    ['recent', 20],
    ['history', 15],
  ])
  expect(met(factors)).toEqual({
    worked: [10_000, 35],
    regular: [10_000, 30],
    recent: [10_000, 20],
    history: [10_000, 15],
  })
  expect(score).toBe(100)
})

test('three months of six, the last two months ago, half of them alike', () => {
  const { factors, score, regularityBasisPoints } = readiness([worked({ '06': 10, '07': 10, '08': 10 })], today)
  // 0, 0, 10, 10, 10, 0: mean and deviation are 5, so that nothing of it is regular.
  expect(regularityBasisPoints).toBe(0)
  expect(met(factors)).toEqual({ worked: [5000, 18], regular: [0, 0], recent: [8000, 16], history: [5000, 8] })
  expect(score).toBe(42)
})

test.each([
  ['10', 10_000],
  ['09', 10_000],
  ['08', 8000],
  ['07', 6000],
  ['06', 4000],
  ['05', 2000],
  ['04', 0],
  ['03', 0],
])('work last in month %s is recent by %i', (month, expected) => {
  expect(met(readiness([worked({ [month]: 5 })], today).factors)['recent']?.[0]).toBe(expected)
})

test('regularity is 1 less the coefficient of variation', () => {
  // Mean 10, deviations of 2: 20 %.
  const days = worked({ '04': 8, '05': 12, '06': 8, '07': 12, '08': 8, '09': 12 })
  expect(readiness([days], today)).toMatchObject({ regularityBasisPoints: 8000, isReady: true, usual: 36_000 })
})

test('five months of six that are alike are regular enough, four are not; half regular is enough, less is not', () => {
  const of = (hours: Record<string, number>) => readiness([worked(hours)], today)
  expect(of({ '06': 10, '07': 10, '08': 10, '09': 10 })).toMatchObject({
    monthsWorked: 4,
    regularityBasisPoints: 2929,
    isReady: false,
  })
  expect(of({ '05': 10, '06': 10, '07': 10, '08': 10, '09': 10 })).toMatchObject({
    monthsWorked: 5,
    regularityBasisPoints: 5528,
    isReady: true,
  })
  // Exactly a half: mean 10, deviation 5.
  expect(of({ '04': 5, '05': 15, '06': 5, '07': 15, '08': 5, '09': 15 })).toMatchObject({
    regularityBasisPoints: 5000,
    isReady: true,
  })
  expect(of({ '04': 4.99, '05': 15, '06': 5, '07': 15, '08': 5, '09': 15 }).isReady).toBe(false)
})

test('who last worked two months ago is not ready', () => {
  const hours = { '04': 10, '05': 10, '06': 10, '07': 10, '08': 10 }
  expect(readiness([worked(hours)], today)).toMatchObject({ regularityBasisPoints: 5528, isReady: false })
  expect(readiness([worked({ ...hours, '10': 1 })], today).isReady).toBe(true)
})

test('work on a perk is billable work too', () => {
  const onPerk = new Map([[day('2026-09-10'), { worked: 3600, charged: 0, perks: { p: 3600 }, entries: 1 }]])
  expect(readiness([onPerk], today)).toMatchObject({ monthsWorked: 1, lastWorked: '2026-09-10', usual: 3600 })
})

test('history is the months that had work and are over, however many lie between them', () => {
  expect(readiness([worked({ '10': 3 })], today).historyMonths).toBe(0)
  expect(readiness([worked({ '09': 3 })], today).historyMonths).toBe(1)
  expect(readiness([worked({ '12': 3 }, 2025)], today)).toMatchObject({ historyMonths: 1, monthsWorked: 0, usual: 0 })
  const once = [worked({ '12': 3 }, 2015), worked({ '08': 3, '10': 1 })]
  expect(readiness(once, today)).toMatchObject({ historyMonths: 2, monthsWorked: 1 })
})
