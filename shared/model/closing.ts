import { z } from 'zod'
import { daySchema, idSchema, instantSchema, minorSchema, textSchema } from './quantities.ts'

const lotSchema = z.looseObject({
  source: z.enum(['included', 'topUp']),
  period: z.int(),
  topUpId: idSchema.nullable(),
  granted: z.int(),
  left: z.int(),
  /** null: while the agreement has no end. */
  expiresAfter: z.int().nullable(),
})

/**
 * What the user made of a period's report (product.md, Close the month): how its work is put together, the words that
 * its client reads in place of a note's, a task's or a tag's own (empty: it is not said), and what stands above it all.
 * The entries stay as they are.
 */
export const reportSchema = z.looseObject({
  by: z.enum(['task', 'day', 'tag']),
  /** Whether it says how long each thing took. */
  saysTime: z.boolean(),
  intro: textSchema.default(''),
  words: z.array(z.looseObject({ from: textSchema, to: textSchema })).default([]),
  /**
   * As the client got it: the paper and its table, as JSON text, and by how much earlier closed periods differed then
   * from what had been reported of them. Not there while it has not been sent.
   */
  sent: z
    .looseObject({
      paper: z.string(),
      table: z.string(),
      told: z.array(z.looseObject({ start: daySchema, by: z.record(z.string(), z.int()) })),
    })
    .optional(),
})
export type ReportMade = z.infer<typeof reportSchema>

/**
 * A period as it was reported and invoiced (domain.md, Closing a month). It stays as it is, whatever is tracked or
 * agreed later: what has changed since shows as an adjustment against it. Amounts as in a ledger row: seconds, or
 * units for deliverables; money in minor units.
 */
export const closingSchema = z.looseObject({
  id: idSchema,
  engagementId: idSchema,
  /** The period's first day, and the first that is no longer in it. */
  start: daySchema,
  end: daySchema,
  closedAt: instantSchema,
  /** When the client got the report: from then on it is corrected by adjustments, never opened again. */
  sentAt: instantSchema.nullable().default(null),
  figures: z.looseObject({
    opening: z.int(),
    adjusted: z.int().default(0),
    granted: z.int(),
    used: z.int(),
    usedCarried: z.int(),
    usedIncluded: z.int(),
    usedTopUp: z.int(),
    overage: z.int(),
    expired: z.int(),
    dropped: z.int(),
    carriedOut: z.int(),
    repaid: z.int(),
    borrowed: z.int(),
    worked: z.int(),
    fee: minorSchema,
    topUpAmount: minorSchema,
    overageAmount: minorSchema,
    effectiveRate: minorSchema.nullable(),
  }),
  /** What each perk gave: charged seconds, those within its quota, and uses of one that is counted. */
  perks: z.array(z.looseObject({ id: z.string(), seconds: z.int(), covered: z.int(), times: z.int() })),
  /** By how much more than the closed period before it was reported to hand on each lot came in. */
  adjustedLots: z.array(z.looseObject({ lot: lotSchema, amount: z.int() })).default([]),
  /** The lots there were to use, in order of use, and what was taken from them: by their place in this list. */
  lots: z.array(lotSchema),
  moves: z.array(z.looseObject({ kind: z.enum(['draw', 'expire', 'drop']), lot: z.int(), amount: z.int() })),
  /** What the next period begins with. */
  handed: z.looseObject({ lots: z.array(lotSchema), borrowed: z.int() }),
  /** The favour that was done when it was closed, in place of billing the time past its hours: goes when it is reopened. */
  goodwill: idSchema.optional(),
  /** Not there while nobody has changed anything about it, and it was not sent from here. */
  report: reportSchema.optional(),
})
export type Closing = z.infer<typeof closingSchema>
