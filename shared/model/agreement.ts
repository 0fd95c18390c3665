import { z } from 'zod'
import { minor } from '../kernel/units.ts'
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

/**
 * What the client gets on top, in place of a discount: minutes a period, or so many times a period, or (both null) a
 * promise that draws on nothing. `value` is what it is worth at list price.
 */
export const perkSchema = z.looseObject({
  id: z.string().min(1),
  name: textSchema,
  /** The quota of each period; null for a count or a promise. */
  minutes: z.int().nonnegative().nullable(),
  count: z.int().positive().nullable().default(null),
  value: minorSchema.default(minor(0)),
})

/** null: unused time lapses. `periods: null`: it is kept to the end of the term. `cap: null`: all of it. */
const rolloverSchema = z
  .looseObject({ periods: z.int().positive().max(1200).nullable(), cap: amountSchema.nullable() })
  .nullable()
const overageSchema = z.looseObject({ policy: z.enum(['bill', 'absorb', 'borrow']), rate: minorSchema.optional() })

/**
 * Terms from a day on, the first of a period. What a version does not name stays as it was before it, so that raising
 * a rate says nothing of the rollover.
 */
export const versionSchema = z.looseObject({
  from: daySchema,
  fee: minorSchema,
  included: amountSchema,
  /** Nothing owed, nothing granted for a while: shown as a pause with its end, not as a fee of 0. */
  isPause: z.boolean().optional(),
  /** Of a pause: the terms that it stands in for, which come back with its end. */
  insteadOf: z.looseObject({ fee: minorSchema, included: amountSchema }).optional(),
  listRate: minorSchema.optional(),
  rollover: rolloverSchema.optional(),
  overage: overageSchema.optional(),
  rounding: roundingSchema.optional(),
  perks: z.array(perkSchema).optional(),
})

export const topUpSchema = z.looseObject({
  id: idSchema,
  on: daySchema,
  amount: amountSchema,
  /** 0 is goodwill, and then `reason` says why. */
  price: minorSchema,
  reason: textSchema.default(''),
})

export const agreementSchema = z.looseObject({
  basis: z.enum(['hours', 'deliverables', 'access']),
  currency: currencySchema,
  /** Per hour; per unit for deliverables. */
  listRate: minorSchema,
  startsOn: daySchema,
  period: z.looseObject({ every: z.enum(['month', 'quarter', 'year']), anchor: z.enum(['calendar', 'anniversary']) }),
  term: z.looseObject({ periods: z.int().positive().max(1200), atEnd: z.enum(['ends', 'renews', 'open']) }),
  /** The last day, where it was agreed to end before (or without) the term's own. */
  endsOn: daySchema.nullable().default(null),
  trial: z.boolean().default(false),
  /** How many periods the term has that a trial leads to. */
  leadsTo: z.int().positive().max(1200).nullable().default(null),
  noticeDays: z.int().nonnegative().default(30),
  proration: z.enum(['days', 'none']),
  rollover: rolloverSchema,
  overage: overageSchema,
  rounding: roundingSchema.default({ mode: 'none' }),
  /** Dated terms, oldest first: a period keeps those that were in force on its first day. */
  versions: z.array(versionSchema).min(1),
  topUps: z.array(topUpSchema).default([]),
  perks: z.array(perkSchema).default([]),
  /** Shares of a period's time, in percent, at which the user is told. */
  alerts: z.array(z.int().positive()).default([80, 100]),
})
export type Rollover = z.infer<typeof rolloverSchema>
export type Overage = z.infer<typeof overageSchema>
export type Agreement = z.infer<typeof agreementSchema>
export type Version = z.infer<typeof versionSchema>
export type Perk = z.infer<typeof perkSchema>
export type TopUp = z.infer<typeof topUpSchema>
