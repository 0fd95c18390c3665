import { Play } from 'lucide-react'
import type { DayView, PartRow } from '#shared/domain/day-view.ts'
import { dayAt } from '#shared/kernel/instant.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { isSpan } from '#shared/model/entry.ts'
import { IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { MoreMenu } from '../../ui/menu.tsx'
import { Cell, Row, RowActions, RowLink } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { useWords } from '../../words.tsx'
import { useBook, usePreferences } from '../../workspace.tsx'
import { useEntryMenu, type EntryMenuDeeds } from './entry-menu.ts'
import { Hours } from './hours.tsx'
import { clockText } from './clock-text.ts'
import { workName } from './work-names.ts'
import { WorkMark, WorkName } from './work-label.tsx'
import css from './time.module.css'

interface EntryRowProps {
  row: PartRow
  day: Day
  view: DayView
  deeds: EntryMenuDeeds
  isSelected: boolean
  onSelect: (id: Id) => void
  /** Its row is gone: the focus has to go somewhere. */
  onRemoved: (id: Id) => () => void
}

/** An entry in the day's table. The whole row opens it; to start it again or to delete it are at its end. */
export function EntryRow({ row, day, view, deeds, isSelected, onSelect, onRemoved }: EntryRowProps) {
  const { t, format } = useWords()
  const { entry, span } = row
  return (
    <Row isTall isSelected={isSelected}>
      <Cell className={cx(css.span)}>
        {span ? (
          <Hours day={day} from={span.from} to={row.isRunning && !row.goesOn ? null : span.to} />
        ) : (
          <span className={cx(css.quiet)}>{t('time.list.amountOnly')}</span>
        )}
      </Cell>
      <Cell isHeader className={cx(css.what)}>
        <RowLink
          onPress={() => {
            onSelect(entry.id)
            deeds.edit(entry)
          }}
        >
          <VisuallyHidden>{t('time.list.edit')} </VisuallyHidden>
          <Who engagementId={entry.engagementId} entryId={entry.id} />
        </RowLink>
        <Second row={row} />
        <Deeds row={row} view={view} deeds={deeds} onRemoved={onRemoved} />
      </Cell>
      <Cell align="end" className={cx(row.isRunning && css.live)}>
        {format.hours(row.seconds)}
      </Cell>
    </Row>
  )
}

function Who({ engagementId, entryId }: { engagementId: Id | null; entryId: Id }) {
  return (
    <span className={cx(css.who)} data-entry={entryId}>
      <WorkMark engagementId={engagementId} />
      <span>
        <WorkName engagementId={engagementId} />
      </span>
    </span>
  )
}

/** The note, and quietly what is particular: what counts twice, where the rest of the entry is, that it is not billed. */
function Second({ row }: { row: PartRow }) {
  const { t, format } = useWords()
  const { entry } = row
  const asides = useAsides(row)
  if (row.twice < 60 && entry.note === '' && asides.length === 0) return null
  return (
    <span className={cx(css.second)}>
      {row.twice >= 60 ? <Tag tone="over">{t('time.list.twice', { duration: format.duration(row.twice) })}</Tag> : null}
      {entry.note === '' ? null : <span>{entry.note}</span>}
      {asides.map((aside) => (
        <span key={aside} className={cx(css.aside)}>
          {aside}
        </span>
      ))}
    </span>
  )
}

function useAsides({ entry, isContinued, goesOn, isRunning }: PartRow): string[] {
  const { t, format } = useWords()
  const { timeZone } = usePreferences()
  const asides: string[] = []
  if (isSpan(entry)) {
    const at = (instant: typeof entry.start) => ({
      time: format.time(instant, timeZone),
      day: format.day(dayAt(instant, timeZone), 'full'),
    })
    if (isContinued) asides.push(t('time.list.since', at(entry.start)))
    if (goesOn) asides.push(entry.end && !isRunning ? t('time.list.until', at(entry.end)) : t('time.list.stillRunning'))
  }
  if (entry.tags.length > 0) asides.push(entry.tags.map((tag) => `#${tag}`).join(' '))
  const moved = clockText(t, format, entry)
  if (moved) asides.push(moved)
  if (!entry.billable && entry.engagementId !== null) asides.push(t('time.list.notBillable'))
  return asides
}

type DeedsProps = Pick<EntryRowProps, 'row' | 'view' | 'deeds' | 'onRemoved'>

/** To start it again, and in the menu the rest. What is deleted is the entry with its parts in other days too. */
function Deeds({ row, view, deeds, onRemoved }: DeedsProps) {
  const { t } = useWords()
  const book = useBook()
  const { entry } = row
  const name = workName(t, book, entry.engagementId)
  const refocusing: EntryMenuDeeds = { ...deeds, remove: (each) => deeds.remove(each, onRemoved(entry.id)) }
  const menuOf = useEntryMenu(refocusing, view)
  return (
    <span className={cx(css.rowDeeds)}>
      <RowActions>
        {row.isRunning ? null : (
          <IconButton
            size="small"
            icon={Play}
            label={t('time.list.continue', { name })}
            onPress={() => deeds.continue(entry)}
          />
        )}
        <MoreMenu size="small" label={t('time.list.more', { name })} groups={menuOf(entry, false)} />
      </RowActions>
    </span>
  )
}
