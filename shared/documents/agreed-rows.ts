import { scaleOf } from '../domain/ledger/close-period.ts'
import { termsAhead } from '../domain/dated-terms.ts'
import type { Rules } from '../domain/rules.ts'
import { monthsIn, periodAt, termsOf } from '../domain/periods.ts'
import { nextTerm } from '../domain/renewal.ts'
import { termAt } from '../domain/term.ts'
import { pausesIn } from '../domain/versions.ts'
import { amountInWords } from '../i18n/amounts.ts'
import { atStart } from '../i18n/at-start.ts'
import type { Format } from '../i18n/format.ts'
import { pauseText } from '../i18n/pause-text.ts'
import { theDay } from '../i18n/the-day.ts'
import type { Translator } from '../i18n/translator.ts'
import { assertNever } from '../kernel/assert-never.ts'
import type { Day } from '../kernel/day.ts'
import { isSame } from '../kernel/same.ts'
import type { Agreement, Perk } from '../model/agreement.ts'

export interface Written {
  readonly t: Translator
  readonly format: Format
  readonly agreement: Agreement
  /** The day on which it is written, and the rules that are in force on it: what changes later is told beneath them. */
  readonly on: Day
  readonly rules: Rules
  /** How many days before its period a fee is invoiced, and how many later it is due (preferences). */
  readonly advanceDays: number
  readonly dueDays: number
}

type Row = readonly [what: string, agreed: string]

/** Those of the terms that may be others from a day on. */
const datedRows = [feeRow, includedRow, pastRow, unusedRow, onTopRows, roundingRow] as const

/** Every term of an agreement in force on the day, what changes later, and its pauses: a line each, in the words of who signs it. */
export function agreedRows(written: Written): Row[] {
  return [...datedRows, laterRows, pauseRows, firstRow, termRow, noticeRow, paymentRow]
    .flatMap((row) => row(written))
    .map(([what, agreed]) => [what, agreed])
}

/** What is agreed for later, a line for each day on which terms change, with the terms that do. */
function laterRows(written: Written): Row[] {
  const { t, format, agreement, on } = written
  return termsAhead(agreement, on).map(({ from, before, rules }) => {
    const changes = datedRows.flatMap((row) => {
      const [was, is] = [before, rules].map((each) => row({ ...written, rules: each }))
      if (isSame(was, is)) return []
      return is?.length === 0 ? (was ?? []).slice(0, 1).map(([what]): Row => [what, t('documents.rows.noMore')]) : is
    })
    return [
      atStart(t('documents.rows.from', { day: theDay(format, from, 'long', 'dal') })),
      (changes as Row[]).map(([what, agreed]) => t('documents.rows.change', { what, agreed })).join('\n'),
    ]
  })
}

/** The pauses that are not over on the day. */
function pauseRows({ t, format, agreement, on }: Written): Row[] {
  return pausesIn(agreement.versions)
    .filter(({ to }) => to === null || to > on)
    .map((pause) => [
      t('documents.rows.pause'),
      t('documents.rows.pauseWords', { pause: pauseText(t, format, pause, null) }),
    ])
}

const everyOf = ({ period }: Agreement): number => monthsIn[period.every]

/** Included work, a cap, a part of a period: minutes or units, as the agreement counts them. */
export const amountOf = ({ t, format, agreement }: Written, amount: number): string =>
  amountInWords(t, format, agreement.basis, amount * scaleOf(agreement))

const moneyOf = ({ format, agreement }: Written, amount: number): string =>
  format.money(amount, agreement.currency, 'always')

function feeRow(written: Written): Row[] {
  const { t, agreement, rules } = written
  const fee = moneyOf(written, rules.fee)
  return [[t('documents.rows.fee'), t('documents.rows.feeWords', { fee, every: everyOf(agreement) })]]
}

function includedRow(written: Written): Row[] {
  const { t, agreement } = written
  const every = everyOf(agreement)
  const what = t('documents.rows.included')
  if (agreement.basis === 'access') return [[what, t('documents.rows.access', { every })]]
  const amount = amountOf(written, written.rules.included)
  return [[what, t('documents.rows.includedWords', { amount, every })]]
}

function pastRow(written: Written): Row[] {
  const { t, agreement } = written
  if (agreement.basis === 'access') return []
  const { overage, listRate } = written.rules
  const what = t('documents.rows.past')
  switch (overage.policy) {
    case 'bill': {
      const rate = { rate: moneyOf(written, overage.rate ?? listRate) }
      return [
        [what, agreement.basis === 'hours' ? t('documents.rows.billHours', rate) : t('documents.rows.billUnits', rate)],
      ]
    }
    case 'absorb':
      return [[what, t('documents.rows.absorb')]]
    case 'borrow':
      return [
        [
          what,
          t('documents.rows.borrow', {
            every: everyOf(agreement),
            basis: agreement.basis,
            rate: moneyOf(written, overage.rate ?? listRate),
          }),
        ],
      ]
    default:
      return assertNever(overage.policy)
  }
}

