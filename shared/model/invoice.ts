import { z } from 'zod'
import { minor } from '../kernel/units.ts'
import { issuerSchema, partySchema } from './party.ts'
import {
  basisPointsSchema,
  currencySchema,
  daySchema,
  idSchema,
  languageSchema,
  minorSchema,
  textSchema,
} from './quantities.ts'

/** VAT of a line; at 0 `reason` says why (in Italy the *natura*: N2.2, N3.2 …), else it says nothing. */
export const vatSchema = z.looseObject({ basisPoints: basisPointsSchema, reason: textSchema.default('') })

/**
 * How the user's invoices are taxed, as data (domain.md, Billing): a regime is a set of these values, never a path
 * in the code. All shares are in 1/100 of a percent; 0 means that there is none.
 */
export const taxProfileSchema = z.looseObject({
  vat: vatSchema,
  /** *Cassa*: a share of the lines, charged on top of them and taxed with them. */
  pensionFundBasisPoints: basisPointsSchema.default(0),
  /** *Ritenuta d'acconto*: what a client who withholds pays to the state instead of to the user. */
  withholdingBasisPoints: basisPointsSchema.default(0),
  /** Whether the pension fund is part of what the withholding is a share of. */
  withholdsOnPensionFund: z.boolean().default(false),
  /**
   * *Bollo*: due where what carries no VAT is above `above`; `charged`, the client pays it. `reasons` are those of
   * the zero rates that it is due for; none named, for all.
   */
  stampDuty: z
    .looseObject({
      above: minorSchema,
      amount: minorSchema,
      charged: z.boolean(),
      reasons: z.array(textSchema).default([]),
    })
    .nullable()
    .default(null),
})
export type TaxProfile = z.infer<typeof taxProfileSchema>
export type Vat = z.infer<typeof vatSchema>

export const invoiceLineSchema = z.looseObject({
  id: idSchema,
  kind: z.enum(['fee', 'overage', 'topUp', 'hours', 'milestone', 'adjustment', 'other']),
  /** As the client reads it. */
  text: textSchema,
  engagementId: idSchema.nullable().default(null),
  /** The first day of the period that it is for (of hours, of their month): what is on an invoice is not billed again. */
  period: daySchema.nullable().default(null),
  /** The part of a project that it is for. */
  milestoneId: idSchema.nullable().default(null),
  /**
   * What was owed by the agreement when the line was made, whatever is charged in the end: a favour is not asked for
   * later, a correction is. null where no agreement says anything.
   */
  owed: minorSchema.nullable().default(null),
  /** Of a credit note: the line of its invoice that is taken back. */
  creditsLineId: idSchema.nullable().default(null),
  /**
   * Seconds for work by the hour, else units; with the price of an hour or of a unit it gives the amount. Negative
   * on a credit note.
   */
  quantity: z.int().default(1),
  unit: z.enum(['hour', 'unit']).default('unit'),
  unitPrice: minorSchema.default(minor(0)),
  /** Rounded once, here. */
  amount: minorSchema,
  vat: vatSchema,
})
export type InvoiceLine = z.infer<typeof invoiceLineSchema>

/**
 * domain.md, Billing. A draft has no number. An issued one never changes but to `void`, which keeps the number; a
 * credit note (`credits`) corrects it. *Paid* and *overdue* are derived from its payments and from today.
 */
export const invoiceSchema = z.looseObject({
  id: idSchema,
  clientId: idSchema,
  type: z.enum(['invoice', 'creditNote']),
  status: z.enum(['draft', 'issued', 'void']),
  series: textSchema.default(''),
  /** Both from the day of issue on; gapless within year and series. */
  year: z.int().min(1970).max(2199).nullable().default(null),
  number: z.int().positive().nullable().default(null),
  /** Of a draft: the day on which it is to be issued. */
  issuedOn: daySchema,
  dueOn: daySchema,
  currency: currencySchema,
  language: languageSchema,
  lines: z.array(invoiceLineSchema),
  tax: taxProfileSchema,
  /** The invoice that a credit note takes back, wholly or in part. */
  credits: idSchema.nullable().default(null),
  /** Of a credit note: what of its invoice was left before it, by VAT and net of it: see domain/billing/totals.ts. */
  left: z.array(z.looseObject({ vat: vatSchema, amount: minorSchema })).default([]),
  note: textSchema.default(''),
  /** Who it is from and to, as they were when it was issued: without a name, the user had not said who they are. */
  parties: z.looseObject({ issuer: issuerSchema, client: partySchema }).optional(),
})
export type Invoice = z.infer<typeof invoiceSchema>

/** The year in whose file an invoice lies. */
export const fileYearOf = (invoice: Invoice): string =>
  invoice.year === null ? invoice.issuedOn.slice(0, 4) : String(invoice.year)
