import type { ReactNode } from 'react'
import type { ToInvoice } from '#shared/domain/billing/due.ts'
import type { InvoiceList, ListedInvoice } from '#shared/domain/billing/listed.ts'
import { numberText } from '#shared/domain/billing/numbers.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import { Derivation } from '../../ui/derivation.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Statement } from '../../ui/statement.tsx'
import { useBook } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { ClientMark } from '../../parts/client-mark.tsx'
import { useClientNames } from '../../parts/client-name.tsx'
import { sumsText } from '../../parts/sums.ts'

interface OwedStatementProps {
  due: readonly ToInvoice[] | null
  list: InvoiceList
}

/** Who owes how much, who is late, and what can be invoiced on top: each figure opens down to its invoices. */
export function OwedStatement({ due, list }: OwedStatementProps) {
  return (
    <Statement>
      <Owes list={list} /> <Late list={list} /> <Ready due={due ?? []} />
    </Statement>
  )
}

const b = (chunks: ReactNode) => <b>{chunks}</b>

function Owes({ list }: { list: InvoiceList }) {
  const { t } = useWords()
  const { workspace } = useBook()
  const nameOf = useClientNames()
  const owing = list.open.filter(({ standing }) => standing.left > 0)
  const [first] = owing
  if (!first) return workspace.tables.invoices.size === 0 ? t('billing.place.nobodyYet') : t('billing.place.nobody')
  const count = new Set(owing.map(({ invoice }) => invoice.clientId)).size
  const told = { title: t('billing.place.sumTitle'), total: t('billing.place.sumTotal') }
  const sum = () => <LeftSum key="sum" listed={owing} {...told} />
  return count === 1
    ? t.rich('billing.place.owes', { client: nameOf(first.invoice.clientId), sum, b })
    : t.rich('billing.place.owe', { number: t('retainers.number', { count }), sum })
}

function Late({ list }: { list: InvoiceList }) {
  const { t, format } = useWords()
  const nameOf = useClientNames()
  const late = list.open.filter(({ standing }) => standing.state === 'overdue')
  const [first] = late
  if (!first) return null
  if (late.length > 1) {
    const told = { title: t('billing.place.lateTitle'), total: t('billing.place.lateTotal') }
    return t.rich('billing.place.overdueMany', { late: () => <LeftSum key="late" listed={late} {...told} /> })
  }
  const { invoice, standing } = first
  return t.rich('billing.place.overdueOne', {
    client: nameOf(invoice.clientId),
    sum: format.money(standing.left, invoice.currency),
    day: theDay(format, invoice.dueOn, 'day', 'dal'),
    b,
  })
}

function Ready({ due }: { due: readonly ToInvoice[] }) {
  const { t, format } = useWords()
  const ready = due.filter(({ net }) => net > 0)
  if (ready.length === 0) return null
  return t('billing.place.ready', {
    sum: sumsText(
      format,
      ready.map(({ net, currency }) => ({ amount: net, currency })),
    ),
  })
}

/** What is left to pay of some invoices, one by one. */
function LeftSum({ listed, title, total }: { listed: readonly ListedInvoice[]; title: string; total: string }) {
  const { t, format } = useWords()
  const { clients } = useBook().workspace.tables
  const nameOf = useClientNames()
  const amounts = listed.map(({ invoice, standing }) => ({ amount: standing.left, currency: invoice.currency }))
  const rows = listed.map(({ invoice, standing }) => {
    const client = clients.get(invoice.clientId)
    const isLate = standing.state === 'overdue'
    const day = theDay(format, invoice.dueOn, 'day', isLate ? 'dal' : 'il')
    return {
      id: invoice.id,
      mark: client ? <ClientMark mark={client.mark} /> : null,
      label: `${nameOf(invoice.clientId)}, ${numberText(invoice)}`,
      reason: isLate ? t('billing.place.lateSince', { day }) : t('billing.place.dueBy', { day }),
      figure: format.money(standing.left, invoice.currency, 'always'),
    }
  })
  const all = { label: total, figure: sumsText(format, amounts, 'always') }
  return (
    <Figure explainLabel={title} explain={<Derivation title={title} rows={rows} total={all} />}>
      {sumsText(format, amounts)}
    </Figure>
  )
}
