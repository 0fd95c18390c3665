import { decimalsOf } from '../kernel/currency.ts'
import type { Day } from '../kernel/day.ts'
import { minor, type Minor } from '../kernel/units.ts'
import type { BankRole } from '../model/bank-roles.ts'
import { partsOfDay, readDay } from './clocks.ts'
import { plain, type DateOrder, type Decimal } from './columns.ts'
import type { Csv } from './csv.ts'

export type BankColumns = readonly (BankRole | null)[]

/** How a bank's table is read. */
export interface BankRecipe {
  readonly columns: BankColumns
  readonly dateOrder: Exclude<DateOrder, 'ymd'>
  readonly decimal: Decimal
}

/** Money that came in, as the bank tells it. */
export interface BankLine {
  readonly line: number
  readonly on: Day
  readonly amount: Minor
  readonly words: string
}

export interface BankFile {
  readonly lines: readonly BankLine[]
  /** Lines whose day or amount cannot be read, by their number in the file. */
  readonly unread: readonly number[]
  /** Money that went out, which is none of ours. */
  readonly out: number
}

const NAMES: readonly (readonly [BankRole, RegExp])[] = [
  ['in', /^(?:credit|credits|paid in|money in|deposit|avere|entrate|accrediti?|importo avere)\b/],
  ['day', /\b(?:date|data|day|giorno|buchungstag|datum)\b|^(?:booking|completed)/],
  ['amount', /\b(?:amount|importo|betrag|sum|somma|value \(|net)\b/],
  [
    'words',
    /descri|causale|detail|dettagl|reference|riferimento|payee|payer|name|narrative|text|memo|notes?|ordinante|verwendungszweck/,
  ],
]

/** What the columns seem to hold, by their names; by what stands in them where the names say nothing. */
export function guessBank({ header, records }: Csv): BankRecipe {
  const samples = records.first(40)
  const cellsOf = (place: number): string[] => samples.map((record) => record.cell(place)?.trim() ?? '').filter(Boolean)
  const found: (BankRole | null)[] = []
  for (const [place, name] of header.entries()) {
    const role = NAMES.find(([, names]) => names.test(plain(name)))?.[0] ?? byCells(cellsOf(place))
    const isTaken = role !== 'words' && role !== null && found.includes(role)
    found.push(isTaken ? null : role)
  }
  // What came in has a column of its own: the other one holds what went out too.
  const columns = found.includes('in') ? found.map((role) => (role === 'amount' ? null : role)) : found
  const held = (role: BankRole): string[] => columns.flatMap((each, place) => (each === role ? cellsOf(place) : []))
  return {
    columns,
    dateOrder: held('day').some((cell) => (partsOfDay(cell)?.[1] ?? 0) > 12) ? 'mdy' : 'dmy',
    decimal: decimalIn([...held('amount'), ...held('in')]),
  }
}

function byCells(cells: readonly string[]): BankRole | null {
  if (cells.length === 0) return null
  if (cells.every((cell) => partsOfDay(cell) !== null)) return 'day'
  return cells.every((cell) => /^[-+−]?[\d.,' ]+$/.test(cell) && /[.,]\d{2}$/.test(cell)) ? 'amount' : null
}

/** The last sign before the cents; where none has cents, a point. */
const decimalIn = (cells: readonly string[]): Decimal => (cells.some((cell) => /,\d{1,2}\D*$/.test(cell)) ? ',' : '.')

/** What is needed at least: when, and how much. */
export const isEnoughBank = (columns: BankColumns): boolean =>
  columns.includes('day') && (columns.includes('amount') || columns.includes('in'))

/** The money that came in. Amounts are of one currency: a bank's account has one. */
export function readBank(csv: Csv, { columns, dateOrder, decimal }: BankRecipe, currency: string): BankFile {
  const lines: BankLine[] = []
  const unread: number[] = csv.broken.map(({ line }) => line)
  let out = 0
  const places = (role: BankRole): number[] => columns.flatMap((each, place) => (each === role ? [place] : []))
  const [[dayPlace = -1], [amountPlace = -1], [inPlace = -1], words] = [
    places('day'),
    places('amount'),
    places('in'),
    places('words'),
  ]
  for (const record of csv.records) {
    const cell = (place: number): string => record.cell(place)?.trim() ?? ''
    const written = cell(inPlace === -1 ? amountPlace : inPlace)
    const on = readDay(cell(dayPlace).split(' ')[0] ?? '', dateOrder)
    if (inPlace !== -1 && written === '') {
      out += 1
      continue
    }
    const amount = readAmount(written, decimal, currency)
    if (on === null || amount === null) {
      if (record.cells.some((each) => each.trim() !== '')) unread.push(record.line)
    } else if (amount <= 0) out += 1
    else lines.push({ line: record.line, on, amount, words: words.map(cell).filter(Boolean).join(' ') })
  }
  return { lines, unread, out }
}

/**
 * `1.234,50`, `EUR 1,234.50`, `+1234.5`, `1'200.-`: in minor units; money that went out has a sign, brackets or `D`, `DR`
 * beside it. null of what is no amount, or has more decimals than money has.
 */
export function readAmount(text: string, decimal: Decimal, currency: string): Minor | null {
  const isDebit = /(?:^|[\d\s.,])DR?\.?\s*$|^\s*DR?\.?(?=[\s\d])/i.test(text)
  // A dash after the decimal sign stands for no cents.
  const figures = text.replace(/([.,])\s*[-−–—]+(?=\D*$)/, '$1')
  const bare = figures.replaceAll(/[^\d.,'’\-−+\s()]/g, '').replaceAll(/[\s'’]/g, '')
  const isNegative = isDebit || /^[-−]|^\(.*\)$|[-−]$/.test(bare)
  const digits = bare.replaceAll(/[-−+()]/g, '').replaceAll(decimal === ',' ? '.' : ',', '')
  const [whole = '', part = '', ...more] = digits.split(decimal)
  const decimals = decimalsOf(currency)
  if (!/^\d+$/.test(whole) || !/^\d*$/.test(part) || more.length > 0) return null
  if (part.length > decimals && /[^0]/.test(part.slice(decimals))) return null
  const amount = Number(whole + part.slice(0, decimals).padEnd(decimals, '0'))
  return Number.isSafeInteger(amount) ? minor(isNegative ? -amount : amount) : null
}
