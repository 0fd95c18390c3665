import { agreedRules, termsAhead } from '#shared/domain/dated-terms.ts'
import type { Rules } from '#shared/domain/rules.ts'
import { monthsIn, periodAt, termsOf } from '#shared/domain/periods.ts'
import { nextTerm } from '#shared/domain/renewal.ts'
import type { Format } from '#shared/i18n/format.ts'
import { atStart } from '#shared/i18n/at-start.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import { isSame } from '#shared/kernel/same.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { strong } from './spoken-marks.ts'
import {
  amountText,
  mark,
  markBoth,
  onTop,
  past,
  pastOf,
  rounding,
  unused,
  type Said,
  type Told,
} from './summary-rules.ts'
import { termAt } from '#shared/domain/term.ts'
import { pausesIn } from '#shared/domain/versions.ts'
import { pauseText } from '#shared/i18n/pause-text.ts'

/** Between a day and its month, so that a line does not end in a number. */
const NO_BREAK = '\u00A0'

/**
 * The agreement in plain words, with its figures marked (see spoken-marks.ts). Every rule of it is in there: those in
 * force on the day, then what is agreed to change later, and its pauses.
 */
export function summary(t: Translator, format: Format, said: Said): string {
  const { agreement, agreed, today, on = today } = said
  const told: Told = { ...said, on, rules: agreedRules(agreement, on), were: agreed ? agreedRules(agreed, on) : null }
  const parts = [pays, past, unused, onTop, rounding, alerts, firstPeriod, later, paused, atEnd, trial]
  return parts
    .map((part) => part(t, format, told))
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function pays(t: Translator, format: Format, said: Told): string {
  const { agreement, client, on, today, rules } = said
  const { fee, included } = rules
  const told = {
    client: client ?? t('retainers.summary.theClient'),
    amount: format.money(fee, agreement.currency),
    when: whenText(t, format, agreement),
    fee: markBoth(
      said,
      (each) => each.fee,
      (each) => [each.currency, each.period.every],
    ),
    hours: markBoth(
      said,
      (each) => each.included,
      (each) => each.basis,
    ),
  }
  const words =
    agreement.basis === 'access'
      ? t.markup('retainers.summary.paysAccess', told)
      : t.markup('retainers.summary.pays', { ...told, duration: amountText(t, format, agreement, included) })
  // Terms that hold from a later day on, of an agreement that runs by others until then.
  if (on <= today || on <= agreement.startsOn) return words
  return t.markup('retainers.summary.fromDay', { day: atStart(theDay(format, on, 'long', 'dal')), words, b: strong })
}

/** When a period begins, and its fee is paid. An anniversary on the first is what the calendar has too. */
function whenText(t: Translator, format: Format, { period, startsOn }: Agreement): string {
  const { every, anchor } = period
  const day = Number(startsOn.slice(8))
  const isByCalendar = anchor === 'calendar'
  switch (every) {
    case 'month':
      return isByCalendar || day === 1 ? t('retainers.summary.whenMonth') : t('retainers.summary.whenMonthOn', { day })
    case 'quarter':
      return isByCalendar
        ? t('retainers.summary.whenQuarter')
        : t('retainers.summary.whenQuarterFrom', { day: theDay(format, startsOn, 'day', 'dal') })
    case 'year':
      return isByCalendar
        ? t('retainers.summary.whenYear')
        : t('retainers.summary.whenYearFrom', { day: theDay(format, startsOn, 'day') })
    default:
      return assertNever(every)
  }
}

/** When the user is told; what is usual is not said. */
function alerts(t: Translator, format: Format, said: Told): string {
  const { agreement, agreed } = said
  const isUsual = isSame(agreement.alerts, USUAL_ALERTS) && (!agreed || isSame(agreed.alerts, USUAL_ALERTS))
  if (agreement.basis === 'access' || isUsual) return ''
  const tag = { alerts: mark(said, (each) => each.alerts) }
  if (agreement.alerts.length === 0) return t.markup('retainers.summary.noAlerts', tag)
  const shares = agreement.alerts.map((share) => t('retainers.summary.share', { share: format.percent(share / 100) }))
  return t.markup('retainers.summary.alerts', { shares: format.list(shares), ...tag })
}

const USUAL_ALERTS = [80, 100]

/** What a first period is that begins in its middle. */
function firstPeriod(t: Translator, format: Format, said: Told): string {
  const { agreement } = said
  const first = periodAt(agreement, 0)
  if (!first || first.days === first.wholeDays) return ''
  const every = monthsIn[agreement.period.every]
  const part = mark(said, (each) => [each.startsOn, each.proration])
  const day = theDay(format, agreement.startsOn, 'long')
  if (agreement.proration === 'none') return t.markup('retainers.summary.whole', { day, every, part })
  const { fee, included } = termsOf(agreement, first)
  const told = { day, every, part, amount: format.money(fee, agreement.currency) }
  if (agreement.basis === 'access') return t.markup('retainers.summary.partAccess', told)
  return t.markup('retainers.summary.part', { ...told, duration: amountText(t, format, agreement, included) })
}

/** What is agreed to change after the day that is told: from when, and all that is another from then on. */
function later(t: Translator, format: Format, said: Told): string {
  const { agreement, on } = said
  return termsAhead(agreement, on)
    .map(({ from, before, rules }) => {
      const then: Told = { ...said, rules, were: null, agreed: undefined }
      const isOther = (what: (each: Rules) => unknown): boolean => !isSame(what(before), what(rules))
      const sentences = [
        becomes(t, format, then, from),
        isOther(pastOf) ? past(t, format, then) : '',
        isOther((each) => each.rollover) ? unused(t, format, then) : '',
        isOther((each) => each.perks) ? onTop(t, format, then) || t('retainers.summary.nothingOnTop') : '',
        isOther((each) => each.rounding) ? rounding(t, format, then) || t('retainers.summary.notRounded') : '',
      ]
      return sentences.filter((sentence) => sentence !== '').join(' ')
    })
    .join(' ')
}

function becomes(t: Translator, format: Format, { agreement, rules }: Told, from: Day): string {
  const told = {
    day: atStart(theDay(format, from, 'long', 'dal')),
    amount: format.money(rules.fee, agreement.currency),
    every: monthsIn[agreement.period.every],
    b: strong,
  }
  if (agreement.basis === 'access') return t.markup('retainers.summary.becomesAccess', told)
  return t.markup('retainers.summary.becomes', {
    ...told,
    duration: amountText(t, format, agreement, rules.included),
  })
}

/** The pauses that are not over: the one that holds, and those to come. */
function paused(t: Translator, format: Format, { agreement, today }: Told): string {
  return pausesIn(agreement.versions)
    .filter(({ to }) => to === null || to > today)
    .map((pause) => t.markup('retainers.summary.paused', { pause: pauseText(t, format, pause, today), b: strong }))
    .join(' ')
}

function atEnd(t: Translator, format: Format, said: Told): string {
  const { agreement, today } = said
  const { term, noticeDays: days, period } = agreement
  const every = monthsIn[period.every]
  const notice = mark(said, (each) => [each.noticeDays, each.term.atEnd])
  const { lastDay } = termAt(agreement, today)
  if (lastDay === null)
    return days === 0
      ? t.markup('retainers.summary.openPlain', { every, notice })
      : t.markup('retainers.summary.open', { every, days, notice })
  const end = mark(said, (each) => [each.startsOn, each.term.periods, each.term.atEnd, each.endsOn, each.period])
  const day = theDay(format, lastDay, 'long').replace(/(\d.?) /, `$1${NO_BREAK}`)
  if (agreement.endsOn !== null) return t.markup('retainers.summary.endsEarly', { day, end })
  const isOne = term.periods === 1 || (period.every === 'month' && term.periods === 12)
  const ending = { term: termText(t, agreement), many: isOne ? 'one' : 'more', day, end }
  if (term.atEnd === 'ends')
    return days === 0
      ? t.markup('retainers.summary.endsPlain', ending)
      : t.markup('retainers.summary.ends', { ...ending, days, notice })
  return days === 0
    ? t.markup('retainers.summary.renewsPlain', ending)
    : t.markup('retainers.summary.renews', { ...ending, days, notice })
}

/** "The six months end": the beginning of the sentence about the end. */
function termText(t: Translator, { term: { periods }, period: { every } }: Agreement): string {
  const told = { periods, number: t('retainers.number', { count: periods }).toLowerCase() }
  switch (every) {
    case 'month':
      return t('retainers.summary.termMonths', told)
    case 'quarter':
      return t('retainers.summary.termQuarters', told)
    case 'year':
      return t('retainers.summary.termYears', told)
    default:
      return assertNever(every)
  }
}

function trial(t: Translator, _format: Format, said: Told): string {
  const { trial: isTrial, leadsTo, period } = said.agreement
  if (!isTrial) return ''
  return t.markup('retainers.summary.trial', {
    every: monthsIn[period.every],
    periods: leadsTo ?? nextTerm(said.agreement).periods,
    trial: mark(said, (each) => [each.trial, each.leadsTo]),
  })
}
