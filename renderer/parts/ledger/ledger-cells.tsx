import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import { daysBetween, type Day } from '#shared/kernel/day.ts'
import { scaleRounded } from '#shared/kernel/rounding.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { amountInColumn } from '#shared/i18n/amounts.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import type { Figure } from '#shared/domain/ledger/explain/reason.ts'
import { Cell } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import { openRow, shownRow, totalOf, type ShownRow } from '#shared/domain/ledger/shown-row.ts'
import { periodName } from '#shared/i18n/period-name.ts'
import { headsOf } from './heads.ts'
import { Why, useExplained } from './why.tsx'
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
  const whyOf = useWhy(row)
  const { basis } = agreement
  const rate = row.effectiveRate === null ? '–' : format.amount(row.effectiveRate, agreement.currency)
  if (row.period.end <= today) {
    const is = shownRow(row, basis)
    return <Figures {...{ basis, is, row }} was={before ? shownRow(before, basis) : is} rate={rate} />
  }
  const is = openRow(row, basis)
  const was = before ? openRow(before, basis) : is
  return (
    <>
      <In {...{ basis, is, was, row }} />
      <AmountCell basis={basis} is={is.used} was={was.used} why={whyOf('used', is.used)} />
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
  /** Of one period, which can be asked why; none of several. */
  row?: LedgerRow | undefined
}

function Figures({ basis, is, was, row, rate }: Compared & { rate: string }) {
  const whyOf = useWhy(row)
  return (
    <>
      <In {...{ basis, is, was, row }} />
      <AmountCell basis={basis} is={is.used} was={was.used} why={whyOf('used', is.used)} />
      <AmountCell basis={basis} is={is.expired} was={was.expired} why={whyOf('expired', is.expired)} />
      <AmountCell basis={basis} is={is.dropped} was={was.dropped} why={whyOf('dropped', is.dropped)} />
      <AmountCell
        basis={basis}
        is={is.carriedOut}
        was={was.carriedOut}
        tone="guaranteed"
        why={whyOf('carriedOut', is.carriedOut)}
      />
      <Cell align="end" tone="quiet">
        {rate}
      </Cell>
    </>
  )
}

function In({ basis, is, was, row }: Compared) {
  const whyOf = useWhy(row)
  return (
    <>
      <AmountCell basis={basis} is={is.opening} was={was.opening} why={whyOf('opening', is.opening)} />
      <AmountCell basis={basis} is={is.granted} was={was.granted} why={whyOf('granted', is.granted)} />
      <AmountCell basis={basis} is={is.overage} was={was.overage} tone="over" why={whyOf('overage', is.overage)} />
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

/** What the ledger shows under one head: what was carried in stands with what has changed in it since. */
const shownFigures = {
  opening: ['opening', 'adjusted'],
  granted: ['granted'],
  overage: ['overage'],
  used: ['used'],
  expired: ['expired'],
  dropped: ['dropped'],
  carriedOut: ['carriedOut'],
} as const satisfies Record<keyof ShownRow, readonly Figure[]>

/** Why a figure of a row is what it is; of a ledger that is nobody's, and of several rows, nothing can be asked. */
function useWhy(row: LedgerRow | undefined) {
  const { t, format } = useWords()
  const retainer = useExplained()
  const heads = headsOf(t)
  return (figure: keyof ShownRow, shown: number) => {
    if (!retainer || !row) return undefined
    const { agreement } = retainer
    const title = t('retainers.why.title', {
      figure: heads[figure],
      period: periodName(t, format, agreement, row.period, 'long'),
    })
    const written = amountInColumn(format, agreement.basis, shown)
    return { title, explain: <Why figures={shownFigures[figure]} {...{ retainer, row, title, shown, written }} /> }
  }
}
