import { vatCodeOf } from '../../domain/billing/parties.ts'
import { numberText } from '../../domain/billing/numbers.ts'
import { decimalText } from '../../kernel/currency.ts'
import type { InvoiceLine } from '../../model/invoice.ts'
import type { Party } from '../../model/party.ts'
import { figuresOf, tidied, type EInvoice, type Figures } from './source.ts'
import { breakdown, categoriesOf, categoryElement, type Categories } from './ubl-vat.ts'
import { hoursText, xmlFile, type Element } from './xml.ts'

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd:'

/**
 * An issued invoice or credit note as EN 16931 in UBL 2.1. Pension fund and stamp duty are charges of the whole
 * document. The standard has no withholding: what is due is the total, and what the client withholds of it is said in
 * the terms of payment. Amounts of a credit note are positive, its type says the rest; what becomes of them is said in
 * its terms (BR-CO-25), and it names no account, since nothing is to be paid into one. What has to be known is asked by
 * `ublLacks` first.
 */
export function ublInvoice(told: EInvoice): string {
  const source = tidied(told)
  const { invoice, issuer, client, corrected } = source
  const figures = figuresOf(source)
  const vat = categoriesOf(source, figures)
  const isCredit = invoice.type === 'creditNote'
  const money = moneyIn(invoice.currency)
  const charges = figures.pensionFund + figures.stampDuty
  const name = isCredit ? 'CreditNote' : 'Invoice'
  return xmlFile(name, {
    '@xmlns': `${UBL}${name}-2`,
    '@xmlns:cac': `${UBL}CommonAggregateComponents-2`,
    '@xmlns:cbc': `${UBL}CommonBasicComponents-2`,
    'cbc:CustomizationID': 'urn:cen.eu:en16931:2017',
    'cbc:ID': figures.number,
    'cbc:IssueDate': invoice.issuedOn,
    'cbc:DueDate': isCredit ? undefined : invoice.dueOn,
    'cbc:InvoiceTypeCode': isCredit ? undefined : '380',
    'cbc:CreditNoteTypeCode': isCredit ? '381' : undefined,
    'cbc:Note': invoice.note === '' ? undefined : invoice.note,
    'cbc:DocumentCurrencyCode': invoice.currency,
    'cac:BillingReference': corrected
      ? { 'cac:InvoiceDocumentReference': { 'cbc:ID': numberText(corrected), 'cbc:IssueDate': corrected.issuedOn } }
      : undefined,
    'cac:AccountingSupplierParty': { 'cac:Party': party(issuer, vat.isOutside, issuer.taxCode) },
    'cac:AccountingCustomerParty': { 'cac:Party': party(client, vat.isOutside, '') },
    'cac:Delivery': vat.isWithinUnion
      ? {
          'cbc:ActualDeliveryDate': invoice.issuedOn,
          'cac:DeliveryLocation': { 'cac:Address': { 'cac:Country': { 'cbc:IdentificationCode': client.country } } },
        }
      : undefined,
    'cac:PaymentMeans': isCredit ? undefined : payment(source),
    'cac:PaymentTerms': terms(source, figures),
    'cac:AllowanceCharge': chargesOf(source, figures, vat),
    'cac:TaxTotal': {
      'cbc:TaxAmount': money(figures.vat),
      'cac:TaxSubtotal': breakdown(figures, vat).map(({ category, taxable, tax }) => ({
        'cbc:TaxableAmount': money(taxable),
        'cbc:TaxAmount': money(tax),
        'cac:TaxCategory': categoryElement(category, true),
      })),
    },
    'cac:LegalMonetaryTotal': {
      'cbc:LineExtensionAmount': money(figures.net),
      'cbc:TaxExclusiveAmount': money(figures.net + charges),
      'cbc:TaxInclusiveAmount': money(figures.total),
      'cbc:ChargeTotalAmount': charges === 0 ? undefined : money(charges),
      'cbc:PayableAmount': money(figures.total),
    },
    [`cac:${name}Line`]: figures.lines.map((line, index) => lineElement(line, index, isCredit, vat, money)),
  })
}

type Money = (minorUnits: number) => Element
const moneyIn =
  (currency: string): Money =>
  (minorUnits) => ({ '@currencyID': currency, '#text': decimalText(minorUnits, currency) })

/**
 * Outside the scope of VAT neither side may give a VAT number (BR-O-02): then it stands as the legal one. A seller
 * who has none and is not outside gives the number that the tax office knows them by (BT-32).
 */
