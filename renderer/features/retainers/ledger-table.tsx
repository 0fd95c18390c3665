import { useState } from 'react'
import type { LedgerRow } from '#shared/domain/ledger.ts'
import { daysBetween, monthOf, type Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { scaleRounded } from '#shared/kernel/rounding.ts'
import { sumOf } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { Cell, Column, DisclosureRow, Row, Table } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import { LedgerMoves } from './ledger-moves.tsx'
import { shownRow, totalOf, type ShownRow } from './ledger-minutes.ts'
import { TimeCell } from './time-cell.tsx'
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
}

/** Longer ledgers open on their last year: the older ones are a press away. */
const MOST_ROWS = 18
const SHOWN_ROWS = 12
const COLUMNS = 9
const BLANK = ''

/** The ledger as an equation: in every row what stands under In equals what stands under Out. */
export function LedgerTable(props: LedgerTableProps) {
  const { agreement, rows, before = [], today, engagementIds, hasTotal = false, isBeside = false } = props
  const { t } = useWords()
  const [isWhole, setWhole] = useState(false)
  const [open, setOpen] = useState<ReadonlySet<Day>>(new Set())
  const hidden = isWhole || rows.length <= MOST_ROWS ? 0 : rows.length - SHOWN_ROWS
  const agreed = new Map(before.map((row) => [row.period.start, row]))
  const years = new Set(rows.map((row) => row.period.start.slice(0, 4)))
  const toggle = (day: Day): void =>
    setOpen((now) => new Set(now.has(day) ? [...now].filter((each) => each !== day) : [...now, day]))
  return (
    <Table label={t('retainers.ledger.title')} isFixed className={cx(css.table, isBeside && css.beside)}>
      <LedgerHead year={years.size === 1 ? ([...years][0] ?? '') : ''} />
      <tbody>
        {hidden > 0 ? (
          <Row>
            <Cell span={COLUMNS}>
              <LinkButton size="small" onPress={() => setWhole(true)}>
                {t('retainers.ledger.earlier', { count: hidden })}
              </LinkButton>
            </Cell>
          </Row>
        ) : null}
        {rows.slice(hidden).map((row) => (
          <DisclosureRow
            key={row.period.start}
            name={<MonthName row={row} isAlone={years.size === 1} />}
            isOpen={open.has(row.period.start)}
            onToggle={() => toggle(row.period.start)}
            columns={COLUMNS}
            detail={<LedgerMoves {...{ agreement, row, today, engagementIds }} />}
          >
            <RowCells {...{ agreement, row, today }} before={agreed.get(row.period.start)} />
          </DisclosureRow>
        ))}
      </tbody>
      {hasTotal && rows.length > 1 ? <LedgerTotal agreement={agreement} rows={rows} /> : null}
    </Table>
  )
}

function LedgerHead({ year }: { year: string }) {
  const { t } = useWords()
  return (
    <>
      <colgroup>
        <col className={cx(css.month)} />
        <col span={2} />
        <col className={cx(css.over)} />
        <col className={cx(css.used)} />
        <col span={3} />
        <col className={cx(css.rate)} />
      </colgroup>
      <thead>
        <tr className={cx(css.groups)}>
          <td aria-hidden="true">{BLANK}</td>
          <th scope="colgroup" colSpan={3}>
            <span>{t('retainers.ledger.in')}</span>
          </th>
          <th scope="colgroup" colSpan={4}>
            <span>{t('retainers.ledger.out')}</span>
          </th>
          <td aria-hidden="true">{BLANK}</td>
        </tr>
        <tr>
          <Column>{year === '' ? <span className="visually-hidden">{t('retainers.ledger.month')}</span> : year}</Column>
          <Column align="end">{t('retainers.ledger.opening')}</Column>
          <Column align="end">{t('retainers.ledger.granted')}</Column>
          <Column align="end">{t('retainers.ledger.over')}</Column>
          <Column align="end">{t('retainers.ledger.used')}</Column>
          <Column align="end">{t('retainers.ledger.expired')}</Column>
          <Column align="end">{t('retainers.ledger.dropped')}</Column>
          <Column align="end">{t('retainers.ledger.carried')}</Column>
          <Column align="end">{t('retainers.ledger.perHour')}</Column>
        </tr>
      </thead>
    </>
  )
}

/** The month; with its year where the ledger runs over several, and with its first day where it is a part of one. */
function MonthName({ row: { period }, isAlone }: { row: LedgerRow; isAlone: boolean }) {
  const { t, format } = useWords()
  const month = format.month(monthOf(period.start), isAlone ? 'name' : 'shortYear')
  if (period.start.endsWith('-01')) return month
  return (
    <span>
      {month}{' '}
      <small className={cx(css.part)}>
        {t('retainers.ledger.from', { day: String(Number(period.start.slice(8))) })}
      </small>
    </span>
  )
}

interface RowCellsProps {
  agreement: Agreement
  row: LedgerRow
  before: LedgerRow | undefined
  today: Day
}

function RowCells({ agreement, row, before, today }: RowCellsProps) {
  const { format } = useWords()
  const is = shownRow(row)
  const was = before ? shownRow(before) : is
  const isOpen = row.period.end > today
  return (
    <>
      <TimeCell is={is.opening} was={was.opening} />
      <TimeCell is={is.granted} was={was.granted} />
      <TimeCell is={is.overage} was={was.overage} tone="over" />
      <TimeCell is={is.used} was={was.used} />
      {isOpen ? (
        <LeftCell is={is} was={was} days={daysBetween(today, row.period.end) - 1} />
      ) : (
        <>
          <TimeCell is={is.expired} was={was.expired} />
          <TimeCell is={is.dropped} was={was.dropped} />
          <TimeCell is={is.carriedOut} was={was.carriedOut} tone="guaranteed" />
        </>
      )}
      <Cell align="end" tone="quiet">
        {row.effectiveRate === null ? '–' : format.amount(row.effectiveRate, agreement.currency)}
      </Cell>
    </>
  )
}

const leftOf = (row: ShownRow): number => row.opening + row.granted - row.used

/** The month that still runs has not closed: what it will lose or carry is not known, what is left is. */
function LeftCell({ is, was, days }: { is: ShownRow; was: ShownRow; days: number }) {
  const { t, format } = useWords()
  const left = leftOf(is)
  const text =
    left < 0
      ? t('retainers.ledger.overNow', { over: format.hours(-left), days })
      : t('retainers.ledger.leftNow', { left: format.hours(left), days })
  return <TimeCell is={left} was={leftOf(was)} text={text} span={3} tone={left < 0 ? 'over' : undefined} />
}

function LedgerTotal({ agreement, rows }: { agreement: Agreement; rows: readonly LedgerRow[] }) {
  const { t, format } = useWords()
  const sum = totalOf(rows)
  const [fees, worked] = [sumOf(rows, (row) => row.fee), sumOf(rows, (row) => row.worked)]
  return (
    <tfoot>
      <tr>
        <Cell isHeader>{t('retainers.ledger.total', { count: rows.length })}</Cell>
        <TimeCell is={sum.opening} />
        <TimeCell is={sum.granted} />
        <TimeCell is={sum.overage} tone="over" />
        <TimeCell is={sum.used} />
        <TimeCell is={sum.expired} />
        <TimeCell is={sum.dropped} />
        <TimeCell is={sum.carriedOut} />
        <Cell align="end">
          {worked === 0 ? '–' : format.amount(scaleRounded(fees, 3600, worked), agreement.currency)}
        </Cell>
      </tr>
    </tfoot>
  )
}
