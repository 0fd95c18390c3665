import fc from 'fast-check'
import Papa from 'papaparse/papaparse.js'
import { describe, expect, test } from 'vitest'
import { importEntries } from '#shared/commands/import.ts'
import { applyToBook } from '#shared/domain/book.ts'
import { exportRows } from '#shared/domain/export.ts'
import { previewImport } from '#shared/domain/import.ts'
import { printJson } from '#shared/formats/mainstay.ts'
import { printCsv } from '#shared/formats/print-csv.ts'
import type { ImportRow } from '#shared/formats/rows.ts'
import { made } from '#shared/model/change.ts'
import { entrySchema, isSpan, type TimeEntry } from '#shared/model/entry.ts'
import type { Engagement } from '#shared/model/engagement.ts'
import { fromNumber, type Day } from '#shared/kernel/day.ts'
import { instantOf, type Instant, type Zone } from '#shared/kernel/instant.ts'
import { nameKey, tidyName } from '#shared/kernel/names.ts'
import { atOnce } from '#shared/kernel/pieces.ts'
import { bookOf, clientNamed, contextAt, hourlyFor, newId, retainerFor } from '#tests/support/books.ts'
import { documentOf } from '#tests/support/read-file.ts'

const now = '2040-01-01T00:00:00Z' as Instant
const context = contextAt(now)
const anyZone = fc.constantFrom('UTC', 'Europe/Rome', 'America/New_York', 'Australia/Lord_Howe') as fc.Arbitrary<Zone>

/** Words as they are kept: trimmed; quotes, delimiters, newlines, formulas, other alphabets; no sign that is no text. */
const anyText = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 16 }).map((text) => text.replaceAll(/[\0-\u001F\uFFFD]/g, '')),
    fc.string({ unit: fc.constantFrom('"', ',', ';', '\\', '\n', "'", '=', '-', '@', 'a', ' ', '\t'), maxLength: 10 }),
  )
  .map((text) => text.trim())
const anyName = anyText.map(tidyName)
const anyTags = fc.array(
  anyText.filter((tag) => tag !== ''),
  { maxLength: 3 },
)

const anyWhen = fc.oneof(
  fc
    .record({
      startMs: fc.integer({ min: 31_536_000, max: 2_145_916_800 }),
      seconds: fc.integer({ min: 1, max: 400_000 }),
    })
    .map(({ startMs, seconds }) => ({
      start: instantOf(startMs * 1000),
      end: instantOf((startMs + seconds) * 1000),
      seconds: seconds as ImportRow['seconds'],
    })),
  fc
    .record({ day: fc.integer({ min: 365, max: 24_000 }), seconds: fc.integer({ min: 1, max: 400_000 }) })
    .map(({ day, seconds }) => ({ day: fromNumber(day), seconds: seconds as ImportRow['seconds'] })),
)
const anyRows: fc.Arbitrary<ImportRow[]> = fc.array(
  fc
    .record({
      client: anyName,
      project: anyName,
      task: anyText,
      note: anyText,
      tags: anyTags,
      billable: fc.boolean(),
      when: anyWhen,
    })
    .map(({ when, ...words }) => ({ ...words, line: 1, ...when })),
  { maxLength: 8 },
)

/** A workspace with such work. Names that read the same are one name there. */
function bookWith(rows: readonly ImportRow[], zone: Zone) {
  const book = bookOf()
  const input = importEntries.input.parse({ source: 'mainstay', language: 'en', rows, zone })
  const ran = importEntries.run(book, input, context)
  if (ran.ok) applyToBook(book, ran.edits)
  return book
}

/** All that an export tells, in no order. */
function told(book: ReturnType<typeof bookOf>, zone: Zone): unknown[] {
  const entries = [...book.workspace.tables.entries.values()]
  const rows = atOnce(exportRows(book.workspace, entries, { from: null, to: null, client: 'all' }, zone))
  return rows.map((row) => JSON.stringify({ ...row, line: 0 }, Object.keys(row).toSorted())).toSorted()
}

describe.each(['en', 'it'] as const)('an export in %s', (language) => {
  test.each(['csv', 'json'] as const)(
    'as %s that is brought in again is what it was, and brought in where it came from adds nothing',
    (form) => {
      fc.assert(
        fc.property(anyRows, anyZone, (rows, zone) => {
          const book = bookWith(rows, zone)
          const entries = [...book.workspace.tables.entries.values()]
          const all = atOnce(exportRows(book.workspace, entries, { from: null, to: null, client: 'all' }, zone))
          const text = form === 'csv' ? printCsv(all, zone, language) : printJson(all, zone)
          const read = documentOf(text, now, { zone })
          expect(read.tracker).toBe('mainstay')
          expect(read.file.problems).toEqual([])
          expect(told(bookWith([...read.file.rows], zone), zone)).toEqual(told(book, zone))
          const again = previewImport(read.file, { source: 'mainstay', zone }, book.workspace)
          expect(again).toMatchObject({ read: all.length, known: all.length, fresh: 0 })
        }),
        { numRuns: 250 },
      )
    },
  )
})

