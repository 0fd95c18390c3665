import { z } from 'zod'
import { vatSchema } from './invoice.ts'
import { markColours, markPatterns } from './marks.ts'
import { partySchema } from './party.ts'
import { currencySchema, idSchema, languageSchema, minorSchema, textSchema } from './quantities.ts'

/** A client's signal flag: a colour and a pattern, so that it is never told apart by colour alone. */
export const markSchema = z.looseObject({ colour: z.enum(markColours), pattern: z.enum(markPatterns) })
export type Mark = z.infer<typeof markSchema>

/** What of the user's way of billing (preferences) is another one for this client. */
export const clientBillingSchema = z.looseObject({
  /** Whether the client pays the withholding to the state: companies in the user's country do, others do not. */
  withholds: z.boolean().default(false),
  /** In place of the user's own: reverse charge, a client abroad. */
  vat: vatSchema.nullable().default(null),
  /** As invoices name them; without it by the client's name alone. */
  party: partySchema.optional(),
})

/** domain.md, Who and what: Client. */
export const clientSchema = z.looseObject({
  id: idSchema,
  name: textSchema,
  currency: currencySchema,
  /** The language of the documents that the client gets. */
  language: languageSchema,
  /** What an hour costs, in minor units of `currency`, before any agreement. */
  listRate: minorSchema,
  mark: markSchema,
  contacts: z.array(z.looseObject({ name: textSchema, email: textSchema })).default([]),
  note: textSchema.default(''),
  billing: clientBillingSchema.prefault({}),
  archived: z.boolean().default(false),
})
export type Client = z.infer<typeof clientSchema>
