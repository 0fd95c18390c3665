import { Check } from 'lucide-react'
import { useState } from 'react'
import { firstOpenMonth, type MonthLedger } from '#shared/domain/month-close/ledgers.ts'
import { clientOf } from '#shared/domain/naming.ts'
import { amountInWords } from '#shared/i18n/amounts.ts'
import type { Month } from '#shared/kernel/day.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Icon } from '../../ui/icon.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Statement } from '../../ui/statement.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import { Cell, CellWith, Column, Row, RowLink, Table, TableHead, TwoLines } from '../../ui/table.tsx'
import { useBook, useExecute, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { DecideCard } from './decide-card.tsx'
import { ReopenDialog } from './reopen-dialog.tsx'
import { useInvoiceOfOverage } from './use-invoice-of-overage.ts'
import { equationText, keyOf, ledgerName, periodSpan, resultText } from './ledger-texts.ts'
import type { Pass } from './use-pass.ts'
import { useMonthName } from './words.ts'
import css from './close.module.css'

/** Each retainer's ledger: what asks something one at a time, what does not is agreed to as it stands. */
export function LedgersStep({ pass: { ledgers, month } }: { pass: Pass }) {
  const { t, format } = useWords()
  const book = useBook()
  const execute = useExecute()
  const monthName = useMonthName()
  const decision = ledgers.find(({ asks, waits }) => asks && !waits)
  const plain = ledgers.filter(({ asks, closing }) => !asks && closing === null)
  const ready = plain.filter(({ waits }) => !waits)
  const settled = ledgers.length - plain.length - ledgers.filter(({ asks }) => asks).length
  const b = (chunks: React.ReactNode) => <b>{chunks}</b>
  const agreeAll = async (): Promise<void> => {
    for (const { retainer, row } of ready) {
      const input = { engagementId: retainer.id, start: row.period.start, earlier: true }
      if ((await execute('period.close', input)) === null) return
    }
  }
  return (
    <>
      <Statement as="h2">
        {ledgers.length === 0
          ? t('close.ledgers.none', { month: monthName(month) })
          : decision
            ? t.rich('close.ledgers.asks', {
                count: settled,
                name: clientOf(book, decision.retainer).name,
                over: amountInWords(
                  t,
                  format,
                  decision.retainer.agreement.basis,
                  decision.row.overage + decision.row.borrowed,
                ),
                b,
              })
            : plain.length > 0
              ? t('close.ledgers.toAgree', { count: plain.length })
              : t('close.ledgers.allSettled', { count: ledgers.length })}
      </Statement>
      <Earlier month={month} />
      {decision ? <DecideCard key={keyOf(decision)} ledger={decision} /> : null}
      <Table label={t('close.steps.ledgers')} isFixed className={cx(css.ledgers)}>
        <colgroup>
          <col className={cx(css.who)} />
          <col className={cx(css.equals)} />
          <col />
          <col className={cx(css.state)} />
        </colgroup>
        <TableHead>
          <Column>{t('close.ledgers.who')}</Column>
          <Column>{t('close.ledgers.equals')}</Column>
          <Column>{t('close.ledgers.into')}</Column>
          <Column isHidden>{t('close.ledgers.state')}</Column>
        </TableHead>
        <tbody>
          {ledgers
            .filter((ledger) => ledger !== decision)
            .map((ledger) => (
              <LedgerLine key={keyOf(ledger)} ledger={ledger} />
            ))}
        </tbody>
      </Table>
      {ready.length > 1 ? (
        <div className={cx(css.deeds)}>
          <Button variant={decision ? 'default' : 'primary'} onPress={() => void agreeAll()}>
            {t('close.ledgers.agreeAll', { count: ready.length })}
          </Button>
        </div>
      ) : null}
    </>
  )
}

/** What was left open before is closed along with a later period, as agreed and unasked: one may begin with it instead. */
function Earlier({ month }: { month: Month }) {
  const { t } = useWords()
  const { replace } = useNavigation()
  const monthName = useMonthName()
  const first = firstOpenMonth(useBook(), useToday())
  if (first === null || first >= month) return null
  const begin = (
    <LinkButton size="small" onPress={() => replace({ name: 'close', month: first })}>
      {t('close.ledgers.beginWith', { month: monthName(first) })}
    </LinkButton>
  )
  return <Notice actions={begin}>{t('close.ledgers.earlierOpen')}</Notice>
}

function LedgerLine({ ledger }: { ledger: MonthLedger }) {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const book = useBook()
  const { retainer, row, closing, earlier, asks, waits, isAlone } = ledger
  const client = clientOf(book, retainer)
  const name = ledgerName(format, client, ledger)
  const below = isAlone ? null : periodSpan(format, ledger)
  const billedOn = useInvoiceOfOverage(ledger)
  return (
    <Row isTall>
      <Cell isHeader>
        <CellWith mark={<ClientMark mark={client.mark} />}>
          <TwoLines below={below ?? (retainer.name === '' ? undefined : <OwnWords>{retainer.name}</OwnWords>)}>
            <RowLink onPress={() => go({ name: 'retainer', id: retainer.id })}>
              <OwnWords>{client.name}</OwnWords>
            </RowLink>
          </TwoLines>
        </CellWith>
      </Cell>
      <Cell figures className={cx(css.wrap)}>
        {equationText(t, format, ledger)}
      </Cell>
      <Cell className={cx(css.wrap)}>
        {resultText(t, format, ledger, billedOn)}
        {earlier > 0 ? <small> {t('close.ledgers.earlier', { count: earlier })}</small> : null}
      </Cell>
      <Cell align="end" figures={false}>
        {waits ? (
          <span className={cx(css.quiet)}>{t('close.ledgers.afterEarlier')}</span>
        ) : asks ? (
          <span className={cx(css.quiet)}>{t('close.ledgers.waits')}</span>
        ) : closing ? (
          <Agreed ledger={ledger} name={name} />
        ) : (
          <Agree id={retainer.id} start={row.period.start} name={name} />
        )}
      </Cell>
    </Row>
  )
}

interface AgreeProps {
  id: MonthLedger['retainer']['id']
  start: MonthLedger['row']['period']['start']
  name: string
}

function Agree({ id, start, name }: AgreeProps) {
  const { t } = useWords()
  const execute = useExecute()
  const agree = (): void =>
    void execute(
      'period.close',
      { engagementId: id, start, earlier: true },
      { done: t('close.ledgers.agreedTo', { name }) },
    )
  return (
    <Button size="small" aria-label={t('close.ledgers.agreeTo', { name })} onPress={agree}>
      {t('close.ledgers.agree')}
    </Button>
  )
}

/** What nobody has seen yet can be opened again. */
function Agreed({ ledger, name }: { ledger: MonthLedger; name: string }) {
  const { t } = useWords()
  const [isOpening, setOpening] = useState(false)
  return (
    <span className={cx(css.agreed)}>
      <span className={cx(css.checked)}>
        <Icon of={Check} size={14} />
        {t('close.ledgers.agreed')}
      </span>
      {ledger.closing?.sentAt === null ? (
        <LinkButton size="small" aria-label={t('close.ledgers.openThis', { name })} onPress={() => setOpening(true)}>
          {t('close.ledgers.open')}
        </LinkButton>
      ) : null}
      {isOpening ? <ReopenDialog ledgers={[ledger]} onClose={() => setOpening(false)} /> : null}
    </span>
  )
}
