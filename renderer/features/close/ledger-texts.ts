import type { ListedInvoice } from '#shared/domain/billing/listed.ts'
import { numberText } from '#shared/domain/billing/numbers.ts'
import { shownRow } from '#shared/domain/ledger/shown-row.ts'
import type { MonthLedger } from '#shared/domain/month-close/ledgers.ts'
import { fullName, type clientOf } from '#shared/domain/naming.ts'
import { lastDay, periodAt } from '#shared/domain/periods.ts'
import { rulesOn } from '#shared/domain/rules.ts'
import { handedBy } from '#shared/domain/ledger/closed-row.ts'
import { amountInColumn } from '#shared/i18n/amounts.ts'
import type { Format } from '#shared/i18n/format.ts'
import { spanText } from '#shared/i18n/invoice-lines.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { Day } from '#shared/kernel/day.ts'

/** A retainer is in a pass with each period that ends in it. */
export const keyOf = ({ retainer, row }: MonthLedger): string => `${retainer.id} ${row.period.start}`

/** The days of its period. */
export const periodSpan = (format: Format, { row: { period } }: MonthLedger): string =>
  spanText(format, period.start, lastDay(period))

/** Whose it is; where two periods of theirs are in the pass, which. */
export function ledgerName(format: Format, client: ReturnType<typeof clientOf>, ledger: MonthLedger): string {
  const name = fullName(client, ledger.retainer)
  return ledger.isAlone ? name : `${name}, ${periodSpan(format, ledger)}`
}

/** `2:30 + 10:00 = 11:40 + 0:50`: what went in, and what came out; zeros are left out. */
export function equationText(t: Translator, format: Format, { retainer, row }: MonthLedger): string {
  const { basis } = retainer.agreement
  if (basis === 'access') return t('close.ledgers.access', { worked: format.hours(row.worked) })
  const is = shownRow(row, basis)
  const amount = (value: number): string => amountInColumn(format, basis, value)
  if (basis === 'deliverables')
    return t('close.ledgers.units', { agreed: amount(is.opening + is.granted), delivered: amount(is.used) })
  const side = (values: readonly number[]): string => {
    const told = values.filter((value) => value !== 0)
    return told.length === 0 ? amount(0) : told.map(amount).join(' + ')
  }
  return `${side([is.opening, is.granted, is.overage])} = ${side([is.used, is.expired, is.dropped, is.carriedOut])}`
}

/**
 * What becomes of what is left, or of what went past.
 * @param billedOn the invoice that has what went past
 */
export function resultText(t: Translator, format: Format, ledger: MonthLedger, billedOn: ListedInvoice | null): string {
  const { retainer, row } = ledger
  const { agreement } = retainer
  const { basis, currency } = agreement
  const is = shownRow(row, basis)
  const amount = (value: number): string => amountInColumn(format, basis, value)
  const said: string[] = []
  if (is.carriedOut > 0) {
    const until = usableUntil(ledger)
    const told = { left: amount(is.carriedOut) }
    said.push(
      until === null
        ? t('close.ledgers.carried', told)
        : t('close.ledgers.carriedUntil', { ...told, day: theDay(format, until, 'day', 'al') }),
    )
  }
  if (row.borrowed > 0) said.push(t('close.ledgers.borrowed', { over: amount(row.borrowed) }))
  if (is.expired > 0) said.push(t('close.ledgers.expired', { left: amount(is.expired) }))
  if (is.dropped > 0) said.push(t('close.ledgers.dropped', { left: amount(is.dropped) }))
  if (is.overage > 0) {
    const { policy } = rulesOn(agreement, row.period.start).overage
    const over = amount(is.overage)
    const money = format.money(row.overageAmount, currency, 'always')
    said.push(
      policy === 'absorb' ? t('close.ledgers.absorbed', { over }) : billedText(t, { over, amount: money }, billedOn),
    )
  }
  if (row.effectiveRate !== null && basis !== 'hours')
    said.push(
      t('close.ledgers.perHour', {
        worked: format.hours(row.worked),
        rate: format.money(row.effectiveRate, currency, 'always'),
      }),
    )
  return said.length === 0 ? t('close.ledgers.nothing') : said.join('; ')
}

function billedText(
  t: Translator,
  told: { readonly over: string; readonly amount: string },
  billedOn: ListedInvoice | null,
): string {
  if (billedOn === null) return t('close.ledgers.billed', told)
  const { invoice, standing } = billedOn
  if (invoice.status === 'draft') return t('close.ledgers.billedDraft', told)
  const numbered = { ...told, number: numberText(invoice) }
  return standing.state === 'paid' ? t('close.ledgers.billedPaid', numbered) : t('close.ledgers.billedOn', numbered)
}

/** The last day for what is lost first; null where it stays while the agreement does, or that is not known yet. */
function usableUntil({ retainer, closing, row }: MonthLedger): Day | null {
  const ends = closing
    ? handedBy(closing).lots.map(({ expiresAfter }) => expiresAfter)
    : row.lots.filter(({ expiresAfter }) => expiresAfter > row.period.index).map(({ expiresAfter }) => expiresAfter)
  const first = Math.min(...ends)
  const last = Number.isFinite(first) ? periodAt(retainer.agreement, first) : null
  return last && lastDay(last)
}
