import { useMemo } from 'react'
import { invoiceOfOverage } from '#shared/domain/billing/billed.ts'
import type { ListedInvoice } from '#shared/domain/billing/listed.ts'
import { standingOfInvoice } from '#shared/domain/billing/status.ts'
import type { MonthLedger } from '#shared/domain/month-close/ledgers.ts'
import { useBook, useToday } from '../../workspace.tsx'

/** The invoice or draft that has what went past a period already, and how it stands. */
export function useInvoiceOfOverage({ retainer, row }: MonthLedger): ListedInvoice | null {
  const book = useBook()
  const today = useToday()
  return useMemo(() => {
    const invoice = invoiceOfOverage(book.workspace.tables.invoices.values(), retainer.id, row.period.start)
    return invoice && { invoice, standing: standingOfInvoice(book.workspace, invoice, today) }
  }, [book, retainer.id, row.period.start, today])
}
