import { z } from 'zod'
import { taxProfileSchema } from './invoice.ts'
import { issuerSchema } from './party.ts'
import { keptTextSchema } from './proposal.ts'
import {
  currencySchema,
  daySchema,
  idSchema,
  instantSchema,
  minorSchema,
  monthSchema,
  textSchema,
  zoneSchema,
} from './quantities.ts'

import { bankRoles } from './bank-roles.ts'

export { preferencesId } from './preferences-id.ts'

/** How the user bills (domain.md, Billing). */
export const billingSchema = z.looseObject({
  issuer: issuerSchema.prefault({}),
  series: textSchema.default(''),
  /** How many days before its period a retainer is invoiced, and how many days later that is due. */
  advanceDays: z.int().min(0).max(365).default(10),
  dueDays: z.int().min(0).max(365).default(15),
  tax: taxProfileSchema.default({
    vat: { basisPoints: 0, reason: '' },
    pensionFundBasisPoints: 0,
    withholdingBasisPoints: 0,
    withholdsOnPensionFund: false,
    stampDuty: null,
  }),
  /** What the columns of the bank's table held the last time, by the heads that it had then. */
  bank: z
    .looseObject({
      header: z.array(textSchema),
      columns: z.array(z.enum(bankRoles).nullable()),
      dateOrder: z.enum(['dmy', 'mdy']),
      decimal: z.enum(['.', ',']),
    })
    .optional(),
})

/** A stretch on which nothing is worked, first and last day included. */
export const daysOffSchema = z.looseObject({
  from: daySchema,
  to: daySchema,
  name: textSchema,
  /** A public holiday is renewed with those of its country; what the user wrote is left alone. */
  source: z.enum(['user', 'holiday']).default('user'),
})
export type DaysOff = z.infer<typeof daysOffSchema>

/** The country whose public holidays are free (ISO 3166), with its region where it has its own: `IT`, `IT-32`. */
export const holidaysOfSchema = z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/)

/** How far the pass over a month is (domain.md, Closing a month), and how sure income was when it was done. */
const monthNoteSchema = z.looseObject({
  month: monthSchema,
  /** How many gaps in its time were left as breaks; null while that was not said. */
  breaks: z.int().nonnegative().nullable(),
  finishedAt: instantSchema.nullable(),
  sureness: z
    .looseObject({
      guaranteed: minorSchema,
      monthsCovered: z.int(),
      coverage: z.int().nullable(),
      variation: z.int().nullable(),
    })
    .nullable(),
})
export type MonthNote = z.infer<typeof monthNoteSchema>

/** A PNG and nothing else, made small by whoever reads the user's file: it lies in a record that is written whole. */
export const logoSchema = z
  .string()
  .max(140_000)
  .regex(/^data:image\/png;base64,[A-Za-z0-9+/]+=*$/)

/** What the user has said of their own work. How this machine shows it (language, theme) is in the settings. */
export const preferencesSchema = z.looseObject({
  id: idSchema,
  timeZone: zoneSchema,
  currency: currencySchema,
  listRate: minorSchema,
  /** Income a month the user wants to be able to count on; null until it is said. */
  target: minorSchema.nullable().default(null),
  /** 1 Monday … 7 Sunday. */
  workingDays: z.array(z.int().min(1).max(7)).default([1, 2, 3, 4, 5]),
  /** The weekday on which a week begins; null, as the language has it. */
  weekStart: z.int().min(1).max(7).nullable().default(null),
  /** Hours to sell on a working day, in minutes. */
  minutesPerDay: z.int().positive().max(1440).default(480),
  /** Minutes after which a running timer is told to be long; null for never. */
  longTimer: z.int().positive().max(1440).nullable().default(480),
  /** Nothing is worked on them. */
  daysOff: z.array(daysOffSchema).default([]),
  holidaysOf: holidaysOfSchema.nullable().default(null),
  /** The last months that were passed over, oldest first. */
  months: z.array(monthNoteSchema).default([]),
  billing: billingSchema.prefault({}),
  /** On documents: a small picture, as a data address; null for none. */
  logo: logoSchema.nullable().default(null),
  texts: z.array(keptTextSchema).default([]),
})
export type Preferences = z.infer<typeof preferencesSchema>
