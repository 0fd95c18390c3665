import { z } from 'zod'
import { preferencesOf, type Book } from '../domain/book.ts'
import type { Day } from '../kernel/day.ts'
import { refused, type Refusal } from '../kernel/refusal.ts'
import { isSame } from '../kernel/same.ts'
import { sumOf } from '../kernel/units.ts'
import { made, removed, replaced, type Edit } from '../model/change.ts'
import type { Payment } from '../model/payment.ts'
import { billingSchema } from '../model/preferences.ts'
import { daySchema, idSchema, minorSchema, textSchema } from '../model/quantities.ts'
import { defineCommand, edits } from './command.ts'

/**
 * Money that came in for an issued invoice, or (negative) went back. More than is due is recorded as it came: the
 * client is owed the rest. No more goes back than came in.
 */
export const recordPayment = defineCommand({
  name: 'payment.record',
  undo: 'always',
  input: z.object({
    invoiceId: idSchema,
    on: daySchema,
    amount: minorSchema.refine((amount) => Math.abs(amount) <= 10_000_000_000_000),
    note: textSchema.default(''),
  }),
  run({ workspace: { tables } }, told, { today, newId }) {
    const refusal = checkPayment(tables, told, today)
    if (refusal) return refused(refusal)
    const payment: Payment = { id: newId(), ...told, note: told.note.trim() }
    return { ...edits(made('payments', payment)), made: payment.id }
  },
})

function checkPayment(
  { invoices, payments }: Book['workspace']['tables'],
  { invoiceId, on, amount }: Pick<Payment, 'invoiceId' | 'on' | 'amount'>,
  today: Day,
): Refusal | null {
  const invoice = invoices.get(invoiceId)
  if (!invoice) return { code: 'notFound', what: 'invoice' }
  if (invoice.status !== 'issued') return { code: 'notIssued' }
  if (invoice.type === 'creditNote') return { code: 'paysCreditNote' }
  if (amount === 0) return { code: 'required', field: 'amount' }
  if (on > today) return { code: 'inFuture', field: 'on' }
  const paid = sumOf(payments.values(), (each) => (each.invoiceId === invoiceId ? each.amount : 0))
  const { currency } = invoice
  return amount < 0 && paid + amount < 0 ? { code: 'refundTooMuch', field: 'amount', paid, currency } : null
}

/**
 * Payments from a bank's file, each for the invoice that the user confirmed, as one step. A line that is there already
 * is left out, so that the same file twice adds nothing. How its columns were read is remembered for the next file.
 */
export const importPayments = defineCommand({
  name: 'payments.import',
  undo: 'always',
  input: z.object({
    payments: z
      .array(
        z.object({
          invoiceId: idSchema,
          on: daySchema,
          amount: minorSchema.refine((amount) => amount > 0 && amount <= 10_000_000_000_000),
          note: textSchema.default(''),
          source: textSchema.min(1),
        }),
      )
      .max(10_000),
    bank: billingSchema.shape.bank,
  }),
  run(book, { payments, bank }, { today, newId }) {
    const { tables } = book.workspace
    const there = new Set([...tables.payments.values()].flatMap(({ source }) => source ?? []))
    const list: Edit[] = []
    for (const told of payments) {
      if (there.has(told.source)) continue
      const refusal = checkPayment(tables, told, today)
      if (refusal) return refused(refusal)
      there.add(told.source)
      list.push(made('payments', { id: newId(), ...told, note: told.note.trim() }))
    }
    const before = preferencesOf(book.workspace)
    if (bank && !isSame(bank, before.billing.bank))
      list.push(replaced('preferences', before, { ...before, billing: { ...before.billing, bank } }))
    return edits(...list)
  },
})

/** Takes back a payment that was written wrong. */
export const removePayment = defineCommand({
  name: 'payment.remove',
  undo: 'always',
  input: z.object({ id: idSchema }),
  run({ workspace }, { id }) {
    const payment = workspace.tables.payments.get(id)
    return payment ? edits(removed('payments', payment)) : refused({ code: 'notFound', what: 'payment' })
  },
})
