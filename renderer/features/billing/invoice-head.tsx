import { FileMinus, Mail, Pencil, Trash2, Undo2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { numberText } from '#shared/domain/billing/numbers.ts'
import type { InvoiceStanding } from '#shared/domain/billing/status.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { MoreMenu, type MenuEntry } from '../../ui/menu.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useBook, useExecute } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { useEInvoiceEntries } from './use-einvoice.ts'
import { useClientNames } from '../../parts/client-name.tsx'
import { CreditDialog } from './credit-dialog.tsx'
import { DatesDialog } from './dates-dialog.tsx'
import { titleOf } from './invoice-words.ts'
import { IssueDialog } from './issue-dialog.tsx'
import { PaymentDialog } from './payment-dialog.tsx'
import { ReminderDialog } from './reminder-dialog.tsx'
import { StateTag } from './state-tag.tsx'
import { VoidDialog } from './void-dialog.tsx'
import css from './invoice.module.css'

interface InvoiceHeadProps {
  invoice: Invoice
  standing: InvoiceStanding
}

/** What draws paper comes with the first look at it. */
const InvoicePreview = lazy(async () => ({ default: (await import('./invoice-preview.tsx')).InvoicePreview }))

type Deed = 'preview' | 'issue' | 'dates' | 'pay' | 'credit' | 'void' | 'remind'

/** Its name and what can be done with it: a draft is issued, an issued one paid, or corrected. */
export function InvoiceHead({ invoice, standing }: InvoiceHeadProps) {
  const { t } = useWords()
  const { go } = useNavigation()
  const [deed, setDeed] = useState<Deed | null>(null)
  const client = useBook().workspace.tables.clients.get(invoice.clientId)
  const title = titleOf(t, invoice, useClientNames()(invoice.clientId))
  const entries = useMenu(invoice, standing, setDeed)
  return (
    <>
      <PageHead
        className={cx(css.head)}
        crumbs={[{ label: t('billing.place.title'), onPress: () => go({ name: 'billing' }) }, { label: title }]}
        mark={client ? <ClientMark mark={client.mark} size={24} /> : undefined}
        title={title}
        mode={<StateTag {...{ invoice, standing }} />}
        actions={
          <>
            {entries.length > 0 ? (
              <MoreMenu label={t('billing.invoice.more')} groups={[{ id: 'invoice', entries }]} />
            ) : null}
            <Button onPress={() => setDeed('preview')}>{t('billing.invoice.deeds.preview')}</Button>
            <MainDeed invoice={invoice} standing={standing} onDeed={setDeed} />
          </>
        }
      />
      <Dialogs deed={deed} invoice={invoice} standing={standing} onClose={() => setDeed(null)} />
    </>
  )
}

interface MainDeedProps extends InvoiceHeadProps {
  onDeed: (deed: Deed) => void
}

function MainDeed({ invoice, standing, onDeed }: MainDeedProps) {
  const { t } = useWords()
  if (invoice.status === 'draft')
    return (
      <Button variant="primary" isDisabled={invoice.lines.length === 0} onPress={() => onDeed('issue')}>
        {t('billing.invoice.deeds.issue')}
      </Button>
    )
  if (invoice.type === 'creditNote' || standing.left === 0) return null
  if (standing.left < 0) return <Button onPress={() => onDeed('pay')}>{t('billing.invoice.deeds.refund')}</Button>
  return (
    <Button variant="primary" onPress={() => onDeed('pay')}>
      {t('billing.invoice.deeds.pay')}
    </Button>
  )
}

function useMenu(invoice: Invoice, standing: InvoiceStanding, onDeed: (deed: Deed) => void): MenuEntry[] {
  const { t } = useWords()
  const { go } = useNavigation()
  const execute = useExecute()
  const discard = async (): Promise<void> => {
    const done = t('billing.invoice.deeds.discarded')
    if ((await execute('invoice.discard', { id: invoice.id }, { done })) !== null) go({ name: 'billing' })
  }
  const dates: MenuEntry = {
    id: 'dates',
    label: t('billing.invoice.deeds.dates'),
    icon: Pencil,
    onAction: () => onDeed('dates'),
  }
  const throwAway: MenuEntry = {
    id: 'discard',
    label: t('billing.invoice.deeds.discard'),
    icon: Trash2,
    onAction: () => void discard(),
  }
  const makeVoid: MenuEntry = {
    id: 'void',
    label: t('billing.invoice.deeds.void'),
    icon: Undo2,
    isDanger: true,
    onAction: () => onDeed('void'),
  }
  const remind: MenuEntry = {
    id: 'remind',
    label: t('billing.invoice.deeds.remind'),
    icon: Mail,
    onAction: () => onDeed('remind'),
  }
  const credit: MenuEntry = {
    id: 'credit',
    label: t('billing.invoice.deeds.credit'),
    icon: FileMinus,
    onAction: () => onDeed('credit'),
  }
  const files = useEInvoiceEntries(invoice)
  if (invoice.status === 'draft') return [dates, throwAway]
  if (invoice.status === 'void') return []
  if (invoice.type === 'creditNote') return [...files, makeVoid]
  return [...(standing.left > 0 ? [remind] : []), ...(standing.due > 0 ? [credit] : []), ...files, makeVoid]
}

interface DialogsProps extends InvoiceHeadProps {
  deed: Deed | null
  onClose: () => void
}

function Dialogs({ deed, invoice, standing, onClose }: DialogsProps) {
  const number = numberText(invoice)
  switch (deed) {
    case 'issue':
      return <IssueDialog invoice={invoice} onClose={onClose} />
    case 'preview':
      return (
        <Suspense>
          <InvoicePreview invoice={invoice} onClose={onClose} />
        </Suspense>
      )
    case 'dates':
      return <DatesDialog invoice={invoice} onClose={onClose} />
    case 'pay':
      return <PaymentDialog invoice={invoice} left={standing.left} onClose={onClose} />
    case 'credit':
      return <CreditDialog invoice={invoice} onClose={onClose} />
    case 'remind':
      return <ReminderDialog invoice={invoice} onClose={onClose} />
    case 'void':
      return <VoidDialog id={invoice.id} number={number} onClose={onClose} />
    default:
      return null
  }
}
