import { useMemo } from 'react'
import { standingOfInvoice } from '#shared/domain/billing/status.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { InvoiceFacts } from './invoice-facts.tsx'
import { InvoiceHead } from './invoice-head.tsx'
import { InvoiceStatement } from './invoice-statement.tsx'
import { InvoiceTotalsTable } from './invoice-totals.tsx'
import { LacksNotice } from './lacks-notice.tsx'
import { LinesSection } from './lines-section.tsx'
import { PaymentsSection } from './payments-section.tsx'
import css from './invoice.module.css'

/** One invoice or credit note: what it is for, what it comes to, how it stands, and what can be done with it. */
export function InvoicePlace({ id }: { id: Id }) {
  const invoice = useBook().workspace.tables.invoices.get(id)
  return invoice ? <InvoicePage invoice={invoice} /> : <Gone />
}

function InvoicePage({ invoice }: { invoice: Invoice }) {
  const book = useBook()
  const today = useToday()
  const standing = useMemo(() => standingOfInvoice(book.workspace, invoice, today), [book, invoice, today])
  return (
    <div className={cx(css.page)}>
      <InvoiceHead invoice={invoice} standing={standing} />
      <InvoiceStatement invoice={invoice} standing={standing} />
      <InvoiceFacts invoice={invoice} />
      {invoice.status === 'draft' ? <LacksNotice invoice={invoice} /> : null}
      <LinesSection invoice={invoice} />
      <InvoiceTotalsTable invoice={invoice} standing={standing} />
      <PaymentsSection invoice={invoice} />
    </div>
  )
}

function Gone() {
  const { t } = useWords()
  const { go } = useNavigation()
  const back = <Button onPress={() => go({ name: 'billing' })}>{t('billing.invoice.goneBack')}</Button>
  return (
    <EmptyState title={t('billing.invoice.gone')} actions={back}>
      {t('billing.invoice.goneWords')}
    </EmptyState>
  )
}
