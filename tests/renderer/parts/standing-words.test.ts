import { expect, test } from 'vitest'
import { paceWords, roughly } from '#renderer/parts/standing-words.ts'
import { runningPeriod } from '#shared/domain/running-period.ts'
import { standingIn } from '#shared/domain/standing.ts'
import { withPause } from '#shared/domain/versions.ts'
import { calendarOf } from '#shared/domain/working-days.ts'
import { formatter } from '#shared/i18n/format.ts'
import { translator } from '#shared/i18n/languages.ts'
import { day } from '#shared/kernel/day.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import type { Language } from '#shared/model/quantities.ts'
import { agreement, daysFrom, work } from '#tests/support/agreements.ts'

/** Ten hours for March, of which so many were worked by Thursday the 26th. */
function pace(language: Language, hours: number, terms: Partial<Agreement> = {}): string {
  const agreed = agreement(terms)
  const today = day('2026-03-26')
  const calendar = calendarOf({ workingDays: [1, 2, 3, 4, 5], minutesPerDay: 480, daysOff: [] })
  const worked = { days: daysFrom([work(0, { on: '2026-03-25', hours })], agreed) }
  const period = runningPeriod(agreed, worked, today, calendar)
  if (!period) throw new Error('March is in its term')
  return paceWords(translator(language), formatter(language), standingIn(agreed, period, today, calendar), today).text
}

test('what runs out today says today, as the sentence above it does', () => {
  expect(pace('en', 9.9)).toBe('Runs out today, 5 days early')
  expect(pace('it', 9.9)).toBe('Finiscono oggi, 5 giorni prima')
  expect(pace('en', 9.2)).toMatch(/^Runs out on \w{3} \d+, \d days? early$/)
})

test('what will be left is a guess, to the half hour', () => {
  expect(pace('en', 2)).toMatch(/^About \d+:[03]0 will lapse on 31 March$/)
  expect([roughly(29 * 60), roughly(110 * 60), roughly(120 * 60)]).toEqual([29 * 60, 90 * 60, 120 * 60])
})

test('a pause is said with its end; what was worked in it all the same', () => {
  const versions = withPause(agreement().versions, { from: day('2026-03-01'), to: day('2026-05-01') })
  expect(pace('en', 0, { versions })).toBe('Paused until 30 April')
  expect(pace('it', 0, { versions })).toBe('In pausa fino al 30 aprile')
  expect(pace('en', 2, { versions })).toBe('2\u00a0h past what was agreed, paused until 30 April')
})

test('of what is left is said what of it lapses: beyond the cap, or all of it', () => {
  const startsOn = day('2026-03-01')
  expect(pace('en', 2, { startsOn, rollover: { periods: 2, cap: null } })).toBe('About 7:30 will be left on 31 March')
  expect(pace('en', 2, { startsOn, rollover: { periods: 2, cap: 120 } })).toBe(
    'About 7:30 will be left on 31 March, of which 5:30 will lapse',
  )
  expect(pace('it', 2, { startsOn, rollover: { periods: 2, cap: 120 } })).toBe(
    'Ne resteranno circa 7:30 il 31 marzo, di cui 5:30 scadranno',
  )
  expect(pace('en', 2, { startsOn })).toBe('About 7:30 will lapse on 31 March')
})
