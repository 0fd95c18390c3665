import type { ListedInvoice } from '#shared/domain/billing/listed.ts'
import { numberText } from '#shared/domain/billing/numbers.ts'
import { invoiceTotals } from '#shared/domain/billing/totals.ts'
import { useNavigation } from '../../place.tsx'
import { cx } from '../../ui/cx.ts'
import { SectionHead } from '../../ui/page-head.tsx'
import { Cell, CellWith, Column, Row, RowLink, Table, TableHead } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import { ClientName, useClientNames } from '../../parts/client-name.tsx'
import { StateTag } from './state-tag.tsx'
import { sumsText } from '../../parts/sums.ts'
import css from './billing.module.css'

interface InvoicesTableProps {
  title: string
  listed: readonly ListedInvoice[]
  isDraft?: boolean | undefined
}

/** Invoices of one state; nothing where there are none. */
export function InvoicesTable({ title, listed, isDraft = false }: InvoicesTableProps) {
  const { format } = useWords()
  if (listed.length === 0) return null
  const amounts = listed.map(({ invoice, standing }) => ({
    amount: isDraft ? invoiceTotals(invoice).toPay : standing.left,
    currency: invoice.currency,
  }))
  return (
    <section aria-label={title}>
      <SectionHead
        title={title}
        count={listed.length}
        aside={listed.length > 1 ? sumsText(format, amounts, 'always') : undefined}
      />
      <InvoiceRows label={title} listed={listed} isDraft={isDraft} />
    </section>
  )
}

interface InvoiceRowsProps {
  label: string
  listed: readonly ListedInvoice[]
  isDraft?: boolean | undefined
}

/** The table alone. */
export function InvoiceRows({ label, listed, isDraft = false }: InvoiceRowsProps) {
  const { t } = useWords()
  return (
    <Table label={label} isFixed className={cx(css.invoices)}>
      <colgroup>
        <col className={cx(css.number)} />
        <col />
        <col className={cx(css.day)} />
        <col className={cx(css.day)} />
        <col className={cx(css.amount)} />
        <col className={cx(css.amount)} />
        <col className={cx(css.state)} />
      </colgroup>
      <TableHead>
        <Column>{t('billing.place.list.number')}</Column>
        <Column>{t('billing.place.list.client')}</Column>
        <Column align="end">{isDraft ? t('billing.place.list.planned') : t('billing.place.list.issued')}</Column>
        <Column align="end">{t('billing.place.list.due')}</Column>
        <Column align="end">{t('billing.place.list.total')}</Column>
        <Column align="end">{t('billing.place.list.left')}</Column>
        <Column>{t('billing.place.list.state')}</Column>
      </TableHead>
      <tbody>
        {listed.map((each) => (
          <InvoiceRow key={each.invoice.id} listed={each} />
        ))}
      </tbody>
    </Table>
  )
}

function InvoiceRow({ listed: { invoice, standing } }: { listed: ListedInvoice }) {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const nameOf = useClientNames()
  const { currency } = invoice
  const number = numberText(invoice) || t('billing.place.list.draft')
  return (
    <Row>
      <Cell isHeader>
        <RowLink onPress={() => go({ name: 'invoice', id: invoice.id })}>
          {number}
          <span className="visually-hidden">, {nameOf(invoice.clientId)}</span>
        </RowLink>
      </Cell>
      <Cell>
        <CellWith mark={null}>
          <ClientName id={invoice.clientId} />
          {invoice.type === 'creditNote' ? (
            <small className={cx(css.quiet)}>{t('billing.place.list.creditNote')}</small>
          ) : null}
        </CellWith>
      </Cell>
      <Cell align="end">{format.day(invoice.issuedOn, 'numeric')}</Cell>
      <Cell align="end" tone={standing.state === 'overdue' ? 'over' : undefined}>
        {invoice.type === 'creditNote' ? '–' : format.day(invoice.dueOn, 'numeric')}
      </Cell>
      <Cell align="end">{format.money(invoiceTotals(invoice).toPay, currency, 'always')}</Cell>
      <Cell align="end" tone={standing.left === 0 ? 'quiet' : 'strong'}>
        {standing.left === 0 ? '–' : format.money(standing.left, currency, 'always')}
      </Cell>
      <Cell>
        <StateTag {...{ invoice, standing }} />
      </Cell>
    </Row>
  )
}
