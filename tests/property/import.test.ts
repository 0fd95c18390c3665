import fc from 'fast-check'
import { packTotals } from '#shared/domain/packed-totals.ts'
import { describe, expect, test } from 'vitest'
import { importEntries } from '#shared/commands/import.ts'
import { applyToBook } from '#shared/domain/book.ts'
import { planImport, previewImport } from '#shared/domain/import.ts'
import { RowList } from '#shared/formats/row-list.ts'
import type { ImportRow, SpanRow } from '#shared/formats/rows.ts'
import { readText } from '#tests/support/read-file.ts'
import { instantOf, wallClock, type Instant, type Zone } from '#shared/kernel/instant.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { reversed } from '#shared/model/change.ts'
import { bookOf, contextAt } from '#tests/support/books.ts'
import { printed } from '#tests/support/toggl-file.ts'

const now = '2040-01-01T00:00:00Z' as Instant
const context = contextAt(now)
const utc = 'UTC' as Zone
const zones = [
  'UTC',
  'Europe/Rome',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
] as Zone[]
const anyZone = fc.constantFrom(...zones)

/** Any text a cell holds: quotes, delimiters, newlines, formulas, other alphabets; not the mark of damaged text. */
const anyText = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replaceAll('\uFFFD', '')),
    fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', "'", '=', '-', '@', 'a', ' ', '\t'), maxLength: 12 }),
  )
  .map((text) => text.trim())
  .filter((text) => text !== '-')
const anyTag = anyText.map((text) => text.replaceAll(',', '').trim()).filter((tag) => tag !== '' && tag !== '-')

/** Between 1971 and 2037, to the second; every third on a Sunday around the hours in which clocks change. */
const anyMs = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 31_536_000, max: 2_145_916_800 }).map((s) => s * 1000) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 60, max: 3500 }), fc.integer({ min: -12 * 3600, max: 12 * 3600 }))
      .map(([week, second]) => (week * 7 + 3) * 86_400_000 + second * 1000),
  },
)
const rowWith = (text: fc.Arbitrary<string>, name: fc.Arbitrary<string>): fc.Arbitrary<SpanRow> =>
  fc
    .record({
      client: name,
      project: name,
      task: text,
      note: text,
      tags: fc.array(anyTag, { maxLength: 3 }),
      billable: fc.boolean(),
      startMs: anyMs,
      seconds: fc.oneof(fc.integer({ min: 1, max: 40_000 }), fc.integer({ min: 1, max: 400_000 })),
    })
    .map(({ startMs, seconds, ...row }) => ({
      ...row,
      line: 1,
      start: instantOf(startMs),
      end: instantOf(startMs + seconds * 1000),
      seconds: seconds as ImportRow['seconds'],
    }))
const anyRows = fc.array(rowWith(anyText, anyText), { maxLength: 12 })
const fewNames = fc.constantFrom('', 'Acme', 'ACME', ' acme', 'Birch', 'Website', 'Acme ')
const likelyRows = fc.array(rowWith(fc.constantFrom('', 'Review'), fewNames), { maxLength: 30 })

/** What of a row is the same however an hour that comes twice was meant. */
const shownOf = (row: SpanRow, zone: Zone) => ({
  ...row,
  line: 0,
  start: wallClock(row.start, zone),
  end: wallClock(row.end, zone),
})

describe('a Toggl report that is printed and read back', () => {
  test.each(['classic', 'newer'] as const)('%s: says the same', (form) => {
    fc.assert(
      fc.property(anyRows, anyZone, (rows, zone) => {
        const read = readText(printed(rows, zone, form), zone, now)
        if (!read.ok) throw new Error(read.problem.code)
        expect(read.file.problems).toEqual([])
        expect(Array.from(read.file.rows, (row) => shownOf(row as SpanRow, zone))).toEqual(
          rows.map((row) => shownOf(row, zone)),
        )
      }),
      { numRuns: 1000 },
    )
  })

  test('names the line in which a row begins', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const text = printed(rows, utc, 'classic')
        const read = readText(text, utc, now)
        const lines = text.split('\r\n').flatMap((line) => line.split('\n'))
        if (!read.ok) throw new Error(read.problem.code)
        for (const { line } of read.file.rows) expect(lines[line - 1]).toMatch(/^Ada,/)
      }),
      { numRuns: 1000 },
    )
  })
})

