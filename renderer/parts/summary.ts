import { lastRules } from '#shared/domain/dated-terms.ts'
import type { Rules } from '#shared/domain/rules.ts'
import { scaleOf } from '#shared/domain/ledger/close-period.ts'
import { monthsIn, periodAt, termsOf } from '#shared/domain/periods.ts'
import { nextTerm } from '#shared/domain/renewal.ts'
import { amountInWords } from '#shared/i18n/amounts.ts'
import type { Format } from '#shared/i18n/format.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import { isSame } from '#shared/kernel/same.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { changed, strong } from './spoken-marks.ts'
import { termAt } from '#shared/domain/term.ts'

/** Between a day and its month, so that a line does not end in a number. */
const NO_BREAK = '\u00A0'

interface Said {
  readonly agreement: Agreement
  /** null while nobody is chosen. */
  readonly client: string | null
  readonly today: Day
  /** What was agreed before: the figures that differ from it are marked. */
  readonly agreed?: Agreement | undefined
}

/** The agreement in plain words, with its figures marked (see spoken-marks.ts). Every rule of it is in there, as it was agreed last. */
export function summary(t: Translator, format: Format, said: Said): string {
  const parts = [pays, past, unused, onTop, rounding, alerts, firstPeriod, atEnd, trial]
  return parts
    .map((part) => part(t, format, said))
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** How a figure is marked: as changed when it is not what was agreed. */
function mark({ agreement, agreed }: Said, what: (agreement: Agreement) => unknown): (chunks: string) => string {
  return agreed && JSON.stringify(what(agreement)) !== JSON.stringify(what(agreed)) ? changed : strong
}

function pays(t: Translator, format: Format, said: Said): string {
  const { agreement, client } = said
  const { fee, included } = lastRules(agreement)
  const told = {
    client: client ?? t('retainers.summary.theClient'),
    amount: format.money(fee, agreement.currency),
    when: whenText(t, format, agreement),
    fee: mark(said, (each) => [lastRules(each).fee, each.currency, each.period.every]),
    hours: mark(said, (each) => [each.basis, lastRules(each).included]),
  }
  if (agreement.basis === 'access') return t.markup('retainers.summary.paysAccess', told)
  return t.markup('retainers.summary.pays', { ...told, duration: amountText(t, format, agreement, included) })
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

/** Of included work, a cap, a part of a period: minutes or units, as the agreement counts them. */
const amountText = (t: Translator, format: Format, agreement: Agreement, amount: number): string =>
  amountInWords(t, format, agreement.basis, amount * scaleOf(agreement))

function past(t: Translator, format: Format, said: Said): string {
  const { basis, currency, period } = said.agreement
  if (basis === 'access') return ''
  const { overage, listRate } = lastRules(said.agreement)
  const rateOf = (rules: Rules) => [rules.overage.policy, rules.overage.rate ?? rules.listRate]
  const tag = { basis, past: mark(said, (each) => rateOf(lastRules(each))) }
  switch (overage.policy) {
    case 'bill':
      return t.markup('retainers.summary.bill', { rate: format.money(overage.rate ?? listRate, currency), ...tag })
    case 'absorb':
      return t.markup('retainers.summary.absorb', tag)
    case 'borrow':
      return t.markup('retainers.summary.borrow', { every: monthsIn[period.every], ...tag })
    default:
      return assertNever(overage.policy)
  }
}

function unused(t: Translator, format: Format, said: Said): string {
  const { agreement } = said
  const { basis, period } = agreement
  if (basis === 'access') return ''
  const { rollover } = lastRules(agreement)
  const periodsOf = ({ rollover: each }: Rules) => each && [each.periods]
  const tag = { basis, every: monthsIn[period.every], unused: mark(said, (each) => periodsOf(lastRules(each))) }
  if (rollover === null) return t.markup('retainers.summary.lapses', tag)
  const { periods, cap } = rollover
  if (cap === null)
    return periods === null
      ? t.markup('retainers.summary.carriesTerm', tag)
      : t.markup('retainers.summary.carries', { periods, ...tag })
  const most = {
    most: amountText(t, format, agreement, cap),
    cap: mark(said, (each) => lastRules(each).rollover?.cap),
  }
  return periods === null
    ? t.markup('retainers.summary.carriesTermCapped', { ...most, ...tag })
    : t.markup('retainers.summary.carriesCapped', { periods, ...most, ...tag })
}

/** What comes on top of the hours. */
function onTop(t: Translator, format: Format, said: Said): string {
  const { perks } = lastRules(said.agreement)
  if (perks.length === 0) return ''
  const every = monthsIn[said.agreement.period.every]
  const named = perks.map(({ name, minutes, count }) =>
    minutes !== null
      ? t('retainers.summary.perkTime', { name, time: format.duration(minutes * 60), every })
      : count !== null
        ? t('retainers.summary.perkCount', { name, count, every })
        : name,
  )
  return t.markup('retainers.summary.onTop', {
    perks: format.list(named),
    top: mark(said, (each) => lastRules(each).perks),
  })
}

/** How an entry counts; only where it draws on something, and not to the second. */
function rounding(t: Translator, _format: Format, said: Said): string {
  const { mode, minutes = 1 } = lastRules(said.agreement).rounding
  if (said.agreement.basis !== 'hours' || mode === 'none') return ''
  const told = { minutes: String(minutes), rounding: mark(said, (each) => lastRules(each).rounding) }
  return t.markup(mode === 'up' ? 'retainers.summary.roundedUp' : 'retainers.summary.roundedNearest', told)
}

/** When the user is told; what is usual is not said. */
function alerts(t: Translator, format: Format, said: Said): string {
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
function firstPeriod(t: Translator, format: Format, said: Said): string {
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

function atEnd(t: Translator, format: Format, said: Said): string {
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

function trial(t: Translator, _format: Format, said: Said): string {
  const { trial: isTrial, leadsTo, period } = said.agreement
  if (!isTrial) return ''
  return t.markup('retainers.summary.trial', {
    every: monthsIn[period.every],
    periods: leadsTo ?? nextTerm(said.agreement).periods,
    trial: mark(said, (each) => [each.trial, each.leadsTo]),
  })
}
