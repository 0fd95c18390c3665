import { describe, expect, it } from 'vitest'
import { guessBank, isEnoughBank, readAmount, readBank } from '#shared/formats/bank.ts'
import { readCsv, type Csv } from '#shared/formats/csv.ts'

function csvOf(text: string): Csv {
  const read = readCsv(text)
  if (!read.ok) throw new Error(read.code)
  return read.csv
}
const linesOf = (text: string) => {
  const csv = csvOf(text)
  return readBank(csv, guessBank(csv), 'EUR')
}

const ITALIAN = `Data operazione;Data valuta;Importo;Descrizione
03/11/2026;04/11/2026;1.464,00;BONIFICO STUDIO APERTA FATTURA 2026-041
04/11/2026;04/11/2026;-12,50;COMMISSIONI
05/11/2026;05/11/2026;250,5;Giroconto
`
const ENGLISH = `Date,Payee,Reference,Paid out,Paid in
2026-11-03,Acme Ltd,INV 2026-012,,"1,200.00"
2026-11-04,Landlord,Rent,900.00,
`

describe('a bank’s table', () => {
  it('is read by what its columns are called and how its figures are written', () => {
    const csv = csvOf(ITALIAN)
    expect(guessBank(csv)).toEqual({ columns: ['day', null, 'amount', 'words'], dateOrder: 'dmy', decimal: ',' })
    expect(linesOf(ITALIAN)).toEqual({
      lines: [
        { line: 2, on: '2026-11-03', amount: 146_400, words: 'BONIFICO STUDIO APERTA FATTURA 2026-041' },
        { line: 4, on: '2026-11-05', amount: 25_050, words: 'Giroconto' },
      ],
      unread: [],
      out: 1,
    })
  })

  it('may have a column for what came in', () => {
    expect(linesOf(ENGLISH)).toEqual({
      lines: [{ line: 2, on: '2026-11-03', amount: 120_000, words: 'Acme Ltd INV 2026-012' }],
      unread: [],
      out: 1,
    })
  })

  it('tells the month first where a day says so, and names nothing that it cannot tell', () => {
    const recipe = guessBank(csvOf('When,Sum,Note\n11/25/2026,10.00,a\n'))
    expect(recipe).toEqual({ columns: ['day', 'amount', 'words'], dateOrder: 'mdy', decimal: '.' })
    expect(isEnoughBank(guessBank(csvOf('A,B\nx,y\n')).columns)).toBe(false)
  })

  it('says which lines it cannot read', () => {
    expect(linesOf('Date,Amount,Text\n2026-02-30,10.00,a\n2026-03-01,ten,b\n2026-03-01,5.00,c\n')).toMatchObject({
      lines: [{ amount: 500 }],
      unread: [2, 3],
    })
  })

  it.each([
    ['1.234,50', ',', 123_450],
    ['EUR 1,234.50', '.', 123_450],
    ['+1234.5 €', '.', 123_450],
    ['-12,00', ',', -1200],
    ['12,00-', ',', -1200],
    ['(12.00)', '.', -1200],
    ['1 234,5', ',', 123_450],
    ["1'234.50", '.', 123_450],
    ["1'200.-", '.', 120_000],
    ['CHF 1’200.–', '.', 120_000],
    ['200,-- €', ',', 20_000],
    ['-200.-', '.', -20_000],
    ['100.00 D', '.', -10_000],
    ['100.00DR', '.', -10_000],
    ['D 100.00', '.', -10_000],
    ['100.00 C', '.', 10_000],
    ['100.00 CR', '.', 10_000],
    ['USD 100.00', '.', 10_000],
    ['100.00 USD', '.', 10_000],
    ['12,345', ',', null],
    ['12,340', ',', 1234],
    ['1,2,3', ',', null],
    ['', '.', null],
  ] as const)('%s with %s before its cents', (text, decimal, amount) => {
    expect(readAmount(text, decimal, 'EUR')).toBe(amount)
  })

  it('has as many decimals as its money', () => {
    expect(readAmount('1,234', '.', 'JPY')).toBe(1234)
    expect(readAmount('1.234', '.', 'KWD')).toBe(1234)
  })
})
