import { closedUntil } from '../domain/closed.ts'
import { daysOf, roundingOn, roundingsOf, type Book } from '../domain/book.ts'
import { unkept } from '../domain/ledger/kept-terms.ts'
import { periodOn, termEnd } from '../domain/periods.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { refused, type Refusal } from '../kernel/refusal.ts'
import { isSame } from '../kernel/same.ts'
import type { Agreement } from '../model/agreement.ts'
import { replaced } from '../model/change.ts'
import type { Retainer } from '../model/engagement.ts'
import { edits, nothing, type Ran } from './command.ts'
import { checkLength } from './names.ts'

/**
 * The one way in which a retainer's terms change: what every change has to keep is looked at here, whichever verb it
 * comes from. What is closed stays as it was reported, and what is tracked stays charged as it was.
 */
export function agree(book: Book, before: Retainer, agreement: Agreement, name = before.name): Ran {
  const after: Retainer = { ...before, name, agreement }
  if (isSame(before, after)) return nothing
  const refusal =
    checkLength(name, before.name) ??
    checkVersions(agreement) ??
    checkCurrency(book, before, agreement) ??
    checkClosed(book, before, agreement) ??
    checkSold(before.agreement, agreement) ??
    checkRounding(book, before, after)
  return refusal ? refused(refusal) : edits(replaced('engagements', before, after))
}

export function checkVersions(agreement: Agreement): Refusal | null {
  const { versions, startsOn } = agreement
  const field = 'agreement.versions'
  if (versions.some((version) => version.from < startsOn)) return { code: 'versionBeforeStart', field, startsOn }
  const isInOrder = versions.every((version, index) => index === 0 || version.from > (versions[index - 1]?.from ?? ''))
  return isInOrder ? null : { code: 'invalid', field }
}

/** An amount is never turned into another: what was billed or reported was in the currency of its day. */
function checkCurrency(book: Book, { id, agreement: { currency } }: Retainer, after: Agreement): Refusal | null {
  if (after.currency === currency) return null
  const isReported = (book.closings.get(id)?.size ?? 0) > 0
  const isBilled = (): boolean =>
    [...book.workspace.tables.invoices.values()].some(({ lines }) => lines.some((line) => line.engagementId === id))
  return isReported || isBilled() ? { code: 'currencyInUse', field: 'agreement.currency', currency } : null
}

function checkClosed(book: Book, { id, agreement }: Retainer, after: Agreement): Refusal | null {
  const broken = unkept(book.closings.get(id)?.values() ?? [], agreement, after)
  return broken && { code: 'periodClosed', until: addDays(broken.end, -1) }
}

/** What was sold for a day stays in a period: with an earlier end, or a later start, it would be owed no more. */
function checkSold(before: Agreement, after: Agreement): Refusal | null {
  const lost = after.topUps.find(({ on, price }) => price > 0 && !periodOn(after, on) && periodOn(before, on))
  return lost ? { code: 'topUpOutside', day: lost.on } : null
}

/**
 * Totals count an entry by the rounding of the day on which it began (book.ts, roundingFor), so a rounding can only be
 * another on days on which nothing is tracked: from tomorrow on, say.
 */
function checkRounding(book: Book, before: Retainer, after: Retainer): Refusal | null {
  const isAnother = (day: Day): boolean =>
    !isSame(
      roundingOn(before, () => day),
      roundingOn(after, () => day),
    )
  if (isSame(roundingsOf(before), roundingsOf(after))) return null
  if (!book.totals) return { code: 'stillCounting' }
  for (const [day, { entries }] of daysOf(book, before.id))
    if (entries > 0 && isAnother(day)) return { code: 'roundingInUse', field: 'rounding' }
  return null
}

/** A day on which other terms may begin: the first of a period that is not closed (domain.md, Versions). */
export function checkPeriodStart(book: Book, retainer: Retainer, day: Day, field: string): Refusal | null {
  const refusal = checkInTerm(retainer, day, field) ?? checkOpen(book, retainer, day)
  if (refusal) return refusal
  const period = periodOn(retainer.agreement, day)
  if (!period || period.start === day) return null
  return { code: 'notPeriodStart', field, start: period.start, next: period.end }
}

/** A day on which the agreement is in force. */
export function checkInTerm({ agreement }: Retainer, day: Day, field: string): Refusal | null {
  const { startsOn } = agreement
  if (day < startsOn) return { code: 'versionBeforeStart', field, startsOn }
  const over = termEnd(agreement)
  return over !== null && day >= over ? { code: 'afterEnd', field, lastDay: addDays(over, -1) } : null
}

/** A day in no closed period, nor before one. */
export function checkOpen(book: Book, { id }: Retainer, day: Day): Refusal | null {
  const until = closedUntil(book, id)
  return until !== null && day <= until ? { code: 'periodClosed', until } : null
}
