import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { testId } from '#tests/support/agreements.ts'
import { CLIENT, HOURLY, NEW, type Given } from './scenario.ts'

/** What the scenarios of invoices and payments begin with. */
export const workshop = { kind: 'other', text: 'Workshop', unitPrice: minor(100_000) } as const
export const october = {
  kind: 'hours',
  engagementId: HOURLY,
  period: day('2026-10-01'),
  unitPrice: minor(100),
} as const
export const SECOND = testId(5)

/** A draft (3) with one line (4) of 1,000.00. */
export const drafts: Given = (at) => void at.run('invoice.draft', { clientId: CLIENT, lines: [workshop] })
export const issues: Given = (at) => {
  drafts(at)
  at.run('invoice.issue', { id: NEW, on: day('2026-10-20') })
}
export const pays: Given = (at) => {
  issues(at)
  at.run('payment.record', { invoiceId: NEW, on: day('2026-10-21'), amount: minor(40_000) })
}
/** A draft of a credit note (6), with one line (5). */
export const credits: Given = (at) => {
  issues(at)
  at.run('invoice.credit', { id: NEW })
}
/** Two credit notes of 300.00, (6) and (8), both issued. */
export const creditsTwice: Given = (at) => {
  issues(at)
  for (const id of [testId(6), testId(8)]) {
    at.run('invoice.credit', { id: NEW, lines: [{ lineId: testId(4), amount: minor(30_000) }] })
    at.run('invoice.issue', { id })
  }
}
export const draftsHours: Given = (at) => void at.run('invoice.draft', { clientId: CLIENT, lines: [october] })
/** Hours that were issued (3), taken back to be billed again on a draft of a credit note, and drafted again. */
export const takesBackAndDrafts: Given = (at) => {
  draftsHours(at)
  at.run('invoice.issue', { id: NEW, on: day('2026-10-20') })
  at.run('invoice.credit', { id: NEW, billAgain: true })
  draftsHours(at)
}
export const NOTE = testId(6)
export const AGAIN = testId(7)
export const voids: Given = (at) => {
  issues(at)
  at.run('invoice.void', { id: NEW })
}
