import { minor } from '../../kernel/units.ts'
import type { Client } from '../../model/client.ts'
import type { TaxProfile } from '../../model/invoice.ts'

/** A way of being taxed that a user can begin with; each value can be changed afterwards. */
export interface Regime {
  readonly tax: TaxProfile
  /** The pension fund's usual share, for those who charge one: 1/100 of a percent. */
  readonly pensionFundBasisPoints: number | null
}

/**
 * 2.00 on what carries no VAT above 77.47 (DPR 642/1972, Tariffa, art. 13): what is outside the tax's field (N2.1, N2.2,
 * the *forfettario* too), not taxable towards habitual exporters (N3.5) or otherwise (N3.6), and exempt (N4), which are
 * the criteria of the tax agency's Elenco B (its guide of January 2024), and expenses paid in the client's name (N1,
 * DPR 633/1972, art. 15), which the list leaves to the issuer. Exports, sales inside the Union (N3.1 to N3.4), margin
 * schemes (N5), reverse charge (N6) and VAT paid in another country (N7) are free of it.
 */
const stampDuty = {
  above: minor(7747),
  amount: minor(200),
  charged: true,
  reasons: ['N1', 'N2.1', 'N2.2', 'N3.5', 'N3.6', 'N4'],
}
const none = { pensionFundBasisPoints: 0, withholdingBasisPoints: 0, withholdsOnPensionFund: false } as const

/** Italy (domain.md, Billing). The 20 % of *ritenuta d'acconto* is withheld by clients who withhold: see `taxFor`. */
const italy = {
  ordinario: {
    tax: { ...none, vat: { basisPoints: 2200, reason: '' }, withholdingBasisPoints: 2000, stampDuty },
    pensionFundBasisPoints: 400,
  },
  forfettario: {
    tax: { ...none, vat: { basisPoints: 0, reason: 'N2.2' }, stampDuty },
    pensionFundBasisPoints: 400,
  },
} as const satisfies Record<string, Regime>

/** Where nothing is known of the country: no tax at all, until the user says which. */
const elsewhere = {
  plain: { tax: { ...none, vat: { basisPoints: 0, reason: '' }, stampDuty: null }, pensionFundBasisPoints: null },
} as const satisfies Record<string, Regime>

/** The regimes of a country (ISO 3166), by name, the usual one first: values only, never a path in the code. */
export const regimesOf = (country: string): Readonly<Record<string, Regime>> => (country === 'IT' ? italy : elsewhere)

/**
 * The user's profile as it is for a client: nothing is withheld by those who do not, and some have a VAT of their own.
 * Stamp duty is an amount of the user's own currency: on an invoice in another one there is none, until its
 * user writes what it comes to as a line.
 */
export const taxFor = (tax: TaxProfile, { billing }: Client, isOwnCurrency = true): TaxProfile => ({
  ...tax,
  stampDuty: isOwnCurrency ? tax.stampDuty : null,
  vat: billing.vat ?? tax.vat,
  withholdingBasisPoints: billing.withholds ? tax.withholdingBasisPoints : 0,
})
