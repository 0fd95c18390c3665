import { expect, test } from 'vitest'
import { lastOfTerm } from '#shared/domain/periods.ts'
import { guaranteedUntil, feesOf } from '#shared/domain/income/guaranteed.ts'
import { ledger } from '#shared/domain/ledger/ledger.ts'
import { day, monthOf } from '#shared/kernel/day.ts'
import { agreement, daysFrom } from '#tests/support/agreements.ts'

const renewing = agreement({ term: { periods: 3, atEnd: 'renews' }, rollover: { periods: null, cap: null } })
const ended = { ...renewing, endsOn: day('2026-08-15') }

test('the end that was agreed on cuts its own term short and leaves those before it as they were', () => {
  const lasts = (of: typeof renewing): number[] => [0, 2, 3, 5, 6, 7].map((index) => lastOfTerm(of, index))
  expect(lasts(renewing)).toEqual([2, 2, 5, 5, 8, 8])
  expect(lasts(ended)).toEqual([2, 2, 5, 5, 7, 7])
  // A term that ends is one, also where a start in the middle of a month makes it a period longer.
  expect(lastOfTerm(agreement({ startsOn: day('2026-01-16'), term: { periods: 3, atEnd: 'ends' } }), 0)).toBe(3)
})

test('so that time kept to the end of a term lapses with it', () => {
  const rows = ledger(ended, { days: daysFrom([], ended) }, day('2026-08-31'))
  const hours = rows.map(({ expired }) => expired / 3600)
  // August is 15 of 31 days: 4 h 50 min.
  expect(hours.map((each) => Number(each.toFixed(2)))).toEqual([0, 0, 30, 0, 0, 30, 0, 14.83])
})

test('what is owed up to that end can be counted on', () => {
  const fees = feesOf(ended, day('2026-01-15'), monthOf(day('2026-12-01')))
  expect(fees.map(({ guaranteed }) => guaranteed)).toEqual(Array.from({ length: 8 }, () => true))
  expect(guaranteedUntil(ended, day('2026-01-15'))).toBe('2026-08-15')
})
