import { ChevronRight } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { cx } from '../../ui/cx.ts'
import { Icon } from '../../ui/icon.tsx'
import { Cell, Row } from '../../ui/table.tsx'
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
        <Button className={cx(css.year)} aria-expanded={isOpen} onPress={onToggle}>
          <Icon of={ChevronRight} size={14} />
          {year}
        </Button>
      </Cell>
      <SumCells {...sums} />
    </Row>
  )
}
