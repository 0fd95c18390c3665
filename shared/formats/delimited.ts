import { decimalText } from '../kernel/currency.ts'
import type { Language } from '../model/quantities.ts'

/** A cell on its way to a spreadsheet: words as they are, numbers as numbers. */
export type TableCell = string | number

/**
 * A table as spreadsheets of the language expect it: the sign between cells and the decimal sign are its own, and a
 * byte order mark goes first, without which they take it for Windows-1252. Rows end as RFC 4180 says.
 *
 * Words that a spreadsheet would take for a formula get an apostrophe before them (persistence.md, Security); a number
 * is a number and needs none.
 */
export function printTable(rows: readonly (readonly TableCell[])[], language: Language): string {
  const [delimiter, decimal] = language === 'it' ? [';', ','] : [',', '.']
  const cell = (value: TableCell): string =>
    typeof value === 'number'
      ? quoted(String(value).replace('.', decimal), delimiter)
      : quoted(guarded(value), delimiter)
  return `\uFEFF${rows.map((row) => row.map(cell).join(delimiter)).join('\r\n')}\r\n`
}

/** One that begins with an apostrophe and such a sign gets another one, so that taking one off is exact. */
const guarded = (text: string): string => (/^'*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text)

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\n\r]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/** Money as a number of whole units: 1250 cents are 12.5. */
export const moneyCell = (amount: number, currency: string): number => Number(decimalText(amount, currency))

/** Time as hours, to the hundredth: 4,500 seconds are 1.25. */
export const hoursCell = (seconds: number): number => Math.round(seconds / 36) / 100
