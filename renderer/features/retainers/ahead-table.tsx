import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import { shownAmount } from '#shared/domain/ledger/shown-row.ts'
import { amountInColumn } from '#shared/i18n/amounts.ts'
import { sumOf } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { PeriodLabel } from '../../parts/ledger/period-label.tsx'
import { TotalCell } from '../../parts/ledger/total-cell.tsx'
import { Turned } from '../../parts/ledger/turned.tsx'
import { cx } from '../../ui/cx.ts'
import { Cell, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import type { Ahead } from './ahead.ts'
import css from './ahead-table.module.css'

/** The periods to come, what each is paid and what becomes of its time, with their sum; where terms change, before and after. */
export function AheadTable({ agreement, rows, before, isOfFees }: Ahead) {
  const { t } = useWords()
  const was = new Map(before?.rows.map((row) => [row.period.start, row]))
  const total = { rows, agreement, was: before?.rows }
  return (
    <Table label={t('retainers.ahead.title')} isFixed className={cx(css.table)}>
      <TableHead>
        <Column>
          <span className="visually-hidden">{t('retainers.ledger.period')}</span>
        </Column>
        <Column align="end">{t('retainers.ledger.fee')}</Column>
        {isOfFees ? null : (
          <>
            <Column align="end">{t('retainers.ledger.opening')}</Column>
            <Column align="end">{t('retainers.ledger.granted')}</Column>
            <Column align="end">{t('retainers.ledger.used')}</Column>
            <Column align="end">{t('retainers.ledger.over')}</Column>
            <Column align="end">{t('retainers.ahead.billed')}</Column>
            <Column align="end">{t('retainers.ledger.carried')}</Column>
          </>
        )}
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.period.start}>
            <Cell isHeader>
              <PeriodLabel {...{ agreement, row }} isAlone={false} />
            </Cell>
            <Figures
              {...{ agreement, isOfFees }}
              rows={[row]}
              was={before ? rowsOf(was.get(row.period.start)) : undefined}
            />
          </Row>
        ))}
      </tbody>
      {rows.length > 1 ? (
        <tfoot>
          <tr>
            <TotalCell {...{ agreement, rows }} />
            <Figures {...total} {...{ isOfFees }} isSum />
          </tr>
        </tfoot>
      ) : null}
    </Table>
  )
}

const rowsOf = (row: LedgerRow | undefined): readonly LedgerRow[] => (row ? [row] : [])

interface FiguresProps {
  readonly agreement: Agreement
  readonly rows: readonly LedgerRow[]
  /** As they would be without the change; undefined where nothing changes. */
  readonly was: readonly LedgerRow[] | undefined
  readonly isOfFees: boolean
  /** Of several periods: what each hands to the next is no sum. */
  readonly isSum?: boolean
}

/** The figures of a period, or of all of them together. */
function Figures({ agreement, rows, was = rows, isOfFees, isSum = false }: FiguresProps) {
  const { format } = useWords()
  const { basis, currency } = agreement
  const money = (figure: (row: LedgerRow) => number) => ({
    is: moneyText(sumOf(rows, figure)),
    was: moneyText(sumOf(was, figure)),
  })
  const moneyText = (minor: number): string => (minor === 0 ? '–' : format.amount(minor, currency))
  const amountText = (of: readonly LedgerRow[], figure: (row: LedgerRow) => number): string => {
    const amount = shownAmount(basis, sumOf(of, figure))
    return amount === 0 ? '–' : amountInColumn(format, basis, amount)
  }
  const amount = (figure: (row: LedgerRow) => number) => ({
    is: amountText(rows, figure),
    was: amountText(was, figure),
  })
  const none = { is: '', was: '' }
  return (
    <>
      <TurnCell {...money((row) => row.fee)} />
      {isOfFees ? null : (
        <>
          <TurnCell {...(isSum ? none : amount((row) => row.opening + row.adjusted))} />
          <TurnCell {...amount((row) => row.granted)} />
          <TurnCell {...amount((row) => row.used)} tone="quiet" />
          <TurnCell {...amount((row) => row.overage)} tone="over" />
          <TurnCell {...money((row) => row.overageAmount)} />
          <TurnCell {...(isSum ? none : amount((row) => row.carriedOut))} tone="guaranteed" />
        </>
      )}
    </>
  )
}

interface TurnCellProps {
  readonly is: string
  readonly was: string
  readonly tone?: 'over' | 'quiet' | 'guaranteed'
}

const TurnCell = ({ is, was, tone }: TurnCellProps) => (
  <Cell align="end" tone={is === '–' ? 'quiet' : tone}>
    {is === was ? is : <Turned {...{ is, was }} />}
  </Cell>
)
