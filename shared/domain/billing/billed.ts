import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { minor, sumOf, type Minor } from '../../kernel/units.ts'
import type { Invoice, InvoiceLine } from '../../model/invoice.ts'
import { invoicesFor, type Book } from '../book.ts'

/** What is to be put on an invoice: a line without its words, its VAT and its id. */
export type DueLine = Pick<InvoiceLine, 'kind' | 'period' | 'milestoneId' | 'quantity' | 'unit' | 'unitPrice'> & {
  readonly engagementId: Id
  readonly owed: Minor
}

/** What of one thing is on invoices, by the kind of line: minor units of what was owed when they were made. */
export type ByKind = Readonly<Partial<Record<InvoiceLine['kind'], number>>>

/** What of an engagement is on invoices and drafts. Of what was only on void ones it is known that it was, as nothing. */
export interface Billed {
  /** By the first day of their period; of hourly work, of their month. */
  readonly periods: ReadonlyMap<Day, ByKind>
  readonly milestones: ReadonlyMap<Id, ByKind>
  /** The earliest period or part that ever was on one: before it, it was billed elsewhere. */
  readonly since: Day | null
}

export const nothingBilled: Billed = { periods: new Map(), milestones: new Map(), since: null }

export const amountOf = (byKind: ByKind | undefined, kind: InvoiceLine['kind']): number => byKind?.[kind] ?? 0
export const sumOfKinds = (byKind: ByKind | undefined): number =>
  Object.values(byKind ?? {}).reduce((sum, amount) => sum + amount, 0)

/**
 * What each engagement has on invoices, drafts included (domain.md, Billing). Counted by what was owed, not by what was
 * charged: a price that the user lowered on a draft is a favour, and does not come back. What is on a void one counts
 * nothing, but was billed here, and so is to be invoiced again however long ago it was.
 */
export function billedOn(invoices: Iterable<Invoice>): ReadonlyMap<Id, Billed> {
  const all = new Map<Id, Mutable>()
  for (const invoice of invoices) {
    const isVoid = invoice.status === 'void'
    for (const line of invoice.lines) {
      if (line.engagementId === null) continue
      const billed = all.get(line.engagementId) ?? { periods: new Map(), milestones: new Map(), since: null }
      all.set(line.engagementId, billed)
      note(billed, line, isVoid ? 0 : (line.owed ?? line.amount))
    }
  }
  return all
}

const known = new WeakMap<ReadonlyMap<Id, Invoice>, Billed>()

/** What one engagement has on invoices and drafts: worked out again once one of them changes. */
export function billedOf(book: Book, engagementId: Id): Billed {
  const invoices = invoicesFor(book, engagementId)
  let billed = known.get(invoices)
  if (!billed) known.set(invoices, (billed = billedOn(invoices.values()).get(engagementId) ?? nothingBilled))
  return billed
}

interface Mutable {
  periods: Map<Day, ByKind>
  milestones: Map<Id, ByKind>
  since: Day | null
}

function note(billed: Mutable, { period, milestoneId, kind }: InvoiceLine, owed: number): void {
  if (period !== null && (billed.since === null || period < billed.since)) billed.since = period
  if (milestoneId !== null) add(billed.milestones, milestoneId, kind, owed)
  else if (period !== null) add(billed.periods, period, kind, owed)
}

function add<Key>(to: Map<Key, ByKind>, key: Key, kind: InvoiceLine['kind'], owed: number): void {
  const byKind = to.get(key)
  to.set(key, { ...byKind, [kind]: amountOf(byKind, kind) + owed })
}

/** The last invoice or draft that has what went past a period; null while none has. */
export const invoiceOfOverage = (invoices: Iterable<Invoice>, engagementId: Id, period: Day): Invoice | null =>
  [...invoices].findLast(
    ({ type, status, lines }) =>
      type === 'invoice' &&
      status !== 'void' &&
      lines.some((line) => line.kind === 'overage' && line.engagementId === engagementId && line.period === period),
  ) ?? null

/** A line that corrects what was billed before; negative where it was too much. */
export const adjustment = (of: Pick<DueLine, 'engagementId' | 'period' | 'milestoneId'>, amount: Minor): DueLine => ({
  ...of,
  ...once(amount),
  kind: 'adjustment',
})

/**
 * What brings what is billed of one thing to the whole that is owed, whatever has happened: each kind that is on no
 * invoice is lines of its own, and what the whole differs by beyond them is one adjustment.
 * @param whole minor units
 * @param before what is billed of it
 */
export function broughtTo(
  whole: number,
  of: Pick<DueLine, 'engagementId' | 'period' | 'milestoneId'>,
  lines: readonly DueLine[],
  before: ByKind | undefined,
): DueLine[] {
  const rest = whole - sumOfKinds(before)
  if (rest === 0) return []
  const own = lines.filter(({ kind }) => amountOf(before, kind) === 0)
  const beyond = rest - sumOf(own, ({ owed }) => owed)
  return beyond === 0 ? own : [...own, adjustment(of, minor(beyond))]
}

/** Something that has one price. */
export const once = (price: Minor): Pick<DueLine, 'quantity' | 'unit' | 'unitPrice' | 'owed'> => ({
  quantity: 1,
  unit: 'unit',
  unitPrice: price,
  owed: price,
})
