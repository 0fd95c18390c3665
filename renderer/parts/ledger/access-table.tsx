import { Fragment } from 'react'
import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import { scaleRounded } from '#shared/kernel/rounding.ts'
import type { Day } from '#shared/kernel/day.ts'
import { sumOf } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { cx } from '../../ui/cx.ts'
import { Cell, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import { PeriodLabel } from './period-label.tsx'
import { TotalCell } from './total-cell.tsx'
import { YearName } from './year-name.tsx'
import type { Span } from './use-years.ts'
import css from './ledger.module.css'

interface AccessTableProps {
  agreement: Agreement
  rows: readonly LedgerRow[]
  since: ReadonlyMap<Day, LedgerRow> | undefined
  /** The years of a long one; null where its periods stand by themselves. */
  spans: readonly Span[] | null
  toggle: (name: string) => void
  hasTotal: boolean
}

/** The ledger where nothing is drawn down: what was paid, what was worked, what an hour came to. */
export function AccessTable({ agreement, rows, since, spans, toggle, hasTotal }: AccessTableProps) {
  const { t } = useWords()
  return (
    <Table label={t('retainers.ledger.title')}>
      <TableHead>
        <Column>{t('retainers.ledger.period')}</Column>
        <Column align="end">{t('retainers.ledger.fee')}</Column>
        <Column align="end">{t('retainers.ledger.worked')}</Column>
        <Column align="end">{t('retainers.ledger.perHour')}</Column>
      </TableHead>
      {spans ? (
        spans.map(({ name, rows: its, isOpen, isYear }) => (
          <tbody key={name}>
            <Row className={cx(css.yearRow)}>
              <Cell isHeader>
                <YearName {...{ name, isOpen, toggle }} />
              </Cell>
              <Figures {...{ agreement }} rows={its} />
            </Row>
            {isOpen && isYear ? <Periods {...{ agreement, since }} rows={its} isInYear /> : null}
          </tbody>
        ))
      ) : (
        <tbody>
          <Periods {...{ agreement, rows, since }} />
        </tbody>
      )}
      {hasTotal && rows.length > 1 ? (
        <tfoot>
          <tr>
            <TotalCell {...{ agreement, rows }} />
            <Figures {...{ agreement, rows }} />
          </tr>
        </tfoot>
      ) : null}
    </Table>
  )
}

interface PeriodsProps {
  agreement: Agreement
  rows: readonly LedgerRow[]
  since?: ReadonlyMap<Day, LedgerRow> | undefined
  /** The year stands above them. */
  isInYear?: boolean
}

const Periods = ({ agreement, rows, since, isInYear = false }: PeriodsProps) =>
  rows.map((row) => {
    const now = since?.get(row.period.start)
    return (
      <Fragment key={row.period.start}>
        <Row>
          <Cell isHeader>
            <span className={cx(isInYear && css.inYear)}>
              <PeriodLabel {...{ agreement, row }} isAlone={isInYear} />
            </span>
          </Cell>
          <Figures {...{ agreement }} rows={[row]} />
        </Row>
        {now ? <Changed {...{ agreement, row, now }} /> : null}
      </Fragment>
    )
  })

/** By how much a closed period is otherwise than it was reported. */
function Changed({ agreement: { currency }, row, now }: { agreement: Agreement; row: LedgerRow; now: LedgerRow }) {
  const { t, format } = useWords()
  const [fee, worked] = [now.fee - row.fee, now.worked - row.worked]
  const signed = (by: number, text: string): string => (by === 0 ? '–' : by > 0 ? `+${text}` : text)
  return (
    <Row className={cx(css.since)}>
      <Cell isHeader>{t('retainers.ledger.since')}</Cell>
      <Cell align="end" tone="quiet">
        {signed(fee, format.amount(fee, currency))}
      </Cell>
      <Cell align="end" tone="quiet">
        {signed(worked, format.hours(worked))}
      </Cell>
      <Cell align="end" tone="quiet">
        –
      </Cell>
    </Row>
  )
}

/** What was paid and worked in one period or several, and what an hour of it came to. */
function Figures({ agreement: { currency }, rows }: Omit<PeriodsProps, 'isInYear'>) {
  const { format } = useWords()
  const [fees, worked] = [sumOf(rows, (row) => row.fee), sumOf(rows, (row) => row.worked)]
  return (
    <>
      <Cell align="end">{format.amount(fees, currency)}</Cell>
      <Cell align="end">{worked === 0 ? '–' : format.hours(worked)}</Cell>
      <Cell align="end" tone="quiet">
        {worked === 0 ? '–' : format.amount(scaleRounded(fees, 3600, worked), currency)}
      </Cell>
    </>
  )
}
