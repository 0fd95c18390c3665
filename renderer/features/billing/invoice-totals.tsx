import type { ReactNode } from 'react'
import type { InvoiceStanding } from '#shared/domain/billing/status.ts'
import { invoiceTotals } from '#shared/domain/billing/totals.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { cx } from '../../ui/cx.ts'
import { Derivation } from '../../ui/derivation.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Cell, Row, Table } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import { totalRows, type TotalRow } from './total-rows.ts'
import css from './invoice.module.css'

interface InvoiceTotalsTableProps {
  invoice: Invoice
  standing: InvoiceStanding
}

/** What it comes to, line by line as at the foot of the invoice; each figure opens down to what it is made of. */
export function InvoiceTotalsTable({ invoice, standing }: InvoiceTotalsTableProps) {
  const { t, format } = useWords()
  const rows = totalRows(t, format, invoice, standing)
  const { dutyBorne } = invoiceTotals(invoice)
  const title = t('billing.invoice.totals.title')
  return (
    <section aria-label={title} className={cx(css.totals)}>
      <Table label={title} isFixed>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} className={cx(row.isSum && css.sum)}>
              <Cell isHeader className={cx(css.text)}>
                {row.label}
              </Cell>
              <Cell align="end">
                <Total row={row} invoice={invoice} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {dutyBorne === 0 ? null : (
        <p className={cx(css.quiet, css.under)}>
          {t('billing.invoice.totals.borne', { duty: format.money(dutyBorne, invoice.currency, 'always') })}
        </p>
      )}
    </section>
  )
}

function Total({ row, invoice }: { row: TotalRow; invoice: Invoice }): ReactNode {
  const { t, format } = useWords()
  const money = (amount: number): string => format.money(amount, invoice.currency, 'always')
  const parts = row.parts.map(({ label, reason, amount }, index) => ({
    id: String(index),
    label,
    reason,
    figure: money(amount),
  }))
  const foot = row.isRounded ? t('billing.invoice.totals.exact') : undefined
  const total = { label: row.label, figure: money(row.amount) }
  return (
    <Figure
      isInTable
      explainLabel={row.label}
      explain={<Derivation title={row.label} rows={parts} total={total} foot={row.foot ?? foot} />}
    >
      {money(row.amount)}
    </Figure>
  )
}
