import { z } from 'zod'
import { preferencesOf } from '../domain/book.ts'
import { defined } from '../kernel/defined.ts'
import { replaced } from '../model/change.ts'
import { currencySchema, minorSchema } from '../model/quantities.ts'
import { defineCommand, edits } from './command.ts'

/** Changes what the user has said of their own work; fields that are not named stay as they are. */
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
    })
    .partial(),
  run(book, input) {
    const before = preferencesOf(book.workspace)
    return edits(replaced('preferences', before, { ...before, ...defined(input) }))
  },
})
