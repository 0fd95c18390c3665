import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readiness } from '#shared/domain/readiness.ts'
import { suggestedTerm } from '#shared/domain/suggestion.ts'
import type { DayTotal } from '#shared/domain/totals.ts'
import { addDays, day, type Day } from '#shared/kernel/day.ts'
import { sumOf } from '#shared/kernel/units.ts'

const today = day('2026-10-22')
const anyHistory = fc
  .array(fc.record({ ago: fc.integer({ min: 0, max: 500 }), charged: fc.integer({ min: 0, max: 12 * 3600 }) }), {
    maxLength: 40,
  })
  .map(
    (days): ReadonlyMap<Day, DayTotal> =>
      new Map(
        days.map(({ ago, charged }) => [addDays(today, -ago), { worked: charged, charged, perks: {}, entries: 1 }]),
      ),
  )

test('readiness is the sum of what its factors show, each within what it weighs', () => {
  fc.assert(
    fc.property(anyHistory, (days) => {
      const { factors, score, isReady, usual, monthsWorked } = readiness([days], today)
      expect(score).toBe(sumOf(factors, ({ points }) => points))
      expect(sumOf(factors, ({ weight }) => weight)).toBe(100)
      for (const { metBasisPoints, points, weight } of factors) {
        expect(0 <= metBasisPoints && metBasisPoints <= 10_000).toBe(true)
        expect(0 <= points && points <= weight).toBe(true)
      }
      expect(usual % 1800).toBe(0)
      if (monthsWorked === 0) expect(usual).toBe(0)
      if (isReady) expect(monthsWorked).toBeGreaterThanOrEqual(5)
    }),
    { numRuns: 1000 },
  )
})

test('one history in two engagements is the same as in one', () => {
  fc.assert(
    fc.property(anyHistory, (days) => {
      const all = [...days]
      const halves = [all.filter((_, index) => index % 2 === 0), all.filter((_, index) => index % 2 === 1)]
      expect(
        readiness(
          halves.map((half) => new Map(half)),
          today,
        ),
      ).toEqual(readiness([days], today))
    }),
    { numRuns: 1000 },
  )
})

test('a longer history never gets a shorter term, and only a short term is a trial', () => {
  fc.assert(
    fc.property(anyHistory, fc.nat(40), (days, more) => {
      const ready = readiness([days], today)
      const now = suggestedTerm(ready, null)
      const later = suggestedTerm({ ...ready, historyMonths: ready.historyMonths + more }, null)
      expect(later.periods).toBeGreaterThanOrEqual(now.periods)
      expect(now.trial).toBe(now.periods < 6)
      expect([2, 3, 6]).toContain(now.periods)
    }),
    { numRuns: 1000 },
  )
})
