import { expect, test } from 'vitest'
import { applyToBook } from '#shared/domain/book.ts'
import { onceADay } from '#shared/domain/once-a-day.ts'
import { day } from '#shared/kernel/day.ts'
import { made } from '#shared/model/change.ts'
import { bookOf, clientNamed } from '#tests/support/books.ts'

test('work is done once for a day, and again after a change, on another day and with other totals', () => {
  let runs = 0
  const clients = onceADay((book, today) => {
    runs += 1
    return `${book.workspace.tables.clients.size} on ${today}`
  })
  const [book, other] = [bookOf(), bookOf()]
  const [monday, tuesday] = [day('2026-03-16'), day('2026-03-17')]
  expect([clients(book, monday), clients(book, monday), runs]).toEqual(['0 on 2026-03-16', '0 on 2026-03-16', 1])

  applyToBook(book, [made('clients', clientNamed('Halden'))])
  expect([clients(book, monday), clients(book, monday), runs]).toEqual(['1 on 2026-03-16', '1 on 2026-03-16', 2])
  expect([clients(book, tuesday), clients(other, tuesday), runs]).toEqual(['1 on 2026-03-17', '0 on 2026-03-17', 4])
  book.totals = null
  expect([clients(book, tuesday), clients(other, tuesday), runs]).toEqual(['1 on 2026-03-17', '0 on 2026-03-17', 5])
})
