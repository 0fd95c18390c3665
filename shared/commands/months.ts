import { z } from 'zod'
import { preferencesOf } from '../domain/book.ts'
import { surenessOn } from '../domain/month-close/changes.ts'
import { addToMonth, monthOf } from '../kernel/day.ts'
import { refused } from '../kernel/refusal.ts'
import { by } from '../kernel/order.ts'
import { replaced } from '../model/change.ts'
import type { MonthNote } from '../model/preferences.ts'
import { monthSchema } from '../model/quantities.ts'
import { defineCommand, edits } from './command.ts'

/** So many months are remembered: what is before them is in its closings. */
const KEPT = 12

/**
 * Notes how far the pass over a month is (domain.md, Closing a month: "it can be left and resumed"): that the gaps that
 * are left were breaks, and that all is done. With that it keeps how sure income was, for the next month to compare.
 */
export const noteMonth = defineCommand({
  name: 'month.note',
  undo: 'always',
  input: z.object({
    month: monthSchema,
    /** How many gaps were left as breaks; null takes it back. */
    breaks: z.int().nonnegative().nullable().optional(),
    finished: z.boolean().optional(),
  }),
  run(book, { month, breaks, finished }, { now, today }) {
    if (!book.totals) return refused({ code: 'stillCounting' })
    if (month >= monthOf(today)) return refused({ code: 'inFuture', field: 'month' })
    const before = preferencesOf(book.workspace)
    const was = before.months.find((note) => note.month === month)
    const end = {
      finishedAt: finished === undefined ? (was?.finishedAt ?? null) : finished ? now : null,
      sureness: finished === undefined ? (was?.sureness ?? null) : finished ? { ...surenessOn(book, today) } : null,
    }
    const note: MonthNote = { ...was, month, breaks: breaks === undefined ? (was?.breaks ?? null) : breaks, ...end }
    const months = [...before.months.filter((each) => each.month !== month), note]
      .filter((each) => each.month > addToMonth(monthOf(today), -1 - KEPT))
      .toSorted(by((each) => each.month))
    return edits(replaced('preferences', before, { ...before, months }))
  },
})
