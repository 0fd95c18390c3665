import { partiesOf } from '#shared/domain/billing/parties.ts'
import type { Book } from '#shared/domain/book.ts'
import { issueLacks, type Lack } from '#shared/formats/einvoice/lacks.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { Invoice } from '#shared/model/invoice.ts'

/** What a draft lacks that an invoice has to say by law, or that its e-invoice will need. */
export function issueLacksOf(book: Book, invoice: Invoice): readonly Lack[] {
  const parties = partiesOf(book, invoice)
  return parties ? issueLacks({ invoice, ...parties, corrected: null }) : ['ownName']
}

/** Whether it is the client's to tell; else it is the user's own, or on the invoice itself. */
export const isOfClient = (lack: Lack): boolean => lack.startsWith('client')

/** What lacks, in words that stand in a list. */
export function lackText(t: Translator, lack: Lack): string {
  const texts: Readonly<Record<Lack, string>> = {
    number: t('billing.invoice.einvoice.number'),
    numberForm: t('billing.invoice.einvoice.numberForm'),
    currency: t('billing.invoice.einvoice.currency'),
    nature: t('billing.invoice.einvoice.nature'),
    ownName: t('billing.invoice.einvoice.ownName'),
    ownVatId: t('billing.invoice.einvoice.ownVatId'),
    ownAddress: t('billing.invoice.einvoice.ownAddress'),
    ownRegime: t('billing.invoice.einvoice.ownRegime'),
    clientName: t('billing.invoice.einvoice.clientName'),
    clientId: t('billing.invoice.einvoice.clientId'),
    clientAddress: t('billing.invoice.einvoice.clientAddress'),
    clientRecipient: t('billing.invoice.einvoice.clientRecipient'),
    clientCode: t('billing.invoice.einvoice.clientCode'),
    clientMail: t('billing.invoice.einvoice.clientMail'),
    decimals: t('billing.invoice.einvoice.decimals'),
    ownTaxId: t('billing.invoice.einvoice.ownTaxId'),
    ownCountry: t('billing.invoice.einvoice.ownCountry'),
    clientVatId: t('billing.invoice.einvoice.clientVatId'),
    clientCountry: t('billing.invoice.einvoice.clientCountry'),
  }
  return texts[lack]
}
