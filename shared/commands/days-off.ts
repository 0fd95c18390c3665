import { z } from 'zod'
import { preferencesOf } from '../domain/book.ts'
import { inOrder } from '../domain/days-off.ts'
import { defined } from '../kernel/defined.ts'
import { refused } from '../kernel/refusal.ts'
import { replaced } from '../model/change.ts'
import { daysOffSchema, holidaysOfSchema } from '../model/preferences.ts'
import { defineCommand, edits } from './command.ts'

/** Twenty years of public holidays and as many days of the user's own: more is a slip. */
const MOST = 1000

/**
 * Says when nothing is worked: all days off in place of those there were, and the country whose public holidays are
 * among them. `withHolidays` of domain/days-off.ts makes the list when a country's are taken over or renewed.
 */
export const setDaysOff = defineCommand({
  name: 'daysOff.set',
  undo: 'always',
  input: z.object({ daysOff: z.array(daysOffSchema).max(MOST), holidaysOf: holidaysOfSchema.nullable().optional() }),
  run(book, { daysOff, holidaysOf }) {
    const wrong = daysOff.findIndex(({ from, to }) => to < from)
    if (wrong !== -1) return refused({ code: 'endBeforeStart', field: `daysOff.${wrong}.to` })
    const before = preferencesOf(book.workspace)
    return edits(replaced('preferences', before, { ...before, daysOff: inOrder(daysOff), ...defined({ holidaysOf }) }))
  },
})
