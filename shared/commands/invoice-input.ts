import { z } from 'zod'
import { amountOf, billedOn } from '../domain/billing/billed.ts'
import { lineAmount } from '../domain/billing/totals.ts'
import type { Book } from '../domain/book.ts'
import type { Id } from '../kernel/id.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { vatSchema, type Invoice, type InvoiceLine, type Vat } from '../model/invoice.ts'
import { daySchema, idSchema, minorSchema, textSchema } from '../model/quantities.ts'

/** Beyond it, sums of lines with their taxes would no longer be exact. */
const MOST = 10_000_000_000_000

/** A line as it is written: its amount is worked out, and without a VAT of its own it has that of the invoice. */
const lineInput = z.object({
  id: idSchema.optional(),
  kind: z.enum(['fee', 'overage', 'topUp', 'hours', 'milestone', 'adjustment', 'other']),
  text: textSchema.default(''),
  engagementId: idSchema.nullable().default(null),
  period: daySchema.nullable().default(null),
  milestoneId: idSchema.nullable().default(null),
  owed: minorSchema.nullable().default(null),
  quantity: z.int().default(1),
  unit: z.enum(['hour', 'unit']).default('unit'),
  unitPrice: minorSchema,
  vat: vatSchema.optional(),
})
type LineInput = z.output<typeof lineInput>

const isExact = (lines: readonly LineInput[]): boolean =>
  lines.reduce((sum, { quantity, unitPrice }) => sum + Math.abs(quantity * unitPrice), 0) < MOST * 3600

export const linesInput = z.array(lineInput).max(1000).refine(isExact)

export const writtenLines = (lines: readonly LineInput[], vat: Vat, newId: () => Id): InvoiceLine[] =>
  lines.map((line) => ({
    ...line,
    id: line.id ?? newId(),
    vat: line.vat ?? vat,
    amount: lineAmount(line),
    creditsLineId: null,
  }))

/**
 * A line for something that is on another invoice or draft: what two windows saw open at the same time is billed once.
 * Adjustments are not looked at, there may be several; too much in one is what the next takes back.
 * @param own the draft that the lines are for
 */
export const checkBilled = (book: Book, lines: readonly InvoiceLine[], own: Invoice | null): Refusal | null =>
  billedIn(
    [...book.workspace.tables.invoices.values()].filter(({ id }) => id !== own?.id),
    lines,
  )

/**
 * The same of a draft that goes out: a credit note that took it back when the draft was written may be thrown away
 * since, and may yet be while it is a draft, so that such a one does not count.
 */
export const checkBilledAtIssue = (book: Book, draft: Invoice): Refusal | null =>
  billedIn(
    [...book.workspace.tables.invoices.values()].filter(
      ({ id, type, status }) => id !== draft.id && !(type === 'creditNote' && status === 'draft'),
    ),
    draft.lines,
  )

function billedIn(others: readonly Invoice[], lines: readonly InvoiceLine[]): Refusal | null {
  const billed = billedOn(others)
  const isBilled = ({ engagementId, milestoneId, period, kind }: InvoiceLine): boolean => {
    const of = engagementId === null ? undefined : billed.get(engagementId)
    if (!of || kind === 'adjustment' || kind === 'other') return false
    const byKind = milestoneId === null ? period && of.periods.get(period) : of.milestones.get(milestoneId)
    return amountOf(byKind ?? undefined, kind) !== 0
  }
  const index = lines.findIndex(isBilled)
  return index === -1 ? null : { code: 'alreadyBilled', field: `lines.${index}` }
}
