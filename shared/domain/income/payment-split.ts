import type { Id } from '../../kernel/id.ts'
import { scaleRounded } from '../../kernel/rounding.ts'
import { shares } from '../../kernel/shares.ts'
import { minor, sumOf, type Minor } from '../../kernel/units.ts'
import type { Invoice } from '../../model/invoice.ts'
import { linesLeft } from '../billing/credit.ts'
import { invoiceTotals } from '../billing/totals.ts'

/** What an amount that was paid is for. Always: the lines + taxes + beyond = whole. */
export interface Split {
  readonly whole: Minor
  /** Income, by the line of the invoice. */
  readonly lines: ReadonlyMap<Id, Minor>
  /** VAT, pension fund and stamp duty, less what was withheld. */
  readonly taxes: Minor
  /** More than is due. */
  readonly beyond: Minor
}

export const noSplit: Split = { whole: minor(0), lines: new Map(), taxes: minor(0), beyond: minor(0) }

export const incomeOf = ({ lines }: Split): number => sumOf(lines.values(), (amount) => amount)

/**
 * What all that was paid of an invoice so far is for: income and taxes in the proportion in which what is due is made
 * of them, income shared over the lines by largest remainder. What is due is the invoice less its credit notes; where
 * they took back all of it, the money that is still here came for what was invoiced.
 */
export function splitOf(invoice: Invoice, credits: readonly Invoice[], whole: number): Split {
  const due = dueOf(invoice, credits)
  if (due <= 0)
    return credits.length > 0 ? splitOf(invoice, [], whole) : { ...noSplit, whole: minor(whole), beyond: minor(whole) }
  const settled = Math.min(Math.max(whole, 0), due)
  const left = linesLeft(invoice, credits)
  const income = scaleRounded(
    sumOf(left, ({ amount }) => amount),
    settled,
    due,
  )
  const amounts = signedShares(
    income,
    left.map(({ amount }) => amount),
    { part: settled, of: due },
  )
  return {
    whole: minor(whole),
    lines: new Map(left.map(({ id }, index) => [id, minor(amounts[index] ?? 0)])),
    taxes: minor(settled - income),
    beyond: minor(whole - settled),
  }
}

/** What the client is to pay, less what credit notes took back. */
export const dueOf = (invoice: Invoice, credits: readonly Invoice[]): number =>
  sumOf([invoice, ...credits], (each) => invoiceTotals(each).toPay)

/** What the later of two has beyond the earlier: the part that came in between. */
export function minus(later: Split, earlier: Split): Split {
  const ids = new Set([...later.lines.keys(), ...earlier.lines.keys()])
  return {
    whole: minor(later.whole - earlier.whole),
    lines: new Map([...ids].map((id) => [id, minor((later.lines.get(id) ?? 0) - (earlier.lines.get(id) ?? 0))])),
    taxes: minor(later.taxes - earlier.taxes),
    beyond: minor(later.beyond - earlier.beyond),
  }
}

/**
 * The split in another currency: the whole, the income and what is beyond are each converted once, and what the
 * roundings leave is with the taxes; where there are none, nothing is left.
 * @param convert null where no rate is known
 */
export function converted(split: Split, convert: (amount: number) => Minor | null): Split | null {
  const [whole, income, beyond] = [convert(split.whole), convert(incomeOf(split)), convert(split.beyond)]
  if (whole === null || income === null || beyond === null) return null
  const amounts = signedShares(income, [...split.lines.values()])
  return {
    whole,
    lines: new Map([...split.lines.keys()].map((id, index) => [id, minor(amounts[index] ?? 0)])),
    taxes: minor(whole - income - beyond),
    beyond,
  }
}

/**
 * Largest-remainder shares by amounts of both signs: those below zero are shared among themselves, in the proportion
 * that is given, and the others bear them. They add up to the whole.
 * @param proportion of the whole to the amounts; where these come to nothing, it alone says how much of them is meant
 */
function signedShares(
  whole: number,
  amounts: readonly number[],
  proportion: { readonly part: number; readonly of: number } = { part: whole, of: sumOf(amounts, (amount) => amount) },
): number[] {
  const below = sumOf(amounts, (amount) => Math.max(0, -amount))
  const taken = proportion.of === 0 ? 0 : scaleRounded(below, proportion.part, proportion.of)
  const given = shares(
    whole + taken,
    amounts.map((amount) => Math.max(0, amount)),
  )
  const borne = shares(
    taken,
    amounts.map((amount) => Math.max(0, -amount)),
  )
  return amounts.map((_, index) => (given[index] ?? 0) - (borne[index] ?? 0))
}
