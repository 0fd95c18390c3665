import { useRef } from 'react'
import type { DayView, GapRow } from '#shared/domain/day-view.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { cx } from '../../ui/cx.ts'
import { Column, Table, TableHead } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import type { EntryMenuDeeds } from './entry-menu.ts'
import { EditRow } from './edit-row.tsx'
import { EntryRow } from './entry-row.tsx'
import { Hours } from './hours.tsx'
import css from './time.module.css'

interface DayListProps {
  day: Day
  view: DayView
  deeds: EntryMenuDeeds
  /** Those whose form is open. */
  open: ReadonlySet<Id>
  onClose: (id: Id) => void
  selected: Id | null
  onSelect: (id: Id) => void
}

/** The day as a table: from and to, what, how long. An entry is changed where it stands. */
export function DayList({ day, view, deeds, open, onClose, selected, onSelect }: DayListProps) {
  const { t, format } = useWords()
  const body = useRef<HTMLTableSectionElement>(null)
  const close = (id: Id): void => {
    onClose(id)
    // Back to where one was, once the row is there again.
    requestAnimationFrame(() => rowButtons(body.current).get(id)?.focus())
  }
  /** The focus goes on to the row that comes to stand there, or back to the day's name. */
  const removed = (id: Id) => {
    const at = [...rowButtons(body.current).keys()].indexOf(id)
    return () =>
      requestAnimationFrame(() => {
        const buttons = [...rowButtons(body.current).values()]
        const next = buttons[Math.min(at, buttons.length - 1)] ?? document.querySelector('h1')
        next?.focus()
      })
  }
  return (
    <Table label={t('time.list.label', { day: format.day(day, 'full') })} className={cx(css.list)} isFixed>
      <TableHead>
        <Column width={96}>{t('time.list.fromTo')}</Column>
        <Column>{t('time.list.what')}</Column>
        <Column align="end" width={52}>
          {t('time.list.hours')}
        </Column>
      </TableHead>
      <tbody ref={body}>
        {view.rows.map((row) => {
          if (row.kind === 'gap') return <Gap key={row.from} gap={row} day={day} />
          const { id } = row.entry
          return open.has(id) ? (
            <EditRow key={id} entry={row.entry} day={day} onDone={() => close(id)} />
          ) : (
            <EntryRow
              key={id}
              row={row}
              day={day}
              view={view}
              deeds={deeds}
              isSelected={selected === id}
              onSelect={onSelect}
              onRemoved={removed}
            />
          )
        })}
      </tbody>
    </Table>
  )
}

/** The button of each row, by its entry. */
function rowButtons(body: HTMLElement | null): Map<string, HTMLElement> {
  const names = [...(body?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])]
  return new Map(names.map((name) => [name.dataset['entry'] ?? '', name.closest('button') ?? name]))
}

function Gap({ gap, day }: { gap: GapRow; day: Day }) {
  const { t, format } = useWords()
  return (
    <tr className={cx(css.gap)}>
      <td>
        <Hours day={day} from={gap.from} to={gap.to} />
      </td>
      <td colSpan={2}>{t('time.list.gap', { duration: format.duration(gap.seconds) })}</td>
    </tr>
  )
}
