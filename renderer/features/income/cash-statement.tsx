import type { ReactNode } from 'react'
import { allKinds, type CashFlowMonth } from '#shared/domain/income/cash-flow.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { Derivation } from '../../ui/derivation.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Statement } from '../../ui/statement.tsx'
import { useWords } from '../../words.tsx'
import { cashRow } from './cash-derivation.tsx'
import type { IncomeView } from './income-view.ts'

interface CashStatementProps {
  readonly view: IncomeView
  readonly year: readonly CashFlowMonth[]
  /** In the twelve months before today's. */
  readonly received: number
  /** Whether any payment was ever recorded. */
  readonly hasPaid: boolean
}

/** What came in over a year, and what is waited for; both figures open. */
export function CashStatement({ view, year, received, hasPaid }: CashStatementProps) {
  const { t, format } = useWords()
  const money = (amount: number): string => format.money(amount, view.currency)
  const open = year.flatMap(({ items }) => items.filter(({ what }) => what === 'open'))
  const late = sumOf(open, (item) => (item.what === 'open' && item.isLate ? item.amount : 0))
  const all = sumOf(open, ({ amount }) => amount)
  const opens = (label: string, content: ReactNode) => (text: ReactNode) => (
    <Figure explainLabel={label} explain={content}>
      {text}
    </Figure>
  )
  const receivedIn = opens(t('income.cash.receivedTitle'), <ReceivedDerivation {...{ view, year, received }} />)
  const openIn = opens(
    t('income.cash.unpaid'),
    <Derivation
      title={t('income.cash.unpaid')}
      rows={open.map((item, index) => ({ id: String(index), ...cashRow(t, format, view, item) }))}
      total={{ label: t('income.cash.income'), figure: format.amount(all, view.currency) }}
    />,
  )
  return (
    <Statement>
      {received === 0
        ? t(hasPaid ? 'income.cash.nothing' : 'income.cash.none')
        : t.rich('income.cash.received', { amount: money(received), b: receivedIn })}{' '}
      {all === 0
        ? t('income.cash.nothingOpen')
        : t.rich(late > 0 ? 'income.cash.openLate' : 'income.cash.open', {
            amount: money(all),
            late: money(late),
            b: openIn,
          })}
    </Statement>
  )
}

/** Month by month, what came in. */
function ReceivedDerivation({ view, year, received }: Omit<CashStatementProps, 'hasPaid'>) {
  const { t, format } = useWords()
  const amount = (value: number): string => format.amount(value, view.currency)
  return (
    <Derivation
      title={t('income.cash.receivedTitle')}
      rows={year
        .filter((month) => month.month < view.now && allKinds(month.received) !== 0)
        .map((month) => ({
          id: month.month,
          label: format.month(month.month),
          figure: amount(allKinds(month.received)),
        }))}
      total={{ label: t('income.cash.income'), figure: amount(received) }}
    />
  )
}
