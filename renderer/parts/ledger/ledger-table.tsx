import { Fragment, useState } from 'react'
import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { cx } from '../../ui/cx.ts'
import { DisclosureRow, Table } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import { LedgerHead } from './ledger-head.tsx'
import { LedgerMoves } from './ledger-moves.tsx'
import { PeriodLabel } from './period-label.tsx'
import { AccessTable } from './access-table.tsx'
import { RowCells, SumCells } from './ledger-cells.tsx'
import { LedgerYear } from './ledger-year.tsx'
import { SinceRow } from './since-row.tsx'
import { TotalCell } from './total-cell.tsx'
import { turned, useYears, yearsOf, type Span } from './use-years.ts'
import css from './ledger.module.css'

interface LedgerTableProps {
  agreement: Agreement
  rows: readonly LedgerRow[]
  /** What the agreed terms gave: where it differs it stands struck beneath. */
  before?: readonly LedgerRow[] | undefined
  /** What closed periods come to by now, where that is otherwise than they were reported. */
  since?: ReadonlyMap<Day, LedgerRow> | undefined
  today: Day
  engagementIds: readonly Id[]
  hasTotal?: boolean | undefined
  /** The first day of the period that is open to begin with, and that one is taken to. */
  opened?: Day | undefined
  /** It stands beside a form: in a narrow window the rate goes to the moves. */
  isBeside?: boolean | undefined
  /** Nobody noted deliveries in these months: it can be told what was worked, not what would have been left. */
  isUntold?: boolean | undefined
}

const COLUMNS = 9

/** The ledger as an equation: in every row what stands under In equals what stands under Out. */
export function LedgerTable(props: LedgerTableProps) {
  const { rows, agreement, since, today, hasTotal = false, isBeside = false, isUntold = false } = props
  const { t } = useWords()
  const { spans, toggle } = useYears(rows, props.opened)
  if (agreement.basis === 'access' || isUntold)
    return <AccessTable {...{ agreement, rows, since, spans, toggle, hasTotal }} />
  const years = yearsOf(rows)
  return (
    <Table label={t('retainers.ledger.title')} isFixed className={cx(css.table, isBeside && css.beside)}>
      <LedgerHead year={years.length === 1 ? (years[0]?.name ?? '') : ''} />
      {spans ? (
        <ByYear {...props} {...{ spans, toggle }} />
      ) : (
        <tbody>
          <MonthRows {...props} isAlone={years.length === 1} />
        </tbody>
      )}
      {hasTotal && rows.length > 1 ? (
        <tfoot>
          <tr>
            <TotalCell {...{ agreement, rows }} />
            <SumCells {...{ agreement, rows, today }} />
          </tr>
        </tfoot>
      ) : null}
    </Table>
  )
}

interface ByYearProps extends LedgerTableProps {
  spans: readonly Span[]
  toggle: (name: string) => void
}

function ByYear({ spans, toggle, ...props }: ByYearProps) {
  const { agreement, today, before } = props
  return spans.map(({ name, rows, isOpen, isYear }) => (
    <tbody key={name}>
      <LedgerYear {...{ name, agreement, rows, today, isOpen, toggle }} before={before && sameYears(before, rows)} />
      {isOpen && isYear ? <MonthRows {...props} rows={rows} isAlone isInYear /> : null}
    </tbody>
  ))
}

/** What the agreed terms gave in the years of some rows. */
function sameYears(before: readonly LedgerRow[], rows: readonly LedgerRow[]): LedgerRow[] {
  const [from, to] = [rows[0], rows.at(-1)].map((row) => row?.period.start.slice(0, 4) ?? '')
  return before.filter(({ period: { start } }) => start.slice(0, 4) >= (from ?? '') && start.slice(0, 4) <= (to ?? ''))
}

interface MonthRowsProps extends LedgerTableProps {
  /** The year is said elsewhere. */
  isAlone?: boolean
  isInYear?: boolean
}

function MonthRows(props: MonthRowsProps) {
  const { agreement, rows, before = [], since, today, engagementIds, opened, isAlone = false, isInYear } = props
  const [open, setOpen] = useState<ReadonlySet<Day>>(new Set(opened === undefined ? [] : [opened]))
  const agreed = new Map(before.map((row) => [row.period.start, row]))
  return rows.map((row) => {
    const day = row.period.start
    const now = since?.get(day)
    return (
      <Fragment key={day}>
        <DisclosureRow
          name={
            <span className={cx(isInYear && css.inYear)} data-arrival={day === opened ? '' : undefined}>
              <PeriodLabel {...{ agreement, row, isAlone }} />
            </span>
          }
          isOpen={open.has(day)}
          onToggle={() => setOpen((now) => turned(now, day))}
          columns={COLUMNS}
          detail={<LedgerMoves {...{ agreement, row, today, engagementIds }} />}
        >
          <RowCells {...{ agreement, row, today }} before={agreed.get(day)} />
        </DisclosureRow>
        {now ? <SinceRow {...{ agreement, row, now }} /> : null}
      </Fragment>
    )
  })
}
