import { compareText } from '../../kernel/order.ts'
import { scaleRounded } from '../../kernel/rounding.ts'
import { minor, sumOf, type Minor } from '../../kernel/units.ts'
import type { Invoice, InvoiceLine, TaxProfile, Vat } from '../../model/invoice.ts'
import { plainReason } from './natures.ts'

/** What the lines under one VAT come to. Minor units of the invoice's currency, negative on a credit note. */
export interface VatGroup {
  readonly vat: Vat
  /** The lines' amounts, and the pension fund's share of them. */
  readonly lines: Minor
  readonly pensionFund: Minor
  /** Both together: what the VAT is a share of. */
  readonly taxable: Minor
  readonly amount: Minor
}

/**
 * What an invoice comes to (domain.md, Billing). Minor units of its currency, negative on a credit note. Always:
 * net + pensionFund + vat + stampDuty = total, and total - withholding = toPay; the groups' figures add up to them.
 */
export interface InvoiceTotals {
  /** The lines. */
  readonly net: Minor
  readonly pensionFund: Minor
  /** The highest rate first, then by the reason of what carries none. */
  readonly groups: readonly VatGroup[]
  readonly vat: Minor
  /** Charged to the client. */
  readonly stampDuty: Minor
  /** Due as well, and paid by the user: never negative, it has no place in the total. */
  readonly dutyBorne: Minor
  readonly total: Minor
  readonly withholding: Minor
  readonly toPay: Minor
}

/** Quantity times unit price, rounded once, half away from zero: the only rounding of a line. */
export const lineAmount = ({
  quantity,
  unit,
  unitPrice,
}: Pick<InvoiceLine, 'quantity' | 'unit' | 'unitPrice'>): Minor =>
  minor(scaleRounded(quantity, unitPrice, unit === 'hour' ? 3600 : 1))

/** Lines' amounts under one VAT, net of it. */
export type Base = Invoice['left'][number]

/** What of an invoice its totals are made of. */
export interface Taxed {
  readonly type: Invoice['type']
  readonly lines: readonly Base[]
  readonly tax: TaxProfile
  readonly left: readonly Base[]
}

/**
 * domain.md, Billing. Roundings, each once and half away from zero: a line's amount; the pension fund and the VAT of
 * each rate on the sum of its lines, as e-invoices ask for it (FatturaPA DatiRiepilogo, EN 16931 BR-CO-17); the
 * withholding on the sum of all lines. The pension fund is a share of every line and taxed as the line is.
 *
 * A credit note is the difference between what was left of its invoice before it and after it, so that several of
 * them never take back a cent more or less than the invoice charged. Stamp duty that the invoice charged goes back
 * with the last of what it was due for; the credit note's own is borne by the user.
 */
export function invoiceTotals(invoice: Taxed): InvoiceTotals {
  const own = basesOf(invoice.lines)
  if (invoice.type === 'creditNote') return creditTotals(invoice, own)
  const duty = dutyOn(own, invoice.tax)
  const isCharged = invoice.tax.stampDuty?.charged === true
  return withDuty(sumsOf(own, invoice.tax), isCharged ? duty : 0, isCharged ? 0 : duty)
}

function creditTotals({ left, tax }: Taxed, own: readonly Base[]): InvoiceTotals {
  const before = left.length > 0 ? left : reversed(own)
  const after = plus(before, own)
  const sums = minus(sumsOf(after, tax), sumsOf(before, tax), own)
  const dutiable = (bases: readonly Base[]): number => dutiableIn(bases, tax)
  const { stampDuty } = tax
  const isLast = dutiable(own) !== 0 && dutiable(after) === 0
  const back = stampDuty?.charged === true && isLast ? stampDuty.amount : 0
  return withDuty(sums, 0 - back, dutyOn(own, tax))
}

/** By VAT, the highest rate first. Above 0 the rate says it all; at 0 each reason is a group of its own, codes in any case. */
export function basesOf(lines: readonly Base[]): Base[] {
  const bases = new Map<string, Base>()
  for (const { vat, amount } of lines) {
    const key = keyOf(vat)
    const { basisPoints } = vat
    const said = { basisPoints, reason: basisPoints === 0 ? plainReason(vat.reason) : '' }
    bases.set(key, { vat: said, amount: minor((bases.get(key)?.amount ?? 0) + amount) })
  }
  return [...bases.values()].toSorted(
    (a, b) => b.vat.basisPoints - a.vat.basisPoints || compareText(a.vat.reason, b.vat.reason),
  )
}

