import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import { scaleRounded } from '#shared/kernel/rounding.ts'
import { sumOf } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { Cell, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import { PeriodLabel } from './period-label.tsx'
import { TotalCell } from './total-cell.tsx'

interface AccessTableProps {
  agreement: Agreement
  rows: readonly LedgerRow[]
  hasTotal: boolean
}

/** The ledger where nothing is drawn down: what was paid, what was worked, what an hour came to. */
export function AccessTable({ agreement, rows, hasTotal }: AccessTableProps) {
  const { t, format } = useWords()
  const { currency } = agreement
  const [fees, worked] = [sumOf(rows, (row) => row.fee), sumOf(rows, (row) => row.worked)]
  const rateOf = (fee: number, seconds: number): string =>
    seconds === 0 ? '–' : format.amount(scaleRounded(fee, 3600, seconds), currency)
  const hours = (seconds: number): string => (seconds === 0 ? '–' : format.hours(seconds))
  return (
    <Table label={t('retainers.ledger.title')}>
      <TableHead>
        <Column>{t('retainers.ledger.period')}</Column>
        <Column align="end">{t('retainers.ledger.fee')}</Column>
        <Column align="end">{t('retainers.ledger.worked')}</Column>
        <Column align="end">{t('retainers.ledger.perHour')}</Column>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.period.start}>
            <Cell isHeader>
              <PeriodLabel {...{ agreement, row }} isAlone={false} />
            </Cell>
            <Cell align="end">{format.amount(row.fee, currency)}</Cell>
            <Cell align="end">{hours(row.worked)}</Cell>
            <Cell align="end" tone="quiet">
              {rateOf(row.fee, row.worked)}
            </Cell>
          </Row>
        ))}
      </tbody>
      {hasTotal && rows.length > 1 ? (
        <tfoot>
          <tr>
            <TotalCell {...{ agreement, rows }} />
            <Cell align="end">{format.amount(fees, currency)}</Cell>
            <Cell align="end">{hours(worked)}</Cell>
            <Cell align="end" tone="quiet">
              {rateOf(fees, worked)}
            </Cell>
          </tr>
        </tfoot>
      ) : null}
    </Table>
  )
}
