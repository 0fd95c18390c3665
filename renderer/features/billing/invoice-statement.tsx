import type { ReactNode } from 'react'
import type { InvoiceStanding } from '#shared/domain/billing/status.ts'
import { invoiceTotals } from '#shared/domain/billing/totals.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import { daysBetween } from '#shared/kernel/day.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { Statement } from '../../ui/statement.tsx'
import { useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { useClientNames } from '../../parts/client-name.tsx'

interface InvoiceStatementProps {
  invoice: Invoice
  standing: InvoiceStanding
}

/** How it stands, in a sentence; what the figures are made of is below. */
export function InvoiceStatement({ invoice, standing }: InvoiceStatementProps) {
  return <Statement>{useSentence(invoice, standing)}</Statement>
}

function useSentence(invoice: Invoice, { state, paid, left }: InvoiceStanding): ReactNode {
  const { t, format } = useWords()
  const today = useToday()
  const client = useClientNames()(invoice.clientId)
  const money = (amount: number): string => format.money(amount, invoice.currency)
  const sum = (amount: number) => () => <b key="sum">{money(amount)}</b>
  const b = (chunks: ReactNode) => <b key="client">{chunks}</b>
  const day = theDay(format, invoice.dueOn)
  const { toPay } = invoiceTotals(invoice)
  if (state === 'void') return t('billing.invoice.statement.void')
  if (invoice.type === 'creditNote')
    return t.rich('billing.invoice.statement.credit', { client, sum: sum(0 - toPay), b })
  switch (state) {
    case 'draft':
      return t.rich('billing.invoice.statement.draft', { client, sum: sum(toPay), day, b })
    case 'overdue': {
      const days = daysBetween(invoice.dueOn, today)
      return t.rich('billing.invoice.statement.overdue', { client, sum: sum(left), day, days, b })
    }
    case 'partPaid':
      return t.rich('billing.invoice.statement.partPaid', { client, paid: money(paid), sum: sum(left), day, b })
    case 'credited':
      return t('billing.invoice.statement.credited')
    case 'paid':
      return left < 0
        ? t.rich('billing.invoice.statement.overpaid', { client, sum: sum(paid), over: money(0 - left), b })
        : t.rich('billing.invoice.statement.paid', { client, sum: sum(paid), b })
    default:
      return t.rich('billing.invoice.statement.open', { client, sum: sum(left), day, b })
  }
}