function unusedRow(written: Written): Row[] {
  const kept = keptText(written)
  return kept === '' ? [] : [[written.t('documents.rows.unused'), kept]]
}

/** What becomes of unused work; empty where there is none to speak of. */
export function keptText(written: Written): string {
  const { t, agreement } = written
  if (agreement.basis === 'access') return ''
  const { rollover } = written.rules
  const every = everyOf(agreement)
  if (rollover === null) return t('documents.rows.lapses', { every })
  const kept =
    rollover.periods === null
      ? t('documents.rows.carriesTerm')
      : t('documents.rows.carries', { count: rollover.periods, every })
  return rollover.cap === null ? kept : t('documents.rows.atMost', { kept, most: amountOf(written, rollover.cap) })
}

function onTopRows(written: Written): Row[] {
  const { t, rules } = written
  return rules.perks.map((perk) => {
    const text = perkText(written, perk)
    const value = moneyOf(written, perk.value)
    return [t('documents.rows.onTop'), perk.value === 0 ? text : t('documents.rows.worth', { perk: text, value })]
  })
}

function perkText({ t, format, agreement }: Written, { name: perk, minutes, count }: Perk): string {
  const every = everyOf(agreement)
  if (minutes !== null) return t('documents.rows.perkTime', { perk, amount: format.duration(minutes * 60), every })
  return count === null ? perk : t('documents.rows.perkCount', { perk, count, every })
}

function roundingRow({ t, agreement, rules }: Written): Row[] {
  const { mode, minutes = 1 } = rules.rounding
  if (agreement.basis !== 'hours' || mode === 'none') return []
  const told = { minutes: String(minutes) }
  const words = mode === 'up' ? t('documents.rows.roundedUp', told) : t('documents.rows.roundedNearest', told)
  return [[t('documents.rows.rounding'), words]]
}

/** A first period that begins in its middle, where it is a part of one. */
function firstRow(written: Written): Row[] {
  const { t, format, agreement } = written
  const first = periodAt(agreement, 0)
  if (!first || first.days === first.wholeDays) return []
  const what = t('documents.rows.first', { every: everyOf(agreement) })
  const day = theDay(format, agreement.startsOn, 'long', 'dal')
  if (agreement.proration === 'none') return [[what, t('documents.rows.firstWhole', { day })]]
  const { fee, included } = termsOf(agreement, first)
  const told = { fee: moneyOf(written, fee), day }
  const words =
    agreement.basis === 'access'
      ? t('documents.rows.firstPartAccess', told)
      : t('documents.rows.firstPart', { ...told, amount: amountOf(written, included) })
  return [[what, words]]
}

function termRow(written: Written): Row[] {
  const { t, format, agreement } = written
  const what = t('documents.rows.term')
  const { lastDay } = termAt(agreement, agreement.startsOn)
  if (lastDay === null) return [[what, t('documents.rows.open')]]
  if (agreement.endsOn !== null)
    return [[what, t('documents.rows.endsEarly', { day: theDay(format, lastDay, 'long') })]]
  const told = { length: lengthText(written, agreement.term.periods), day: theDay(format, lastDay, 'long', 'al') }
  if (agreement.trial) {
    const next = lengthText(written, agreement.leadsTo ?? nextTerm(agreement).periods)
    return [[what, t('documents.rows.trial', { ...told, next })]]
  }
  return [[what, agreement.term.atEnd === 'renews' ? t('documents.rows.renews', told) : t('documents.rows.ends', told)]]
}

/** So many of the agreement's periods. */
export function lengthText({ t, agreement }: Pick<Written, 't' | 'agreement'>, count: number): string {
  switch (agreement.period.every) {
    case 'month':
      return t('documents.rows.months', { count })
    case 'quarter':
      return t('documents.rows.quarters', { count })
    case 'year':
      return t('documents.rows.years', { count })
    default:
      return assertNever(agreement.period.every)
  }
}

function noticeRow({ t, agreement }: Written): Row[] {
  const { noticeDays: days, term } = agreement
  if (days === 0 || term.atEnd === 'ends') return []
  const words =
    term.atEnd === 'open' ? t('documents.rows.noticeOpen', { days }) : t('documents.rows.noticeWords', { days })
  return [[t('documents.rows.notice'), words]]
}

function paymentRow({ t, agreement, advanceDays: advance, dueDays: due }: Written): Row[] {
  const every = everyOf(agreement)
  return [[t('documents.rows.payment'), t('documents.rows.paymentWords', { advance, due, every })]]
}
