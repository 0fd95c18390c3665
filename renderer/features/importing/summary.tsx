import type { ReactNode } from 'react'
import { LONG_S } from '#shared/domain/import.ts'
import { trackerNames } from '#shared/formats/trackers.ts'
import type { ImportPreview } from '#shared/ipc.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import { day, firstDayOf, monthOf } from '#shared/kernel/day.ts'
import { cx } from '../../ui/cx.ts'
import { Statement } from '../../ui/statement.tsx'
import { useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './importing.module.css'

/** Which file it is, who wrote it, and how its letters are written. */
export function Source({ preview: { name, tracker, encoding } }: { preview: ImportPreview }) {
  const { t } = useWords()
  const by =
    tracker === 'csv'
      ? t('importing.dialog.table')
      : t('importing.dialog.writtenBy', { tracker: trackerNames[tracker] })
  return <p className={cx(css.fileName)}>{[name, by, encoding].filter(Boolean).join(' · ')}</p>
}

/** What would come in, in a sentence. */
export function Summary({ preview }: { preview: ImportPreview }) {
  const { t, format } = useWords()
  const { read, known, refused, clients, twins, withoutPerk, fresh } = preview
  const newClients = clients.filter((client) => client.isNew).length
  const today = useToday()
  // What the import makes is billed here from this month on (domain/billing/billed-from.ts).
  const hasNewWork = clients.some(({ projects }) => projects.some(({ engagementId }) => engagementId === null))
  const counted = (count: number) => ({ count, shown: format.number(count) })
  const parts = [
    t('importing.dialog.rowsRead', counted(read)),
    ...(newClients > 0 ? [t('importing.dialog.newClients', counted(newClients))] : []),
    ...(known > 0 ? [t('importing.dialog.known', counted(known))] : []),
    ...(twins > 0 ? [t('importing.dialog.twins', counted(twins))] : []),
    ...(withoutPerk > 0 ? [t('importing.dialog.withoutPerk', counted(withoutPerk))] : []),
    ...(refused.length > 0 ? [t('importing.dialog.refused', counted(refused.length))] : []),
  ]
  return (
    <>
      <Statement>
        <Sentence preview={preview} />
      </Statement>
      {fresh > 0 || refused.length > 0 ? <p className={cx(css.quiet)}>{parts.join(' · ')}</p> : null}
      {hasNewWork ? (
        <p className={cx(css.quiet)}>
          {t('billing.from.imported', { day: theDay(format, firstDayOf(monthOf(today)), 'long', 'dal') })}
        </p>
      ) : null}
    </>
  )
}

function Sentence({ preview }: { preview: ImportPreview }) {
  const { t, format } = useWords()
  const { read, known, refused, fresh, from, to, seconds } = preview
  const b = (words: ReactNode): ReactNode => <b>{words}</b>
  if (read === 0) return t('importing.dialog.nothingToRead', { count: refused.length })
  if (from === null || to === null)
    return read === known
      ? t.rich('importing.dialog.nothingNew', { count: known, shown: format.number(known), b })
      : t('importing.dialog.nothingLeft')
  const words = {
    count: fresh,
    shown: format.number(fresh),
    duration: format.duration(seconds),
    from: format.day(day(from), 'long'),
    fromDay: Number(from.slice(8)),
    b,
  }
  if (from === to) return t.rich('importing.dialog.summaryOfDay', words)
  return t.rich('importing.dialog.summary', { ...words, to: format.day(day(to), 'long'), toDay: Number(to.slice(8)) })
}

export const longHours = LONG_S / 3600
