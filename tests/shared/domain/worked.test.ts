import { expect, test } from 'vitest'
import { workedBy, workedOn } from '#shared/domain/worked.ts'
import { day } from '#shared/kernel/day.ts'
import { made } from '#shared/model/change.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { instant, testId } from '#tests/support/agreements.ts'
import { bookOf, newId } from '#tests/support/books.ts'

const [site, shop] = [testId(1), testId(2)]
const amount = (engagementId: string | null, on: string, seconds: number) =>
  made('entries', entrySchema.parse({ id: newId(), engagementId, day: on, seconds }))
const timer = (engagementId: string | null, start: string) =>
  made('entries', entrySchema.parse({ id: newId(), engagementId, start, end: null }))
const today = day('2026-03-10')
const now = instant('2026-03-10T12:00:00Z')
const base = [
  amount(site, '2026-03-10', 600),
  amount(shop, '2026-03-10', 900),
  amount(null, '2026-03-10', 60),
  amount(shop, '2026-03-09', 5000),
  amount(testId(3), '2026-03-10', 0),
]

test('what was worked on a day, most first, and nothing that was not', () => {
  const book = bookOf(...base)
  expect(workedBy(book, today, now)).toEqual([
    { engagementId: shop, worked: 900 },
    { engagementId: site, worked: 600 },
    { engagementId: null, worked: 60 },
  ])
  expect(workedOn(book, today, now)).toBe(1560)
  expect(workedOn(book, day('2026-03-08'), now)).toBe(0)
})

test('the timer counts up to now, on the days that it has run in', () => {
  const book = bookOf(...base, timer(site, '2026-03-09T23:50:00Z'))
  expect(workedBy(book, today, now)[0]).toEqual({ engagementId: site, worked: 600 + 12 * 3600 })
  expect(workedBy(book, day('2026-03-09'), now)).toEqual([
    { engagementId: shop, worked: 5000 },
    { engagementId: site, worked: 600 },
  ])
  expect(workedBy(bookOf(timer(null, '2026-03-10T11:59:00Z')), today, now)).toEqual([
    { engagementId: null, worked: 60 },
  ])
})

test('a timer that has not begun by now, since the clock was set back, counts for nothing', () => {
  expect(workedBy(bookOf(timer(null, '2026-03-10T12:00:00Z')), today, now)).toEqual([])
  expect(workedBy(bookOf(timer(null, '2026-03-10T12:00:01Z')), today, now)).toEqual([])
})

test('while totals are not known, only the timer is', () => {
  const book = bookOf(...base, timer(site, '2026-03-10T11:00:00Z'))
  book.totals = null
  expect(workedBy(book, today, now)).toEqual([{ engagementId: site, worked: 3600 }])
})
