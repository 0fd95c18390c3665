import type { Day } from '../../kernel/day.ts'
import type { Invoice } from '../../model/invoice.ts'

/** Numbers are gapless within it (domain.md, Billing); invoices and credit notes share one. */
export interface Series {
  readonly year: number
  readonly series: string
}

type Numbered = Invoice & { readonly number: number }

/** What has a number of the series: issued, or void, which keeps it. */
const numberedIn = (invoices: Iterable<Invoice>, { year, series }: Series): Numbered[] =>
  [...invoices].filter(
    (invoice): invoice is Numbered => invoice.number !== null && invoice.year === year && invoice.series === series,
  )

/** The number that is given next: 1 in a new year or a new series. */
export const nextNumber = (invoices: Iterable<Invoice>, of: Series): number =>
  Math.max(0, ...numberedIn(invoices, of).map(({ number }) => number)) + 1

/** What several drafts are called once they are issued one after the other: `2026-041` to `2026-043`, by series. */
export function numbersFor(invoices: Iterable<Invoice>, drafts: readonly Series[]): string[] {
  const all = [...invoices]
  const bySeries = new Map<string, { of: Series; count: number }>()
  for (const of of drafts) {
    const key = `${of.year} ${of.series}`
    bySeries.set(key, { of, count: (bySeries.get(key)?.count ?? 0) + 1 })
  }
  return [...bySeries.values()].map(({ of, count }) => {
    const first = nextNumber(all, of)
    const ends = count === 1 ? [first] : [first, first + count - 1]
    return ends.map((number) => numberText({ ...of, number })).join(' – ')
  })
}

/** The numbers from 1 to the last that nothing has; none, while nobody but the commands has given them. */
export function gapsIn(invoices: Iterable<Invoice>, of: Series): number[] {
  const given = new Set(numberedIn(invoices, of).map(({ number }) => number))
  return Array.from({ length: nextNumber(invoices, of) - 1 }, (_, index) => index + 1).filter(
    (number) => !given.has(number),
  )
}

/** The day of the last one issued: a later number never has an earlier day. null while there is none. */
export const lastIssuedOn = (invoices: Iterable<Invoice>, of: Series): Day | null =>
  numberedIn(invoices, of).reduce<Day | null>(
    (last, { issuedOn }) => (last === null || issuedOn > last ? issuedOn : last),
    null,
  )

/** How a number is written: `2026-041`, in a series `B 2026-041`. Empty while it has none. */
export const numberText = ({ year, number, series }: Pick<Invoice, 'year' | 'number' | 'series'>): string =>
  number === null ? '' : `${series === '' ? '' : `${series} `}${year}-${String(number).padStart(3, '0')}`

/** A number as a FatturaPA takes it: up to 20 signs of plain Latin. It is never cut: two invoices would be one. */
export const isFatturaNumber = (text: string): boolean => /^[\u0020-\u007E]{1,20}$/.test(text)

/** A series whose numbers are such ones for a whole year, up to 9999 of them. */
export const isFatturaSeries = (series: string): boolean =>
  isFatturaNumber(numberText({ series, year: 2026, number: 9999 }))
