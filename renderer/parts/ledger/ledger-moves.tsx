import { useMemo } from 'react'
import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import { addDays, monthOf, type Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { amountInColumn } from '#shared/i18n/amounts.ts'
import { scaleRounded } from '#shared/kernel/rounding.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { cx } from '../../ui/cx.ts'
import { useBook, useMonths } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { periodName } from '#shared/i18n/period-name.ts'
import { movesOf } from './moves.ts'
import { deliveredIn, worksIn } from './works.ts'
import css from './ledger.module.css'

interface LedgerMovesProps {
  agreement: Agreement
  row: LedgerRow
  today: Day
  engagementIds: readonly Id[]
}

/** What is behind a row: its moves, down to the entries. Until those are in memory their sums stand for them. */
export function LedgerMoves({ agreement, row, today, engagementIds }: LedgerMovesProps) {
  const { t, format } = useWords()
  const book = useBook()
  const { start, end } = row.period
  // An entry lies in the file of its start in UTC: one of a period's first morning may be in the month before.
  const isHeld = useMonths(monthOf(addDays(start, -1)), monthOf(addDays(end, -1)))
  const works = useMemo(
    () =>
      agreement.basis === 'deliverables'
        ? deliveredIn(book, engagementIds, start, end)
        : isHeld
          ? worksIn(book, engagementIds, start, end)
          : null,
    [book, agreement.basis, isHeld, engagementIds, start, end],
  )
  const lines = movesOf(t, format, { agreement, row, works, isClosed: end <= today })
  const written = (amount: number): string => amountInColumn(format, agreement.basis, amount)
  const sign = (amount: number): string => (amount > 0 ? `+${written(amount)}` : written(amount))
  const { currency } = agreement
  return (
    <>
      <table className={cx(css.moves)}>
        <caption className="visually-hidden">
          {t('retainers.moves.caption', { month: periodName(t, format, agreement, row.period, 'long') })}
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('retainers.moves.day')}</span>
            </th>
            <th scope="col">
              <span className="visually-hidden">{t('retainers.moves.what')}</span>
            </th>
            <th scope="col">{t('retainers.moves.move')}</th>
            <th scope="col">{t('retainers.moves.left')}</th>
          </tr>
        </thead>
        <tbody className="figures">
          {lines.map((line, index) => (
            <tr key={index} className={cx(line.isLost && css.lost)}>
              <td>{Number(line.day.slice(8))}</td>
              <th scope="row">{line.text}</th>
              <td>{sign(line.amount)}</td>
              <td>{written(line.left)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {row.effectiveRate === null ? null : (
        <p className={cx(css.perHour)}>
          {t('retainers.moves.perHour', {
            rate: format.money(row.effectiveRate, currency),
            fee: format.money(row.fee, currency),
            worked: format.duration(row.worked),
          })}
          {row.overageAmount > 0
            ? t('retainers.moves.perHourAll', {
                rate: format.money(scaleRounded(row.fee + row.overageAmount, 3600, row.worked), currency),
              })
            : null}
        </p>
      )}
    </>
  )
}
