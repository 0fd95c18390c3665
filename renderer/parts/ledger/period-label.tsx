import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import { periodName } from '#shared/i18n/period-name.ts'
import css from './ledger.module.css'

/** The period; with its year where nothing else says it, and with its first day where it is a part of one. */
export function PeriodLabel({ agreement, row, isAlone }: { agreement: Agreement; row: LedgerRow; isAlone: boolean }) {
  const { t, format } = useWords()
  const { every } = agreement.period
  const name = periodName(
    t,
    format,
    agreement,
    row.period,
    isAlone ? (every === 'month' ? 'name' : 'short') : 'shortYear',
  )
  if (row.period.start.endsWith('-01')) return name
  const day = String(Number(row.period.start.slice(8)))
  return (
    <>
      {name} <small className={cx(css.part)}>{t('retainers.ledger.from', { day })}</small>
    </>
  )
}
