import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { cx } from '../../ui/cx.ts'
import { Cell, Disclose, Row } from '../../ui/table.tsx'
import { SumCells } from './ledger-cells.tsx'
import css from './ledger.module.css'

interface LedgerYearProps {
  year: string
  agreement: Agreement
  rows: readonly LedgerRow[]
  before: readonly LedgerRow[] | undefined
  today: Day
  isOpen: boolean
  onToggle: () => void
}

/** A year of a long ledger in one row; its months follow when it is open. */
export function LedgerYear({ year, isOpen, onToggle, ...sums }: LedgerYearProps) {
  return (
    <Row className={cx(css.yearRow)}>
      <Cell isHeader>
        <Disclose className={cx(css.year)} {...{ isOpen, onToggle }}>
          {year}
        </Disclose>
      </Cell>
      <SumCells {...sums} />
    </Row>
  )
}
