import type { Agreement } from '../../model/agreement.ts'
import type { Retainer } from '../../model/engagement.ts'
import type { LedgerRow } from '../ledger/ledger.ts'
import { rulesOn } from '../rules.ts'
import { amountOf, type ByKind } from './billed.ts'

/** Whether what went past a period's amount is to be billed or borrowed as agreed, or given: only the user can say. */
export const asksFirst = (
  agreement: Agreement,
  { period, overage, borrowed }: Pick<LedgerRow, 'period' | 'overage' | 'borrowed'>,
): boolean => overage + borrowed > 0 && rulesOn(agreement, period.start).overage.policy !== 'absorb'

/**
 * Whether the overage of a period that is over waits for the pass to decide on it (domain.md, Closing a month): billed
 * before, it would have to go back where it is given. What is on an invoice already is corrected as ever; what was put
 * away is in no pass, and is billed as agreed.
 * @param before what of the period is on invoices
 */
export const isUndecided = ({ agreement, archived }: Retainer, row: LedgerRow, before: ByKind | undefined): boolean =>
  !row.isClosed &&
  !archived &&
  row.overageAmount !== 0 &&
  asksFirst(agreement, row) &&
  amountOf(before, 'overage') === 0
