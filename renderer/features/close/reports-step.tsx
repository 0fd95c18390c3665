import { Check } from 'lucide-react'
import type { MonthLedger } from '#shared/domain/month-close/ledgers.ts'
import { clientOf } from '#shared/domain/naming.ts'
import { amountInColumn } from '#shared/i18n/amounts.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import { dayAt } from '#shared/kernel/instant.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { useNavigation } from '../../place.tsx'
import { cx } from '../../ui/cx.ts'
import { Icon } from '../../ui/icon.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { Statement } from '../../ui/statement.tsx'
import { Cell, CellWith, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import { useBook, usePreferences } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { keyOf, ledgerName } from './ledger-texts.ts'
import type { Pass } from './use-pass.ts'
import css from './close.module.css'

/** What each client reads of the month: to be read, saved and sent from its own page. */
export function ReportsStep({ pass: { ledgers } }: { pass: Pass }) {
  const { t } = useWords()
  const closed = ledgers.filter(({ closing }) => closing !== null)
  const unsent = closed.filter(({ closing }) => closing?.sentAt === null).length
  const open = ledgers.length - closed.length
  return (
    <>
      <Statement as="h2">
        {closed.length === 0
          ? t('close.reports.notYet')
          : unsent > 0
            ? t('close.reports.toSend', { count: unsent })
            : t('close.reports.allSent')}{' '}
        {closed.length > 0 && open > 0 ? t('close.reports.open', { count: open }) : null}
      </Statement>
      {closed.length === 0 ? null : (
        <Table label={t('close.steps.reports')} isFixed className={cx(css.ledgers)}>
          <colgroup>
            <col />
            <col className={cx(css.time)} />
            <col className={cx(css.sent)} />
            <col className={cx(css.state)} />
          </colgroup>
          <TableHead>
            <Column>{t('close.ledgers.who')}</Column>
            <Column align="end">{t('report.list.used')}</Column>
            <Column>{t('report.list.state')}</Column>
            <Column isHidden>{t('report.list.open')}</Column>
          </TableHead>
          <tbody>
            {closed.map((ledger) => (
              <ReportLine key={keyOf(ledger)} ledger={ledger} />
            ))}
          </tbody>
        </Table>
      )}
    </>
  )
}

function ReportLine({ ledger }: { ledger: MonthLedger }) {
  const { retainer, row, closing } = ledger
  const { t, format } = useWords()
  const { go } = useNavigation()
  const { timeZone } = usePreferences()
  const client = clientOf(useBook(), retainer)
  const { basis } = retainer.agreement
  const name = ledgerName(format, client, ledger)
  const sentAt = closing?.sentAt ?? null
  return (
    <Row isTall>
      <Cell isHeader>
        <CellWith mark={<ClientMark mark={client.mark} />}>
          <OwnWords>{name}</OwnWords>
        </CellWith>
      </Cell>
      <Cell align="end">{basis === 'access' ? '–' : amountInColumn(format, basis, row.used)}</Cell>
      <Cell>
        {sentAt === null ? (
          t('report.page.ready')
        ) : (
          <span className={cx(css.checked)}>
            <Icon of={Check} size={14} />
            {t('report.page.sent', { day: theDay(format, dayAt(sentAt, timeZone)) })}
          </span>
        )}
      </Cell>
      <Cell align="end" figures={false}>
        <LinkButton
          size="small"
          aria-label={t('close.reports.readThis', { name })}
          onPress={() => go({ name: 'report', engagementId: retainer.id, start: row.period.start })}
        >
          {t('close.reports.read')}
        </LinkButton>
      </Cell>
    </Row>
  )
}
