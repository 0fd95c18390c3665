import { expect, test } from 'vitest'
import { timerWarnings } from '#shared/domain/timer-warnings.ts'
import { day } from '#shared/kernel/day.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { made } from '#shared/model/change.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { bookOf, clientNamed, newId, retainerFor } from '#tests/support/books.ts'
import { invoiceOf, lineOf, vat } from '#tests/support/invoices.ts'

const client = clientNamed('Halden')
const retainer = retainerFor(client, '')
const runningOn = (engagementId: string | null) =>
  made('entries', entrySchema.parse({ id: newId(), engagementId, start: '2026-03-17T08:00:00Z', end: null }))
const fee = lineOf(100_000, vat(2200), { kind: 'fee', engagementId: retainer.id, period: day('2026-03-01') })
const march = invoiceOf([fee], { dueOn: day('2026-03-16') })
const ground = [made('clients', client), made('engagements', retainer), made('invoices', march)]
const at = '2026-03-17T12:00:00Z' as Instant

test('a timer is long from the user’s limit on, and never without one', () => {
  const book = bookOf(...ground, runningOn(null))
  expect(timerWarnings(book, at, 4 * 3600)).toEqual({ long: 4 * 3600, unpaid: null })
  expect(timerWarnings(book, at, 4 * 3600 + 1).long).toBeNull()
  expect(timerWarnings(book, at, null).long).toBeNull()
})

test('work for a period whose advance is past due is told, and nothing while no timer runs', () => {
  const book = bookOf(...ground, runningOn(retainer.id))
  expect(timerWarnings(book, at, null).unpaid).toMatchObject({ dueOn: '2026-03-16', currency: march.currency })
  expect(timerWarnings(book, '2026-03-16T12:00:00Z' as Instant, null).unpaid).toBeNull()
  expect(timerWarnings(bookOf(...ground), at, 1)).toEqual({ long: null, unpaid: null })
})
