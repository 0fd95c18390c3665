import { useRef, useState } from 'react'
import type { Week, WeekCell, WeekRow } from '#shared/domain/week.ts'
import { atStart } from '#shared/i18n/at-start.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { useNavigation } from '../../place.tsx'
import { hoursText } from '../../parts/hours-text.ts'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { useWords } from '../../words.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { CutQuestion } from './cut-question.tsx'
import { useWeekEdit } from './use-week-edit.ts'
import { cellKey, inputKey, type Spot } from './week-keys.ts'
import { WeekInput } from './week-input.tsx'
import { workName } from './work-names.ts'
import { WorkMark, WorkName } from './work-label.tsx'
import css from './week.module.css'

/** A cell by whose work it is: rows come and go while one types, by the timer or another window. */
interface Place {
  readonly engagementId: Id | null
  readonly column: number
}

interface Editing extends Place {
  readonly text: string
  readonly problem: string | null
}

/** The week as a spreadsheet: the arrows go from cell to cell, what is typed goes into the one they are at. */
export function WeekGrid({ week }: { week: Week }) {
  const { t, format } = useWords()
  const book = useBook()
  const today = useToday()
  const table = useRef<HTMLTableElement>(null)
  const edit = useWeekEdit()
  const { days, rows } = week
  const [spot, setSpot] = useState<Spot & Partial<Place>>(() => ({ row: 0, column: Math.max(0, days.indexOf(today)) }))
  const [editing, setEditing] = useState<Editing | null>(null)
  const rowOf = (engagementId: Id | null | undefined): number =>
    rows.findIndex((row) => row.engagementId === engagementId)
  const there = rowOf(spot.engagementId)
  const active = {
    row: there === -1 ? Math.min(spot.row, Math.max(0, rows.length - 1)) : there,
    column: spot.column,
  }

  const enter = ({ row, column }: Spot): void => {
    const at = rows[row]
    setSpot({ row, column, ...(at && { engagementId: at.engagementId }) })
  }
  const go = (to: Spot): void => {
    enter(to)
    // The cell is there once what was written in it is a cell again.
    requestAnimationFrame(() =>
      table.current?.querySelector<HTMLElement>(`[data-cell="${to.row} ${to.column}"]`)?.focus(),
    )
  }
  const placeOf = ({ engagementId, column }: Place) => {
    const [found, day] = [rows[rowOf(engagementId)], days[column]]
    return found && day && day <= today ? { engagementId, day, seconds: found.cells[column]?.seconds ?? 0 } : null
  }
  const textOf = (at: Place): string => {
    const seconds = placeOf(at)?.seconds ?? 0
    return seconds === 0 ? '' : hoursText(format, seconds)
  }
  const placeAt = ({ row, column }: Spot): Place | null => {
    const at = rows[row]
    return at ? { engagementId: at.engagementId, column } : null
  }
  const begin = (at: Spot, text?: string): void => {
    enter(at)
    const place = placeAt(at)
    if (!place || !placeOf(place)) return
    // What is wrong in another cell stays there until it is put right.
    setEditing((now) => (now?.problem ? now : { ...place, text: text ?? textOf(place), problem: null }))
  }
  /** @returns whether it was kept: what is wrong is said in its place */
  const keep = (at: Place, text: string): boolean => {
    const place = placeOf(at)
    const problem = place ? edit.write(place, text) : null
    setEditing(problem === null ? null : { engagementId: at.engagementId, column: at.column, text, problem })
    return problem === null
  }

  const press = (event: React.KeyboardEvent): void => {
    const deed = cellKey(event, active, { rows: rows.length, columns: days.length })
    if (!deed) return
    event.preventDefault()
    event.stopPropagation()
    if (deed.kind === 'go') go(deed.to)
    else if (deed.kind === 'edit') begin(active)
    else if (deed.kind === 'type') begin(active, deed.text)
    else if (placeAt(active)) keep(placeAt(active) as Place, '0')
  }
  const pressIn = (event: React.KeyboardEvent): void => {
    if (!editing) return
    const at = { row: rowOf(editing.engagementId), column: editing.column }
    const deed = inputKey(event, at, { rows: rows.length, columns: days.length })
    if (!deed) return
    event.preventDefault()
    event.stopPropagation()
    if (deed.kind === 'cancel') setEditing(null)
    else if (!keep(editing, editing.text)) return
    go(deed.kind === 'cancel' ? at : deed.to)
  }

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- ARIA’s own pattern of a grid. */}
      <table ref={table} role="grid" className={cx(css.grid)} aria-label={t('timeWeek.label')}>
        <Heads days={days} />
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.engagementId ?? 'own'}>
              <Work row={row} />
              {row.cells.map((cell, column) => {
                const here = { row: at, column }
                const day = days[column] as Day
                const name = workName(t, book, row.engagementId)
                const label = t('timeWeek.cell', { name, day: format.day(day, 'full') })
                return editing?.engagementId === row.engagementId && editing.column === column ? (
                  <WeekInput
                    key={day}
                    label={label}
                    text={editing.text}
                    problem={editing.problem}
                    onChange={(text) => setEditing({ ...editing, text, problem: null })}
                    onKeyDown={pressIn}
                    onLeave={() => keep(editing, editing.text)}
                  />
                ) : (
                  <Cell
                    key={day}
                    id={`${at} ${column}`}
                    cell={cell}
                    isActive={active.row === at && active.column === column}
                    isAhead={day > today}
                    text={textOf({ engagementId: row.engagementId, column })}
                    onKeyDown={press}
                    onFocus={() => enter(here)}
                    onEdit={(text) => begin(here, text)}
                  />
                )
              })}
              <td className={cx(css.sum, 'figures')}>
                <Hours seconds={row.seconds} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('timeWeek.perDay')}</th>
            {week.sums.map((sum, column) => (
              <td key={days[column]} className={cx(css.sum, 'figures')}>
                <Hours seconds={sum} />
              </td>
            ))}
            <td className={cx(css.sum, 'figures')}>
              <Hours seconds={week.seconds} />
            </td>
          </tr>
        </tfoot>
      </table>
      <p className={cx(css.hint)}>{t('timeWeek.hint')}</p>
      <p className={cx(css.hint)} role="status">
        {edit.told}
      </p>
      {edit.question ? <CutQuestion {...edit.question} onAnswer={edit.answer} /> : null}
    </>
  )
}

