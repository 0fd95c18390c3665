import { Check, Ellipsis, Minus } from 'lucide-react'
import { memo } from 'react'
import type { Grouping } from '#shared/domain/entry-list/asked.ts'
import type { ListLine } from '#shared/domain/entry-list/listing.ts'
import { isRunning, isSpan, type TimeEntry } from '#shared/model/entry.ts'
import { cx } from '../../ui/cx.ts'
import { Icon } from '../../ui/icon.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import { useWords } from '../../words.tsx'
import { useBook, usePreferences } from '../../workspace.tsx'
import { clockText } from './clock-text.ts'
import { workName } from './work-names.ts'
import { WorkMark, WorkName } from './work-label.tsx'
import css from './list.module.css'

interface RowProps {
  id: string
  /** Its number in the whole list, from 0. */
  at: number
  top: number
  isActive: boolean
  isChosen: boolean
}

const rowOf = ({ id, at, top, isActive, isChosen }: RowProps) => ({
  id,
  role: 'row' as const,
  'aria-rowindex': at + 1,
  'aria-selected': isChosen,
  'data-line': at,
  'data-active': isActive || undefined,
  style: { transform: `translateY(${top}px)` },
})

function Box({ isChosen, isSome = false }: { isChosen: boolean; isSome?: boolean }) {
  return (
    <span role="gridcell" data-check className={cx(css.check)}>
      <span className={cx(css.box)}>
        {isChosen ? <Icon of={Check} size={12} /> : isSome ? <Icon of={Minus} size={12} /> : null}
      </span>
    </span>
  )
}

interface HeadRowProps extends RowProps {
  line: Extract<ListLine, { kind: 'group' }>
  name: string
}

/** The head of a group: its name, how many stand under it, and their sum. */
export const HeadRow = memo(function HeadRow({ line, name, ...row }: HeadRowProps) {
  const { t, format } = useWords()
  return (
    <div {...rowOf(row)} className={cx(css.row, css.headRow, row.isActive && css.active)}>
      <Box isChosen={row.isChosen} />
      <span role="rowheader" className={cx(css.groupName)}>
        <OwnWords>{name}</OwnWords>
        <small>{t('timeList.group.entries', { count: line.entries, n: format.number(line.entries) })}</small>
      </span>
      <span role="gridcell" className={cx(css.hours, 'figures')}>
        {format.hours(line.seconds)}
      </span>
      <span role="gridcell" />
    </div>
  )
})

interface EntryRowProps extends RowProps {
  line: Extract<ListLine, { kind: 'entry' }>
  group: Grouping
}

/** An entry on one line. */
export const EntryRow = memo(function EntryRow({ line, group, ...row }: EntryRowProps) {
  const { t, format } = useWords()
  const { entry, day, seconds, whole } = line
  const isPart = seconds !== whole
  const moved = clockText(t, format, entry)
  return (
    <div {...rowOf(row)} className={cx(css.row, row.isActive && css.active, row.isChosen && css.chosen)}>
      <Box isChosen={row.isChosen} />
      <span role="gridcell" className={cx(css.when)}>
        {group === 'day' ? null : <span className={cx(css.day)}>{format.day(day, 'short')}</span>}
        <Times entry={entry} />
      </span>
      <Who entry={entry} />
      <span role="gridcell" className={cx(css.note)}>
        {entry.task === undefined ? null : <span className={cx(css.task)}>{entry.task}</span>}
        <OwnWords>{entry.note}</OwnWords>
        {entry.tags.map((tag) => (
          <span key={tag} className={cx(css.tag)}>
            {tag}
          </span>
        ))}
        {entry.billable || entry.engagementId === null ? null : (
          <span className={cx(css.aside)}>{t('timeList.row.notBillable')}</span>
        )}
        {moved === null ? null : <span className={cx(css.aside)}>{moved}</span>}
      </span>
      <span role="gridcell" className={cx(css.hours, 'figures', isRunning(entry) && css.live)}>
        {isPart ? (
          <span title={t('timeList.row.part', { part: format.hours(seconds), whole: format.hours(whole) })}>
            {format.hours(seconds)}
            <small>/{format.hours(whole)}</small>
          </span>
        ) : (
          format.hours(seconds)
        )}
      </span>
      <More line={line} />
    </div>
  )
})

function Times({ entry }: { entry: TimeEntry }) {
  const { t, format } = useWords()
  const { timeZone } = usePreferences()
  if (!isSpan(entry)) return <span className={cx(css.quiet)}>{t('timeList.row.untimed')}</span>
  return (
    <span className={cx(css.times, 'figures')}>
      <span>{format.time(entry.start, timeZone)}</span>
      <i aria-hidden="true">–</i>
      <span>{entry.end === null ? t('timeList.row.now') : format.time(entry.end, timeZone)}</span>
    </span>
  )
}

function Who({ entry: { engagementId } }: { entry: TimeEntry }) {
  return (
    <span role="gridcell" className={cx(css.who)}>
      <WorkMark engagementId={engagementId} />
      <WorkName engagementId={engagementId} />
    </span>
  )
}

function More({ line }: Pick<EntryRowProps, 'line'>) {
  const { t, format } = useWords()
  const name = workName(t, useBook(), line.entry.engagementId)
  const label = t('timeList.row.more', { name, hours: format.hours(line.whole) })
  return (
    <span role="gridcell" className={cx(css.moreCell)}>
      {/* By keys the menu is the row's own: one stop for the whole list. */}
      <button type="button" tabIndex={-1} data-more className={cx(css.more)} aria-label={label}>
        <Icon of={Ellipsis} size={14} />
      </button>
    </span>
  )
}

/** Lines that are on their way. */
export function WaitingRow({ top, id, at }: Pick<RowProps, 'top' | 'id' | 'at'>) {
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={at + 1}
      className={cx(css.row)}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="gridcell" className={cx(css.waiting)} />
    </div>
  )
}
