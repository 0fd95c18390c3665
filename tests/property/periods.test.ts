import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  finalIndex,
  lastBegun,
  lastOfTerm,
  periodAt,
  periodOn,
  periodsUntil,
  termEnd,
  termsOf,
} from '#shared/domain/periods.ts'
import { addDays, addMonths, daysBetween, daysInMonth, type Day } from '#shared/kernel/day.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { anyAgreement } from '#tests/support/arbitrary.ts'

const after = fc.integer({ min: 0, max: 3000 })
const monthsIn = { month: 1, quarter: 3, year: 12 } as const
const each = (check: (agreement: Agreement, asOf: Day) => void): void =>
  fc.assert(
    fc.property(anyAgreement, after, (agreement, days) => check(agreement, addDays(agreement.startsOn, days))),
    { numRuns: 1000 },
  )

test('periods tile the term from its first day on: no gap, no overlap, none empty', () => {
  each((agreement, asOf) => {
    const periods = periodsUntil(agreement, asOf)
    expect(periods[0]?.start).toBe(agreement.startsOn)
    for (const [index, period] of periods.entries()) {
      expect(period.index).toBe(index)
      expect(period.start < period.end).toBe(true)
      expect(periods[index + 1]?.start ?? period.end).toBe(period.end)
    }
  })
})

test('the last one ends with the term, and there is none after it', () => {
  each((agreement) => {
    const over = termEnd(agreement)
    const last = finalIndex(agreement)
    expect(over === null).toBe(last === null)
    if (last === null) return
    expect(periodAt(agreement, last)?.end).toBe(over)
    expect(periodAt(agreement, last + 1)).toBeNull()
    expect(lastOfTerm(agreement, 0)).toBe(last)
  })
})

test('the last that has begun by a day is found without those before it', () => {
  each((agreement, asOf) => {
    expect(lastBegun(agreement, asOf)).toEqual(periodsUntil(agreement, asOf).at(-1) ?? null)
    const cut = { ...agreement, endsOn: addDays(agreement.startsOn, 100) }
    expect(lastBegun(cut, asOf)).toEqual(periodsUntil(cut, asOf).at(-1) ?? null)
    expect(lastBegun(agreement, addDays(agreement.startsOn, -1))).toBeNull()
  })
})

test('every day of the term is in one period, every other day in none', () => {
  each((agreement, asOf) => {
    const period = periodOn(agreement, asOf)
    const over = termEnd(agreement)
    expect(period !== null).toBe(over === null || asOf < over)
    if (period) expect(period.start <= asOf && asOf < period.end).toBe(true)
    expect(periodOn(agreement, addDays(agreement.startsOn, -1))).toBeNull()
  })
})

test('an anniversary keeps to the day of the start, or to the last day of a shorter month', () => {
  each((agreement, asOf) => {
    if (agreement.period.anchor !== 'anniversary') return
    for (const { start, index, days, wholeDays } of periodsUntil(agreement, asOf)) {
      expect(start).toBe(addMonths(agreement.startsOn, index * monthsIn[agreement.period.every]))
      const most = daysInMonth(Number(start.slice(0, 4)), Number(start.slice(5, 7)))
      expect(Number(start.slice(8))).toBe(Math.min(Number(agreement.startsOn.slice(8)), most))
      expect(days).toBe(wholeDays)
    }
  })
})

test('a period is as long as its days; a partial one owes its share of the whole one', () => {
  each((agreement, asOf) => {
    for (const period of periodsUntil(agreement, asOf)) {
      expect(period.days).toBe(daysBetween(period.start, period.end))
      expect(period.days).toBeLessThanOrEqual(period.wholeDays)
      const { fee, included } = termsOf(agreement, period)
      const version = agreement.versions.findLast(({ from }) => from <= period.start)
      const [days, whole] = agreement.proration === 'days' ? [period.days, period.wholeDays] : [1, 1]
      // In whole numbers: a half is a half, whatever its share is as a fraction.
      const isShareOf = (share: number, all: number): boolean => 2 * Math.abs(share * whole - all * days) <= whole
      expect(isShareOf(fee, version?.fee ?? 0)).toBe(true)
      expect(isShareOf(included, version?.included ?? 0)).toBe(true)
    }
  })
})

test('terms that renew follow each other, each as long as the first', () => {
  each((agreement, asOf) => {
    if (agreement.term.atEnd === 'ends') return
    for (const { index } of periodsUntil(agreement, asOf)) {
      const last = lastOfTerm(agreement, index)
      expect(last).toBeGreaterThanOrEqual(index)
      expect(last - index).toBeLessThan(agreement.term.periods)
      expect((last + 1) % agreement.term.periods).toBe(0)
    }
  })
})
