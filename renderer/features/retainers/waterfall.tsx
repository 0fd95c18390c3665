import { lazy, Suspense, useRef, useState } from 'react'
import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import { amountInColumn } from '#shared/i18n/amounts.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { cx } from '../../ui/cx.ts'
import { Select } from '../../ui/select.tsx'
import { useWidth } from '../../ui/use-width.ts'
import { useWords } from '../../words.tsx'
import { shownAmount } from '#shared/domain/ledger/shown-row.ts'
import { periodName } from '#shared/i18n/period-name.ts'
import { waterfallSteps, type StepKind } from './waterfall-steps.ts'
import css from './waterfall.module.css'

const Chart = lazy(async () => ({ default: (await import('./waterfall-chart.tsx')).WaterfallChart }))

interface WaterfallProps {
  retainer: Retainer
  rows: readonly LedgerRow[]
  today: Day
}

/** One period as a waterfall, the running one unless another is chosen; its figures are the row's in the table below. */
export function Waterfall({ retainer: { agreement }, rows, today }: WaterfallProps) {
  const { t, format } = useWords()
  const nameOf = useStepName()
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const [chosen, setChosen] = useState<Day | null>(null)
  const row = rows.find(({ period }) => period.start === chosen) ?? rows.at(-1)
  if (!row) return null
  const { basis } = agreement
  const steps = waterfallSteps(agreement, row, row.period.end <= today).map((step) => ({
    ...step,
    name: nameOf(step.kind),
    // Levels are cut, not amounts: so the bars say what the row says.
    text: amountInColumn(
      format,
      basis,
      step.from === 0
        ? shownAmount(basis, step.to)
        : Math.abs(shownAmount(basis, step.to) - shownAmount(basis, step.from)),
    ),
  }))
  const label = t('retainers.waterfall.label', {
    period: periodName(t, format, agreement, row.period, 'long'),
    steps: format.list(steps.map(({ name, text }) => `${name} ${text}`)),
  })
  return (
    <div className={cx(css.waterfall)}>
      <Select
        label={t('retainers.waterfall.period')}
        labelPlacement="beside"
        width={180}
        value={row.period.start}
        onChange={(start) => setChosen(start as Day)}
        options={rows.toReversed().map(({ period }) => ({
          id: period.start as string,
          label: periodName(t, format, agreement, period, 'long'),
        }))}
      />
      <div ref={frame} className={cx(css.frame)} role="img" aria-label={label}>
        {width === null ? null : (
          <Suspense>
            <Chart steps={steps} width={width} />
          </Suspense>
        )}
      </div>
    </div>
  )
}

function useStepName(): (kind: StepKind) => string {
  const { t } = useWords()
  return (kind) => {
    switch (kind) {
      case 'opening':
        return t('retainers.ledger.opening')
      case 'included':
        return t('retainers.ledger.granted')
      case 'topUp':
        return t('retainers.moves.topUp')
      case 'over':
        return t('retainers.ledger.over')
      case 'usedCarried':
        return t('retainers.table.usedCarried')
      case 'usedIncluded':
        return t('retainers.table.usedIncluded')
      case 'usedTopUp':
        return t('retainers.table.usedTopUp')
      case 'usedOver':
        return t('retainers.waterfall.usedOver')
      case 'expired':
        return t('retainers.ledger.expired')
      case 'dropped':
        return t('retainers.ledger.dropped')
      case 'carried':
        return t('retainers.ledger.carried')
      case 'left':
        return t('retainers.moves.left')
      default:
        return assertNever(kind)
    }
  }
}
