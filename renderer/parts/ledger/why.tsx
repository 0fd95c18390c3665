import { createContext, use, useMemo } from 'react'
import { daysOf, preferencesOf, roundingFor, type Book } from '#shared/domain/book.ts'
import { explain } from '#shared/domain/ledger/explain/explain.ts'
import { unitOf, type Explained, type Figure } from '#shared/domain/ledger/explain/reason.ts'
import type { Sources } from '#shared/domain/ledger/explain/sources.ts'
import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import { dayParts } from '#shared/domain/totals.ts'
import { amountInColumn } from '#shared/i18n/amounts.ts'
import { addDays, monthOf, type Day } from '#shared/kernel/day.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import type { TimeEntry } from '#shared/model/entry.ts'
import { Derivation } from '../../ui/derivation.tsx'
import { useBook, useMonths } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { shownAmount } from '#shared/domain/ledger/shown-row.ts'
import { whyWords } from './why-text.ts'

/** Whose ledger it is: its figures open down to what they are made of. null where the ledger is only thought up. */
const Explains = createContext<Retainer | null>(null)
export const ExplainsLedger = Explains.Provider
export const useExplained = (): Retainer | null => use(Explains)

interface WhyProps {
  retainer: Retainer
  row: LedgerRow
  /** One, or several that are shown as one. */
  figures: readonly Figure[]
  title: string
  /** The figure as it is shown, and as it is written. */
  shown: number
  written: string
}

/** Why a figure of the ledger is what it is: its parts, which add up to it. Worked out when it is asked for. */
export function Why({ retainer, row, figures, title, shown, written }: WhyProps) {
  const { t, format } = useWords()
  const { agreement } = retainer
  const sources = useSources(retainer, row)
  const parts = useMemo(
    () => figures.flatMap((figure) => explain(agreement, row, figure, sources).of),
    [agreement, row, figures, sources],
  )
  const { basis, currency } = agreement
  const isMoney = unitOf(agreement, figures[0] ?? 'used') === 'minor'
  const write = (amount: number): string =>
    isMoney ? format.money(amount, currency, 'always') : amountInColumn(format, basis, amount)
  const noteOf = useNotes(retainer)
  const rows = stepsTo(parts, shown, (amount) => (isMoney ? amount : shownAmount(basis, amount)))
  return (
    <Derivation
      title={title}
      rows={rows.map(({ part, amount }, index) => ({
        id: String(index),
        ...whyWords(t, format, agreement, part, noteOf),
        figure: write(amount),
      }))}
      total={{ label: title, figure: written }}
    />
  )
}

/** The parts as they are shown: each is the step between two levels that were cut, the last one ends at the figure. */
function stepsTo(parts: readonly Explained[], shown: number, cut: (amount: number) => number) {
  let level = 0
  return parts.map((part, index) => {
    const before = cut(level)
    level += part.amount
    return { part, amount: (index === parts.length - 1 ? shown : cut(level)) - before }
  })
}

/** What the row ran on, laid out by day; entries once they are in memory. */
function useSources({ id }: Retainer, { period: { start, end } }: LedgerRow): Sources {
  const book = useBook()
  const isHeld = useMonths(monthOf(addDays(start, -1)), monthOf(addDays(end, -1)))
  return useMemo(() => {
    const { timeZone: zone } = preferencesOf(book.workspace)
    const entries = isHeld ? entriesByDay(book, id) : null
    const deliveries = [...(book.deliveries.get(id)?.values() ?? [])]
    return {
      zone,
      days: daysOf(book, id),
      entriesOn: (day) => (entries === null ? null : (entries.get(day) ?? [])),
      deliveriesOn: (on) => deliveries.filter(({ day }) => day === on),
    }
  }, [book, id, isHeld])
}

function entriesByDay(book: Book, id: Retainer['id']): ReadonlyMap<Day, readonly TimeEntry[]> {
  const { timeZone } = preferencesOf(book.workspace)
  const engagement = book.workspace.tables.engagements.get(id)
  const days = new Map<Day, TimeEntry[]>()
  for (const entry of book.workspace.tables.entries.values()) {
    if (entry.engagementId !== id) continue
    for (const { day } of dayParts(entry, timeZone, roundingFor(entry, engagement, timeZone)))
      days.set(day, [...(days.get(day) ?? []), entry])
  }
  return days
}

function useNotes({ id }: Retainer): (noted: string) => string {
  const book = useBook()
  const { entries } = book.workspace.tables
  const deliveries = book.deliveries.get(id)
  return (noted) => entries.get(noted as Retainer['id'])?.note ?? deliveries?.get(noted as Retainer['id'])?.note ?? ''
}