const halden = clientNamed('Halden')
const site = hourlyFor(halden, 'Site')
/** Its perks change with its terms: a name goes over to another, and one is there for a year only. */
const care = {
  ...retainerFor(halden, 'Care'),
  agreement: {
    ...(retainerFor(halden, 'Care') as Extract<Engagement, { kind: 'retainer' }>).agreement,
    perks: [
      { id: 'calls', name: 'Calls', minutes: 60, count: null, value: 0 },
      { id: 'review', name: 'Review, "yearly"', minutes: null, count: null, value: 0 },
    ],
    versions: [
      { from: '2026-01-01', fee: 1000, included: 600 },
      {
        from: '2027-01-01',
        fee: 1000,
        included: 600,
        perks: [{ id: 'talks', name: 'Calls', minutes: 60, count: null, value: 0 }],
      },
    ],
  },
} as Engagement
const ground = [made('clients', halden), made('engagements', site), made('engagements', care)]
const perksOn = (year: string): (string | undefined)[] =>
  year < '2027' ? [undefined, 'calls', 'review'] : [undefined, 'talks']

/** Everything that an entry says; on a perk that is agreed on its day (all zones of the test have the same year then). */
const anyEntry: fc.Arbitrary<TimeEntry> = fc
  .record({
    work: fc.constantFrom(site, care, null),
    note: anyText,
    task: anyText,
    tags: anyTags,
    billable: fc.boolean(),
    perk: fc.nat(2),
    second: fc.integer({ min: 5 * 86_400, max: 720 * 86_400 }).filter((second) => second % 31_536_000 > 2 * 86_400),
    seconds: fc.integer({ min: 1, max: 40_000 }),
    isOfDay: fc.boolean(),
  })
  .map(({ work, note, task, tags, billable, perk, second, seconds, isOfDay }) => {
    const start = instantOf(Date.UTC(2026, 0) + second * 1000)
    const perks = work === care ? perksOn(start) : [undefined]
    const perkId = perks[perk % perks.length]
    return entrySchema.parse({
      id: newId(),
      engagementId: work?.id ?? null,
      note,
      tags,
      // Own work is for no client, and so never billable.
      billable: billable && work !== null,
      ...(task !== '' && { task }),
      ...(perkId !== undefined && { perkId }),
      ...(isOfDay
        ? { day: start.slice(0, 10), seconds }
        : { start, end: instantOf(Date.parse(start) + seconds * 1000) }),
    })
  })

/** What an entry says, whatever it is called and wherever it came from. */
const saidBy = (entry: TimeEntry): string => {
  const { id: _id, source: _source, ...said } = entry
  return JSON.stringify(said, Object.keys(said).toSorted())
}

describe.each(['csv', 'json'] as const)('entries as %s', (form) => {
  test('come back field by field into the work that they were for', () => {
    fc.assert(
      fc.property(
        fc.array(anyEntry, { maxLength: 6 }),
        anyZone,
        fc.constantFrom('en' as const, 'it' as const),
        (...all) => {
          const [entries, zone, language] = all
          const from = bookOf(...ground, ...entries.map((entry) => made('entries', entry)))
          const rows = atOnce(exportRows(from.workspace, entries, { from: null, to: null, client: 'all' }, zone))
          const text = form === 'csv' ? printCsv(rows, zone, language) : printJson(rows, zone)
          const { file } = documentOf(text, now, { zone })
          const to = bookOf(...ground)
          const input = importEntries.input.parse({ source: 'mainstay', language, rows: [...file.rows], zone })
          const ran = importEntries.run(to, input, context)
          if (ran.ok) applyToBook(to, ran.edits)
          const came = [...to.workspace.tables.entries.values()]
          expect(came.map(saidBy).toSorted()).toEqual(entries.map(saidBy).toSorted())
          expect(came.every((entry) => isSpan(entry) || entry.seconds > 0)).toBe(true)
        },
      ),
      { numRuns: 120 },
    )
  })
})

test('no cell of words begins with a sign that a spreadsheet takes for a formula', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const { file } = documentOf(printJson(rows, 'UTC' as Zone), now, { zone: 'UTC' as Zone })
      Papa.parse(printCsv([...file.rows], 'UTC' as Zone, 'en').replaceAll('\r\n', '\n'), {
        delimiter: ',',
        newline: '\n',
        preview: 0,
        step: ({ data }) => {
          for (const cell of data) expect(cell).not.toMatch(/^[=+\-@\t]/)
        },
      })
    }),
    { numRuns: 250 },
  )
})

test('a period and a client are what is exported of', () => {
  const zone = 'Europe/Rome' as Zone
  const row = (client: string, start: string): ImportRow => ({
    line: 1,
    client,
    project: 'Site',
    task: '',
    note: start,
    tags: [],
    billable: true,
    start: start as Instant,
    end: instantOf(Date.parse(start) + 3_600_000),
    seconds: 3600 as ImportRow['seconds'],
  })
  // In Rome the last one is on the first of April.
  const book = bookWith(
    [row('Acme', '2026-03-01T09:00:00Z'), row('Birch', '2026-03-02T09:00:00Z'), row('', '2026-03-31T22:30:00Z')],
    zone,
  )
  const entries = [...book.workspace.tables.entries.values()]
  const acme = [...book.workspace.tables.clients.values()].find(({ name }) => nameKey(name) === 'acme')
  const notes = (terms: Partial<Parameters<typeof exportRows>[2]>): string[] =>
    atOnce(exportRows(book.workspace, entries, { from: null, to: null, client: 'all', ...terms }, zone)).map(
      ({ note }) => note.slice(5, 10),
    )
  expect(notes({ from: '2026-03-02' as Day })).toEqual(['03-02', '03-31'])
  expect(notes({ to: '2026-03-31' as Day })).toEqual(['03-01', '03-02'])
  expect(notes({ client: acme?.id ?? 'all' })).toEqual(['03-01'])
  expect(notes({ client: 'own' })).toEqual(['03-31'])
})
