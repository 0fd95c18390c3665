import { z } from 'zod'
import { preferencesOf } from '../domain/book.ts'
import { defined } from '../kernel/defined.ts'
import { replaced } from '../model/change.ts'
import { taxProfileSchema } from '../model/invoice.ts'
import { issuerSchema } from '../model/party.ts'
import { logoSchema } from '../model/preferences.ts'
import { keptTextSchema } from '../model/proposal.ts'
import { currencySchema, minorSchema, textSchema } from '../model/quantities.ts'
import { defineCommand, edits } from './command.ts'
import { retaxed } from './retaxed.ts'

const days = z.int().min(0).max(365)
const billing = z
  .object({ issuer: issuerSchema, series: textSchema, advanceDays: days, dueDays: days, tax: taxProfileSchema })
  .partial()

/**
 * Changes what the user has said of their own work; fields that are not named stay as they are, those of billing too.
 * Drafts that are taxed as the user is follow.
 */
export const setPreferences = defineCommand({
  name: 'preferences.set',
  undo: 'always',
  // Not the model's schema made partial: its defaults would come in for the fields that are not named.
  input: z
    .object({
      currency: currencySchema,
      listRate: minorSchema,
      target: minorSchema.nullable(),
      workingDays: z.array(z.int().min(1).max(7)).min(1),
      weekStart: z.int().min(1).max(7).nullable(),
      minutesPerDay: z.int().positive().max(1440),
      longTimer: z.int().positive().max(1440).nullable(),
      billing,
      logo: logoSchema.nullable(),
      texts: z.array(keptTextSchema).max(1000),
    })
    .partial(),
  run(book, { billing, ...input }) {
    const before = preferencesOf(book.workspace)
    const after = { ...before, ...defined(input), billing: { ...before.billing, ...defined(billing ?? {}) } }
    const clients = [...book.workspace.tables.clients.values()]
    const drafts = clients.flatMap((client) =>
      retaxed(book, { preferences: before, client }, { preferences: after, client }),
    )
    return edits(replaced('preferences', before, after), ...drafts)
  },
})
