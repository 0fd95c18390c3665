import { CalendarCheck2, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { toInvoice, undecidedOverage } from '#shared/domain/billing/due.ts'
import { invoiceList } from '#shared/domain/billing/listed.ts'
import { monthToClose } from '#shared/domain/month-close/ledgers.ts'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { cx } from '../../ui/cx.ts'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { InvoicesTable } from './invoices-table.tsx'
import { MoreBilling } from './more-billing.tsx'
import { NewInvoice } from './new-invoice.tsx'
import { OverInvoices } from './over-invoices.tsx'
import { OwedStatement } from './owed-statement.tsx'
import { ToInvoiceSection } from './to-invoice.tsx'
import css from './billing.module.css'

/** Who owes what? What can be invoiced now, what waits as a draft, what is to be paid, and what is over. */
export function BillingPlace() {
  const { t } = useWords()
  const book = useBook()
  const today = useToday()
  const [isMaking, setMaking] = useState(false)
  const due = useMemo(() => toInvoice(book, today), [book, today])
  const list = useMemo(() => invoiceList(book, today), [book, today])
  const { invoices, clients } = book.workspace.tables
  const isEmpty = invoices.size === 0 && due?.length === 0 && undecidedOverage(book, today).length === 0
  const make = (
    <Button icon={Plus} onPress={() => setMaking(true)}>
      {t('billing.place.make')}
    </Button>
  )
  return (
    <>
      <PageHead
        title={t('billing.place.title')}
        actions={
          clients.size === 0 ? undefined : (
            <>
              <MoreBilling />
              <CloseMonth />
              {make}
            </>
          )
        }
      />
      {isEmpty ? (
        <NothingYet />
      ) : (
        <div className={cx(css.place)}>
          <OwedStatement due={due} list={list} />
          <ToInvoiceSection due={due} />
          <InvoicesTable title={t('billing.place.list.drafts')} listed={list.drafts} isDraft />
          <InvoicesTable title={t('billing.place.list.open')} listed={list.open} />
          <OverInvoices listed={list.over} />
        </div>
      )}
      {isMaking ? <NewInvoice onClose={() => setMaking(false)} /> : null}
    </>
  )
}

/** The pass over the month that is over, while it waits to be closed. */
function CloseMonth() {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const book = useBook()
  const today = useToday()
  const toClose = book.totals && monthToClose(book, today)
  if (!toClose) return null
  return (
    <Button icon={CalendarCheck2} onPress={() => go({ name: 'close' })}>
      {t('close.title', { month: format.month(toClose.month, 'name') })}
    </Button>
  )
}

function NothingYet() {
  const { t } = useWords()
  const { go } = useNavigation()
  const action = <Button onPress={() => go({ name: 'retainers' })}>{t('billing.place.empty.retainers')}</Button>
  return (
    <EmptyState title={t('billing.place.empty.title')} actions={action}>
      {t('billing.place.empty.words')}
    </EmptyState>
  )
}
