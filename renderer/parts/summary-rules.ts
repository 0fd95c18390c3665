import type { Rules } from '#shared/domain/rules.ts'
import { scaleOf } from '#shared/domain/ledger/close-period.ts'
import { monthsIn } from '#shared/domain/periods.ts'
import { amountInWords } from '#shared/i18n/amounts.ts'
import type { Format } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { changed, strong } from './spoken-marks.ts'

export interface Said {
  readonly agreement: Agreement
  /** null while nobody is chosen. */
  readonly client: string | null
  readonly today: Day
  /** The day whose terms are told; today's where nothing else is said. */
  readonly on?: Day | undefined
  /** What was agreed before: the figures that differ from it are marked. */
  readonly agreed?: Agreement | undefined
}

/** With the rules of the day that is told, and those that were agreed for it before. */
export interface Told extends Said {
  readonly on: Day
  readonly rules: Rules
  readonly were: Rules | null
}

/** How a figure is marked: as changed when it is not what was agreed. */
export function mark({ agreement, agreed }: Told, what: (agreement: Agreement) => unknown): (chunks: string) => string {
  return agreed && JSON.stringify(what(agreement)) !== JSON.stringify(what(agreed)) ? changed : strong
}

/** The same of what a rule of the day says. */
export function markRule({ rules, were }: Told, what: (rules: Rules) => unknown): (chunks: string) => string {
  return were && JSON.stringify(what(rules)) !== JSON.stringify(what(were)) ? changed : strong
}

/** The same of what stands on a rule and on what has no date. */
export function markBoth(
  said: Told,
  ofRules: (rules: Rules) => unknown,
  ofAll: (agreement: Agreement) => unknown,
): (chunks: string) => string {
  return markRule(said, ofRules) === changed ? changed : mark(said, ofAll)
}

/** Of included work, a cap, a part of a period: minutes or units, as the agreement counts them. */
export const amountText = (t: Translator, format: Format, agreement: Agreement, amount: number): string =>
  amountInWords(t, format, agreement.basis, amount * scaleOf(agreement))

/** What work past the included costs. */
export function past(t: Translator, format: Format, said: Told): string {
  const { basis, currency, period } = said.agreement
  if (basis === 'access') return ''
  const { overage, listRate } = said.rules
  const tag = { basis, past: markRule(said, pastOf) }
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

/** What the sentence about it says. */
export const pastOf = ({ overage, listRate }: Rules) => [overage.policy, overage.rate ?? listRate]

/** What becomes of what is not used. */
export function unused(t: Translator, format: Format, said: Told): string {
  const { agreement } = said
  const { basis, period } = agreement
  if (basis === 'access') return ''
  const { rollover } = said.rules
  const periodsOf = ({ rollover: each }: Rules) => each && [each.periods]
  const tag = { basis, every: monthsIn[period.every], unused: markRule(said, periodsOf) }
  if (rollover === null) return t.markup('retainers.summary.lapses', tag)
  const { periods, cap } = rollover
  if (cap === null)
    return periods === null
      ? t.markup('retainers.summary.carriesTerm', tag)
      : t.markup('retainers.summary.carries', { periods, ...tag })
  const most = {
    most: amountText(t, format, agreement, cap),
    cap: markRule(said, (each) => each.rollover?.cap),
  }
  return periods === null
    ? t.markup('retainers.summary.carriesTermCapped', { ...most, ...tag })
    : t.markup('retainers.summary.carriesCapped', { periods, ...most, ...tag })
}

/** What comes on top of the hours. */
export function onTop(t: Translator, format: Format, said: Told): string {
  const { perks } = said.rules
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
    top: markRule(said, (each) => each.perks),
  })
}

/** How an entry counts; only where it draws on something, and not to the second. */
export function rounding(t: Translator, _format: Format, said: Told): string {
  const { mode, minutes = 1 } = said.rules.rounding
  if (said.agreement.basis !== 'hours' || mode === 'none') return ''
  const told = { minutes: String(minutes), rounding: markRule(said, (each) => each.rounding) }
  return t.markup(mode === 'up' ? 'retainers.summary.roundedUp' : 'retainers.summary.roundedNearest', told)
}
