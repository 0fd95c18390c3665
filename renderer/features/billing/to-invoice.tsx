import { CalendarClock } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ToInvoice } from '#shared/domain/billing/due.ts'
import { clientOf } from '#shared/domain/naming.ts'
import { remindersOf } from '#shared/domain/reminders.ts'
import { draftOf } from '#shared/i18n/invoice-lines.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import { BilledElsewhere } from '../../parts/billed-elsewhere.tsx'
import { BilledFromDialog } from '../../parts/billed-from-dialog.tsx'
import { TermHelp } from '../../parts/term-help.tsx'
import { useDueTexts } from '../../parts/due-texts.ts'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Derivation } from '../../ui/derivation.tsx'
import { Figure } from '../../ui/figure.tsx'
import { MoreMenu } from '../../ui/menu.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { Undecided } from './undecided.tsx'
import { Cell, CellWith, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { useBook, useExecute, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { ClientName, useClientNames } from '../../parts/client-name.tsx'
import css from './billing.module.css'

/** What can be drafted now, a draft a client and currency; null while the history is still being counted. */
export function ToInvoiceSection({ due }: { due: readonly ToInvoice[] | null }) {
  const { t } = useWords()
  const title = t('billing.place.toInvoice.title')
  if (due === null || due.length === 0)
    return (
      <section aria-label={title}>
        <SectionHead title={title} />
        <p className={cx(css.quiet)}>
          {due === null ? t('billing.place.toInvoice.counting') : t('billing.place.toInvoice.nothing')} <NextAdvance />
        </p>
        <Undecided />
      </section>
    )
  return (
    <section aria-label={title}>
      <SectionHead title={title} help={<TermHelp of="advance" />} count={due.length} />
      <BilledElsewhere due={due} />
      <Table label={title} isFixed className={cx(css.due)}>
        <colgroup>
          <col className={cx(css.client)} />
          <col />
          <col className={cx(css.amount)} />
          <col className={cx(css.deed)} />
        </colgroup>
        <TableHead>
          <Column>{t('billing.place.toInvoice.client')}</Column>
          <Column>{t('billing.place.toInvoice.what')}</Column>
          <Column align="end">{t('billing.place.toInvoice.net')}</Column>
          <Column isHidden>{t('billing.place.toInvoice.draft')}</Column>
        </TableHead>
        <tbody>
          {due.map((bill) => (
            <DueRow key={`${bill.clientId} ${bill.currency}`} bill={bill} />
          ))}
        </tbody>
      </Table>
      <Undecided />
    </section>
  )
}

function DueRow({ bill }: { bill: ToInvoice }) {
  const { t } = useWords()
  const texts = useDueTexts(bill)
  return (
    <Row isTall className={cx(css.row)}>
      <Cell isHeader>
        <CellWith mark={null}>
          <ClientName id={bill.clientId} />
        </CellWith>
      </Cell>
      <Cell>
        <ul className={cx(css.what)}>
          {texts.map((text, index) => (
            <li key={index}>{text}</li>
          ))}
        </ul>
      </Cell>
      <Cell align="end">
        <Net bill={bill} texts={texts} />
      </Cell>
      <Cell align="end" figures={false}>
        {bill.net < 0 ? (
          <small className={cx(css.quiet)}>{t('billing.place.toInvoice.owed')}</small>
        ) : (
          <Draft bill={bill} />
        )}
        <BilledFrom bill={bill} />
      </Cell>
    </Row>
  )
}

function Net({ bill, texts }: { bill: ToInvoice; texts: readonly string[] }) {
  const { t, format } = useWords()
  const nameOf = useClientNames()
  const title = t('billing.place.toInvoice.lineTitle', { client: nameOf(bill.clientId) })
  const money = (amount: number): string => format.money(amount, bill.currency, 'always')
  const rows = bill.lines.map((line, index) => ({
    id: String(index),
    label: texts[index] ?? '',
    reason: line.unit === 'hour' ? `${format.exactHours(line.quantity)} × ${money(line.unitPrice)}` : undefined,
    figure: money(line.owed),
  }))
  const total = { label: t('billing.place.toInvoice.lineTotal'), figure: money(bill.net) }
  return (
    <Figure isInTable explainLabel={title} explain={<Derivation title={title} rows={rows} total={total} />}>
      {money(bill.net)}
    </Figure>
  )
}

/** Where it was billed elsewhere. */
function BilledFrom({ bill: { clientId } }: { bill: ToInvoice }) {
  const { t } = useWords()
  const client = useBook().workspace.tables.clients.get(clientId)
  const nameOf = useClientNames()
  const [isAsked, setAsked] = useState(false)
  const entry = {
    id: 'from',
    label: t('billing.from.menu'),
    icon: CalendarClock,
    onAction: () => setAsked(true),
  }
  const label = t('billing.place.toInvoice.moreFor', { client: nameOf(clientId) })
  return (
    <>
      <MoreMenu size="small" label={label} groups={[{ id: 'from', entries: [entry] }]} />
      {isAsked && client ? <BilledFromDialog client={client} onClose={() => setAsked(false)} /> : null}
    </>
  )
}

/** Makes the draft and opens it. */
function Draft({ bill }: { bill: ToInvoice }) {
  const { t } = useWords()
  const { go } = useNavigation()
  const book = useBook()
  const today = useToday()
  const execute = useExecute()
  const nameOf = useClientNames()
  const client = nameOf(bill.clientId)
  const draft = async (): Promise<void> => {
    const done = t('billing.place.toInvoice.drafted', { client })
    const made = await execute('invoice.draft', draftOf(book, bill, today), { done })
    if (made !== null && made !== true) go({ name: 'invoice', id: made })
  }
  return (
    <Button size="small" aria-label={t('billing.place.toInvoice.draftFor', { client })} onPress={() => void draft()}>
      {t('billing.place.toInvoice.draft')}
    </Button>
  )
}

const AHEAD = 92

/** Which advance comes up next. */
function NextAdvance() {
  const { t, format } = useWords()
  const book = useBook()
  const today = useToday()
  const next = useMemo(
    () => remindersOf(book, today, AHEAD).find(({ kind, on }) => kind === 'invoice' && on > today),
    [book, today],
  )
  if (!next) return null
  const told = { client: clientOf(book, next.retainer).name, day: theDay(format, next.on) }
  return t('billing.place.toInvoice.next', told)
}
