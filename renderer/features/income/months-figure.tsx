import type { Month } from '#shared/kernel/day.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { Derivation } from '../../ui/derivation.tsx'
import { Figure } from '../../ui/figure.tsx'
import { useWords } from '../../words.tsx'

interface MonthsFigureProps {
  readonly title: string
  readonly currency: string
  /** What each month brings to it. */
  readonly months: readonly { readonly month: Month; readonly amount: number }[]
  readonly total: string
  readonly foot?: string
  readonly children: React.ReactNode
}

/** A sum over months, which opens month by month. */
export function MonthsFigure({ title, currency, months, total, foot, children }: MonthsFigureProps) {
  const { format } = useWords()
  return (
    <Figure
      explainLabel={title}
      explain={
        <Derivation
          title={title}
          rows={months
            .filter(({ amount }) => amount !== 0)
            .map(({ month, amount }) => ({
              id: month,
              label: format.month(month),
              figure: format.amount(amount, currency),
            }))}
          total={{
            label: total,
            figure: format.amount(
              sumOf(months, ({ amount }) => amount),
              currency,
            ),
          }}
          foot={foot}
        />
      }
    >
      {children}
    </Figure>
  )
}
