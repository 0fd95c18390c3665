import type { ListedInvoice } from '#shared/domain/billing/listed.ts'
import type { InvoiceState } from '#shared/domain/billing/status.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { Tag } from '../../ui/tag.tsx'
import { useWords } from '../../words.tsx'

const tones = { overdue: 'over', partPaid: 'variable' } as const

/** How an invoice stands, in a word. Nobody pays a credit note: it is settled. */
export function StateTag({ invoice, standing: { state } }: Pick<ListedInvoice, 'invoice' | 'standing'>) {
  const { t } = useWords()
  const tone = state === 'overdue' || state === 'partPaid' ? tones[state] : undefined
  const isSettled = invoice.type === 'creditNote' && state === 'paid'
  return <Tag tone={tone}>{isSettled ? t('billing.place.state.settled') : stateText(t, state)}</Tag>
}

function stateText(t: Translator, state: InvoiceState): string {
  const texts: Readonly<Record<InvoiceState, string>> = {
    draft: t('billing.place.state.draft'),
    open: t('billing.place.state.open'),
    partPaid: t('billing.place.state.partPaid'),
    paid: t('billing.place.state.paid'),
    overdue: t('billing.place.state.overdue'),
    credited: t('billing.place.state.credited'),
    void: t('billing.place.state.void'),
  }
  return texts[state]
}
