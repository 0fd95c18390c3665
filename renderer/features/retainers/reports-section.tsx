import { lastDay } from '#shared/domain/periods.ts'
import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import { amountInColumn } from '#shared/i18n/amounts.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Day } from '#shared/kernel/day.ts'
import { dayAt } from '#shared/kernel/instant.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { useNavigation } from '../../place.tsx'
import { cx } from '../../ui/cx.ts'
import { SectionHead } from '../../ui/page-head.tsx'
import { Cell, Column, Row, RowLink, Table, TableHead } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useBook, usePreferences, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { periodName } from '#shared/i18n/period-name.ts'
import css from './retainer-place.module.css'

/** So many are looked at again; those before them lead from their month in the ledger. */
const SHOWN = 6

/** What the client got, or is to get, of each period that is over; the newest first. */
export function ReportsSection({ retainer, rows }: { retainer: Retainer; rows: readonly LedgerRow[] }) {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const today = useToday()
  const { agreement } = retainer
  const over = rows
    .filter(({ period }) => period.end <= today)
    .slice(-SHOWN)
    .toReversed()
  if (over.length === 0) return null
  return (
    <section className={cx(css.months)} aria-label={t('report.list.title')}>
      <SectionHead title={t('report.list.title')} />
      <Table label={t('report.list.title')}>
        <TableHead>
          <Column>{t('report.list.period')}</Column>
          {agreement.basis === 'access' ? null : <Column align="end">{t('report.list.used')}</Column>}
          <Column>{t('report.list.state')}</Column>
        </TableHead>
        <tbody>
          {over.map(({ period, used }) => (
            <Row key={period.start}>
              <Cell isHeader>
                <RowLink onPress={() => go({ name: 'report', engagementId: retainer.id, start: period.start })}>
                  {periodName(t, format, agreement, period, 'long')}
                  <span className="visually-hidden">
                    , {t('report.list.open')}, {format.day(lastDay(period), 'long')}
                  </span>
                </RowLink>
              </Cell>
              {agreement.basis === 'access' ? null : (
                <Cell align="end">{amountInColumn(format, agreement.basis, used)}</Cell>
              )}
              <Cell>
                <State retainer={retainer} start={period.start} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </section>
  )
}

function State({ retainer, start }: { retainer: Retainer; start: Day }) {
  const { t, format } = useWords()
  const { timeZone } = usePreferences()
  const closing = useBook().closings.get(retainer.id)?.get(start)
  if (!closing) return <Tag>{t('report.page.open')}</Tag>
  if (closing.sentAt === null) return <Tag>{t('report.page.ready')}</Tag>
  return <Tag>{t('report.page.sent', { day: theDay(format, dayAt(closing.sentAt, timeZone)) })}</Tag>
}
