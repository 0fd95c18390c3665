import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv } from '#shared/formats/csv.ts'
import { printTable } from '#shared/formats/delimited.ts'

describe('a table on its way to a spreadsheet', () => {
  const rows = [
    ['Month', 'Guaranteed, €'],
    ['2026-01', 1234.5],
    ['2026-02', -20],
  ]

  test('has the signs of the language, and a byte order mark', () => {
    expect(printTable(rows, 'en')).toBe('\uFEFFMonth,"Guaranteed, €"\r\n2026-01,1234.5\r\n2026-02,-20\r\n')
    expect(printTable(rows, 'it')).toBe('\uFEFFMonth;Guaranteed, €\r\n2026-01;1234,5\r\n2026-02;-20\r\n')
  })

  test('guards words that would be a formula, and leaves numbers alone', () => {
    expect(printTable([['=1+1', "'=1", '-5', -5, 'a"b']], 'en')).toBe('\uFEFF\'=1+1,\'\'=1,\'-5,-5,"a""b"\r\n')
  })

  test('reads back as it was, whatever the words', () => {
    const word = fc
      .string({ unit: 'grapheme' })
      .map((text) => text.replaceAll(/[\u0000-\u001F\uFEFF\uFFFD]/g, '') || 'x')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, word), { minLength: 1 }),
        fc.constantFrom('en' as const, 'it' as const),
        (body, language) => {
          const read = readCsv(printTable([['one', 'two'], ...body], language))
          expect(read.ok && Array.from(read.csv.records, ({ cells }) => cells)).toEqual(body)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
