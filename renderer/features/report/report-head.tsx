import { FileSpreadsheet } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Paper } from '#shared/documents/paper.ts'
import { periodText } from '#shared/documents/report-paper.ts'
import { reportTable } from '#shared/documents/report-table.ts'
import { clientOf, fullName } from '#shared/domain/naming.ts'
import type { Report } from '#shared/domain/report/report.ts'
import { printTable } from '#shared/formats/delimited.ts'
import { refusalText } from '#shared/i18n/problems.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import { dayAt } from '#shared/kernel/instant.ts'
import { bridge } from '../../bridge.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { useNavigation } from '../../place.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Tag } from '../../ui/tag.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useBook, useExecute, usePreferences } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { sentTable } from './sent-paper.ts'

const DocumentPreview = lazy(async () => ({ default: (await import('../../documents/preview.tsx')).DocumentPreview }))

interface ReportHeadProps {
  report: Report
  paper: Paper
}

/** Whose report, of when, how it stands; and what is done with it: saved, as a page or as a table, and sent. */
export function ReportHead({ report, paper }: ReportHeadProps) {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const { retainer, closing } = report
  const client = clientOf(useBook(), retainer)
  const [asked, setAsked] = useState<'preview' | 'send' | null>(null)
  return (
    <>
      <PageHead
        crumbs={[
          { label: t('retainers.list.title'), onPress: () => go({ name: 'retainers' }) },
          { label: fullName(client, retainer), onPress: () => go({ name: 'retainer', id: retainer.id }) },
        ]}
        mark={<ClientMark mark={client.mark} size={24} />}
        title={t('report.page.title', { when: periodText(format, report) })}
        mode={<State report={report} />}
        actions={
          <>
            <SaveCsv report={report} />
            <Button onPress={() => setAsked('preview')}>{t('report.page.preview')}</Button>
            {closing && closing.sentAt === null ? (
              <Button variant="primary" onPress={() => setAsked('send')}>
                {t('report.page.send')}
              </Button>
            ) : null}
          </>
        }
      />
      {asked === 'preview' ? (
        <Suspense>
          <DocumentPreview paper={paper} onClose={() => setAsked(null)} />
        </Suspense>
      ) : null}
      {asked === 'send' && closing ? (
        <SendDialog report={report} paper={paper} closingId={closing.id} onClose={() => setAsked(null)} />
      ) : null}
    </>
  )
}

function State({ report: { closing } }: { report: Report }) {
  const { t, format } = useWords()
  const { timeZone } = usePreferences()
  if (closing === null) return <Tag>{t('report.page.open')}</Tag>
  if (closing.sentAt === null) return <Tag>{t('report.page.ready')}</Tag>
  return <Tag>{t('report.page.sent', { day: theDay(format, dayAt(closing.sentAt, timeZone)) })}</Tag>
}

/** For a spreadsheet of the client's: in their language, with their signs. */
function SaveCsv({ report }: { report: Report }) {
  const { t, format } = useWords()
  const book = useBook()
  const save = async (): Promise<void> => {
    const { language, name } = clientOf(book, report.retainer)
    const rows = sentTable(report) ?? reportTable(book, report)
    const outcome = await bridge().saveDocument({
      form: 'csv',
      name: [rows[0]?.[0], name].join(' '),
      text: printTable(rows, language),
    })
    if (!outcome.ok) showToast({ text: refusalText(t, format, outcome.refusal), tone: 'refused' })
    else if (outcome.value !== null) showToast({ text: t('app.documents.saved', { name: outcome.value.name }) })
  }
  return <IconButton icon={FileSpreadsheet} label={t('report.page.csv')} onPress={() => void save()} />
}

interface SendDialogProps extends ReportHeadProps {
  closingId: NonNullable<Report['closing']>['id']
  onClose: () => void
}

/** Nothing leaves the machine by itself: the user says that the client has it, and from then on it stays. */
function SendDialog({ report, paper, closingId, onClose }: SendDialogProps) {
  const { t, format } = useWords()
  const book = useBook()
  const execute = useExecute()
  const client = clientOf(book, report.retainer).name
  const send = async (): Promise<void> => {
    const kept = { paper: JSON.stringify(paper), table: JSON.stringify(reportTable(book, report)) }
    if ((await execute('period.send', { id: closingId, report: kept })) === null) return
    showToast({ text: t('report.page.sentToast', { client }) })
    onClose()
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('report.page.sendTitle', { client })}
      safe={t('report.page.sendLater')}
      deed={t('report.page.send')}
      onDeed={() => void send()}
    >
      {t('report.page.sendWords', { when: periodText(format, report) })}
    </ConfirmDialog>
  )
}
