import { describe, expect, test } from 'vitest'
import { incomeByMonth } from '#shared/domain/income/by-month.ts'
import { oneMoreIn, supposedBook } from '#shared/domain/income/supposed.ts'
import { day, type Month } from '#shared/kernel/day.ts'
import { made } from '#shared/model/change.ts'
import { acme, drawnBook, halden, hourlyOf, pineta, worked } from '#tests/support/income-book.ts'

const today = day('2026-10-22')
const [first, last] = ['2025-10' as Month, '2027-09' as Month]
const monthsOf = (book: Parameters<typeof incomeByMonth>[0]) => incomeByMonth(book, 'EUR', today, first, last)

describe('what would be if the largest client left', () => {
  const book = drawnBook()
  const without = supposedBook(book, { without: halden.id, more: null })

  test('takes what is to come of them, and leaves what was', () => {
    const [is, would] = [monthsOf(book), monthsOf(without)]
    for (const [index, month] of is.entries()) {
      const gone = month.month > '2026-10' ? 120_000 : 0
      const guaranteed = month.sums.guaranteed + month.sums.expected
      const after = would[index]?.sums
      // Halden's term renews in July 2027: guaranteed until then, expected after.
      expect((after?.guaranteed ?? 0) + (after?.expected ?? 0)).toBe(guaranteed - gone)
      expect(after?.hourly).toBe(month.sums.hourly)
    }
  })

  test('leaves the book as it is', () => {
    const before = monthsOf(book)
    supposedBook(book, { without: halden.id, more: oneMoreIn(book, 'EUR', today) })
    expect(monthsOf(book)).toEqual(before)
    expect([...book.workspace.tables.engagements.values()].some(({ archived }) => archived)).toBe(false)
    expect(supposedBook(book, { without: null, more: null })).toBe(book)
  })
})

describe('one more retainer', () => {
  test('is the readiest client on what the history suggests, in place of their hours', () => {
    const book = drawnBook()
    const more = oneMoreIn(book, 'EUR', today)
    expect(more?.client.id).toBe(pineta.id)
    const fee = more?.agreement.versions[0]?.fee ?? 0
    expect(fee).toBeGreaterThan(0)
    const [is, would] = [monthsOf(book), monthsOf(supposedBook(book, { without: null, more }))]
    const at = (month: string) => (months: typeof is) => months.find((each) => each.month === month)?.sums
    // It begins with the month after today's, and what the hours were taken for ahead is gone.
    expect(at('2026-11')(would)?.guaranteed).toBe((at('2026-11')(is)?.guaranteed ?? 0) + fee)
    expect(at('2026-11')(is)?.estimate).toBeGreaterThan(0)
    expect(at('2026-11')(would)?.estimate).toBe(0)
    expect(at('2026-09')(would)).toEqual(at('2026-09')(is))
  })

  test('is nobody who pays in another currency', () => {
    const dollars = hourlyOf(acme)
    const worn = ['04', '05', '06', '07', '08', '09'].map((month) => worked(dollars, `2026-${month}-10`, 20))
    const book = drawnBook(made('clients', acme), made('engagements', dollars), ...worn)
    expect(oneMoreIn(book, 'USD', today)?.client.id).toBe(acme.id)
    expect(oneMoreIn(book, 'GBP', today)).toBeNull()
  })
})
