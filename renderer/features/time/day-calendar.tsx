import { Minus, Plus } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { dayAxis, dayCalendar, instantAt, offsetOf, type Block, type Stretch } from '#shared/domain/day-calendar.ts'
import type { DayView } from '#shared/domain/day-view.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { now, useNow } from '../../clock.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { MoreMenu } from '../../ui/menu.tsx'
import { useWords } from '../../words.tsx'
import { usePreferences } from '../../workspace.tsx'
import { nextToMerge, useEntryMenu, type EntryMenuDeeds } from './entry-menu.ts'
import { EntryBlock } from './entry-block.tsx'
import { useDrag } from './use-drag.ts'
import { useEntryKeys } from './use-entry-keys.ts'
import { usePending } from './use-pending.ts'
import { useZoom, type Zoom } from './use-zoom.ts'
import css from './calendar.module.css'

interface DayCalendarProps {
  day: Day
  view: DayView
  deeds: EntryMenuDeeds
  selected: Id | null
  onSelect: (id: Id) => void
  /** What is being typed elsewhere: drawn where it would go. */
  ghost: { readonly start: Instant; readonly end: Instant } | null
  /** Time was drawn, or a gap is to be filled: its words are asked for. */
  onDrawn: (times: { start: Instant; end: Instant }) => void
}

/** The day as a line of hours, with its entries on it, to be made, moved and resized by the pointer or by keys. */
export function DayCalendar({ day, view, deeds, selected, onSelect, ghost, onDrawn }: DayCalendarProps) {
  const { t, format } = useWords()
  const { timeZone } = usePreferences()
  const axis = useMemo(() => dayAxis(day, timeZone), [day, timeZone])
  const { blocks, gaps } = useMemo(() => dayCalendar(view, axis), [view, axis])
  const zoom = useZoom()
  const px = (seconds: number): number => (seconds / 3600) * zoom.hour
  const scroller = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLOListElement>(null)
  const hintId = useId()
  const [said, setSaid] = useState('')
  const nowAt = offsetOf(axis, useNow('minute'))
  const clock = (at: number): string => (at === axis.length ? '24:00' : format.time(instantAt(axis, at), timeZone))
  const timesOf = ({ from, to }: Stretch) => ({ start: instantAt(axis, from), end: instantAt(axis, to) })

  const edits = usePending({
    axis,
    limits: () => ({ length: axis.length, now: offsetOf(axis, now()) }),
    place: deeds.place,
    onDrawn: (stretch) => onDrawn(timesOf(stretch)),
  })
  const drag = useDrag({ edits, canvas, scroller, hour: zoom.hour })
  const menuOf = useEntryMenu(deeds, view)
  const [menu, setMenu] = useState<Id | null>(null)
  const openMenu = (block: Block): void => {
    onSelect(block.row.entry.id)
    setMenu(block.row.entry.id)
  }
  const keys = useEntryKeys({
    edits,
    deeds,
    nextOf: (entry) => nextToMerge(view, entry, timeZone),
    announce: ({ from, to }) =>
      setSaid(t('time.calendar.moved', { from: clock(from), to: clock(to), duration: format.duration(to - from) })),
    openMenu,
  })
  useScrollToWork({ scroller, blocks, nowAt, length: axis.length, hour: zoom.hour })
  useWheelZoom(scroller, zoom)

  const ghostAt = ghost && { from: offsetOf(axis, ghost.start), to: offsetOf(axis, ghost.end) }
  const drawn = edits.pending?.id === null ? edits.pending : ghostAt
  return (
    <section className={cx(css.calendar)} aria-label={t('time.calendar.label')}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keys, on an empty day too. */}
      <div ref={scroller} role="group" aria-label={t('time.calendar.label')} tabIndex={0} className={cx(css.scroller)}>
        <div className={cx(css.line)} style={{ height: px(axis.length) }}>
          <ol className={cx(css.hours, 'figures')} aria-hidden="true">
            {axis.hours.map(({ at, hour }) => (
              <li key={at} style={{ top: px(at) }}>
                <span>{hour}:00</span>
              </li>
            ))}
          </ol>
          <div
            aria-hidden="true"
            className={cx(css.surface)}
            onPointerDown={(event) => drag.begin(event, null)}
            {...drag.handlers}
          />
          <ol ref={canvas} className={cx(css.canvas)} aria-label={t('time.calendar.entries')}>
            {gaps.map((gap) => (
              <li
                key={`gap ${gap.from}`}
                className={cx(css.gap)}
                style={{ top: px(gap.from), height: px(gap.to - gap.from) - 2 }}
              >
                <span>
                  <b>{t('time.list.gap', { duration: format.duration(gap.to - gap.from) })}</b>{' '}
                  {t('time.calendar.fromTo', { from: clock(gap.from), to: clock(gap.to) })}
                </span>
                <Button
                  size="small"
                  variant="quiet"
                  icon={Plus}
                  aria-label={t('time.calendar.fillGap', { from: clock(gap.from), to: clock(gap.to) })}
                  onPress={() => onDrawn(timesOf(gap))}
                >
                  {t('time.calendar.fill')}
                </Button>
              </li>
            ))}
            {blocks.map((block) => {
              const { entry } = block.row
              const isPending = edits.pending?.id === entry.id
              const isSelected = selected === entry.id
              return (
                <EntryBlock
                  key={entry.id}
                  block={isPending ? { ...block, lane: 0, lanes: 1 } : block}
                  stretch={isPending ? within(edits.standing(block), axis.length) : block}
                  hour={zoom.hour}
                  isSelected={isSelected}
                  isPending={isPending}
                  hintId={hintId}
                  clock={clock}
                  onKeyDown={(event) => keys(event, block)}
                  onPointerDown={(event) => drag.begin(event, block)}
                  {...drag.handlers}
                  onFocus={() => onSelect(entry.id)}
                  onBlur={() => {
                    if (edits.pending?.id === entry.id && !drag.isDragging()) void edits.keep(block)
                  }}
                  onOpen={() => deeds.edit(entry)}
                  onMenu={() => openMenu(block)}
                >
                  {isSelected && !isPending ? (
                    <MoreMenu
                      size="small"
                      className={cx(css.more)}
                      label={t('time.menu.label')}
                      groups={menuOf(entry, true)}
                      isOpen={menu === entry.id}
                      onOpenChange={(isOpen) => setMenu(isOpen ? entry.id : null)}
                    />
                  ) : null}
                </EntryBlock>
              )
            })}
            {drawn ? (
              <li
                className={cx(css.ghost)}
                style={{ top: px(drawn.from), height: Math.max(4, px(drawn.to - drawn.from) - 2) }}
              >
                <span className="figures">
                  {t('time.calendar.fromTo', { from: clock(drawn.from), to: clock(drawn.to) })}
                </span>
                <span className="figures">{format.hours(drawn.to - drawn.from)}</span>
              </li>
            ) : null}
            {nowAt >= 0 && nowAt < axis.length ? (
              <li className={cx(css.now)} style={{ top: px(nowAt) }} aria-hidden="true" />
            ) : null}
          </ol>
        </div>
      </div>
      <div className={cx(css.zoom)} role="group" aria-label={t('time.calendar.zoom')}>
        <IconButton
          size="small"
          icon={Minus}
          label={t('time.calendar.less')}
          isDisabled={!zoom.canShrink}
          onPress={zoom.shrink}
        />
        <IconButton
          size="small"
          icon={Plus}
          label={t('time.calendar.more')}
          isDisabled={!zoom.canGrow}
          onPress={zoom.grow}
        />
      </div>
      <p id={hintId} hidden>
        {t('time.calendar.hint')}
      </p>
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </section>
  )
}

