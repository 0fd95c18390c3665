import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import { daysBetween, type Day } from '#shared/kernel/day.ts'
import { scaleRounded } from '#shared/kernel/rounding.ts'
import { sumOf } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { Cell } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import { openRow, shownRow, totalOf, type ShownRow } from './ledger-minutes.ts'
import { TimeCell } from './time-cell.tsx'

interface RowCellsProps {
  agreement: Agreement
  row: LedgerRow
  before: LedgerRow | undefined
  today: Day
}

/** The figures of a month. */
export function RowCells({ agreement, row, before, today }: RowCellsProps) {
  const { format } = useWords()
  const rate = row.effectiveRate === null ? '–' : format.amount(row.effectiveRate, agreement.currency)
  if (row.period.end <= today) {
    const is = shownRow(row)
    return <Figures is={is} was={before ? shownRow(before) : is} rate={rate} />
  }
  const is = openRow(row)
  const was = before ? openRow(before) : is
  return (
    <>
      <In is={is} was={was} />
      <TimeCell is={is.used} was={was.used} />
      <LeftCell is={is} was={was} days={daysBetween(today, row.period.end) - 1} />
      <Cell align="end" tone="quiet">
        {rate}
      </Cell>
    </>
  )
}

interface SumCellsProps {
  agreement: Agreement
  rows: readonly LedgerRow[]
  before?: readonly LedgerRow[] | undefined
  today: Day
}

/** The figures of several months as one row. */
export function SumCells({ agreement, rows, before, today }: SumCellsProps) {
  const { format } = useWords()
  const is = totalOf(rows, today)
  const was = before && before.length > 0 ? totalOf(before, today) : is
  const [fees, worked] = [sumOf(rows, (row) => row.fee), sumOf(rows, (row) => row.worked)]
  const rate = worked === 0 ? '–' : format.amount(scaleRounded(fees, 3600, worked), agreement.currency)
  return <Figures is={is} was={was} rate={rate} />
}

function Figures({ is, was, rate }: { is: ShownRow; was: ShownRow; rate: string }) {
  return (
    <>
      <In is={is} was={was} />
      <TimeCell is={is.used} was={was.used} />
      <TimeCell is={is.expired} was={was.expired} />
      <TimeCell is={is.dropped} was={was.dropped} />
      <TimeCell is={is.carriedOut} was={was.carriedOut} tone="guaranteed" />
      <Cell align="end" tone="quiet">
        {rate}
      </Cell>
    </>
  )
}

function In({ is, was }: { is: ShownRow; was: ShownRow }) {
  return (
    <>
      <TimeCell is={is.opening} was={was.opening} />
      <TimeCell is={is.granted} was={was.granted} />
      <TimeCell is={is.overage} was={was.overage} tone="over" />
    </>
  )
}

const leftOf = (row: ShownRow): number => row.opening + row.granted - row.used

/** The month that still runs has not closed: what it will lose or carry is not known, what is left is. */
function LeftCell({ is, was, days }: { is: ShownRow; was: ShownRow; days: number }) {
  const { t, format } = useWords()
  const left = leftOf(is)
  const text =
    left < 0
      ? t('retainers.ledger.overNow', { over: format.hours(-left), days })
      : t('retainers.ledger.leftNow', { left: format.hours(left), days })
  return <TimeCell is={left} was={leftOf(was)} text={text} span={3} tone={left < 0 ? 'over' : undefined} />
}
