import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Invoice, InvoiceLine } from '#shared/model/invoice.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Derivation } from '../../ui/derivation.tsx'
import { Figure } from '../../ui/figure.tsx'
import { MoreMenu } from '../../ui/menu.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { Cell, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { useExecute } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { vatText } from './invoice-words.ts'
import { LineDialog } from './line-dialog.tsx'
import css from './invoice.module.css'

/** What it is for. The lines of a draft can be changed; those of a credit note come from its invoice. */
export function LinesSection({ invoice }: { invoice: Invoice }) {
  const { t } = useWords()
  const [edited, setEdited] = useState<InvoiceLine | 'new' | null>(null)
  const canEdit = invoice.status === 'draft' && invoice.type === 'invoice'
  const title = t('billing.invoice.lines.title')
  return (
    <section aria-label={title}>
      <SectionHead title={title} />
      {invoice.lines.length === 0 ? (
        <p className={cx(css.quiet)}>{t('billing.invoice.lines.none')}</p>
      ) : (
        <Table label={title} isFixed>
          <Head canEdit={canEdit} />
          <tbody>
            {invoice.lines.map((line) => (
              <LineRow key={line.id} {...{ invoice, line }} onEdit={canEdit ? () => setEdited(line) : undefined} />
            ))}
          </tbody>
        </Table>
      )}
      {canEdit ? (
        <Button size="small" icon={Plus} className={cx(css.under)} onPress={() => setEdited('new')}>
          {t('billing.invoice.lines.add')}
        </Button>
      ) : null}
      {edited === null ? null : (
        <LineDialog invoice={invoice} line={edited === 'new' ? undefined : edited} onClose={() => setEdited(null)} />
      )}
    </section>
  )
}

function Head({ canEdit }: { canEdit: boolean }) {
  const { t } = useWords()
  return (
    <>
      <colgroup>
        <col />
        <col className={cx(css.quantity)} />
        <col className={cx(css.price)} />
        <col className={cx(css.vat)} />
        <col className={cx(css.amount)} />
        {canEdit ? <col className={cx(css.deed)} /> : null}
      </colgroup>
      <TableHead>
        <Column>{t('billing.invoice.lines.what')}</Column>
        <Column align="end">{t('billing.invoice.lines.quantity')}</Column>
        <Column align="end">{t('billing.invoice.lines.price')}</Column>
        <Column align="end">{t('billing.invoice.lines.vat')}</Column>
        <Column align="end">{t('billing.invoice.lines.amount')}</Column>
        {canEdit ? <Column isHidden>{t('billing.invoice.lines.edit')}</Column> : null}
      </TableHead>
    </>
  )
}

interface LineRowProps {
  invoice: Invoice
  line: InvoiceLine
  onEdit: (() => void) | undefined
}

function LineRow({ invoice, line, onEdit }: LineRowProps) {
  const { format } = useWords()
  const { quantity, unit, unitPrice, vat } = line
  return (
    <Row className={cx(css.line)}>
      <Cell isHeader>
        <span className={cx(css.text)}>{line.text}</span>
      </Cell>
      <Cell align="end">{unit === 'hour' ? format.exactHours(quantity) : format.number(quantity)}</Cell>
      <Cell align="end">{format.amount(unitPrice, invoice.currency)}</Cell>
      <Cell align="end">{vatText(format, vat)}</Cell>
      <Cell align="end">
        <LineAmount invoice={invoice} line={line} />
      </Cell>
      {onEdit ? (
        <Cell align="end">
          <LineMenu {...{ invoice, line, onEdit }} />
        </Cell>
      ) : null}
    </Row>
  )
}

function LineAmount({ invoice, line }: { invoice: Invoice; line: InvoiceLine }) {
  const { t, format } = useWords()
  const { currency } = invoice
  const money = (amount: number): string => format.money(amount, currency, 'always')
  const { quantity, unit, unitPrice, amount } = line
  const label =
    unit === 'hour'
      ? t('billing.invoice.lines.hourly', { hours: format.exactDuration(quantity), rate: money(unitPrice) })
      : Math.abs(quantity) === 1
        ? line.owed === null
          ? t('billing.invoice.lines.price')
          : t('billing.invoice.lines.once')
        : t('billing.invoice.lines.counted', { count: quantity, rate: money(unitPrice) })
  const rows = [{ id: 'is', label, figure: money(amount) }]
  const isOther = line.owed !== null && line.owed !== amount && invoice.type === 'invoice'
  const foot = isOther ? t('billing.invoice.lines.left') : t('billing.invoice.totals.exact')
  const total = { label: t('billing.invoice.lines.derivationTotal'), figure: money(amount) }
  return (
    <Figure isInTable explainLabel={line.text} explain={<Derivation title={line.text} {...{ rows, total, foot }} />}>
      {money(amount)}
    </Figure>
  )
}

function LineMenu({ invoice, line, onEdit }: { invoice: Invoice; line: InvoiceLine; onEdit: () => void }) {
  const { t } = useWords()
  const execute = useExecute()
  const name = line.text === '' ? t('billing.invoice.lines.unnamed') : line.text
  const remove = (): void => {
    const lines = invoice.lines.filter(({ id }) => id !== line.id)
    void execute('invoice.update', { id: invoice.id, lines }, { done: t('billing.invoice.lines.removed', { name }) })
  }
  return (
    <MoreMenu
      size="small"
      label={t('billing.invoice.lines.moreOf', { name })}
      groups={[
        {
          id: 'line',
          entries: [
            { id: 'edit', label: t('billing.invoice.lines.edit'), icon: Pencil, onAction: onEdit },
            { id: 'remove', label: t('billing.invoice.lines.remove'), icon: Trash2, onAction: remove },
          ],
        },
      ]}
    />
  )
}
