import { earnedIn, incomeKinds, totalOf, type IncomeMonth } from '#shared/domain/income/by-month.ts'
import type { IncomePart } from '#shared/domain/income/parts.ts'
import type { Fall } from '#shared/domain/income/steps.ts'
import { monthOf } from '#shared/kernel/day.ts'
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
}

/** What is behind a month: each engagement's part of it, in the order of the bar. The parts are the bar. */
export function MonthDerivation({ view, month, falls = view.falls }: MonthDerivationProps) {
  const { t, format } = useWords()
  const amount = (value: number): string => format.amount(value, view.currency)
  const parts = month.parts.toSorted(byKindAndAmount)
  const isRunning = month.month === view.now && earnedIn(month) > 0
  const foot = [
    ...(parts.length === 0 ? [t('income.month.empty')] : []),
    ...(isRunning ? [t('income.month.soFar', { amount: amount(earnedIn(month)) })] : []),
    ...falls
      .filter(({ day }) => monthOf(day) === month.month)
      .map((fall) => {
        const causes = causeTexts(t, format, fall, view).join('; ')
        return t('income.month.fall', { title: fallTitle(t, format, fall, view.currency), causes })
      }),
  ]
  return (
    <Derivation
      title={format.month(month.month)}
      rows={parts.map((part, index) => ({
        id: String(index),
        mark: <PartMark view={view} part={part} />,
        label: <PartLink view={view} part={part} from={month.month} to={month.month} />,
        reason: partText(t, format, part, view.engagementOf(part.engagementId), view.today),
        figure: amount(part.amount),
      }))}
      total={{ label: t('income.month.total'), figure: amount(totalOf(month)) }}
      foot={foot.length === 0 ? undefined : foot.join(' ')}
    />
  )
}

const byKindAndAmount = (a: IncomePart, b: IncomePart): number =>
  incomeKinds.indexOf(a.kind) - incomeKinds.indexOf(b.kind) || b.amount - a.amount
