import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import { daysBetween, type Day } from '#shared/kernel/day.ts'
import { scaleRounded } from '#shared/kernel/rounding.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { amountInColumn } from '#shared/i18n/amounts.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { Cell } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import { openRow, shownRow, totalOf, type ShownRow } from './ledger-minutes.ts'
import { AmountCell } from './amount-cell.tsx'

interface RowCellsProps {
  agreement: Agreement
  row: LedgerRow
  before: LedgerRow | undefined
  today: Day
}

/** The figures of a month. */
export function RowCells({ agreement, row, before, today }: RowCellsProps) {
  const { format } = useWords()
  const { basis } = agreement
  const rate = row.effectiveRate === null ? '–' : format.amount(row.effectiveRate, agreement.currency)
  if (row.period.end <= today) {
    const is = shownRow(row, basis)
    return <Figures basis={basis} is={is} was={before ? shownRow(before, basis) : is} rate={rate} />
  }
  const is = openRow(row, basis)
  const was = before ? openRow(before, basis) : is
  return (
    <>
      <In basis={basis} is={is} was={was} />
      <AmountCell basis={basis} is={is.used} was={was.used} />
      <LeftCell basis={basis} is={is} was={was} days={daysBetween(today, row.period.end) - 1} />
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
  const { basis } = agreement
  const is = totalOf(rows, basis, today)
  const was = before && before.length > 0 ? totalOf(before, basis, today) : is
  const [fees, worked] = [sumOf(rows, (row) => row.fee), sumOf(rows, (row) => row.worked)]
  const rate = worked === 0 ? '–' : format.amount(scaleRounded(fees, 3600, worked), agreement.currency)
  return <Figures basis={basis} is={is} was={was} rate={rate} />
}

interface Compared {
  basis: Agreement['basis']
  is: ShownRow
  was: ShownRow
}

function Figures({ basis, is, was, rate }: Compared & { rate: string }) {
  return (
    <>
      <In basis={basis} is={is} was={was} />
      <AmountCell basis={basis} is={is.used} was={was.used} />
      <AmountCell basis={basis} is={is.expired} was={was.expired} />
      <AmountCell basis={basis} is={is.dropped} was={was.dropped} />
      <AmountCell basis={basis} is={is.carriedOut} was={was.carriedOut} tone="guaranteed" />
      <Cell align="end" tone="quiet">
        {rate}
      </Cell>
    </>
  )
}

function In({ basis, is, was }: Compared) {
  return (
    <>
      <AmountCell basis={basis} is={is.opening} was={was.opening} />
      <AmountCell basis={basis} is={is.granted} was={was.granted} />
      <AmountCell basis={basis} is={is.overage} was={was.overage} tone="over" />
    </>
  )
}

const leftOf = (row: ShownRow): number => row.opening + row.granted - row.used

/** The month that still runs has not closed: what it will lose or carry is not known, what is left is. */
function LeftCell({ basis, is, was, days }: Compared & { days: number }) {
  const { t, format } = useWords()
  const left = leftOf(is)
  const text =
    left < 0
      ? t('retainers.ledger.overNow', { over: amountInColumn(format, basis, -left), days })
      : t('retainers.ledger.leftNow', { left: amountInColumn(format, basis, left), days })
  return (
    <AmountCell basis={basis} is={left} was={leftOf(was)} text={text} span={3} tone={left < 0 ? 'over' : undefined} />
  )
}
