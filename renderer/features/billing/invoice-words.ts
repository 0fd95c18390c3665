import { numberText } from '#shared/domain/billing/numbers.ts'
import type { Format } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { Invoice, Vat } from '#shared/model/invoice.ts'
import type { Party } from '#shared/model/party.ts'

/** `Invoice 2026-041`, `Draft for Studio Aperta`. */
export function titleOf(t: Translator, invoice: Invoice, client: string): string {
  const isCredit = invoice.type === 'creditNote'
  const number = numberText(invoice)
  if (number === '')
    return isCredit ? t('billing.invoice.draftCredit', { client }) : t('billing.invoice.draftTitle', { client })
  return isCredit ? t('billing.invoice.creditTitle', { number }) : t('billing.invoice.title', { number })
}

/** `22%`, or at zero why: `N2.2`. */
export const vatText = (format: Format, { basisPoints, reason }: Vat): string =>
  basisPoints === 0 && reason !== '' ? reason : format.exactPercent(basisPoints)

/** An address as it stands on an envelope, then the numbers that the tax office knows somebody by. */
export function addressLines(t: Translator, party: Party): string[] {
  const place = [party.postalCode, party.city, party.province === '' ? '' : `(${party.province})`]
    .filter(Boolean)
    .join(' ')
  return [
    party.street,
    [place, party.country].filter(Boolean).join(', '),
    party.vatId === '' ? '' : `${t('billing.invoice.party.vatId')} ${party.vatId}`,
    party.taxCode === '' ? '' : `${t('billing.invoice.party.taxCode')} ${party.taxCode}`,
  ].filter(Boolean)
}
