import { rulesOn } from '#shared/domain/rules.ts'
import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import { periodName } from '#shared/i18n/period-name.ts'
import css from './ledger.module.css'

/** The period; with its year where nothing else says it, with its first day where it is a part of one, and whether it is paused. */
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
  const day = String(Number(row.period.start.slice(8)))
  return (
    <>
      {name}
      {row.period.start.endsWith('-01') ? null : (
        <>
          {' '}
          <small className={cx(css.part)}>{t('retainers.ledger.from', { day })}</small>
        </>
      )}
      {rulesOn(agreement, row.period.start).isPause ? (
        <>
          {' '}
          <small className={cx(css.part)}>{t('retainers.ledger.paused')}</small>
        </>
      ) : null}
    </>
  )
}
