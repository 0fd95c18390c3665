import { numberText } from '#shared/domain/billing/numbers.ts'
import { cashTotal, type CashFlowMonth, type CashItem } from '#shared/domain/income/cash-flow.ts'
import type { Format } from '#shared/i18n/format.ts'
import { periodName } from '#shared/i18n/period-name.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { Day } from '#shared/kernel/day.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { useNavigation, type Place } from '../../place.tsx'
import { Derivation } from '../../ui/derivation.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import { useWords } from '../../words.tsx'
import type { IncomeView } from './income-view.ts'

/** What is behind a month: each payment, each invoice that is open, each fee that will be invoiced, by its day. */
export function CashDerivation({ view, month }: { view: IncomeView; month: CashFlowMonth }) {
  const { t, format } = useWords()
  const amount = (value: number): string => format.amount(value, view.currency)
  const { paid, taxes, beyond } = month
  const words = { paid: amount(paid), taxes: amount(Math.abs(taxes)) }
  const foot = [
    month.items.length === 0 ? t('income.cash.empty') : '',
    taxes > 0 ? t('income.cash.notIncome', words) : taxes < 0 ? t('income.cash.withheld', words) : '',
    beyond === 0 ? '' : t('income.cash.beyond', { amount: amount(beyond) }),
  ].filter(Boolean)
  return (
    <Derivation
      title={format.month(month.month)}
      rows={month.items.map((item, index) => ({ id: String(index), ...cashRow(t, format, view, item) }))}
      total={{ label: t('income.cash.income'), figure: amount(cashTotal(month)) }}
      foot={foot.length === 0 ? undefined : foot.join(' ')}
    />
  )
}

/** One of them as a row: whose it is, what it is, and its amount. */
export const cashRow = (t: Translator, format: Format, view: IncomeView, item: CashItem) => ({
  mark: <ItemMark view={view} item={item} />,
  label: <ItemLink view={view} item={item} />,
  reason: reasonOf(t, format, view, item),
  figure: <ItemLink view={view} item={item} text={format.amount(item.amount, view.currency)} />,
})

const clientOf = (view: IncomeView, item: CashItem) =>
  'engagementId' in item ? view.clientOf(item.engagementId) : view.clients.get(item.invoice.clientId)

function ItemMark({ view, item }: { view: IncomeView; item: CashItem }) {
  const client = clientOf(view, item)
  return client ? <ClientMark mark={client.mark} size={12} /> : null
}

/** Whose it is; it leads to the invoice, or to what will make one. */
function ItemLink({ view, item, text }: { view: IncomeView; item: CashItem; text?: string }) {
  const { go } = useNavigation()
  const place = (): Place => {
    if (item.what === 'fee') return { name: 'retainer', id: item.engagementId }
    const client = clientOf(view, item)
    if (item.what === 'milestone') return client ? { name: 'client', id: client.id } : { name: 'clients' }
    return { name: 'invoice', id: item.invoice.id }
  }
  return (
    <LinkButton onPress={() => go(place())}>
      <OwnWords>{text ?? clientOf(view, item)?.name ?? ''}</OwnWords>
    </LinkButton>
  )
}

function reasonOf(t: Translator, format: Format, view: IncomeView, item: CashItem): string {
  const on = (day: Day): { day: string } => ({ day: theDay(format, day, 'short', 'il') })
  if (item.what === 'payment') return `${numberText(item.invoice)}, ${t('income.cash.paidOn', on(item.on))}`
  if (item.what === 'fee') {
    const engagement = view.engagementOf(item.engagementId)
    const period =
      engagement?.kind === 'retainer' ? periodName(t, format, engagement.agreement, item.period, 'name') : ''
    return t(item.isGuaranteed ? 'income.cash.toInvoiceDue' : 'income.cash.renewalDue', { ...on(item.on), period })
  }
  if (item.what === 'milestone') {
    const words = { ...on(item.on), reached: format.day(item.reached, 'short') }
    return item.name === ''
      ? t('income.cash.milestonePlain', words)
      : t('income.cash.milestone', { ...words, name: item.name })
  }
  const words = on(item.invoice.dueOn)
  return `${numberText(item.invoice)}, ${t(item.isLate ? 'income.cash.late' : 'income.cash.due', words)}`
}
