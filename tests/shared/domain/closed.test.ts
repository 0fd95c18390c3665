import { expect, test } from 'vitest'
import { closedUntil, closingsOf } from '#shared/domain/closed.ts'
import { applyToBook } from '#shared/domain/book.ts'
import { made } from '#shared/model/change.ts'
import { agreement, daysFrom, testId } from '#tests/support/agreements.ts'
import { bookOf } from '#tests/support/books.ts'
import { closed } from '#tests/support/closings.ts'

test('the closed periods, oldest first, and the last day of the last', () => {
  const book = bookOf()
  const engagementId = testId(0)
  expect(closingsOf(book, engagementId)).toEqual([])
  expect(closedUntil(book, engagementId)).toBeNull()
  const closings = closed(agreement(), { days: daysFrom([], agreement()) }, 3).values()
  applyToBook(
    book,
    [...closings].toReversed().map((closing) => made('closings', closing)),
  )
  expect(closingsOf(book, engagementId).map(({ start }) => start)).toEqual(['2026-01-01', '2026-02-01', '2026-03-01'])
  expect(closedUntil(book, engagementId)).toBe('2026-03-31')
  expect(closedUntil(book, testId(7))).toBeNull()
})
