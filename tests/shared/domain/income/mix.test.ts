import { describe, expect, test } from 'vitest'
import { incomeByMonth } from '#shared/domain/income/by-month.ts'
import { earnedInSpan, monthsOfWork, mixOverTime } from '#shared/domain/income/mix.ts'
import { day, type Month } from '#shared/kernel/day.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { made } from '#shared/model/change.ts'
import { bookOf } from '#tests/support/books.ts'
import { drawnBook, hourlyOf, pineta, worked } from '#tests/support/income-book.ts'

const today = day('2026-10-22')

describe('where income came from', () => {
  test('adds up to what was earned, quarter by quarter', () => {
    const book = drawnBook()
    const mix = mixOverTime(book, 'EUR', today)
    expect(mix?.every).toBe('quarter')
    const months = incomeByMonth(book, 'EUR', today, '2025-05' as Month, '2026-10' as Month)
    const earned = sumOf(
      months.flatMap(({ parts }) => parts),
      ({ amount, isEarned }) => (isEarned ? amount : 0),
    )
    expect(sumOf(mix?.spans ?? [], earnedInSpan)).toBe(earned)
    // From the first fee, in May 2025; the running quarter is not over.
    expect(mix?.spans.map(({ from, to }) => [from, to])).toEqual([
      ['2025-04', '2025-06'],
      ['2025-07', '2025-09'],
      ['2025-10', '2025-12'],
      ['2026-01', '2026-03'],
      ['2026-04', '2026-06'],
      ['2026-07', '2026-09'],
      ['2026-10', '2026-10'],
    ])
    // July to September: 3 x (1,000 + 1,200 + 1,600), 14 + 5.5 + 17 hours at 100, milestones of 1,600 and 100.
    expect(mix?.spans[5]).toMatchObject({ retained: 1_140_000, hourly: 365_000, projects: 170_000 })
    expect(mix?.spans[5]?.retainedBasisPoints).toBe(6806)
  })

  test('is by year once there are more quarters than one can take in', () => {
    const hourly = hourlyOf(pineta)
    const entries = ['2014-03-03', '2020-05-05', '2026-01-05'].map((on) => worked(hourly, on, 2))
    const book = bookOf(made('clients', pineta), made('engagements', hourly), ...entries)
    const mix = mixOverTime(book, 'EUR', today)
    expect(mix?.every).toBe('year')
    expect(mix?.spans).toHaveLength(13)
    expect(mix?.spans[0]).toEqual({
      from: '2014-01',
      to: '2014-12',
      retained: 0,
      projects: 0,
      hourly: 20_000,
      retainedBasisPoints: 0,
    })
    expect(mix?.spans[1]?.retainedBasisPoints).toBeNull()
  })

  test('is nothing where nothing was earned', () => {
    expect(mixOverTime(bookOf(), 'EUR', today)).toBeNull()
    expect(mixOverTime(drawnBook(), 'USD', today)).toBeNull()
    expect(monthsOfWork(bookOf(), 'EUR')).toBeNull()
    const hourly = hourlyOf(pineta)
    const ahead = bookOf(made('clients', pineta), made('engagements', hourly), worked(hourly, '2027-01-04', 1))
    expect(mixOverTime(ahead, 'EUR', today)).toBeNull()
  })
})
