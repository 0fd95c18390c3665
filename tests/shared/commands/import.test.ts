import { describe, expect, test } from 'vitest'
import type { Ran } from '#shared/commands/command.ts'
import { importEntries } from '#shared/commands/import.ts'
import { applyToBook, type Book } from '#shared/domain/book.ts'
import { readText } from '#tests/support/read-file.ts'
import { isId } from '#shared/kernel/id.ts'
import { apply, made, reversed } from '#shared/model/change.ts'
import type { Engagement } from '#shared/model/engagement.ts'
import { tableSchemas } from '#shared/model/tables.ts'
import { bookOf, clientNamed, contextAt, hourlyFor, retainerFor, zone } from '#tests/support/books.ts'

const context = contextAt('2026-10-22T12:00:00Z')
const header = 'Client,Project,Task,Description,Tags,Billable,Start date,Start time,Duration'
const inputOf = (...rows: string[]) => {
  const read = readText([header, ...rows].join('\n'), zone, context.now)
  return importEntries.input.parse({ source: 'toggl', language: 'it', rows: read.ok ? [...read.file.rows] : [] })
}
const run = (book: Book, ...rows: string[]): Ran => importEntries.run(book, inputOf(...rows), context)

function importInto(book: Book, ...rows: string[]) {
  const ran = run(book, ...rows)
  if (!ran.ok) throw new Error(ran.refusal.code)
  applyToBook(book, ran.edits)
  return ran.edits
}
const engagementsOf = (book: Book): Engagement[] => [...book.workspace.tables.engagements.values()]
const entriesOf = (book: Book) => [...book.workspace.tables.entries.values()]
/** Where each entry went: the engagement's client and name. */
const placesOf = (book: Book) =>
  entriesOf(book).map(({ engagementId }) => {
    const engagement = engagementId && book.workspace.tables.engagements.get(engagementId)
    return engagement ? [book.workspace.tables.clients.get(engagement.clientId)?.name, engagement.name] : null
  })
const row = (client: string, project: string, hour = 9) =>
  `${client},${project},,,,Yes,2026-03-04,${String(hour).padStart(2, '0')}:00:00,0:30:00`

describe('an import', () => {
  test('makes the clients, their engagements and the entries', () => {
    const book = bookOf()
    importInto(book, 'Acme,Website,Design,"Review, twice","deep, remote",Yes,2026-03-04,09:30:00,1:30:00')
    const [client] = book.workspace.tables.clients.values()
    const [engagement] = engagementsOf(book)
    expect(client).toMatchObject({ name: 'Acme', currency: 'EUR', listRate: 8000, language: 'it', note: '' })
    expect(engagement).toMatchObject({
      kind: 'hourly',
      clientId: client?.id,
      name: 'Website',
      rates: [{ from: null, rate: 8000 }],
    })
    expect(entriesOf(book)).toEqual([
      {
        id: expect.any(String),
        engagementId: engagement?.id,
        task: 'Design',
        note: 'Review, twice',
        tags: ['deep', 'remote'],
        billable: true,
        start: '2026-03-04T09:30:00Z',
        end: '2026-03-04T11:00:00Z',
        source: { from: 'toggl', key: expect.stringMatching(/^2026-03-04 \d+\+5400 [\da-z]+$/) },
      },
    ])
  })

  test('makes records that the file format takes', () => {
    for (const edit of importInto(bookOf(), row('Acme', 'A'), row('Birch', ''), row('', 'Own'))) {
      expect(tableSchemas[edit.table].safeParse(edit.after).success).toBe(true)
      expect(isId(edit.id)).toBe(true)
    }
  })

  test('of own work is for no client and not billable; its project is its task', () => {
    const book = bookOf()
    importInto(book, ',Admin,,Inbox,,Yes,2026-03-04,09:00:00,0:30:00', ',Admin,Mail,,,Yes,2026-03-04,10:00:00,0:30:00')
    expect(engagementsOf(book)).toEqual([])
    expect(entriesOf(book)).toMatchObject([
      { engagementId: null, task: 'Admin', note: 'Inbox', billable: false },
      { engagementId: null, task: 'Admin: Mail', billable: false },
    ])
  })

  test('keeps work that is not billed', () => {
    const book = bookOf()
    importInto(book, 'Acme,Website,,,,No,2026-03-04,09:00:00,0:30:00')
    expect(entriesOf(book)).toMatchObject([{ billable: false, engagementId: engagementsOf(book)[0]?.id }])
  })

  test('gives new clients the marks whose turn it is', () => {
    const book = bookOf(made('clients', clientNamed('Here')))
    importInto(book, row('Acme', 'A'), row('Birch', 'A', 10), row('Birch', 'A', 11))
    expect([...book.workspace.tables.clients.values()].map(({ name, mark }) => [name, mark.colour])).toEqual([
      ['Here', 'plum'],
      ['Birch', 'cobalt'],
      ['Acme', 'rose'],
    ])
  })

  test('asks the rate of the client who is here', () => {
    const client = clientNamed('Acme', { listRate: 9500 as never })
    const book = bookOf(made('clients', client))
    importInto(book, row('acme', 'Website'))
    expect(engagementsOf(book)).toMatchObject([{ clientId: client.id, rates: [{ from: null, rate: 9500 }] }])
  })
})

