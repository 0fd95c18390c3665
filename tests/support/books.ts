import type { Context } from '#shared/commands/command.ts'
import { applyToBook, emptyBook, type Book } from '#shared/domain/book.ts'
import { dayAt, type Instant, type Zone } from '#shared/kernel/instant.ts'
import type { Id } from '#shared/kernel/id.ts'
import { made, type Edit } from '#shared/model/change.ts'
import { clientSchema, type Client } from '#shared/model/client.ts'
import { hourlySchema, retainerSchema, type Engagement } from '#shared/model/engagement.ts'
import { preferencesId, preferencesSchema } from '#shared/model/preferences.ts'
import { emptyWorkspace } from '#shared/model/workspace.ts'

let count = 0
/** An id like no other of this run. */
export const newId = (): Id => `00000000-0000-7000-8000-${String(++count + 1000).padStart(12, '0')}` as Id

export const zone = 'Europe/London' as Zone
const preferences = { id: preferencesId, timeZone: zone, currency: 'EUR', listRate: 8000 }

/** A workspace of someone in London who asks 80.00 an hour, with these records, wholly in memory. */
export function bookOf(...edits: Edit[]): Book {
  const book = emptyBook(emptyWorkspace('all'), new Map())
  applyToBook(book, [made('preferences', preferencesSchema.parse(preferences)), ...edits])
  return book
}

export const contextAt = (now: string): Context => ({
  now: now as Instant,
  today: dayAt(now as Instant, zone),
  zone,
  newId,
})

export const clientNamed = (name: string, more: Partial<Client> = {}): Client =>
  clientSchema.parse({
    id: newId(),
    name,
    currency: 'EUR',
    language: 'en',
    listRate: 9000,
    mark: { colour: 'plum', pattern: 'half' },
    ...more,
  })

export const hourlyFor = (client: Client, name: string, isArchived = false): Engagement =>
  hourlySchema.parse({
    id: newId(),
    clientId: client.id,
    kind: 'hourly',
    name,
    archived: isArchived,
    rates: [{ from: null, rate: 9000 }],
  })

export const retainerFor = (client: Client, name: string): Engagement =>
  retainerSchema.parse({
    id: newId(),
    clientId: client.id,
    kind: 'retainer',
    name,
    status: 'active',
    agreement: {
      basis: 'hours',
      currency: 'EUR',
      listRate: 9000,
      startsOn: '2026-01-01',
      period: { every: 'month', anchor: 'calendar' },
      term: { periods: 12, atEnd: 'renews' },
      proration: 'days',
      rollover: null,
      overage: { policy: 'bill' },
      versions: [{ from: '2026-01-01', fee: 100_000, included: 600 }],
    },
  })
