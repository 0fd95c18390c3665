import { lastRules } from '#shared/domain/dated-terms.ts'
import type { Rules } from '#shared/domain/rules.ts'
import { periodAt, termsOf } from '#shared/domain/periods.ts'
import type { Format } from '#shared/i18n/format.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { changed, strong } from '../../parts/spoken-marks.ts'
import { isMidMonth } from './draft.ts'
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
  const parts = [pays, past, unused, onTop, firstMonth].map((part) => part(t, format, said))
  return [...parts, atEnd(t, format, said)].filter((sentence) => sentence !== '').join(' ')
}

/** How a figure is marked: as changed when it is not what was agreed. */
function mark({ agreement, agreed }: Said, what: (agreement: Agreement) => unknown): (chunks: string) => string {
  return agreed && JSON.stringify(what(agreement)) !== JSON.stringify(what(agreed)) ? changed : strong
}

function pays(t: Translator, format: Format, said: Said): string {
  const { agreement, client } = said
  const { fee, included } = lastRules(agreement)
  return t.markup('retainers.summary.pays', {
    client: client ?? t('retainers.summary.theClient'),
    amount: format.money(fee, agreement.currency),
    duration: format.duration(included * 60),
    fee: mark(said, (each) => [lastRules(each).fee, each.currency]),
    hours: mark(said, (each) => lastRules(each).included),
  })
}

function past(t: Translator, format: Format, said: Said): string {
  const { currency } = said.agreement
  const { overage, listRate } = lastRules(said.agreement)
  const rateOf = (rules: Rules) => [rules.overage.policy, rules.overage.rate ?? rules.listRate]
  const tag = { past: mark(said, (each) => rateOf(lastRules(each))) }
  switch (overage.policy) {
    case 'bill':
      return t.markup('retainers.summary.bill', { rate: format.money(overage.rate ?? listRate, currency), ...tag })
    case 'absorb':
      return t.markup('retainers.summary.absorb', tag)
    case 'borrow':
      return t.markup('retainers.summary.borrow', tag)
    default:
      return assertNever(overage.policy)
  }
}

function unused(t: Translator, format: Format, said: Said): string {
  const { rollover } = lastRules(said.agreement)
  const periodsOf = ({ rollover: each }: Rules) => each && [each.periods]
  const tag = { unused: mark(said, (each) => periodsOf(lastRules(each))) }
  if (rollover === null) return t.markup('retainers.summary.lapses', tag)
  const { periods, cap } = rollover
  if (cap === null)
    return periods === null
      ? t.markup('retainers.summary.carriesTerm', tag)
      : t.markup('retainers.summary.carries', { months: periods, ...tag })
  const most = { most: format.duration(cap * 60), cap: mark(said, (each) => lastRules(each).rollover?.cap) }
  return periods === null
    ? t.markup('retainers.summary.carriesTermCapped', { ...most, ...tag })
    : t.markup('retainers.summary.carriesCapped', { months: periods, ...most, ...tag })
}

/** What comes on top of the hours. */
function onTop(t: Translator, format: Format, said: Said): string {
  const { perks } = lastRules(said.agreement)
  if (perks.length === 0) return ''
  const named = perks.map(({ name, minutes, count }) =>
    minutes !== null
      ? t('retainers.summary.perkTime', { name, time: format.duration(minutes * 60) })
      : count !== null
        ? t('retainers.summary.perkCount', { name, count })
        : name,
  )
  return t.markup('retainers.summary.onTop', {
    perks: format.list(named),
    top: mark(said, (each) => lastRules(each).perks),
  })
}

/** What a first month is that begins in its middle. */
function firstMonth(t: Translator, format: Format, said: Said): string {
  const { agreement } = said
  const first = periodAt(agreement, 0)
  if (!isMidMonth(agreement.startsOn) || !first) return ''
  const part = mark(said, (each) => [each.startsOn, each.proration])
  const day = theDay(format, agreement.startsOn, 'long')
  if (agreement.proration === 'none') return t.markup('retainers.summary.whole', { day, part })
  const { fee, included } = termsOf(agreement, first)
  const [amount, duration] = [format.money(fee, agreement.currency), format.duration(included * 60)]
  return t.markup('retainers.summary.part', { day, amount, duration, part })
}

function atEnd(t: Translator, format: Format, said: Said): string {
  const { agreement, today } = said
  const { term, noticeDays } = agreement
  const notice = mark(said, (each) => [each.noticeDays, each.term.atEnd])
  const { lastDay } = termAt(agreement, today)
  if (lastDay === null)
    return noticeDays === 0
      ? t.markup('retainers.summary.openPlain', { notice })
      : t.markup('retainers.summary.open', { days: noticeDays, notice })
  const end = mark(said, (each) => [each.startsOn, each.term.periods, each.term.atEnd, each.endsOn])
  const number = t('retainers.number', { count: term.periods }).toLowerCase()
  const day = theDay(format, lastDay, 'long').replace(/(\d.?) /, `$1${NO_BREAK}`)
  if (agreement.endsOn !== null) return t.markup('retainers.summary.endsEarly', { day, end })
  const ending = { periods: term.periods, number, day, end }
  if (term.atEnd === 'ends')
    return noticeDays === 0
      ? t.markup('retainers.summary.endsPlain', ending)
      : t.markup('retainers.summary.ends', { ...ending, days: noticeDays, notice })
  return noticeDays === 0
    ? t.markup('retainers.summary.renewsPlain', ending)
    : t.markup('retainers.summary.renews', { ...ending, days: noticeDays, notice })
}