function party(of: Party, isOutside: boolean, taxNumber: string): Element {
  const vatId = vatCodeOf(of)
  const legal = isOutside ? of.taxCode || vatId : of.taxCode
  const [taxId, scheme] = vatId === '' ? [taxNumber, 'TAX'] : [vatId, 'VAT']
  return {
    'cac:PostalAddress': {
      'cbc:StreetName': of.street || undefined,
      'cbc:CityName': of.city || undefined,
      'cbc:PostalZone': of.postalCode || undefined,
      'cbc:CountrySubentity': of.province || undefined,
      'cac:Country': { 'cbc:IdentificationCode': of.country },
    },
    'cac:PartyTaxScheme':
      taxId === '' || isOutside ? undefined : { 'cbc:CompanyID': taxId, 'cac:TaxScheme': { 'cbc:ID': scheme } },
    'cac:PartyLegalEntity': { 'cbc:RegistrationName': of.name, 'cbc:CompanyID': legal || undefined },
    'cac:Contact': of.email === '' ? undefined : { 'cbc:ElectronicMail': of.email },
  }
}

function payment({ invoice, issuer }: EInvoice): Element {
  const iban = issuer.iban.replaceAll(/\s/g, '')
  const account = iban === '' ? undefined : { 'cbc:ID': iban }
  return {
    // 30 a credit transfer; 1 where nothing is said of how.
    'cbc:PaymentMeansCode': iban === '' ? '1' : '30',
    'cbc:PaymentID': numberText(invoice),
    'cac:PayeeFinancialAccount': account,
  }
}

/** In the invoice's language: what the state gets instead of the user; of a credit note, what it is taken off. */
function terms({ invoice, corrected }: EInvoice, { withholding, toPay }: Figures): Element | undefined {
  const { currency, language, type } = invoice
  const isItalian = language === 'it'
  const said: string[] = []
  if (type === 'creditNote') {
    const number = corrected ? ` ${numberText(corrected)}` : ''
    said.push(isItalian ? `A storno della fattura${number}.` : `Credited against invoice${number}.`)
  }
  if (withholding !== 0) {
    const [held, left] = [decimalText(withholding, currency), decimalText(toPay, currency)]
    said.push(
      isItalian
        ? `Ritenuta d'acconto ${held} ${currency}; netto ${left} ${currency}.`
        : `Withholding tax ${held} ${currency}; net of it ${left} ${currency}.`,
    )
  }
  return said.length === 0 ? undefined : { 'cbc:Note': said.join(' ') }
}

function chargesOf({ invoice }: EInvoice, { groups, stampDuty }: Figures, vat: Categories): Element[] {
  const money = moneyIn(invoice.currency)
  const isItalian = invoice.language === 'it'
  const charge = (reason: string, amount: number, category: Element): Element => ({
    'cbc:ChargeIndicator': 'true',
    'cbc:AllowanceChargeReason': reason,
    'cbc:Amount': money(amount),
    'cac:TaxCategory': category,
  })
  const funds = groups
    .filter(({ pensionFund }) => pensionFund !== 0)
    .map((group) =>
      charge(
        isItalian ? 'Contributo cassa' : 'Pension fund',
        group.pensionFund,
        categoryElement(vat.of(group.vat), false),
      ),
    )
  if (stampDuty === 0) return funds
  return [
    ...funds,
    charge(isItalian ? 'Imposta di bollo' : 'Stamp duty', stampDuty, categoryElement(vat.ofDuty, false)),
  ]
}

function lineElement(line: InvoiceLine, index: number, isCredit: boolean, vat: Categories, money: Money): Element {
  const { quantity, unit, unitPrice, amount, text } = line
  // A price is never below zero (BR-27): the sign is the quantity's.
  const isOne = unitPrice < 0 || quantity === 0
  const count = isOne ? (amount < 0 ? '-1' : '1') : unit === 'hour' ? hoursText(quantity) : String(quantity)
  const isHours = unit === 'hour' && !isOne
  return {
    'cbc:ID': String(index + 1),
    [isCredit ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity']: {
      '@unitCode': isHours ? 'HUR' : 'C62',
      '#text': count,
    },
    'cbc:LineExtensionAmount': money(amount),
    'cac:Item': {
      'cbc:Name': text || '-',
      'cac:ClassifiedTaxCategory': categoryElement(vat.of(line.vat), false),
    },
    'cac:Price': { 'cbc:PriceAmount': money(isOne ? Math.abs(amount) : unitPrice) },
  }
}