/** With their signs turned. */
export const reversed = (bases: readonly Base[]): Base[] =>
  bases.map(({ vat, amount }) => ({ vat, amount: minor(0 - amount) }))

const keyOf = ({ basisPoints, reason }: Vat): string =>
  basisPoints === 0 ? `0 ${plainReason(reason)}` : `${basisPoints}`
const plus = (a: readonly Base[], b: readonly Base[]): Base[] => basesOf([...a, ...b])

type Sums = Pick<InvoiceTotals, 'net' | 'pensionFund' | 'groups' | 'vat' | 'withholding'>

function sumsOf(bases: readonly Base[], tax: TaxProfile): Sums {
  const groups = bases.map((base) => groupOf(base, tax))
  const net = sumOf(groups, ({ lines }) => lines)
  const pensionFund = sumOf(groups, (group) => group.pensionFund)
  const withheldOn = net + (tax.withholdsOnPensionFund ? pensionFund : 0)
  return {
    net: minor(net),
    pensionFund: minor(pensionFund),
    groups,
    vat: minor(sumOf(groups, ({ amount }) => amount)),
    withholding: share(withheldOn, tax.withholdingBasisPoints),
  }
}

function groupOf({ vat, amount: lines }: Base, { pensionFundBasisPoints }: TaxProfile): VatGroup {
  const pensionFund = share(lines, pensionFundBasisPoints)
  const taxable = minor(lines + pensionFund)
  return { vat, lines, pensionFund, taxable, amount: share(taxable, vat.basisPoints) }
}

/** A share in 1/100 of a percent. */
const share = (of: number, basisPoints: number): Minor => minor(scaleRounded(of, basisPoints, 10_000))

const nothingIn = { lines: 0, pensionFund: 0, taxable: 0, amount: 0 } as const

/** What the first comes to beyond the second; of groups those that `own` lines are in. */
function minus(a: Sums, b: Sums, own: readonly Base[]): Sums {
  const keys = new Set(own.map(({ vat }) => keyOf(vat)))
  const groups = a.groups.map((group) => {
    const other = b.groups.find(({ vat }) => keyOf(vat) === keyOf(group.vat)) ?? nothingIn
    return {
      vat: group.vat,
      lines: minor(group.lines - other.lines),
      pensionFund: minor(group.pensionFund - other.pensionFund),
      taxable: minor(group.taxable - other.taxable),
      amount: minor(group.amount - other.amount),
    }
  })
  return {
    net: minor(a.net - b.net),
    pensionFund: minor(a.pensionFund - b.pensionFund),
    groups: groups.filter(({ vat }) => keys.has(keyOf(vat))),
    vat: minor(a.vat - b.vat),
    withholding: minor(a.withholding - b.withholding),
  }
}

/** What of the bases, the pension fund included, the duty looks at: what carries no VAT, for the reasons it names. */
function dutiableIn(bases: readonly Base[], tax: TaxProfile): number {
  const reasons = tax.stampDuty?.reasons.map(plainReason) ?? []
  const counts = ({ vat }: Base): boolean =>
    vat.basisPoints === 0 && (reasons.length === 0 || reasons.includes(plainReason(vat.reason)))
  return sumOf(bases.filter(counts), (base) => groupOf(base, tax).taxable)
}

function dutyOn(bases: readonly Base[], tax: TaxProfile): number {
  const { stampDuty } = tax
  return stampDuty !== null && Math.abs(dutiableIn(bases, tax)) > stampDuty.above ? stampDuty.amount : 0
}

function withDuty(sums: Sums, stampDuty: number, dutyBorne: number): InvoiceTotals {
  const total = sums.net + sums.pensionFund + sums.vat + stampDuty
  return {
    ...sums,
    stampDuty: minor(stampDuty),
    dutyBorne: minor(dutyBorne),
    total: minor(total),
    toPay: minor(total - sums.withholding),
  }
}
