import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import { lastDay } from '#shared/domain/periods.ts'

/** `10:00` from seconds; zero is a dash, so that what there is stands out. */
export const time = (seconds: number): string => {
  if (seconds === 0) return '–'
  const minutes = Math.floor(Math.abs(seconds) / 60)
  const rest = Math.abs(seconds) % 60
  const clock = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
  return `${seconds < 0 ? '-' : ''}${clock}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}
export const units = (count: number): string => (count === 0 ? '–' : String(count))
export const money = (minor: number | null): string =>
  minor === null ? 'none' : minor === 0 ? '–' : (minor / 100).toFixed(2)

const amounts = ['opening', 'granted', 'overage', 'used', 'expired', 'dropped', 'carriedOut'] as const
const sources = ['usedCarried', 'usedIncluded', 'usedTopUp'] as const
const sums = ['fee', 'topUpAmount', 'overageAmount', 'effectiveRate'] as const
const heads: Partial<Record<keyof LedgerRow, string>> = {
  overage: 'over',
  carriedOut: 'carried',
  usedCarried: 'of old',
  usedIncluded: 'of own',
  usedTopUp: 'of top-up',
  topUpAmount: 'top-up',
  overageAmount: 'for over',
  effectiveRate: 'an hour',
}

type Column = readonly [head: string, cell: (row: LedgerRow) => string]
const column = <Name extends keyof LedgerRow>(name: Name, cell: (value: LedgerRow[Name]) => string): Column => [
  heads[name] ?? name,
  (row) => cell(row[name]),
]

/**
 * A ledger as an aligned table: first and last day, the equation (in: opening, granted, over; out: used, expired,
 * dropped, carried), then what there is of the rest: where the used time came from (of old: carried in; of own: the
 * period's included), the time worked, money. For tests that read like the document they check.
 */
export function printLedger(rows: readonly LedgerRow[], basis: 'hours' | 'deliverables' = 'hours'): string {
  const amount = basis === 'hours' ? time : units
  const columns: Column[] = [
    ['period', ({ period }) => `${period.start} ${lastDay(period).slice(5)}`],
    ...amounts.map((name) => column(name, amount)),
  ]
  const more: Column[] = [
    ...sources.map((name) => column(name, amount)),
    column('worked', time),
    ...sums.map((name) => column(name, money)),
  ]
  const shown = [...columns, ...more.filter(([, cell]) => rows.some((row) => cell(row) !== '–'))]
  return align([shown.map(([head]) => head), ...rows.map((row) => shown.map(([, cell]) => cell(row)))])
}

function align(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)))
  return lines
    .map((line) => line.map((cell, index) => cell.padStart(widths[index] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n')
}

/** A template literal without its indentation and its first and last line break, to compare a table with. */
export function table(strings: TemplateStringsArray): string {
  const lines = (strings[0] ?? '').split('\n').slice(1, -1)
  const indent = Math.min(...lines.map((line) => line.length - line.trimStart().length))
  return lines.map((line) => line.slice(indent)).join('\n')
}
