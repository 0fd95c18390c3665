import { z } from 'zod'
import { refused } from '../kernel/refusal.ts'
import { sumOf } from '../kernel/units.ts'
import { made, removed } from '../model/change.ts'
import type { Payment } from '../model/payment.ts'
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
  run({ workspace: { tables } }, { invoiceId, on, amount, note }, { today, newId }) {
    const invoice = tables.invoices.get(invoiceId)
    if (!invoice) return refused({ code: 'notFound', what: 'invoice' })
    if (invoice.status !== 'issued') return refused({ code: 'notIssued' })
    if (invoice.type === 'creditNote') return refused({ code: 'paysCreditNote' })
    if (amount === 0) return refused({ code: 'required', field: 'amount' })
    if (on > today) return refused({ code: 'inFuture', field: 'on' })
    const paid = sumOf(tables.payments.values(), (each) => (each.invoiceId === invoiceId ? each.amount : 0))
    const { currency } = invoice
    if (amount < 0 && paid + amount < 0) return refused({ code: 'refundTooMuch', field: 'amount', paid, currency })
    const payment: Payment = { id: newId(), invoiceId, on, amount, note: note.trim() }
    return { ...edits(made('payments', payment)), made: payment.id }
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
