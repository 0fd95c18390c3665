import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import { shownRow, type ShownRow } from '#shared/domain/ledger/shown-row.ts'
import { amountInColumn } from '#shared/i18n/amounts.ts'
import { periodName } from '#shared/i18n/period-name.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { Cell, Row } from '../../ui/table.tsx'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import css from './ledger.module.css'

interface SinceRowProps {
  agreement: Agreement
  /** As it was reported. */
  row: LedgerRow
  /** What it comes to by now. */
  now: LedgerRow
}

const figures: readonly (keyof ShownRow)[] = [
  'opening',
  'granted',
  'overage',
  'used',
  'expired',
  'dropped',
  'carriedOut',
]

/** By how much a closed period is otherwise than it was reported: what the next one opens with comes from here. */
export function SinceRow({ agreement, row, now }: SinceRowProps) {
  const { t, format } = useWords()
  const { basis, currency } = agreement
  const [is, was] = [shownRow(now, basis), shownRow(row, basis)]
  const signed = (by: number, text: string): string => (by > 0 ? `+${text}` : text)
  const owed = now.fee + now.topUpAmount + now.overageAmount - (row.fee + row.topUpAmount + row.overageAmount)
  return (
    <Row className={cx(css.since)}>
      <Cell isHeader>
        <span className="visually-hidden">
          {t('retainers.moves.adjusted', { month: periodName(t, format, agreement, row.period, 'long') })}
        </span>
        <span aria-hidden="true">{t('retainers.ledger.since')}</span>
        {owed === 0 ? null : <small>{signed(owed, format.money(owed, currency, 'always'))}</small>}
      </Cell>
      {figures.map((figure) => {
        const by = is[figure] - was[figure]
        return (
          <Cell key={figure} align="end" tone="quiet">
            {by === 0 ? '–' : signed(by, amountInColumn(format, basis, by))}
          </Cell>
        )
      })}
      <Cell align="end" tone="quiet">
        –
      </Cell>
    </Row>
  )
}
