import { z } from 'zod'
import { preferencesOf } from '../domain/book.ts'
import { refused } from '../kernel/refusal.ts'
import { made, removed, replaced } from '../model/change.ts'
import { currencySchema, idSchema, monthSchema } from '../model/quantities.ts'
import { defineCommand, edits } from './command.ts'

/** What a unit of another currency is worth in a month, as the user says; said again, it takes the other's place. */
export const setExchangeRate = defineCommand({
  name: 'exchangeRate.set',
  undo: 'always',
  input: z.object({ month: monthSchema, currency: currencySchema, millionths: z.int().positive() }),
  run({ workspace }, { month, currency, millionths }, { newId }) {
    const to = preferencesOf(workspace).currency
    if (currency === to) return refused({ code: 'ownCurrency', field: 'currency' })
    const { exchangeRates } = workspace.tables
    const before = [...exchangeRates.values()].find(
      (rate) => rate.month === month && rate.currency === currency && rate.to === to,
    )
    if (before) return edits(replaced('exchangeRates', before, { ...before, millionths }))
    const rate = { id: newId(), month, currency, to, millionths }
    return { ...edits(made('exchangeRates', rate)), made: rate.id }
  },
})

export const removeExchangeRate = defineCommand({
  name: 'exchangeRate.remove',
  undo: 'always',
  input: z.object({ id: idSchema }),
  run({ workspace }, { id }) {
    const rate = workspace.tables.exchangeRates.get(id)
    return rate ? edits(removed('exchangeRates', rate)) : refused({ code: 'notFound', what: 'exchangeRate' })
  },
})
