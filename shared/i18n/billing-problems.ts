import { assertNever } from '../kernel/assert-never.ts'
import type { BillingRefusal } from '../kernel/billing-refusal.ts'
import type { Format } from './format.ts'
import type { Translator } from './translator.ts'

/** Why nothing was done with an invoice, a payment or a rate. */
export function billingRefusalText(t: Translator, format: Format, refusal: BillingRefusal): string {
  switch (refusal.code) {
    case 'notDraft':
      return t('billing.refusal.notDraft')
    case 'notIssued':
      return t('billing.refusal.notIssued')
    case 'alreadyBilled':
      return t('billing.refusal.alreadyBilled')
    case 'dueBeforeIssue':
      return t('billing.refusal.dueBeforeIssue')
    case 'issuedLater':
      return t('billing.refusal.issuedLater', { day: format.day(refusal.last, 'long') })
    case 'belowZero':
      return t('billing.refusal.belowZero')
    case 'creditNoteLines':
      return t('billing.refusal.creditNoteLines')
    case 'nothingToCredit':
      return t('billing.refusal.nothingToCredit')
    case 'creditTooMuch':
      return t('billing.refusal.creditTooMuch', { left: format.money(refusal.left, refusal.currency) })
    case 'hasPayments':
      return t('billing.refusal.hasPayments')
    case 'hasCredits':
      return t('billing.refusal.hasCredits')
    case 'paysCreditNote':
      return t('billing.refusal.paysCreditNote')
    case 'refundTooMuch':
      return t('billing.refusal.refundTooMuch', { paid: format.money(refusal.paid, refusal.currency) })
    case 'ownCurrency':
      return t('billing.refusal.ownCurrency')
    default:
      return assertNever(refusal)
  }
}
