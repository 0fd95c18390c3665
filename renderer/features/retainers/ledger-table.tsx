import { useState } from 'react'
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
import { TotalCell } from './total-cell.tsx'
import css from './ledger.module.css'

interface LedgerTableProps {
  agreement: Agreement
  rows: readonly LedgerRow[]
  /** What the agreed terms gave: where it differs it stands struck beneath. */
  before?: readonly LedgerRow[] | undefined
  today: Day
  engagementIds: readonly Id[]
  hasTotal?: boolean | undefined
  /** It stands beside a form: in a narrow window the rate goes to the moves. */
  isBeside?: boolean | undefined
  /** Nobody noted deliveries in these months: it can be told what was worked, not what would have been left. */
  isUntold?: boolean | undefined
}

/** Longer ledgers are told by the year, and a year opens into its months. */
const MOST_ROWS = 18
export const COLUMNS = 9

/** The ledger as an equation: in every row what stands under In equals what stands under Out. */
export function LedgerTable(props: LedgerTableProps) {
  const { rows, agreement, today, hasTotal = false, isBeside = false, isUntold = false } = props
  const { t } = useWords()
  if (agreement.basis === 'access' || isUntold) return <AccessTable {...{ agreement, rows, hasTotal }} />
  const years = yearsOf(rows)
  const isLong = rows.length > MOST_ROWS
  return (
    <Table label={t('retainers.ledger.title')} isFixed className={cx(css.table, isBeside && css.beside)}>
      <LedgerHead year={years.length === 1 ? (years[0]?.year ?? '') : ''} />
      {isLong ? (
        <ByYear {...props} years={years} />
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

interface Year {
  readonly year: string
  readonly rows: readonly LedgerRow[]
}

function yearsOf(rows: readonly LedgerRow[]): Year[] {
  const years = new Map<string, LedgerRow[]>()
  for (const row of rows) {
    const year = row.period.start.slice(0, 4)
    const same = years.get(year)
    if (same) same.push(row)
    else years.set(year, [row])
  }
  return [...years].map(([year, its]) => ({ year, rows: its }))
}

/** The last year with work in it is open: that is where the questions are. */
function ByYear({ years, ...props }: LedgerTableProps & { years: readonly Year[] }) {
  const last = years.findLast(({ rows }) => rows.some((row) => row.used > 0)) ?? years.at(-1)
  const [pressed, setPressed] = useState<ReadonlySet<string>>(new Set())
  const isOpen = (year: string): boolean => (year === last?.year) !== pressed.has(year)
  return years.map(({ year, rows }) => (
    <tbody key={year}>
      <LedgerYear
        {...{ year, rows }}
        agreement={props.agreement}
        today={props.today}
        before={props.before?.filter((row) => row.period.start.startsWith(year))}
        isOpen={isOpen(year)}
        onToggle={() => setPressed((now) => turned(now, year))}
      />
      {isOpen(year) ? <MonthRows {...props} rows={rows} isAlone isInYear /> : null}
    </tbody>
  ))
}

const turned = <Item,>(items: ReadonlySet<Item>, item: Item): ReadonlySet<Item> =>
  new Set(items.has(item) ? [...items].filter((each) => each !== item) : [...items, item])

interface MonthRowsProps extends LedgerTableProps {
  /** The year is said elsewhere. */
  isAlone?: boolean
  isInYear?: boolean
}

function MonthRows({ agreement, rows, before = [], today, engagementIds, isAlone = false, isInYear }: MonthRowsProps) {
  const [open, setOpen] = useState<ReadonlySet<Day>>(new Set())
  const agreed = new Map(before.map((row) => [row.period.start, row]))
  return rows.map((row) => {
    const day = row.period.start
    return (
      <DisclosureRow
        key={day}
        name={
          <span className={cx(isInYear && css.inYear)}>
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
    )
  })
}
