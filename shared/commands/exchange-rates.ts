import { z } from 'zod'
import { preferencesOf } from '../domain/book.ts'
import type { Month } from '../kernel/day.ts'
import { refused } from '../kernel/refusal.ts'
import { made, removed, replaced } from '../model/change.ts'
import type { ExchangeRate } from '../model/exchange-rate.ts'
import { currencySchema, idSchema, monthSchema } from '../model/quantities.ts'
import { defineCommand, edits } from './command.ts'

/** What a unit of another currency is worth in some months, as the user says; said again, it takes the other's place. */
export const setExchangeRate = defineCommand({
  name: 'exchangeRate.set',
  undo: 'always',
  input: z.object({
    months: z.array(monthSchema).min(1).max(1200),
    currency: currencySchema,
    millionths: z.int().positive(),
  }),
  run({ workspace }, { months, currency, millionths }, { newId }) {
    const to = preferencesOf(workspace).currency
    if (currency === to) return refused({ code: 'ownCurrency', field: 'currency' })
    const said = new Map<Month, ExchangeRate>()
    for (const rate of workspace.tables.exchangeRates.values())
      if (rate.currency === currency && rate.to === to) said.set(rate.month, rate)
    return edits(
      ...[...new Set(months)].map((month) => {
        const before = said.get(month)
        return before
          ? replaced('exchangeRates', before, { ...before, millionths })
          : made('exchangeRates', { id: newId(), month, currency, to, millionths })
      }),
    )
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
