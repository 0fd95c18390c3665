import { describe, expect, test } from 'vitest'
import { importEntries } from '#shared/commands/import.ts'
import { applyToBook } from '#shared/domain/book.ts'
import { monthsToCompare, previewImport, unread, type ImportFigures, type ImportTerms } from '#shared/domain/import.ts'
import { RowList, type ReadOutcome } from '#shared/formats/row-list.ts'
import { readText } from '#tests/support/read-file.ts'
import type { Instant, Zone } from '#shared/kernel/instant.ts'
import { made } from '#shared/model/change.ts'
import type { Workspace } from '#shared/model/workspace.ts'
import { bookOf, clientNamed, contextAt, zone } from '#tests/support/books.ts'

const now = '2026-10-22T12:00:00Z' as Instant
const header = 'Client,Project,Task,Description,Start date,Start time,Duration'
const file = (...rows: string[]): ReadOutcome => readText([header, ...rows].join('\n'), zone, now)
const preview = (
  read: ReadOutcome,
  workspace: Workspace = bookOf().workspace,
  more: Partial<ImportTerms> = {},
): ImportFigures =>
  read.ok ? previewImport(read.file, { source: 'toggl', zone, ...more }, workspace) : unread(read.problem)

function bookWith(read: ReadOutcome) {
  const book = bookOf()
  const rows = read.ok ? Array.from(read.file.rows, (row) => ({ ...row, tags: [...row.tags] })) : []
  const ran = importEntries.run(book, { source: 'toggl', language: 'en', rows }, contextAt(now))
  if (!ran.ok) throw new Error(ran.refusal.code)
  applyToBook(book, ran.edits)
  return book
}

const three = [
  'Acme,Website,,Review,2026-03-31,23:30:00,1:00:00',
  'Birch,,,Call,2026-02-02,10:00:00,0:30:00',
  ',Admin,,Inbox,2026-04-02,10:00:00,2:00:00',
]

const planned = (said: string, name: string, project: { said: string; name: string }, seconds: number) => ({
  said,
  name,
  isNew: name !== '',
  clientId: null,
  entries: 1,
  seconds,
  projects: [{ ...project, engagementId: null, entries: 1, seconds }],
})

describe('the preview of an import', () => {
  test('says what would come in, clients by time', () => {
    expect(preview(file(...three, 'Birch,,,Call,2026-02-30,10:00:00,0:30:00'))).toEqual<ImportFigures>({
      problem: null,
      read: 3,
      known: 0,
      twins: 0,
      withoutPerk: 0,
      fresh: 3,
      long: [],
      longCount: 0,
      seconds: 12_600,
      from: '2026-02-02' as never,
      to: '2026-04-02' as never,
      refused: [{ line: 5, column: 'Start date', text: '2026-02-30', code: 'badDate' }],
      clients: [
        planned('', '', { said: 'Admin', name: '' }, 7200),
        planned('Acme', 'Acme', { said: 'Website', name: 'Website' }, 3600),
        planned('Birch', 'Birch', { said: '', name: '' }, 1800),
      ],
    })
  })

  test('knows a client by name, whatever its case and blanks, and uses the name that is here', () => {
    const book = bookOf(made('clients', clientNamed('Acme  & Söhne')))
    const read = file(
      'ACME & SÖHNE,A,,,2026-03-04,09:00:00,1:00:00',
      'acme &  so\u0308hne,B,,,2026-03-04,10:00:00,1:00:00',
    )
    expect(preview(read, book.workspace).clients).toMatchObject([
      { said: 'ACME & SÖHNE', name: 'Acme  & Söhne', isNew: false, entries: 2, seconds: 7200 },
    ])
  })

  test('the last day is the one on which work ended; midnight is the end of a day', () => {
    expect(preview(file('Acme,,,,2026-03-31,23:30:00,0:30:00'))).toMatchObject({ from: '2026-03-31', to: '2026-03-31' })
    expect(preview(file('Acme,,,,2026-03-31,23:30:00,0:31:00'))).toMatchObject({ from: '2026-03-31', to: '2026-04-01' })
  })

  test('of a file that is not read it says why', () => {
    expect(preview(file())).toMatchObject({ problem: null, read: 0, from: null, clients: [] })
    expect(preview(readText('', zone, now))).toEqual(unread({ code: 'empty' }))
  })
})

