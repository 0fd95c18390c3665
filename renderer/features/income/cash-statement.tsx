import type { ReactNode } from 'react'
import { allKinds, type CashFlowMonth, type CashItem } from '#shared/domain/income/cash-flow.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { Derivation } from '../../ui/derivation.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Statement } from '../../ui/statement.tsx'
import { useWords } from '../../words.tsx'
import { cashRow } from './cash-derivation.tsx'
import type { IncomeView } from './income-view.ts'
import { MonthsFigure } from './months-figure.tsx'

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
  const late = open.filter((item) => item.what === 'open' && item.isLate)
  const all = sumOf(open, ({ amount }) => amount)
  const itemsIn = (title: string, items: readonly CashItem[]) => (text: ReactNode) => (
    <Figure
      explainLabel={title}
      explain={
        <Derivation
          title={title}
          rows={items.map((item, index) => ({ id: String(index), ...cashRow(t, format, view, item) }))}
          total={{
            label: t('income.cash.income'),
            figure: format.amount(
              sumOf(items, ({ amount }) => amount),
              view.currency,
            ),
          }}
        />
      }
    >
      {text}
    </Figure>
  )
  const receivedIn = (text: ReactNode) => (
    <MonthsFigure
      title={t('income.cash.receivedTitle')}
      currency={view.currency}
      months={year
        .filter(({ month }) => month < view.now)
        .map((each) => ({ ...each, amount: allKinds(each.received) }))}
      total={t('income.cash.income')}
    >
      {text}
    </MonthsFigure>
  )
  return (
    <Statement>
      {received === 0
        ? t(hasPaid ? 'income.cash.nothing' : 'income.cash.none')
        : t.rich('income.cash.received', { amount: money(received), b: receivedIn })}{' '}
      {all === 0
        ? t('income.cash.nothingOpen')
        : t.rich(late.length > 0 ? 'income.cash.openLate' : 'income.cash.open', {
            amount: money(all),
            late: money(sumOf(late, ({ amount }) => amount)),
            b: itemsIn(t('income.cash.unpaid'), open),
            l: itemsIn(t('income.cash.lateTitle'), late),
          })}
    </Statement>
  )
}
