import { scaleOf } from '../domain/ledger/close-period.ts'
import { lastRules } from '../domain/dated-terms.ts'
import { monthsIn, periodAt, termsOf } from '../domain/periods.ts'
import { nextTerm } from '../domain/renewal.ts'
import { termAt } from '../domain/term.ts'
import { amountInWords } from '../i18n/amounts.ts'
import type { Format } from '../i18n/format.ts'
import { theDay } from '../i18n/the-day.ts'
import type { Translator } from '../i18n/translator.ts'
import { assertNever } from '../kernel/assert-never.ts'
import type { Agreement, Perk } from '../model/agreement.ts'

export interface Written {
  readonly t: Translator
  readonly format: Format
  readonly agreement: Agreement
  /** How many days before its period a fee is invoiced, and how many later it is due (preferences). */
  readonly advanceDays: number
  readonly dueDays: number
}

type Row = readonly [what: string, agreed: string]

/** Every term of an agreement as it was agreed last, a line each, in the words of who signs it. */
export function agreedRows(written: Written): Row[] {
  return [feeRow, includedRow, pastRow, unusedRow, onTopRows, roundingRow, firstRow, termRow, noticeRow, paymentRow]
    .flatMap((row) => row(written))
    .map(([what, agreed]) => [what, agreed])
}

const everyOf = ({ period }: Agreement): number => monthsIn[period.every]

/** Included work, a cap, a part of a period: minutes or units, as the agreement counts them. */
export const amountOf = ({ t, format, agreement }: Written, amount: number): string =>
  amountInWords(t, format, agreement.basis, amount * scaleOf(agreement))

const moneyOf = ({ format, agreement }: Written, amount: number): string =>
  format.money(amount, agreement.currency, 'always')

function feeRow(written: Written): Row[] {
  const { t, agreement } = written
  const fee = moneyOf(written, lastRules(agreement).fee)
  return [[t('documents.rows.fee'), t('documents.rows.feeWords', { fee, every: everyOf(agreement) })]]
}

function includedRow(written: Written): Row[] {
  const { t, agreement } = written
  const every = everyOf(agreement)
  const what = t('documents.rows.included')
  if (agreement.basis === 'access') return [[what, t('documents.rows.access', { every })]]
  const amount = amountOf(written, lastRules(agreement).included)
  return [[what, t('documents.rows.includedWords', { amount, every })]]
}

function pastRow(written: Written): Row[] {
  const { t, agreement } = written
  if (agreement.basis === 'access') return []
  const { overage, listRate } = lastRules(agreement)
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
      return [[what, t('documents.rows.borrow', { every: everyOf(agreement) })]]
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
  const { rollover } = lastRules(agreement)
  const every = everyOf(agreement)
  if (rollover === null) return t('documents.rows.lapses', { every })
  const kept =
    rollover.periods === null
      ? t('documents.rows.carriesTerm')
      : t('documents.rows.carries', { count: rollover.periods, every })
  return rollover.cap === null ? kept : t('documents.rows.atMost', { kept, most: amountOf(written, rollover.cap) })
}

function onTopRows(written: Written): Row[] {
  const { t, agreement } = written
  return lastRules(agreement).perks.map((perk) => {
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

function roundingRow({ t, agreement }: Written): Row[] {
  const { mode, minutes = 1 } = lastRules(agreement).rounding
  if (agreement.basis !== 'hours' || mode === 'none') return []
  const told = { minutes: String(minutes) }
  const words = mode === 'up' ? t('documents.rows.roundedUp', told) : t('documents.rows.roundedNearest', told)
  return [[t('documents.rows.rounding'), words]]
}

/** A first period that begins in its middle, where it is a part of one. */
function firstRow(written: Written): Row[] {
  const { t, format, agreement } = written
  const first = periodAt(agreement, 0)
  if (!first || first.days === first.wholeDays || agreement.proration === 'none') return []
  const { fee, included } = termsOf(agreement, first)
  const told = { fee: moneyOf(written, fee), day: theDay(format, agreement.startsOn, 'long', 'dal') }
  const words =
    agreement.basis === 'access'
      ? t('documents.rows.firstPartAccess', told)
      : t('documents.rows.firstPart', { ...told, amount: amountOf(written, included) })
  return [[t('documents.rows.first', { every: everyOf(agreement) }), words]]
}

function termRow(written: Written): Row[] {
  const { t, format, agreement } = written
  const what = t('documents.rows.term')
  const { lastDay } = termAt(agreement, agreement.startsOn)
  if (lastDay === null) return [[what, t('documents.rows.open')]]
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
  return [[t('documents.rows.notice'), t('documents.rows.noticeWords', { days })]]
}

function paymentRow({ t, agreement, advanceDays: advance, dueDays: due }: Written): Row[] {
  const every = everyOf(agreement)
  return [[t('documents.rows.payment'), t('documents.rows.paymentWords', { advance, due, every })]]
}
