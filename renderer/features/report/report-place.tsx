import { lazy, Suspense, useMemo } from 'react'
import { reportPaper } from '#shared/documents/report-paper.ts'
import { clientOf } from '#shared/domain/naming.ts'
import { lastDay } from '#shared/domain/periods.ts'
import { hasChanged, reportOf, type Report } from '#shared/domain/report/report.ts'
import { amountInWords } from '#shared/i18n/amounts.ts'
import { addDays, monthOf, type Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Statement } from '../../ui/statement.tsx'
import { useBook, useMonths, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { ReportForm } from './report-form.tsx'
import { ReportHead } from './report-head.tsx'
import { sentPaper } from './sent-paper.ts'
import css from './report.module.css'

/** What draws paper comes with the first look at it. */
const PaperSheet = lazy(async () => ({ default: (await import('../../documents/preview.tsx')).PaperSheet }))

/** A period as its client reads it: how it is told on the left, the page itself on the right. */
export function ReportPlace({ id, start }: { id: Id; start: Day }) {
  const { t } = useWords()
  const { workspace, totals } = useBook()
  const retainer = workspace.tables.engagements.get(id)
  const until = workspace.tables.closings
  // The night before may reach into it, and no period is longer than a year.
  const end = [...until.values()].find((each) => each.engagementId === id && each.start === start)?.end
  const isThere = useMonths(monthOf(addDays(start, -1)), monthOf(end ?? addDays(start, 366)))
  if (retainer?.kind !== 'retainer') return <Gone />
  return isThere && totals ? <Told retainer={retainer} start={start} /> : <Skeleton label={t('app.loading')} />
}

function Told({ retainer, start }: { retainer: Retainer; start: Day }) {
  const book = useBook()
  const report = useMemo(() => reportOf(book, retainer, start), [book, retainer, start])
  return report ? <ReportPage report={report} /> : <Gone />
}

function ReportPage({ report }: { report: Report }) {
  const book = useBook()
  const paper = useMemo(() => sentPaper(report) ?? reportPaper(book, report), [book, report])
  return (
    <div className={cx(css.page)}>
      <ReportHead report={report} paper={paper} />
      <Opening report={report} />
      <NotClosed report={report} />
      <div className={cx(css.columns)}>
        {report.closing && report.closing.sentAt === null ? (
          <ReportForm report={report} closingId={report.closing.id} />
        ) : null}
        <div className={cx(css.paper)} data-surface="well">
          <Suspense>
            <PaperSheet paper={paper} />
          </Suspense>
        </div>
      </div>
    </div>
  )
}

/** What the page comes to, in a sentence. */
function Opening({ report }: { report: Report }) {
  const { t, format } = useWords()
  const client = clientOf(useBook(), report.retainer).name
  const { row, retainer } = report
  const { basis } = retainer.agreement
  const amount = (value: number): string => amountInWords(t, format, basis, value)
  const b = (chunks: React.ReactNode) => <b>{chunks}</b>
  if (basis === 'access')
    return (
      <Statement>
        {t.rich('report.page.access', { client, fee: format.money(row.fee, retainer.agreement.currency), b })}
      </Statement>
    )
  const told = {
    client,
    used: amount(row.used),
    there: amount(Math.max(0, row.opening + row.adjusted + row.granted)),
    b,
  }
  const over = row.overage + row.borrowed
  if (over > 0) return <Statement>{t.rich('report.page.over', { ...told, over: amount(over) })}</Statement>
  return (
    <Statement>
      {t.rich(row.carriedOut > 0 ? 'report.page.carried' : 'report.page.used', {
        ...told,
        left: amount(row.carriedOut),
      })}
    </Statement>
  )
}

/** Its figures may still change; or they have, and what was reported stands. */
function NotClosed({ report }: { report: Report }) {
  const { closing, row, since, retainer } = report
  const { t, format } = useWords()
  const { go } = useNavigation()
  const today = useToday()
  const day = format.day(lastDay(row.period), 'long')
  if (closing === null)
    return (
      <Notice
        actions={
          // What still runs cannot be closed.
          row.period.end > today ? undefined : (
            <LinkButton size="small" onPress={() => go({ name: 'close', month: monthOf(lastDay(row.period)) })}>
              {t('report.page.toClose')}
            </LinkButton>
          )
        }
      >
        {t('report.page.notClosed', { day })}
      </Notice>
    )
  if (closing.sentAt !== null || !hasChanged(report)) return null
  const { basis } = retainer.agreement
  const by = amountInWords(t, format, basis, Math.abs(since))
  return (
    <Notice>
      {basis === 'hours'
        ? t('report.page.changedSince', { time: by })
        : t('report.page.changedUnitsSince', { units: by })}
    </Notice>
  )
}

function Gone() {
  const { t } = useWords()
  const { go } = useNavigation()
  const back = <Button onPress={() => go({ name: 'retainers' })}>{t('report.page.back')}</Button>
  return (
    <EmptyState title={t('report.page.gone')} actions={back}>
      {t('report.page.goneWords')}
    </EmptyState>
  )
}
