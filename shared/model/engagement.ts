import { z } from 'zod'
import { agreementSchema, roundingSchema } from './agreement.ts'
import { proposalSchema } from './proposal.ts'
import { daySchema, idSchema, minorSchema, textSchema } from './quantities.ts'

/** domain.md, Who and what: what a client has agreed to, and what time is tracked on. */
const common = {
  id: idSchema,
  clientId: idSchema,
  /** Empty where the client has just one: the client's name says it all. */
  name: textSchema,
  archived: z.boolean().default(false),
  /**
   * What fell due before this day was billed elsewhere, or is given up (domain/billing/billed-from.ts). Not there while
   * nobody has said: then the record's own age does.
   */
  billedFrom: daySchema.optional(),
  /** The day on which it was written down here, where the user was: the record's id tells the moment alone. */
  writtenOn: daySchema.optional(),
}

export const hourlySchema = z.looseObject({
  ...common,
  kind: z.literal('hourly'),
  /** Dated rates per hour, oldest first: raising one never rewrites what was earned. */
  rates: z.array(z.looseObject({ from: daySchema.nullable(), rate: minorSchema })).min(1),
  rounding: roundingSchema.default({ mode: 'none' }),
})

export const projectSchema = z.looseObject({
  ...common,
  kind: z.literal('project'),
  /** The parts of the fixed fee, each with the day on which it is earned. */
  milestones: z.array(z.looseObject({ id: idSchema, name: textSchema, on: daySchema, amount: minorSchema })),
  budgetMinutes: z.int().positive().nullable().default(null),
})

/** Why a client says no, or does not go on: few and plain, so that they can be counted. */
export const outcomeCauses = ['price', 'need', 'time', 'other', 'silence', 'someoneElse'] as const

/** What became of an agreement that was not signed, or not gone on with. */
const outcomeSchema = z.looseObject({
  on: daySchema,
  cause: z.enum(outcomeCauses),
  note: textSchema.default(''),
})
export type Outcome = z.infer<typeof outcomeSchema>

export const retainerSchema = z.looseObject({
  ...common,
  kind: z.literal('retainer'),
  status: z.enum(['draft', 'proposed', 'active', 'ended', 'declined']),
  agreement: agreementSchema,
  /** What is said to the client of it; null while nothing is. */
  proposal: proposalSchema.nullable().default(null),
  /** The day on which it was last sent to the client. */
  sentOn: daySchema.nullable().default(null),
  /**
   * What the client was sent, and what was signed: each page as JSON text, the user's sign once for both. Not there while
   * nothing was sent, or where it was signed without a document.
   */
  sent: z.looseObject({ proposal: z.string(), agreement: z.string(), logo: z.string().optional() }).optional(),
  /** The retainer that this one renews: trial, then 6, then 12 periods. */
  follows: idSchema.nullable().default(null),
  /** Why it was declined, or why nothing followed it; null while nobody told. */
  outcome: outcomeSchema.nullable().default(null),
  /** Of which periods (by their first day) the user has been told at which shares: each alert comes once. */
  told: z.array(z.looseObject({ period: daySchema, shares: z.array(z.int().positive()) })).default([]),
})

export const engagementSchema = z.discriminatedUnion('kind', [hourlySchema, projectSchema, retainerSchema])
export type Engagement = z.infer<typeof engagementSchema>
export type Hourly = z.infer<typeof hourlySchema>
export type Project = z.infer<typeof projectSchema>
export type Retainer = z.infer<typeof retainerSchema>
export type EngagementKind = Engagement['kind']
