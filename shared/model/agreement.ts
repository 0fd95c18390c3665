import { z } from 'zod'
import { currencySchema, daySchema, idSchema, minorSchema, textSchema } from './quantities.ts'

/**
 * The terms of a retainer (domain.md, The retainer agreement). Amounts of work are in the basis' own unit: minutes
 * for `hours`, units for `deliverables`; `access` has none.
 */
const amountSchema = z.int().nonnegative().max(1_000_000)

export const roundingSchema = z.looseObject({
  mode: z.enum(['none', 'up', 'nearest']),
  minutes: z.int().positive().optional(),
})
export type Rounding = z.infer<typeof roundingSchema>

export const versionSchema = z.looseObject({ from: daySchema, fee: minorSchema, included: amountSchema })
export const topUpSchema = z.looseObject({
  id: idSchema,
  on: daySchema,
  amount: amountSchema,
  /** 0 is goodwill, and then `reason` says why. */
  price: minorSchema,
  reason: textSchema.default(''),
})
export const perkSchema = z.looseObject({
  id: z.string().min(1),
  name: textSchema,
  /** The quota of each period; null for a promise that draws on nothing. */
  minutes: z.int().nonnegative().nullable(),
})

export const agreementSchema = z.looseObject({
  basis: z.enum(['hours', 'deliverables', 'access']),
  currency: currencySchema,
  /** Per hour; per unit for deliverables. */
  listRate: minorSchema,
  startsOn: daySchema,
  period: z.looseObject({ every: z.enum(['month', 'quarter', 'year']), anchor: z.enum(['calendar', 'anniversary']) }),
  term: z.looseObject({ periods: z.int().positive().max(1200), atEnd: z.enum(['ends', 'renews', 'open']) }),
  trial: z.boolean().default(false),
  noticeDays: z.int().nonnegative().default(30),
  proration: z.enum(['days', 'none']),
  /** null: unused time lapses. `periods: null`: it is kept to the end of the term. `cap: null`: all of it. */
  rollover: z
    .looseObject({ periods: z.int().positive().max(1200).nullable(), cap: amountSchema.nullable() })
    .nullable(),
  overage: z.looseObject({ policy: z.enum(['bill', 'absorb', 'borrow']), rate: minorSchema.optional() }),
  rounding: roundingSchema.default({ mode: 'none' }),
  /** Dated terms, oldest first: a period keeps those that were in force on its first day. */
  versions: z.array(versionSchema).min(1),
  topUps: z.array(topUpSchema).default([]),
  perks: z.array(perkSchema).default([]),
  /** Shares of a period's time, in percent, at which the user is told. */
  alerts: z.array(z.int().positive()).default([80, 100]),
})
export type Agreement = z.infer<typeof agreementSchema>
export type Version = z.infer<typeof versionSchema>
