import { expect, test } from 'vitest'
import { lastBegun, lastOfTerm, periodAt, periodOn, periodsUntil, termEnd, termsOf } from '#shared/domain/periods.ts'
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

const edges = (of: typeof renewing, until = '2030-01-01'): string[] =>
  periodsUntil(of, day(until)).map(({ start, end, days, wholeDays }) => `${start} ${end} ${days}/${wholeDays}`)
const midMonth = { startsOn: day('2026-04-16'), term: { periods: 2, atEnd: 'ends' as const } }

test('not prorated, a partial first month counts as a whole one', () => {
  const whole = agreement({ ...midMonth, proration: 'none' })
  expect(edges(whole)).toEqual(['2026-04-16 2026-05-01 15/30', '2026-05-01 2026-06-01 31/31'])
  const [first] = periodsUntil(whole, day('2026-04-16'))
  expect(first && termsOf(whole, first)).toEqual({ fee: 100_000, included: 600 })
})

test('prorated, the term is as long as agreed, from its day of the month to the day before it', () => {
  const shares = agreement(midMonth)
  expect(edges(shares)).toEqual([
    '2026-04-16 2026-05-01 15/30',
    '2026-05-01 2026-06-01 31/31',
    '2026-06-01 2026-06-16 15/30',
  ])
  expect(periodAt(shares, 3)).toBeNull()
  expect(termEnd(shares)).toBe('2026-06-16')
})

test('an anniversary is cut on its day, or on the last of a shorter month', () => {
  const yearly = agreement({
    startsOn: day('2026-01-31'),
    period: { every: 'month', anchor: 'anniversary' },
    term: { periods: 3, atEnd: 'ends' },
    proration: 'none',
  })
  expect(edges(yearly)).toEqual([
    '2026-01-31 2026-02-28 28/28',
    '2026-02-28 2026-03-31 31/31',
    '2026-03-31 2026-04-30 30/30',
  ])
})

test('an agreed end is never before the first day, nor after the term', () => {
  const until = (endsOn: string) => termEnd(agreement({ ...midMonth, endsOn: day(endsOn) }))
  expect(until('2026-04-15')).toBe('2026-04-17')
  expect(until('2026-04-16')).toBe('2026-04-17')
  expect(until('2026-06-14')).toBe('2026-06-15')
  expect(until('2026-06-15')).toBe('2026-06-16')
  expect(until('2026-12-31')).toBe('2026-06-16')
  expect(termEnd(agreement({ term: { periods: 3, atEnd: 'open' }, endsOn: day('2026-08-15') }))).toBe('2026-08-16')
})

test('a day lies in one period, or in none before the start and after the end', () => {
  const shares = agreement(midMonth)
  expect(periodOn(shares, day('2026-04-15'))).toBeNull()
  expect(periodOn(shares, day('2026-04-16'))?.index).toBe(0)
  expect(periodOn(shares, day('2026-04-30'))?.index).toBe(0)
  expect(periodOn(shares, day('2026-05-01'))?.index).toBe(1)
  expect(periodOn(shares, day('2026-06-15'))?.index).toBe(2)
  expect(periodOn(shares, day('2026-06-16'))).toBeNull()
  expect(lastBegun(shares, day('2026-06-16'))?.index).toBe(2)
  expect(lastBegun(shares, day('2026-04-15'))).toBeNull()
})
