import { feesOf } from '#shared/domain/income/guaranteed.ts'
import { periodAt, termEnd } from '#shared/domain/periods.ts'
import { pausesIn, type Pause } from '#shared/domain/versions.ts'
import { addDays, addToMonth, daysBetween, firstDayOf, monthOf, type Day, type Month } from '#shared/kernel/day.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { groupOf, termAt } from '#shared/domain/term.ts'

/** The months that all lines of a list share: half a year back, a year ahead. */
export interface Window {
  readonly from: Day
  readonly to: Day
  readonly months: readonly { readonly month: Month; readonly at: number }[]
  readonly today: number
}

const [BACK, SHOWN] = [6, 18]

export function windowAround(today: Day): Window {
  const first = addToMonth(monthOf(today), -BACK)
  const from = firstDayOf(first)
  const to = firstDayOf(addToMonth(first, SHOWN))
  const at = (day: Day): number => daysBetween(from, day) / daysBetween(from, to)
  const months = Array.from({ length: SHOWN }, (_, index) => addToMonth(first, index))
  return {
    from,
    to,
    months: months.map((month) => ({ month, at: at(firstDayOf(month)) })),
    today: at(addDays(today, 1)),
  }
}

export type PieceKind = 'earlier' | 'gone' | 'signed' | 'expected' | 'unsigned' | 'paused'

/** A piece of a line: shares of the window's length. */
export interface Piece {
  readonly kind: PieceKind
  readonly from: number
  readonly to: number
}

export interface Line {
  readonly pieces: readonly Piece[]
  /** Where the agreement is over for good. */
  readonly end: number | null
  readonly notice: number | null
}

/** Where everything in a retainer's line stands. What is out of the window is cut off. */
export function lineOf(retainer: Retainer, window: Window, today: Day): Line {
  const { agreement } = retainer
  const share = (day: Day): number => daysBetween(window.from, day) / daysBetween(window.from, window.to)
  const cutAt = (value: number): number => Math.min(1, Math.max(0, value))
  const piece = (kind: PieceKind, from: Day, to: Day): Piece => ({
    kind,
    from: cutAt(share(from)),
    to: cutAt(share(to)),
  })
  const inside = (day: Day | null): number | null => {
    const at = day === null ? -1 : share(day)
    return at >= 0 && at <= 1 ? at : null
  }
  const term = termAt(agreement, today)
  const signedTo = signedUntil(retainer, window, today)
  const over = termEnd(agreement)
  const tomorrow = addDays(today, 1)
  const goneTo = tomorrow < signedTo ? tomorrow : signedTo
  const group = groupOf(retainer, today)
  const pieces =
    group === 'proposed' || group === 'drafts'
      ? [piece('unsigned', agreement.startsOn, signedTo)]
      : [
          piece('earlier', agreement.startsOn, term.startsOn),
          piece('gone', term.startsOn, goneTo),
          piece('signed', goneTo < term.startsOn ? term.startsOn : goneTo, signedTo),
          ...(over === null && group === 'active' ? [piece('expected', signedTo, window.to)] : []),
        ]
  const pauses = pausesOf(retainer, window).map(({ from, to }) => piece('paused', from, to ?? window.to))
  return {
    pieces: [...pauses.reduce(cutOut, pieces), ...pauses].filter(({ from, to }) => to > from),
    end: inside(over),
    notice: group === 'active' && term.noticeBy !== null && term.noticeBy >= today ? inside(term.noticeBy) : null,
  }
}

/** Where something is owed there is no pause: what is left of the pieces around one. */
const cutOut = (pieces: readonly Piece[], { from, to }: Piece): Piece[] =>
  pieces.flatMap((each) =>
    each.to <= from || each.from >= to
      ? [each]
      : [
          { ...each, to: Math.max(each.from, from) },
          { ...each, from: Math.min(each.to, to) },
        ],
  )

/** The pauses that can be seen in a window, up to where the agreement is over. */
export function pausesOf({ agreement }: Retainer, window: Window): Pause[] {
  const over = termEnd(agreement)
  return pausesIn(agreement.versions)
    .map(({ from, to }) => ({ from, to: over !== null && (to === null || to > over) ? over : to }))
    .filter(({ from, to }) => from < window.to && (to === null || (to > window.from && to > from)))
}

/** The day after the last that is counted on: as income counts it, so that both say the same. */
function signedUntil({ agreement }: Retainer, window: Window, today: Day): Day {
  const signed = feesOf(agreement, today, monthOf(window.to)).findLast((fee) => fee.guaranteed)
  return signed?.period.end ?? periodAt(agreement, 0)?.end ?? agreement.startsOn
}