interface CellProps {
  id: string
  cell: WeekCell
  isActive: boolean
  isAhead: boolean
  text: string
  onKeyDown: (event: React.KeyboardEvent) => void
  onFocus: () => void
  onEdit: (text?: string) => void
}

function Cell({ id, cell, isActive, isAhead, text, onKeyDown, onFocus, onEdit }: CellProps) {
  const { t } = useWords()
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Enter, F2 and typing do the same, by onKeyDown.
    <td
      data-cell={id}
      tabIndex={isActive ? 0 : -1}
      aria-readonly={isAhead}
      title={isAhead ? t('timeWeek.ahead') : undefined}
      className={cx(css.cell, 'figures', isAhead && css.ahead, cell.isRunning && css.live)}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onClick={() => onEdit()}
      onCopy={(event) => {
        event.clipboardData.setData('text/plain', text)
        event.preventDefault()
      }}
      onPaste={(event) => onEdit(event.clipboardData.getData('text/plain').trim().slice(0, 20))}
    >
      <Hours seconds={cell.seconds} />
    </td>
  )
}

/** Zero is a dash, so that what was worked is seen. */
function Hours({ seconds }: { seconds: number }) {
  const { format } = useWords()
  return seconds < 60 ? <span className={cx(css.none)}>–</span> : format.hours(seconds)
}

function Heads({ days }: { days: readonly Day[] }) {
  const { t, format } = useWords()
  const today = useToday()
  const { go } = useNavigation()
  return (
    <thead>
      <tr>
        <th scope="col">{t('timeWeek.work')}</th>
        {days.map((day) => (
          <th key={day} scope="col" className={cx(day === today && css.today)} aria-current={day === today && 'date'}>
            <LinkButton
              size="small"
              aria-label={t('timeWeek.showDay', { day: format.day(day, 'full') })}
              onPress={() => go({ name: 'time', day, view: 'day' })}
            >
              {atStart(format.day(day, 'weekday'))}
            </LinkButton>
          </th>
        ))}
        <th scope="col">{t('timeWeek.total')}</th>
      </tr>
    </thead>
  )
}

function Work({ row: { engagementId } }: { row: WeekRow }) {
  return (
    <th scope="row" className={cx(css.work)}>
      <span>
        <WorkMark engagementId={engagementId} />
        <WorkName engagementId={engagementId} />
      </span>
    </th>
  )
}
