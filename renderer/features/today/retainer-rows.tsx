import { isAtRest, shareOver, standingOf, type Standing } from '#shared/domain/standing.ts'
import { lastDay } from '#shared/domain/periods.ts'
import { addDays, daysBetween, firstDayOf, lastDayOf, monthOf, type Day, type Month } from '#shared/kernel/day.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { AfterPicture } from '../../after-picture.tsx'
import { TermHelp } from '../../parts/term-help.tsx'
import { cx } from '../../ui/cx.ts'
import { SectionHead } from '../../ui/page-head.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { RetainerRow } from './retainer-row.tsx'
import css from './today.module.css'

interface RowsProps {
  retainers: readonly Retainer[]
  now: Instant
}

/** So many rows reach below the edge of a large screen. */
export const FIRST_ROWS = 12

/** A row per retainer: its stay, its pace in words, its hours left. Stays share their length, those of the month today's line. */
export function RetainerRows({ retainers, now }: RowsProps) {
  const { t, format } = useWords()
  const book = useBook()
  const today = useToday()
  const month = monthOf(today)
  const standings = retainers.flatMap((retainer) => {
    const standing = standingOf(book, retainer, now)
    return standing ? [{ retainer, standing, isOnLine: !isAtRest(standing) && isMonth(standing, month) }] : []
  })
  if (standings.length === 0) return null
  // Today's line goes through the rows of this very month, one below the other: a quarter, or a month from the 15th, is elsewhere.
  const onLine = standings.filter((row) => row.isOnLine)
  const rows = [...onLine, ...standings.filter((row) => !row.isOnLine)]
  const overRoom = Math.max(...rows.map(({ standing }) => shareOver(standing)))
  const isNamed = (retainer: Retainer): boolean =>
    rows.some((row) => row.retainer !== retainer && row.retainer.clientId === retainer.clientId)
  const at = shareGone(month, today) * (1 - overRoom)
  const rowOf = ({ retainer, ...row }: (typeof rows)[number]) => (
    <RetainerRow key={retainer.id} {...{ retainer, ...row, overRoom }} isNamed={isNamed(retainer)} />
  )
  const isAllHours = rows.every(({ standing }) => standing.basis === 'hours' && isMonth(standing, month))
  return (
    <section className={cx(css.retainers)}>
      <SectionHead
        title={t('today.retainers.title')}
        help={<TermHelp of="pace" />}
        aside={
          isAllHours
            ? t('today.retainers.aside', { month: format.month(month, 'name') })
            : t('today.retainers.asideOther')
        }
      />
      {onLine.length > 0 ? <Axis {...{ month, at, overRoom }} /> : null}
      <ul className={cx(css.rows)} style={{ '--at': at } as React.CSSProperties}>
        {rows.slice(0, FIRST_ROWS).map(rowOf)}
        {rows.length > FIRST_ROWS ? <AfterPicture>{() => rows.slice(FIRST_ROWS).map(rowOf)}</AfterPicture> : null}
      </ul>
    </section>
  )
}

interface AxisProps {
  month: Month
  /** Where today stands, as a share of the rows' length; at its end, the room that is kept for going over. */
  at: number
  overRoom: number
}

/** The month that the rows below it lie in, with today. */
function Axis({ month, at, overRoom }: AxisProps) {
  const { t, format } = useWords()
  return (
    <div className={cx(css.axis)} aria-hidden="true">
      {at < CLEAR ? null : <span>{format.day(firstDayOf(month), 'short')}</span>}
      <span className={cx(css.axisToday)} style={{ left: `${at * 100}%` }}>
        {t('today.retainers.today')}
      </span>
      {1 - overRoom - at < CLEAR ? null : (
        <span className={cx(css.axisEnd)} style={{ right: `${overRoom * 100}%` }}>
          {format.day(lastDayOf(month), 'short')}
        </span>
      )}
    </div>
  )
}

/** Nearer than this share of the line the month's first or last day would stand under `today`. */
const CLEAR = 0.2

const isMonth = ({ row: { period } }: Standing, month: Month): boolean =>
  period.start === firstDayOf(month) && lastDay(period) === lastDayOf(month)

/** How much of a month is over, today included. */
const shareGone = (month: Month, today: Day): number =>
  daysBetween(firstDayOf(month), addDays(today, 1)) / daysBetween(firstDayOf(month), addDays(lastDayOf(month), 1))
