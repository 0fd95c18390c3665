import { earnedIn, incomeKinds, totalOf, type IncomeMonth } from '#shared/domain/income/by-month.ts'
import type { IncomePart } from '#shared/domain/income/parts.ts'
import type { Fall } from '#shared/domain/income/steps.ts'
import { monthOf, type Day, type Month } from '#shared/kernel/day.ts'
import { PartLink, PartMark, partText } from '../../parts/income-part.tsx'
import { Derivation } from '../../ui/derivation.tsx'
import { useWords } from '../../words.tsx'
import type { IncomeView } from './income-view.ts'
import { causeTexts, fallTitle } from './words.ts'

interface MonthDerivationProps {
  readonly view: IncomeView
  readonly month: IncomeMonth
  /** The days on which what is guaranteed falls, as far as is looked. */
  readonly falls?: readonly Fall[]
  /** Of the running month what is earned so far, and no more: the figure that was pressed. */
  readonly isEarnedOnly?: boolean
}

/** What is behind a month: each engagement's part of it, in the order of the bar. The parts are the bar. */
export function MonthDerivation({ view, month, falls = view.falls, isEarnedOnly = false }: MonthDerivationProps) {
  const { t, format } = useWords()
  const amount = (value: number): string => format.amount(value, view.currency)
  const parts = month.parts.filter(({ isEarned }) => isEarned || !isEarnedOnly).toSorted(byKindAndAmount)
  const isRunning = month.month === view.now && earnedIn(month) > 0 && !isEarnedOnly
  const foot = [
    ...(parts.length === 0 ? [t('income.month.empty')] : []),
    ...(isRunning ? [t('income.month.soFar', { amount: amount(earnedIn(month)) })] : []),
    ...falls
      .filter(({ day }) => monthOf(day) === month.month)
      .map((fall) => {
        const causes = causeTexts(t, format, fall, view).join('; ')
        return t('income.month.fall', { title: fallTitle(t, format, fall, view), causes })
      }),
  ]
  return (
    <Derivation
      title={format.month(month.month)}
      rows={parts.map((part, index) => ({
        id: String(index),
        mark: <PartMark view={view} part={part} />,
        label: <PartLink {...{ view, part }} {...whereOf(part)} />,
        reason: partText(t, format, part, view.engagementOf(part.engagementId), view.today),
        figure: <PartLink {...{ view, part }} {...whereOf(part)} name={amount(part.amount)} />,
      }))}
      total={{ label: t('income.month.total'), figure: amount(isEarnedOnly ? earnedIn(month) : totalOf(month)) }}
      foot={foot.length === 0 ? undefined : foot.join(' ')}
    />
  )
}

/** A fee, and what went past the hours, lead to their period's row of the ledger; all else to what was agreed, or to the month's hours. */
const whereOf = ({ source, month }: IncomePart): { from: Month; to: Month; period?: Day } => ({
  from: month,
  to: month,
  ...(source.what === 'fee' || source.what === 'overage' ? { period: source.period.start } : {}),
})

const byKindAndAmount = (a: IncomePart, b: IncomePart): number =>
  incomeKinds.indexOf(a.kind) - incomeKinds.indexOf(b.kind) || b.amount - a.amount
