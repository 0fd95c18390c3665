import type { Block, Stretch } from '#shared/domain/day-calendar.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import { useBook } from '../../workspace.tsx'
import { workName, workOf } from './work-names.ts'
import css from './calendar.module.css'

interface EntryBlockProps {
  block: Block
  /** Where it is drawn: as kept, or as it is being moved. */
  stretch: Stretch
  hour: number
  isSelected: boolean
  isPending: boolean
  hintId: string
  clock: (at: number) => string
  onKeyDown: (event: React.KeyboardEvent<HTMLButtonElement>) => void
  onPointerDown: (event: React.PointerEvent<HTMLButtonElement>) => void
  onPointerMove: (event: React.PointerEvent) => void
  onPointerUp: (event: React.PointerEvent) => void
  onPointerCancel: (event: React.PointerEvent) => void
  onFocus: () => void
  onBlur: () => void
  onOpen: () => void
  onMenu: () => void
  children?: React.ReactNode
}

/** The part of an entry that lies in the day. Its edges are handles for the pointer; for the rest it is one control. */
export function EntryBlock(props: EntryBlockProps) {
  const { block, stretch, hour, isSelected, isPending, hintId, clock, children, onOpen, onMenu, ...events } = props
  const { t, format } = useWords()
  const book = useBook()
  const { row, lane, lanes, shared } = block
  const { entry } = row
  const work = workOf(book, entry.engagementId)
  const px = (seconds: number): number => (seconds / 3600) * hour
  const twice = shared.reduce((sum, part) => sum + (part.to - part.from), 0)
  const duration = stretch.to - stretch.from
  const label = [
    nameInWords(workName(t, book, entry.engagementId)),
    t('time.calendar.fromTo', {
      from: clock(stretch.from),
      to: row.isRunning ? t('time.list.now') : clock(stretch.to),
    }),
    format.duration(duration),
    ...(entry.note === '' ? [] : [entry.note]),
    ...(twice >= 60 ? [t('time.list.twice', { duration: format.duration(twice) })] : []),
  ].join(', ')
  return (
    <li
      className={cx(css.place, isSelected && css.selectedPlace)}
      data-block={entry.id}
      style={{
        top: px(stretch.from),
        height: Math.max(4, px(duration) - 2),
        left: `${(lane / lanes) * 100}%`,
        width: `calc(${100 / lanes}% - ${lane < lanes - 1 ? 3 : 0}px)`,
      }}
    >
      <button
        type="button"
        className={cx(
          css.entry,
          css[work?.engagement.kind ?? 'own'],
          row.isRunning && css.running,
          isSelected && css.selected,
          isPending && css.pending,
          row.isContinued && css.continued,
          row.goesOn && css.goesOn,
        )}
        aria-label={label}
        aria-describedby={hintId}
        aria-current={isSelected ? true : undefined}
        {...events}
        onDoubleClick={onOpen}
        onContextMenu={(event) => {
          event.preventDefault()
          onMenu()
        }}
      >
        {work ? <ClientMark mark={work.client.mark} size={12} /> : null}
        <b>{work ? workName(t, book, entry.engagementId) : t('time.picker.ownWork')}</b>
        <span className={cx(css.note)}>{entry.note}</span>
        <span className={cx(css.duration, 'figures')}>{format.hours(duration)}</span>
        {isPending
          ? null
          : shared.map((part) => (
              <span
                key={part.from}
                className={cx(css.shared)}
                style={{ top: px(part.from - stretch.from), height: Math.max(3, px(part.to - part.from) - 2) }}
              >
                {part.twice >= 60 ? (
                  <span>{t('time.list.twice', { duration: format.duration(part.twice) })}</span>
                ) : null}
              </span>
            ))}
        {row.isContinued ? null : <span className={cx(css.edge, css.top)} data-hold="from" />}
        {row.goesOn || row.isRunning ? null : <span className={cx(css.edge, css.bottom)} data-hold="to" />}
      </button>
      {children}
    </li>
  )
}