test('any text at all is read or refused, and never throws', () => {
  const pieces = fc.constantFrom(
    '"',
    ',',
    ';',
    '\n',
    '\r',
    '\t',
    '\0',
    '-',
    'Start date',
    'Start time',
    'Duration',
    '9:00',
  )
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: pieces, maxLength: 60 })), (text) => {
      const read = readText(text, utc, now)
      const lines = text.split(/\r\n?|\n/).length
      if (read.ok)
        for (const { line } of [...read.file.rows, ...read.file.problems]) expect(line).toBeLessThanOrEqual(lines)
    }),
    { numRuns: 1000 },
  )
})

describe('an import', () => {
  const inputOf = (rows: readonly ImportRow[], zone: Zone) =>
    importEntries.input.parse({ source: 'toggl', language: 'en', rows, zone })

  test('does what its preview says; the parts add up; a second time it adds nothing; undo gives back the start', () => {
    fc.assert(
      fc.property(likelyRows, likelyRows, anyZone, (earlier, rows, zone) => {
        const book = bookOf()
        const first = importEntries.run(book, inputOf(earlier, zone), context)
        if (first.ok) applyToBook(book, first.edits)
        const before = structuredClone(book.workspace.tables)
        const totals = book.totals && packTotals(book.totals)

        const preview = previewImport(
          { rows: RowList.of(rows), problems: [] },
          { source: 'toggl', zone },
          book.workspace,
        )
        const ran = importEntries.run(book, inputOf(rows, zone), context)
        expect(ran.ok).toBe(preview.read > preview.known)
        if (!ran.ok) return

        const entries = ran.edits.filter((edit) => edit.table === 'entries')
        const clients = ran.edits.filter((edit) => edit.table === 'clients')
        expect(entries).toHaveLength(preview.read - preview.known)
        expect(sumOf(preview.clients, (client) => client.entries)).toBe(entries.length)
        expect(sumOf(preview.clients, (client) => client.seconds)).toBe(preview.seconds)
        expect(clients.map((edit) => edit.after?.name)).toEqual(
          preview.clients.filter((client) => client.isNew).map((client) => client.name),
        )

        applyToBook(book, ran.edits)
        expect(importEntries.run(book, inputOf([...rows, ...earlier], zone), context).ok).toBe(false)
        expect(
          previewImport({ rows: RowList.of(rows), problems: [] }, { source: 'toggl', zone }, book.workspace).known,
        ).toBe(rows.length)

        applyToBook(book, reversed(ran.edits))
        expect(book.workspace.tables).toEqual(before)
        expect(book.totals && packTotals(book.totals)).toEqual(totals)
      }),
      { numRuns: 1000 },
    )
  })

  test('a file that grew brings in the rest: in parts or at once is the same', () => {
    fc.assert(
      fc.property(likelyRows, fc.nat(), anyZone, (rows, cut, zone) => {
        const book = bookOf()
        const { taken, keyOf } = planImport(book.workspace, RowList.of(rows), { source: 'toggl', zone })
        const keysAtOnce = taken.map(keyOf)
        for (const part of [rows.slice(0, cut % (rows.length + 1)), rows]) {
          const ran = importEntries.run(book, inputOf(part, zone), context)
          if (ran.ok) applyToBook(book, ran.edits)
        }
        const keys = [...book.workspace.tables.entries.values()].map((entry) => entry.source?.key)
        expect(new Set(keys)).toEqual(new Set(keysAtOnce))
        expect(keys).toHaveLength(keysAtOnce.length)
      }),
      { numRuns: 1000 },
    )
  })
})
