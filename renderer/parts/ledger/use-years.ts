import { useCallback, useState } from 'react'
import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import type { Day } from '#shared/kernel/day.ts'

/** Longer ledgers are told by the year, and a year opens into its periods. */
const MOST_ROWS = 18
/** Of more years than these some are told together: those that lie further from the open one than its neighbours. */
const MOST_YEARS = 6
const NEAR = 1

/** A row of a long ledger: a year, or all those that lie far from the open one, which opens into its years. */
export interface Span {
  readonly name: string
  readonly rows: readonly LedgerRow[]
  readonly isOpen: boolean
  /** It is a year: its periods follow when it is open. */
  readonly isYear: boolean
}

/**
 * How a long ledger is laid out, oldest first; null where its periods stand by themselves. The last year with work in it
 * is open, since that is where the questions are; or that of the period that is asked for. However many years there are, few rows are drawn, so that what a key
 * costs in the editor does not grow with the history.
 */
export function useYears(
  rows: readonly LedgerRow[],
  asked?: Day,
): {
  spans: readonly Span[] | null
  toggle: (name: string) => void
} {
  const [pressed, setPressed] = useState<ReadonlySet<string>>(new Set())
  // The same one all the time, so that a row's name stays still while its figures are drawn.
  const toggle = useCallback((name: string) => setPressed((now) => turned(now, name)), [])
  return { spans: rows.length > MOST_ROWS ? spansOf(rows, pressed, asked) : null, toggle }
}

function spansOf(rows: readonly LedgerRow[], pressed: ReadonlySet<string>, asked?: Day): readonly Span[] {
  const years = yearsOf(rows)
  const worked = years.findLastIndex((each) => each.rows.some((row) => row.worked > 0 || row.used > 0))
  const sought = years.findIndex((each) => each.rows.some(({ period }) => period.start === asked))
  const open = sought !== -1 ? sought : worked === -1 ? years.length - 1 : worked
  const span: ToSpan = (name, its, isYear, isFirstOpen) => ({
    name,
    rows: its,
    isYear,
    isOpen: isFirstOpen !== pressed.has(name),
  })
  const spans = years.map(({ name, rows: its }, index) => span(name, its, true, index === open))
  if (spans.length <= MOST_YEARS) return spans
  const near = Math.max(0, open - NEAR)
  const far = open + NEAR + 1
  // The last year is what comes next to whoever changes the terms, however long nothing was worked.
  const last = Math.max(far, spans.length - 1)
  return [
    ...folded(spans.slice(0, near), span),
    ...spans.slice(near, far),
    ...folded(spans.slice(far, last), span),
    ...spans.slice(last),
  ]
}

type ToSpan = (name: string, rows: readonly LedgerRow[], isYear: boolean, isFirstOpen: boolean) => Span

/** Several years as one row, and the years themselves where it is open. One alone says no more than the year's own. */
function folded(years: readonly Span[], span: ToSpan): readonly Span[] {
  const [first, last] = [years[0], years.at(-1)]
  if (!first || !last || first === last) return years
  const rows = years.flatMap((each) => each.rows)
  const all = span(`${first.name} – ${last.name}`, rows, false, false)
  return all.isOpen ? [all, ...years] : [all]
}

/** The years that the rows lie in, by where they start. */
export function yearsOf(rows: readonly LedgerRow[]): { name: string; rows: readonly LedgerRow[] }[] {
  const years = new Map<string, LedgerRow[]>()
  for (const row of rows) {
    const name = row.period.start.slice(0, 4)
    const same = years.get(name)
    if (same) same.push(row)
    else years.set(name, [row])
  }
  return [...years].map(([name, its]) => ({ name, rows: its }))
}

/** With the item where it was not among them, without it where it was. */
export const turned = <Item>(items: ReadonlySet<Item>, item: Item): ReadonlySet<Item> =>
  new Set(items.has(item) ? [...items].filter((each) => each !== item) : [...items, item])
