import type { Book } from '#shared/domain/book.ts'
import { made, type Edit } from '#shared/model/change.ts'
import type { Client } from '#shared/model/client.ts'
import { hourlySchema, projectSchema, retainerSchema, type Hourly, type Retainer } from '#shared/model/engagement.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { preferencesSchema } from '#shared/model/preferences.ts'
import { agreement } from '#tests/support/agreements.ts'
import { bookOf, clientNamed, newId } from '#tests/support/books.ts'

type Terms = Parameters<typeof agreement>[0] & { fee: number }

/** 10 h a month for a fee, from a day, for so many months, at 100.00 an hour. */
export const retainerOf = (client: Client, { fee, ...terms }: Terms, status = 'active'): Retainer =>
  retainerSchema.parse({
    id: newId(),
    clientId: client.id,
    kind: 'retainer',
    name: '',
    status,
    agreement: agreement({ ...terms, versions: [{ from: terms.startsOn, fee, included: 600 }] as never }),
  })

export const projectOf = (client: Client, milestones: readonly (readonly [on: string, euro: number])[]) =>
  projectSchema.parse({
    id: newId(),
    clientId: client.id,
    kind: 'project',
    name: '',
    milestones: milestones.map(([on, euro]) => ({ id: newId(), name: 'First draft', on, amount: euro * 100 })),
  })

export const hourlyOf = (client: Client): Hourly =>
  hourlySchema.parse({
    id: newId(),
    clientId: client.id,
    kind: 'hourly',
    name: '',
    rates: [{ from: null, rate: 10_000 }],
  })

/** Hours on a day. */
export const worked = (engagement: { id: Hourly['id'] }, on: string, hours: number): Edit =>
  made(
    'entries',
    entrySchema.parse({
      id: newId(),
      engagementId: engagement.id,
      note: '',
      tags: [],
      billable: true,
      day: on,
      seconds: hours * 3600,
    }),
  )

/** The preferences as they are in these books: a target of so many euro, in London. */
export function withTarget(book: Book, euro: number | null): Book {
  const { preferences } = book.workspace.tables
  for (const [id, before] of preferences)
    preferences.set(id, preferencesSchema.parse({ ...before, target: euro === null ? null : euro * 100 }))
  return book
}

export const halden = clientNamed('Halden & Reyes', { mark: { colour: 'cobalt', pattern: 'diagonal' } })
export const nordlys = clientNamed('Nordlys Foods', { mark: { colour: 'rose', pattern: 'cross' } })
export const quartieri = clientNamed('Quartieri Legal', { mark: { colour: 'cocoa', pattern: 'quarters' } })
export const aperta = clientNamed('Studio Aperta')
export const pineta = clientNamed('Pineta Hotels')
export const obel = clientNamed('Obel Robotics')
export const acme = clientNamed('Acme', { currency: 'USD' })

const hourly = hourlyOf(pineta)
const hours: Readonly<Record<string, number>> = {
  '2025-10': 20,
  '2025-11': 26,
  '2025-12': 15.5,
  '2026-01': 20.5,
  '2026-02': 20,
  '2026-03': 24.5,
  '2026-04': 10,
  '2026-05': 17,
  '2026-06': 17,
  '2026-07': 14,
  '2026-08': 5.5,
  '2026-09': 17,
  '2026-10': 4,
}
const milestones = [
  ['2025-10-28', 2400],
  ['2025-12-18', 2400],
  ['2026-01-20', 900],
  ['2026-02-20', 120],
  ['2026-03-20', 1800],
  ['2026-05-20', 1860],
  ['2026-06-20', 390],
  ['2026-08-20', 1600],
  ['2026-09-20', 100],
  ['2026-10-30', 1600],
  ['2026-12-18', 1600],
] as const

/** The design's drawing of the place, on Thursday 22 October 2026: its figures, in a book. */
export const drawnBook = (...more: readonly Edit[]): Book =>
  withTarget(
    bookOf(
      ...[aperta, halden, nordlys, quartieri, pineta, obel].map((client) => made('clients', client)),
      ...[
        retainerOf(aperta, { startsOn: '2025-05-01' as never, term: { periods: 24, atEnd: 'renews' }, fee: 100_000 }),
        retainerOf(halden, { startsOn: '2026-04-01' as never, term: { periods: 3, atEnd: 'ends' }, fee: 120_000 }),
        retainerOf(halden, { startsOn: '2026-07-01' as never, term: { periods: 12, atEnd: 'renews' }, fee: 120_000 }),
        retainerOf(nordlys, { startsOn: '2026-07-01' as never, term: { periods: 6, atEnd: 'ends' }, fee: 160_000 }),
        retainerOf(quartieri, {
          startsOn: '2026-10-01' as never,
          term: { periods: 3, atEnd: 'ends' },
          trial: true,
          fee: 60_000,
        }),
        projectOf(obel, milestones),
        hourly,
      ].map((engagement) => made('engagements', engagement)),
      ...Object.entries(hours).map(([month, count]) => worked(hourly, `${month}-10`, count)),
      ...more,
    ),
    4000,
  )
