import { useState } from 'react'
import type { ToInvoice } from '#shared/domain/billing/due.ts'
import type { ListedInvoice } from '#shared/domain/billing/listed.ts'
import { numbersFor } from '#shared/domain/billing/numbers.ts'
import { invoiceTotals } from '#shared/domain/billing/totals.ts'
import { draftOf } from '#shared/i18n/invoice-lines.ts'
import { BilledElsewhere } from '../../parts/billed-elsewhere.tsx'
import { ClientName, useClientNames } from '../../parts/client-name.tsx'
import { useDueTexts } from '../../parts/due-texts.ts'
import { issueLacksOf } from '../../parts/lack-texts.ts'
import { sumsText } from '../../parts/sums.ts'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { Statement } from '../../ui/statement.tsx'
import { Cell, CellWith, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useBook, useExecute, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import type { Pass } from './use-pass.ts'
import css from './close.module.css'

/** The invoices that follow from the month: what is due becomes drafts, drafts are looked at and issued. */
export function InvoicesStep({ pass: { due, drafts, ledgers } }: { pass: Pass }) {
  const { t, format } = useWords()
  const [isIssuing, setIssuing] = useState(false)
  const b = (chunks: React.ReactNode) => <b>{chunks}</b>
  const draftAll = useDraftAll(due)
  const isWaiting = ledgers.some(({ asks }) => asks)
  const nets = due.map(({ net, currency }) => ({ amount: net, currency }))
  const totals = drafts.map(({ invoice }) => ({ amount: invoiceTotals(invoice).toPay, currency: invoice.currency }))
  return (
    <>
      <Statement as="h2">
        {due.length > 0
          ? t.rich('close.invoices.due', { count: due.length, sum: sumsText(format, nets), b })
          : drafts.length > 0
            ? t.rich('close.invoices.drafts', { count: drafts.length, sum: sumsText(format, totals), b })
            : isWaiting
              ? t('close.invoices.waits')
              : t('close.invoices.clear')}
      </Statement>
      {isWaiting && due.length + drafts.length > 0 ? <Notice>{t('close.invoices.waits')}</Notice> : null}
      {due.length === 0 ? null : (
        <section aria-label={t('close.invoices.dueTitle')}>
          <SectionHead title={t('close.invoices.dueTitle')} aside={sumsText(format, nets, 'always')} />
          <BilledElsewhere due={due} />
          <Bills due={due} />
          <div className={cx(css.deeds)}>
            <Button variant="primary" onPress={() => void draftAll()}>
              {t('close.invoices.draftAll', { count: due.length })}
            </Button>
          </div>
        </section>
      )}
      {drafts.length === 0 ? null : (
        <section aria-label={t('close.invoices.draftTitle')}>
          <SectionHead title={t('close.invoices.draftTitle')} aside={sumsText(format, totals, 'always')} />
          <Drafts drafts={drafts} />
          <div className={cx(css.deeds)}>
            <Button variant={due.length > 0 ? 'default' : 'primary'} onPress={() => setIssuing(true)}>
              {t('close.invoices.issueAll', { count: drafts.length })}
            </Button>
          </div>
        </section>
      )}
      {isIssuing ? <IssueAll drafts={drafts} onClose={() => setIssuing(false)} /> : null}
    </>
  )
}

function useDraftAll(due: readonly ToInvoice[]) {
  const { t } = useWords()
  const book = useBook()
  const today = useToday()
  const execute = useExecute()
  return async (): Promise<void> => {
    for (const bill of due) if ((await execute('invoice.draft', draftOf(book, bill, today))) === null) return
    showToast({ text: t('close.invoices.drafted', { count: due.length }) })
  }
}

function Bills({ due }: { due: readonly ToInvoice[] }) {
  const { t } = useWords()
  return (
    <Table label={t('close.invoices.dueTitle')} isFixed className={cx(css.ledgers)}>
      <colgroup>
        <col className={cx(css.who)} />
        <col />
        <col className={cx(css.amount)} />
      </colgroup>
      <TableHead>
        <Column>{t('close.ledgers.who')}</Column>
        <Column>{t('close.invoices.what')}</Column>
        <Column align="end">{t('close.invoices.net')}</Column>
      </TableHead>
      <tbody>
        {due.map((bill) => (
          <BillLine key={`${bill.clientId} ${bill.currency}`} bill={bill} />
        ))}
      </tbody>
    </Table>
  )
}

function BillLine({ bill }: { bill: ToInvoice }) {
  const { format } = useWords()
  const texts = useDueTexts(bill)
  return (
    <Row isTall className={cx(css.bill)}>
      <Cell isHeader>
        <CellWith mark={null}>
          <ClientName id={bill.clientId} />
        </CellWith>
      </Cell>
      <Cell className={cx(css.wrap)}>
        <ul>
          {texts.map((text, index) => (
            <li key={index}>{text}</li>
          ))}
        </ul>
      </Cell>
      <Cell align="end">{format.money(bill.net, bill.currency, 'always')}</Cell>
    </Row>
  )
}

function Drafts({ drafts }: { drafts: readonly ListedInvoice[] }) {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const nameOf = useClientNames()
  return (
    <Table label={t('close.invoices.draftTitle')} isFixed className={cx(css.ledgers)}>
      <colgroup>
        <col />
        <col className={cx(css.amount)} />
        <col className={cx(css.state)} />
      </colgroup>
      <TableHead>
        <Column>{t('close.ledgers.who')}</Column>
        <Column align="end">{t('close.invoices.toPay')}</Column>
        <Column isHidden>{t('close.invoices.look')}</Column>
      </TableHead>
      <tbody>
        {drafts.map(({ invoice }) => (
          <Row key={invoice.id} isTall>
            <Cell isHeader>
              <CellWith mark={null}>
                <ClientName id={invoice.clientId} />
              </CellWith>
            </Cell>
            <Cell align="end">{format.money(invoiceTotals(invoice).toPay, invoice.currency, 'always')}</Cell>
            <Cell align="end" figures={false}>
              <LinkButton
                size="small"
                aria-label={t('close.invoices.lookAt', { name: nameOf(invoice.clientId) })}
                onPress={() => go({ name: 'invoice', id: invoice.id })}
              >
                {t('close.invoices.look')}
              </LinkButton>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

/** Issuing cannot be taken back, so it says first which numbers it gives. */
function IssueAll({ drafts, onClose }: { drafts: readonly ListedInvoice[]; onClose: () => void }) {
  const { t, format } = useWords()
  const today = useToday()
  const execute = useExecute()
  const book = useBook()
  const { invoices } = book.workspace.tables
  const nameOf = useClientNames()
  const lacking = drafts.filter(({ invoice }) => issueLacksOf(book, invoice).length > 0)
  const clients = [...new Set(lacking.map(({ invoice }) => nameOf(invoice.clientId)))]
  const year = Number(today.slice(0, 4))
  const numbers = numbersFor(
    invoices.values(),
    drafts.map(({ invoice: { series } }) => ({ year, series })),
  )
  const issue = async (): Promise<void> => {
    onClose()
    for (const { invoice } of drafts) if ((await execute('invoice.issue', { id: invoice.id })) === null) return
    showToast({ text: t('close.invoices.issued', { count: drafts.length }) })
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('close.invoices.issueTitle', { count: drafts.length })}
      safe={t('close.invoices.issueLater')}
      deed={t('close.invoices.issueAll', { count: drafts.length })}
      onDeed={() => void issue()}
    >
      {t('close.invoices.issueWords', { count: drafts.length, numbers: format.list(numbers) })}
      {clients.length === 0 ? null : (
        <Notice className={cx(css.lacking)}>{t('close.invoices.lacking', { clients: format.list(clients) })}</Notice>
      )}
    </ConfirmDialog>
  )
}