describe('the engagement', () => {
  test.each<[name: string, projects: string[], made: string[]]>([
    ['of the one project without a name has none', [''], ['']],
    ['of the one project named like the client has no name', ['ACME'], ['']],
    ['of the one project has its name', ['Website'], ['Website']],
    ['of each of several projects has its name', ['Website', 'Acme', ''], ['Website', 'Acme', '']],
    [
      'is one for one name in several spellings',
      ['Website', 'WEBSITE', ' web  site', 'Web site'],
      ['Website', 'web site'],
    ],
  ])('%s', (_name, projects, names) => {
    const book = bookOf()
    importInto(book, ...projects.map((project, index) => row('Acme', project, 9 + index)))
    expect(engagementsOf(book).map(({ name }) => name)).toEqual(names)
    expect(entriesOf(book)).toHaveLength(projects.length)
  })

  test('that is here is used, whatever its kind, for its own client alone', () => {
    const [acme, birch] = [clientNamed('Acme'), clientNamed('Birch')]
    const retainer = retainerFor(acme, 'Website')
    const book = bookOf(made('clients', acme), made('clients', birch), made('engagements', retainer))
    importInto(book, row('Acme', 'website'), row('Birch', 'website', 10))
    expect(entriesOf(book)[0]?.engagementId).toBe(retainer.id)
    expect(placesOf(book)).toEqual([
      ['Acme', 'Website'],
      ['Birch', 'website'],
    ])
  })

  test('that is not archived comes before one that is', () => {
    const acme = clientNamed('Acme')
    const [old, current] = [hourlyFor(acme, 'Website', true), hourlyFor(acme, 'Website')]
    const book = bookOf(made('clients', acme), made('engagements', old), made('engagements', current))
    importInto(book, row('Acme', 'Website'))
    expect(entriesOf(book)[0]?.engagementId).toBe(current.id)
  })

  test('without a name takes the project that has its client’s name, in the next file too', () => {
    const book = bookOf()
    importInto(book, row('Acme', 'Acme'))
    importInto(book, row('Acme', 'Acme', 10), row('Acme', 'Website', 11))
    expect(placesOf(book)).toEqual([
      ['Acme', ''],
      ['Acme', ''],
      ['Acme', 'Website'],
    ])
  })
})

describe('importing again', () => {
  const rows = [row('Acme', 'Website'), row('Acme', 'Website'), row('', 'Admin')]

  test('adds nothing', () => {
    const book = bookOf()
    importInto(book, ...rows)
    expect(run(book, ...rows)).toEqual({ ok: false, refusal: { code: 'nothingToImport' } })
  })

  test('after an undo brings all of it back', () => {
    const book = bookOf()
    const before = structuredClone(book.workspace.tables)
    const edits = importInto(book, ...rows)
    apply(book.workspace, reversed(edits))
    expect(book.workspace.tables).toEqual(before)
    expect(importInto(book, ...rows)).toHaveLength(edits.length)
  })

  test('makes no client for rows that are here, though that client has another name now', () => {
    const book = bookOf()
    importInto(book, ...rows)
    const [client] = book.workspace.tables.clients.values()
    if (!client) throw new Error('no client was made')
    applyToBook(book, [{ table: 'clients', id: client.id, before: client, after: { ...client, name: 'Acme Ltd' } }])
    expect(importInto(book, ...rows, row('', 'Mail', 12))).toHaveLength(1)
  })

  test('a file without rows has nothing to import', () => {
    expect(run(bookOf())).toEqual({ ok: false, refusal: { code: 'nothingToImport' } })
  })
})

describe('the door', () => {
  test('asks for the months of the rows, and for those beside them', () => {
    const input = inputOf(row('Acme', ''), 'Acme,,,,,Yes,2025-11-04,09:00:00,0:30:00')
    expect(importEntries.months?.(bookOf(), input, context)).toEqual([
      '2025-10',
      '2025-11',
      '2025-12',
      '2026-02',
      '2026-03',
      '2026-04',
    ])
  })

  test('lets in no row whose figures do not agree', () => {
    const [good] = inputOf(row('Acme', '')).rows
    const isIn = (change: object) =>
      importEntries.input.safeParse({ source: 'toggl', language: 'en', rows: [{ ...good, ...change }] }).success
    expect(isIn({})).toBe(true)
    expect(isIn({ seconds: 1801 })).toBe(false)
    expect(isIn({ end: '2026-03-04T09:00:00Z', seconds: 0 })).toBe(false)
    expect(isIn({ end: '2026-03-04T08:30:00Z', seconds: -1800 })).toBe(false)
    expect(isIn({ start: '2026-03-04' })).toBe(false)
    expect(isIn({ note: 'x'.repeat(100_001) })).toBe(false)
  })

  test('what has not been worked yet is refused', () => {
    const early = { ...context, now: contextAt('2026-03-04T09:15:00Z').now }
    expect(importEntries.run(bookOf(), inputOf(row('Acme', '')), early)).toEqual({
      ok: false,
      refusal: { code: 'inFuture', field: 'rows' },
    })
  })
})
