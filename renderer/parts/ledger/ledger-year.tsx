import { memo } from 'react'
import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { cx } from '../../ui/cx.ts'
import { Cell, Row } from '../../ui/table.tsx'
import { SumCells } from './ledger-cells.tsx'
import { YearName } from './year-name.tsx'
import css from './ledger.module.css'

interface LedgerYearProps {
  /** The year, or the first and the last of several. */
  name: string
  agreement: Agreement
  rows: readonly LedgerRow[]
  before: readonly LedgerRow[] | undefined
  today: Day
  isOpen: boolean
  toggle: (name: string) => void
}

/** A year of a long ledger in one row, or several; what is in it follows when it is open. Drawn anew where a figure of it is another. */
export const LedgerYear = memo(function LedgerYear({ name, isOpen, toggle, ...sums }: LedgerYearProps) {
  return (
    <Row className={cx(css.yearRow)}>
      <Cell isHeader>
        <YearName {...{ name, isOpen, toggle }} />
      </Cell>
      <SumCells {...sums} />
    </Row>
  )
}, isSameYear)

function isSameYear(a: LedgerYearProps, b: LedgerYearProps): boolean {
  return (
    a.name === b.name &&
    a.isOpen === b.isOpen &&
    a.today === b.today &&
    a.agreement.basis === b.agreement.basis &&
    a.agreement.currency === b.agreement.currency &&
    isSameFigures(a.rows, b.rows) &&
    isSameFigures(a.before, b.before)
  )
}

/** Row by row the same periods and figures: what a year's sums are made of. */
function isSameFigures(a: readonly LedgerRow[] | undefined, b: readonly LedgerRow[] | undefined): boolean {
  if (!a || !b) return a === b
  return (
    a.length === b.length &&
    a.every((row, index) => {
      const other = b[index]
      return other !== undefined && row.period.end === other.period.end && hasSameFigures(row, other)
    })
  )
}

const hasSameFigures = (row: LedgerRow, other: LedgerRow): boolean =>
  (Object.keys(row) as (keyof LedgerRow)[]).every((name) => typeof row[name] !== 'number' || row[name] === other[name])
