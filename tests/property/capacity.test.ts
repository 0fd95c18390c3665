import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyToBook, emptyBook, preferencesOf } from '#shared/domain/book.ts'
import { capacity } from '#shared/domain/income/capacity.ts'
import { periodsUntil, termsOf } from '#shared/domain/periods.ts'
import { rulesOn } from '#shared/domain/rules.ts'
import { calendarOf, workingDaysBetween } from '#shared/domain/working-days.ts'
import { addDays, addToMonth, day, firstDayOf, monthOf, type Month } from '#shared/kernel/day.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { made } from '#shared/model/change.ts'
import { retainerSchema } from '#shared/model/engagement.ts'
import { preferencesId, preferencesSchema } from '#shared/model/preferences.ts'
import { emptyWorkspace } from '#shared/model/workspace.ts'
import { ROME, testId } from '#tests/support/agreements.ts'
import { anyAgreement, anyDay } from '#tests/support/arbitrary.ts'

const FIRST = '2023-01' as Month
const LAST = '2033-12' as Month
const TODAY = day('2025-06-15')

const anyDaysOff = fc.array(
  fc
    .record({ from: anyDay('2024-01-01', 900), length: fc.integer({ min: 0, max: 60 }) })
    .map(({ from, length }) => ({ from, to: addDays(from, length), name: '' })),
  { maxLength: 8 },
)
/** Of hours, and over before the last month that is looked at. */
const anyEnding = anyAgreement.map((agreed) => ({
  ...agreed,
  basis: 'hours' as const,
  term: { ...agreed.term, atEnd: 'ends' as const },
}))

test('the parts of all months add up to what all periods grant', () => {
  fc.assert(
    fc.property(fc.array(anyEnding, { maxLength: 3 }), anyDaysOff, (agreements, daysOff) => {
      const book = emptyBook(emptyWorkspace('all'), new Map())
      const said = { id: preferencesId, timeZone: ROME, currency: 'EUR', listRate: 10_000, daysOff }
      const retainers = agreements.map((agreement, index) =>
        retainerSchema.parse({
          id: testId(index + 1),
          clientId: testId(99),
          kind: 'retainer',
          name: '',
          status: 'active',
          agreement,
        }),
      )
      applyToBook(book, [
        made('preferences', preferencesSchema.parse(said)),
        ...retainers.map((retainer) => made('engagements', retainer)),
      ])
      const months = capacity(book, TODAY, FIRST, LAST)
      for (const { id, agreement } of retainers) {
        const periods = periodsUntil(agreement, day('2033-12-31')).filter(
          ({ start }) => !rulesOn(agreement, start).isPause,
        )
        const granted = sumOf(periods, (period) => {
          const topUps = agreement.topUps.filter(({ on }) => on >= period.start && on < period.end)
          return (termsOf(agreement, period).included + sumOf(topUps, ({ amount }) => amount)) * 60
        })
        const parts = months.flatMap((month) => month.parts.filter(({ engagementId }) => engagementId === id))
        expect(sumOf(parts, ({ committed }) => committed)).toBe(granted)
      }
      const calendar = calendarOf(preferencesOf(book.workspace))
      for (const { month, available, committed, toSell, over, parts } of months) {
        const days = workingDaysBetween(firstDayOf(month), firstDayOf(addToMonth(month, 1)), calendar)
        expect(available).toBe(days.length * 480 * 60)
        expect(sumOf(parts, (part) => part.committed)).toBe(committed)
        expect(available - committed).toBe(toSell - over)
        expect(Math.min(toSell, over)).toBe(0)
      }
      // A span in the middle is the same as its part of the whole.
      const middle = monthOf(TODAY)
      expect(capacity(book, TODAY, middle, addToMonth(middle, 5))).toEqual(
        months.filter(({ month }) => month >= middle && month <= addToMonth(middle, 5)),
      )
    }),
    { numRuns: 1000 },
  )
})
