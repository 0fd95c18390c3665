import type { Offered } from '#shared/domain/offers.ts'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import { Cell, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { useOfferNames } from './offer-names.ts'
import type { Sheet } from './sheet.ts'
import css from './outcome-table.module.css'

const keys = [css.hourly, css.off, css.extra] as const

/** The chart's figures summed up: what each would have paid, at best, at worst, and how far apart these are. */
export function OutcomeTable({ offered, sheet }: { offered: readonly Offered[]; sheet: Sheet }) {
  const { t, format } = useWords()
  const names = useOfferNames(sheet)
  const amount = (value: number): string => format.amount(value, sheet.currency, 'never')
  const count = offered[0]?.months.length ?? 0
  return (
    <Table label={t('pricing.months.table')} className={cx(css.table)}>
      <TableHead>
        <Column>{t('pricing.months.count', { count })}</Column>
        <Column align="end">{t('pricing.months.total')}</Column>
        <Column align="end">{t('pricing.months.mean')}</Column>
        <Column align="end">{t('pricing.months.worst')}</Column>
        <Column align="end">{t('pricing.months.best')}</Column>
        <Column align="end">{t('pricing.months.apart')}</Column>
      </TableHead>
      <tbody>
        {offered.map(({ paid, range }, index) => (
          <Row key={index}>
            <Cell isHeader>
              <i className={cx(css.key, keys[index])} aria-hidden />
              {names[index]}
            </Cell>
            <Cell align="end" tone="strong">
              {amount(paid.sum)}
            </Cell>
            <Cell align="end">{amount(paid.mean)}</Cell>
            <Cell align="end">{amount(paid.least)}</Cell>
            <Cell align="end">{amount(paid.most)}</Cell>
            <Cell align="end">{amount(range)}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
