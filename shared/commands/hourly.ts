import { z } from 'zod'
import { refused } from '../kernel/refusal.ts'
import { isSame } from '../kernel/same.ts'
import { roundingSchema } from '../model/agreement.ts'
import { replaced } from '../model/change.ts'
import type { Hourly } from '../model/engagement.ts'
import { daySchema, idSchema, minorSchema, textSchema } from '../model/quantities.ts'
import { defineCommand, edits, nothing } from './command.ts'
import { add, found, named, workedOnAll } from './engagements.ts'

export const createHourly = defineCommand({
  name: 'hourly.create',
  undo: 'always',
  input: z.object({ ...named, rate: minorSchema }),
  run(book, { clientId, name, rate }, { newId, today }) {
    const rates = [{ from: null, rate }]
    const hourly = { clientId, name, archived: false, rates, rounding: { mode: 'none' } } as const
    return add(book, { id: newId(), kind: 'hourly', ...hourly }, today)
  },
})

/**
 * Another rate from a day on: what was earned before it stays at the rates that it had, so the day is never before
 * the last one's; on that very day it takes its place, since until then it was the one agreed for that day. The
 * rounding can only be chosen while nothing is charged by it.
 */
export const updateHourly = defineCommand({
  name: 'hourly.update',
  undo: 'always',
  input: z.object({
    id: idSchema,
    name: textSchema.optional(),
    rate: z.object({ from: daySchema, rate: minorSchema.refine((rate) => rate >= 0) }).optional(),
    rounding: roundingSchema.optional(),
  }),
  run(book, { id, name, rate, rounding }) {
    const before = found(book, id, 'hourly')
    if (!before) return refused({ code: 'notFound', what: 'engagement' })
    const last = before.rates.at(-1)?.from
    if (rate && last && rate.from < last) return refused({ code: 'rateBeforeLast', field: 'rate.from', from: last })
    if (rounding && !isSame(rounding, before.rounding)) {
      if (!book.totals) return refused({ code: 'stillCounting' })
      if (workedOnAll(book, id) > 0) return refused({ code: 'roundingInUse', field: 'rounding' })
    }
    const after: Hourly = {
      ...before,
      name: name ?? before.name,
      rates: rate ? withRate(before.rates, rate) : before.rates,
      rounding: rounding ?? before.rounding,
    }
    return isSame(before, after) ? nothing : edits(replaced('engagements', before, after))
  },
})

/** A rate that is in force already begins nothing. */
function withRate(rates: Hourly['rates'], rate: Hourly['rates'][number]): Hourly['rates'] {
  const earlier = rates.filter(({ from }) => from !== rate.from)
  return earlier.at(-1)?.rate === rate.rate ? earlier : [...earlier, rate]
}
