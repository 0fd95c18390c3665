import { runsShortOn, type Standing } from '#shared/domain/standing.ts'
import { amountInColumn, amountInWords } from '#shared/i18n/amounts.ts'
import type { Format } from '#shared/i18n/format.ts'
import { atStart } from '#shared/i18n/at-start.ts'
import { pauseText } from '#shared/i18n/pause-text.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { daysBetween, type Day } from '#shared/kernel/day.ts'
import { lastDay } from '#shared/domain/periods.ts'
import { sumOf } from '#shared/kernel/units.ts'
import type { StayLot } from './stay-geometry.ts'

/** The lots of a standing as the stay draws them: in order of use, each with what is used of it. */
export const stayLots = ({ row }: Pick<Standing, 'row'>): StayLot[] =>
  row.lots.map((lot) => ({
    kind: lot.source === 'topUp' ? 'topUp' : lot.period < row.period.index ? 'carried' : 'included',
    granted: lot.left,
    used: sumOf(row.moves, (move) => (move.kind === 'draw' && move.lot === lot ? move.amount : 0)),
  }))

/** The sentence that a stay draws. */
export function standingWords(t: Translator, format: Format, standing: Standing): string {
  const { basis, row } = standing
  if (basis === 'access') return t('app.standing.access', { worked: format.duration(row.worked) })
  const used = amountInWords(t, format, basis, row.used)
  const available = amountInWords(t, format, basis, standing.available)
  return t('app.standing.sentence', { used, available, calendar: format.percent(standing.calendarShare) })
}

export interface PaceWords {
  readonly text: string
  readonly tone: 'plain' | 'warning' | 'over'
}

/** What is left of earlier periods, and by when it has to be used; null of nothing. */
export function carriedWords(t: Translator, format: Format, standing: Standing): string | null {
  const { basis, carriedLeft, carriedUntil } = standing
  if (carriedLeft <= 0 || !carriedUntil) return null
  const carried = amountInColumn(format, basis, carriedLeft)
  return t('app.standing.carried', { carried, day: theDay(format, carriedUntil) })
}

/** The pace in words: when it runs out, or what will be left over and what becomes of it. */
export function paceWords(t: Translator, format: Format, standing: Standing, today: Day): PaceWords {
  const { basis, over, left, row, pause } = standing
  const rest = pause && pauseText(t, format, pause, today)
  if (rest !== null && over === 0) return { text: atStart(rest), tone: 'plain' }
  if (basis === 'access') return { text: t('app.standing.nothingRunsOut'), tone: 'plain' }
  if (over > 0) {
    const past = t('app.standing.over', { over: amountInWords(t, format, basis, over) })
    return { text: rest === null ? past : [past, rest].join(', '), tone: 'over' }
  }
  if (basis === 'deliverables') return { text: toDeliver(t, format, standing), tone: 'plain' }
  if (left === 0) return { text: t('app.standing.usedUp'), tone: 'warning' }
  const runsOutOn = runsShortOn(standing)
  if (runsOutOn !== null) {
    const days = daysBetween(runsOutOn, row.period.end) - 1
    const text =
      runsOutOn === today
        ? t('app.standing.runsOutToday', { days })
        : t('app.standing.runsOut', { day: theDay(format, runsOutOn, 'weekday'), days })
    return { text, tone: 'warning' }
  }
  return { text: atEndText(t, format, standing), tone: 'plain' }
}

/** Units are handed over when they are done: a pace of three articles would say more than it knows. */
function toDeliver(t: Translator, format: Format, { left, row }: Standing): string {
  const day = theDay(format, lastDay(row.period), 'day')
  return left === 0 ? t('app.standing.allDelivered') : t('app.standing.toDeliver', { count: format.number(left), day })
}

function atEndText(t: Translator, format: Format, { atEnd, perDay, row, lapsing }: Standing): string {
  const last = theDay(format, lastDay(row.period), 'day')
  if (perDay === 0) return t('app.standing.nothingYet')
  if (atEnd < 60) return t('app.standing.lasts', { day: last })
  const words = { left: format.hours(roughly(atEnd)), day: last }
  if (lapsing < 60) return t('app.standing.leftOver', words)
  const lost = format.hours(roughly(lapsing))
  return atEnd - lapsing < 60 ? t('app.standing.lapses', words) : t('app.standing.partLapses', { ...words, lost })
}

export const HALF_HOUR = 1800

/** A guess at what will be left, to the half hour below: to the minute it would say more than it knows. */
export const roughly = (seconds: number): number =>
  seconds < HALF_HOUR ? seconds : Math.floor(seconds / HALF_HOUR) * HALF_HOUR