/** What of a stretch lies in the day. */
const within = ({ from, to }: Stretch, length: number): Stretch => ({
  from: Math.max(0, from),
  to: Math.min(to, length),
})

interface ScrollOptions {
  scroller: React.RefObject<HTMLElement | null>
  blocks: readonly Block[]
  nowAt: number
  length: number
  hour: number
}

const MORNING = 8 * 3600

/** A day opens where its work begins, and today with now in sight; from then on it stays where it was put. */
function useScrollToWork({ scroller, blocks, nowAt, length, hour }: ScrollOptions): void {
  const shown = useRef<number | null>(null)
  useLayoutEffect(() => {
    const { current } = scroller
    if (!current || shown.current === hour) return
    const px = (seconds: number): number => (seconds / 3600) * hour
    if (shown.current === null) {
      const first = Math.min(MORNING, ...blocks.map((block) => block.from))
      const top = px(first) - 16
      const isToday = nowAt >= 0 && nowAt < length
      current.scrollTo(0, isToday ? Math.max(top, px(nowAt) - current.clientHeight * 0.75) : top)
    } else {
      // The middle of what was seen stays in the middle.
      const middle = current.scrollTop + current.clientHeight / 2
      current.scrollTo(0, (middle * hour) / shown.current - current.clientHeight / 2)
    }
    shown.current = hour
  }, [scroller, blocks, nowAt, length, hour])
}

/** Ctrl with the wheel, or two fingers on a touchpad. React listens passively, which could not keep the page as it is. */
function useWheelZoom(scroller: React.RefObject<HTMLElement | null>, zoom: Zoom): void {
  const turned = useRef(0)
  const turn = useEffectEvent((event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    turned.current += event.deltaY
    if (Math.abs(turned.current) < TURN) return
    if (turned.current < 0) zoom.grow()
    else zoom.shrink()
    turned.current = 0
  })
  useEffect(() => {
    const { current } = scroller
    current?.addEventListener('wheel', turn, { passive: false })
    return () => current?.removeEventListener('wheel', turn)
  }, [scroller])
}

/** Pixels of the wheel for one step: a mouse's notch is more, two fingers send many small ones. */
const TURN = 40
