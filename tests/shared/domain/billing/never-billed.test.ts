import { expect, test } from 'vitest'
import { toInvoice } from '#shared/domain/billing/due.ts'
import { neverBilled } from '#shared/domain/billing/never-billed.ts'
import { applyToBook, type Book } from '#shared/domain/book.ts'
import { day } from '#shared/kernel/day.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { made, removed, replaced } from '#shared/model/change.ts'
import { hourlySchema } from '#shared/model/engagement.ts'
import { idAt } from '#shared/sample/ids.ts'
import { client, draft, worked } from '#tests/support/bills.ts'
import { bookOf } from '#tests/support/books.ts'

const hourly = (name: string, madeOn: string) =>
  hourlySchema.parse({
    id: idAt(`${madeOn}T09:00:00Z` as Instant, `engagement ${name}`),
    clientId: client.id,
    kind: 'hourly',
    name,
    rates: [{ from: null, rate: 10_000 }],
  })
const [old, young] = [hourly('Old', '2026-02-10'), hourly('Young', '2026-10-05')]
const today = '2026-11-28'
const tracked = (...days: string[]) =>
  bookOf(
    made('clients', client),
    made('engagements', old),
    made('engagements', young),
    made('entries', worked('2026-10-10', 1, young.id)),
    ...days.map((on) => made('entries', worked(on, 1, old.id))),
  )
const asked = (book: Book, on = today) => {
  const found = neverBilled(book, toInvoice(book, day(on)) ?? [], day(on))
  return found && [found.since, ...found.works.map(({ name }) => name)]
}

test('what comes up since before the month before last is asked about once, with all else that was never billed', () => {
  expect(asked(tracked('2026-03-10', '2026-10-10'))).toEqual(['2026-03-01', 'Old', 'Young'])
  expect(asked(tracked('2026-08-31'))).toEqual(['2026-08-01', 'Old', 'Young'])
})

test('who is a month late is asked nothing', () => {
  expect(asked(tracked('2026-09-01', '2026-10-10'))).toBeNull()
  expect(asked(tracked())).toBeNull()
})

test('of what was billed here before, or for which a day was said, nothing is asked', () => {
  const book = tracked('2026-03-10')
  const [invoice] = draft(book, '2026-04-01', { status: 'issued' })
  applyToBook(book, [made('entries', worked('2026-06-10', 1, old.id))])
  expect(asked(book)).toBeNull()
  if (invoice) applyToBook(book, [removed('invoices', invoice)])
  expect(asked(book)).toEqual(['2026-03-01', 'Old', 'Young'])
  applyToBook(book, [replaced('engagements', old, { ...old, billedFrom: day('2026-02-01') })])
  expect(asked(book)).toBeNull()
})
