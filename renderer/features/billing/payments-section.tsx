import { Trash2 } from 'lucide-react'
import type { Invoice } from '#shared/model/invoice.ts'
import { IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { SectionHead } from '../../ui/page-head.tsx'
import { Cell, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { useBook, useExecute } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './invoice.module.css'

/** What came in for it; nothing before something did. */
export function PaymentsSection({ invoice }: { invoice: Invoice }) {
  const { t, format } = useWords()
  const execute = useExecute()
  const { payments } = useBook().workspace.tables
  const own = [...payments.values()].filter(({ invoiceId }) => invoiceId === invoice.id)
  if (own.length === 0) return null
  const title = t('billing.invoice.payments.title')
  return (
    <section aria-label={title}>
      <SectionHead title={title} />
      <Table label={title} isFixed>
        <TableHead>
          <Column width={140}>{t('billing.invoice.payments.on')}</Column>
          <Column>{t('billing.invoice.payments.note')}</Column>
          <Column align="end" width={140}>
            {t('billing.invoice.payments.amount')}
          </Column>
          <Column isHidden width={44}>
            {t('billing.invoice.payments.remove')}
          </Column>
        </TableHead>
        <tbody>
          {own
            .toSorted((a, b) => (a.on < b.on ? -1 : 1))
            .map(({ id, on, note, amount }) => {
              const sum = format.money(amount, invoice.currency, 'always')
              const done = t('billing.invoice.payments.removed', { sum })
              return (
                <Row key={id}>
                  <Cell isHeader>{format.day(on, 'long')}</Cell>
                  <Cell className={cx(css.text)}>{note}</Cell>
                  <Cell align="end">{sum}</Cell>
                  <Cell align="end">
                    <IconButton
                      size="small"
                      icon={Trash2}
                      label={t('billing.invoice.payments.removeOf', { sum })}
                      onPress={() => void execute('payment.remove', { id }, { done })}
                    />
                  </Cell>
                </Row>
              )
            })}
        </tbody>
      </Table>
    </section>
  )
}
