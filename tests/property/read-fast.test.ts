import fc from 'fast-check'
import Papa from 'papaparse/papaparse.js'
import { describe, expect, test } from 'vitest'
import { inBase36 } from '#shared/domain/fingerprint.ts'
import { CsvRows } from '#shared/formats/csv-rows.ts'
import { codesOf } from '#shared/formats/signs.ts'
import { toNumber, type Day } from '#shared/kernel/day.ts'
import { instantOf, msOf } from '#shared/kernel/instant.ts'

/** What is done by hand because a long file asks for it a hundred thousand times says what the general way says. */
describe('the fast way is the general one', () => {
  const signs = fc.constantFrom('a', 'é', ' ', '"', '""', ',', ';', '\n', "'", '=', '\t')
  const text = fc.array(signs, { maxLength: 40 }).map((parts) => parts.join(''))
  const cell = fc.oneof(
    fc.stringMatching(/^[a-z =']{0,5}$/),
    text.map((inside) => `"${inside.replaceAll('"', '""')}"`),
  )

  const scanned = (of: string): string[][] | null => {
    const rows = new CsvRows({ text: of, codes: codesOf(of), delimiter: ',', longest: 1000 })
    for (let [at, line] = [0, 1]; at < of.length;) {
      const end = rows.scan(at, line)
      if (end === -1) return null
      ;[at, line] = [end + 1, line + 1]
    }
    return Array.from(rows, ({ cells }) => [...cells])
  }
  const unguarded = (word: string): string => (/^'+[=+\-@\t\n]/.test(word) ? word.slice(1) : word)
  const general = (of: string) => {
    const rows: string[][] = []
    let isWhole = true
    Papa.parse(of, {
      delimiter: ',',
      newline: '\n',
      preview: 0,
      step({ data, errors }) {
        rows.push(data.map(unguarded))
        isWhole &&= errors.length === 0
      },
    })
    return { rows: of.endsWith('\n') && rows.at(-1)?.join('') === '' ? rows.slice(0, -1) : rows, isWhole }
  }

  test('rows as they should be are all told apart', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const of = rows.map((row) => row.join(',')).join('\n')
        fc.pre(of !== '')
        expect(scanned(of)).toEqual(general(of).rows)
      }),
    )
  })

  test('of any text it says the same, or nothing', () => {
    fc.assert(
      fc.property(text, (of) => {
        const rows = of === '' ? null : scanned(of)
        if (rows === null) return
        const { rows: wanted, isWhole } = general(of)
        expect(isWhole).toBe(true)
        expect(rows).toEqual(wanted)
      }),
    )
  })

  test('days and instants', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 253_402_300_799 }), (second) => {
        const iso = `${new Date(second * 1000).toISOString().slice(0, 19)}Z`
        expect(instantOf(second * 1000 + 999)).toBe(iso)
        expect(msOf(instantOf(second * 1000))).toBe(second * 1000)
        expect(toNumber(iso.slice(0, 10) as Day)).toBe(Math.floor(second / 86_400))
      }),
    )
  })

  test('numbers in base 36', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.nat({ max: 52 }), (value, bits) => {
        const small = Math.floor(value / 2 ** bits)
        expect(inBase36(small)).toBe(small.toString(36))
      }),
    )
  })
})
