import { isAtRest, runsShortOn, type Standing } from '#shared/domain/standing.ts'
import { scaleOf } from '#shared/domain/ledger/close-period.ts'
import { monthsIn } from '#shared/domain/periods.ts'
import { amountInWords } from '#shared/i18n/amounts.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import { addDays, daysBetween, type Day } from '#shared/kernel/day.ts'
import type { Format } from '#shared/i18n/format.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { agreedRules } from '#shared/domain/dated-terms.ts'
import { termAt } from '#shared/domain/term.ts'
import { pausesIn } from '#shared/domain/versions.ts'
import { atStart } from '#shared/i18n/at-start.ts'
import { pauseText } from '#shared/i18n/pause-text.ts'
import { HALF_HOUR, roughly } from '../../parts/standing-words.ts'

/** The terms in the fewest words: the hours, and the rule that tells most; with a pause that is to come. */
export function termsText(t: Translator, format: Format, agreement: Agreement, today: Day): string {
  const terms = rulesText(t, format, agreement, today)
  const pause = pausesIn(agreement.versions).find(({ from }) => from > today)
  return pause ? t('retainers.terms.thenPause', { terms, pause: pauseText(t, format, pause, today) }) : terms
}

function rulesText(t: Translator, format: Format, agreement: Agreement, today: Day): string {
  const { basis, currency } = agreement
  const { included, rollover, overage, listRate } = agreedRules(agreement, today)
  const every = monthsIn[agreement.period.every]
  if (basis === 'access') return t('retainers.terms.access', { every })
  const amount = amountInWords(t, format, basis, included * scaleOf(agreement))
  // What is usual, by the month, is not said.
  const hours = every === 1 ? amount : t('retainers.terms.eachPeriod', { amount, every })
  if (rollover !== null) return carryText(t, format, agreement, rollover, hours)
  switch (overage.policy) {
    case 'bill':
      return t('retainers.terms.bills', { hours, rate: format.amount(overage.rate ?? listRate, currency) })
    case 'absorb':
      return t('retainers.terms.absorbs', { hours })
    case 'borrow':
      return t('retainers.terms.borrows', { hours })
    default:
      return assertNever(overage.policy)
  }
}

function carryText(
  t: Translator,
  format: Format,
  agreement: Agreement,
  { periods: count, cap }: NonNullable<Agreement['rollover']>,
  hours: string,
): string {
  const every = monthsIn[agreement.period.every]
  if (cap === null)
    return count === null
      ? t('retainers.terms.carriesTerm', { hours })
      : t('retainers.terms.carries', { hours, every, count })
  const most = amountInWords(t, format, agreement.basis, cap * scaleOf(agreement))
  return count === null
    ? t('retainers.terms.carriesTermCapped', { hours, cap: most })
    : t('retainers.terms.carriesCapped', { hours, every, count, cap: most })
}

export interface RowWords {
  readonly text: string
  readonly tone: 'plain' | 'warning' | 'over'
}

/** How the period goes, in two or three words: what is to be known before it ends. */
export function paceText(t: Translator, format: Format, standing: Standing, today: Day): RowWords {
  const { basis, over, left, row, perDay, lapsing, available, pause } = standing
  const runsOutOn = runsShortOn(standing)
  if (pause) {
    const text = pauseText(t, format, pause, today)
    return { text: isAtRest(standing) ? atStart(text) : text, tone: over > 0 ? 'over' : 'plain' }
  }
  if (basis === 'access') return { text: '', tone: 'plain' }
  if (basis === 'deliverables' && over === 0) {
    const text =
      left === 0
        ? t('retainers.standing.allDelivered')
        : t('retainers.standing.days', { days: daysBetween(today, row.period.end) - 1 })
    return { text, tone: 'plain' }
  }
  if (over > 0) return { text: '', tone: 'over' }
  if (left === 0) return { text: t('retainers.standing.usedUp'), tone: 'warning' }
  if (runsOutOn !== null) {
    const text =
      runsOutOn === today
        ? t('retainers.standing.outToday')
        : t('retainers.standing.outOn', { day: theDay(format, runsOutOn, 'weekday') })
    return { text, tone: 'warning' }
  }
  if (row.used === 0 && perDay === 0) return { text: t('retainers.standing.untouched'), tone: 'plain' }
  // A rest of a tenth is what any month leaves; more than that is worth a word while it can still be used.
  const text =
    lapsing >= HALF_HOUR && lapsing * 10 > available
      ? t('retainers.standing.mayLapse', { time: format.hours(roughly(lapsing)) })
      : t('retainers.standing.onPace')
  return { text, tone: 'plain' }
}

export interface NextWords {
  readonly text: string
  readonly note: string
  readonly isNear: boolean
}

/** From how many days before it a date is near. */
const NEAR = 31

/** What comes next, and the last day on which it can be changed. */
export function nextText(t: Translator, format: Format, agreement: Agreement, today: Day): NextWords {
  const { noticeDays } = agreement
  const { phase, atEnd, lastDay: last, noticeBy } = termAt(agreement, today)
  const written = (day: Day): string => theDay(format, day, day.slice(0, 4) === today.slice(0, 4) ? 'day' : 'long')
  if (last === null || noticeBy === null) {
    const note = t('retainers.next.noticeAlways', { days: noticeDays })
    const isAhead = phase === 'ahead'
    const text = isAhead ? t('retainers.next.starts', { day: written(agreement.startsOn) }) : t('retainers.next.open')
    return { text, note, isNear: false }
  }
  const days = daysBetween(today, noticeBy)
  // The year stands with the date that it is about; beside it another one of the same year needs none.
  const years = [today.slice(0, 4), addDays(last, 1).slice(0, 4)]
  const noticed = theDay(format, noticeBy, years.includes(noticeBy.slice(0, 4)) ? 'day' : 'long')
  const isNear = days <= NEAR && phase === 'running'
  if (atEnd === 'ends') {
    const text = t('retainers.next.ends', { day: written(last) })
    const ask =
      days < 0
        ? t('retainers.next.askPast')
        : days <= NEAR
          ? t('retainers.next.askWithin', { days })
          : t('retainers.next.askBy', { day: noticed })
    return { text, note: ask, isNear }
  }
  const text = t('retainers.next.renews', { day: written(addDays(last, 1)) })
  const note =
    days < 0
      ? t('retainers.next.noticePast', { day: noticed })
      : days <= NEAR
        ? t('retainers.next.noticeWithin', { days })
        : t('retainers.next.noticeBy', { day: noticed })
  return { text, note, isNear }
}
