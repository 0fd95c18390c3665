import type { Day } from './day.ts'

/** Why nothing was done with an invoice, a payment or a rate. Worded in i18n/billing-problems.ts. */
export type BillingRefusal =
  | { readonly code: 'notDraft' }
  | { readonly code: 'notIssued' }
  /** The line's period, month or milestone is on another invoice or draft. */
  | { readonly code: 'alreadyBilled'; readonly field: string }
  | { readonly code: 'dueBeforeIssue'; readonly field: string }
  /** An invoice of the series has a later day: numbers and days go up together. */
  | { readonly code: 'issuedLater'; readonly field: string; readonly last: Day }
  | { readonly code: 'belowZero' }
  | { readonly code: 'creditNoteLines' }
  | { readonly code: 'nothingToCredit' }
  /** `left` is what can still be taken back: minor units of `currency`. */
  | { readonly code: 'creditTooMuch'; readonly field: string; readonly left: number; readonly currency: string }
  | { readonly code: 'hasPayments' }
  | { readonly code: 'hasCredits' }
  | { readonly code: 'paysCreditNote' }
  /** `paid` is what has come in so far: no more than that can be given back. */
  | { readonly code: 'refundTooMuch'; readonly field: string; readonly paid: number; readonly currency: string }
  | { readonly code: 'ownCurrency'; readonly field: string }
