import { expect, test, vi } from 'vitest'
import { recentsOf } from '#renderer/parts/recents.ts'
import { recentEngagements } from '#shared/domain/recents.ts'
import { addDays, day } from '#shared/kernel/day.ts'
import { made } from '#shared/model/change.ts'
import { bookOf, clientNamed, hourlyFor } from '#tests/support/books.ts'

const today = day('2026-10-22')

test('the entries are walked once for each state of the book and day, however many parts ask', () => {
  const client = clientNamed('Obel')
  const book = bookOf(made('clients', client), made('engagements', hourlyFor(client, '')))
  const walk = vi.spyOn(book.workspace.tables.entries, 'values')
  const first = recentsOf(book, today)
  const walks = walk.mock.calls.length
  expect(walks).toBeGreaterThan(0)
  expect(recentsOf(book, today)).toBe(first)
  expect(walk).toHaveBeenCalledTimes(walks)
  expect(first.engagements).toEqual(recentEngagements(book, today))
  // A term may end overnight.
  expect(recentsOf(book, addDays(today, 1))).not.toBe(first)
  // A change makes a new book around the same tables.
  expect(recentsOf({ ...book }, today)).not.toBe(first)
})