describe('what is here already', () => {
  test('is counted and left out: only what is new has figures', () => {
    const book = bookWith(file(...three))
    expect(preview(file(...three), book.workspace)).toMatchObject({ read: 3, known: 3, seconds: 0, clients: [] })
    const more = file(...three, 'Acme,Website,,Review,2026-05-01,09:00:00,1:00:00')
    expect(preview(more, book.workspace)).toMatchObject({
      read: 4,
      known: 3,
      seconds: 3600,
      from: '2026-05-01',
      clients: [{ name: 'Acme', isNew: false, entries: 1, seconds: 3600 }],
    })
  })

  test('rows that say the same are as many entries as the file has of them', () => {
    const row = 'Acme,Website,,Review,2026-03-04,09:00:00,1:00:00'
    const book = bookWith(file(row, row))
    expect(book.workspace.tables.entries.size).toBe(2)
    expect(preview(file(row), book.workspace)).toMatchObject({ read: 1, known: 1 })
    expect(preview(file(row, row, row), book.workspace)).toMatchObject({ read: 3, known: 2, seconds: 3600 })
  })

  test.each([
    ['another start', 'Acme,Website,Design,Review,2026-03-04,09:00:01,1:00:00'],
    ['another duration', 'Acme,Website,Design,Review,2026-03-04,09:00:00,1:00:01'],
    ['another client', 'Acmé,Website,Design,Review,2026-03-04,09:00:00,1:00:00'],
    ['another project', 'Acme,Web site,Design,Review,2026-03-04,09:00:00,1:00:00'],
    ['another task', 'Acme,Website,,Review,2026-03-04,09:00:00,1:00:00'],
    ['another note', 'Acme,Website,Design,review,2026-03-04,09:00:00,1:00:00'],
    ['words in another column', 'Acme,,Website,Review,2026-03-04,09:00:00,1:00:00'],
  ])('%s is another entry', (_name, row) => {
    const book = bookWith(file('Acme,Website,Design,Review,2026-03-04,09:00:00,1:00:00'))
    expect(preview(file(row), book.workspace).known).toBe(0)
  })

  test('is known by what the file said, not by what its user made of it', () => {
    const book = bookWith(file(...three))
    for (const entry of book.workspace.tables.entries.values())
      applyToBook(book, [
        { table: 'entries', id: entry.id, before: entry, after: { ...entry, note: 'mine', billable: false } },
      ])
    expect(preview(file(...three), book.workspace).known).toBe(3)
  })

  test('is looked for in the months of the rows and beside them, since they may have been read in another zone', () => {
    const read = file(...three, 'Acme,,,,2026-06-01,00:30:00,1:00:00')
    expect(monthsToCompare(read.ok ? read.file.rows : new RowList())).toEqual([
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
    ])
  })
})

test('the same file read in another zone is known again: a wall clock is a wall clock', () => {
  const elsewhere = readText([header, ...three].join('\n'), 'America/New_York' as Zone, now)
  const { workspace } = bookWith(file(...three))
  expect(preview(elsewhere, workspace, { zone: 'America/New_York' as Zone })).toMatchObject({ read: 3, known: 3 })
})

test('a hundred thousand rows are read and compared', () => {
  const rows = Array.from({ length: 100_000 }, (_, index) => {
    const day = `20${String(10 + (index % 15)).padStart(2, '0')}-${String(1 + (index % 12)).padStart(2, '0')}-11`
    const time = `${String(index % 24).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}:00`
    return `Client ${index % 40},Project ${index % 7},,"Note ${index}, with words",${day},${time},1:00:00`
  })
  expect(preview(file(...rows))).toMatchObject({ read: 100_000, seconds: 360_000_000 })
})
