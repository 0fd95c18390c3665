import { cx } from '../../ui/cx.ts'
import { Column } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import css from './ledger.module.css'

/** Where no column has a name there is nothing to hear either. */
const BLANK = ''

/** The heads of the ledger: what goes in, what comes out. The year stands over the months where it is one. */
export function LedgerHead({ year }: { year: string }) {
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
