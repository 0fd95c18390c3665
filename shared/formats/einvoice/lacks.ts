import { isFatturaNumber, numberText } from '../../domain/billing/numbers.ts'
import { isInUnion, natureOf } from '../../domain/billing/natures.ts'
import { vatNumberOf } from '../../domain/billing/parties.ts'
import { decimalsOf } from '../../kernel/currency.ts'
import type { Invoice } from '../../model/invoice.ts'
import type { Party } from '../../model/party.ts'
import {
  figuresOf,
  isCertifiedMail,
  isRecipientCode,
  recipientCodeOf,
  taxCodeOf,
  tidied,
  type EInvoice,
} from './source.ts'
import { categoriesOf } from './ubl-vat.ts'

/** What has to be known before an e-invoice can be written. */
export type Lack =
  | 'number'
  | 'numberForm'
  | 'ownName'
  | 'ownVatId'
  | 'ownTaxId'
  | 'ownAddress'
  | 'ownCountry'
  | 'ownRegime'
  | 'clientName'
  | 'clientId'
  | 'clientVatId'
  | 'clientAddress'
  | 'clientCountry'
  | 'clientRecipient'
  | 'clientCode'
  | 'clientMail'
  | 'nature'
  | 'currency'
  | 'decimals'

/** What a FatturaPA lacks; a file without it would be sent back. */
export function fatturaLacks(told: EInvoice): Lack[] {
  const { invoice, issuer, client, corrected } = tidied(told)
  const code = client.country === 'IT' ? recipientCodeOf(client) : ''
  const mail = client.country === 'IT' && (code === '' || code === '0000000') ? client.certifiedMail : ''
  return theseOf([
    ['number', invoice.number === null],
    ['numberForm', ![invoice, corrected ?? invoice].every((each) => isFatturaNumber(numberToBe(each)))],
    ['currency', invoice.currency !== 'EUR'],
    ['nature', invoice.lines.some(({ vat }) => vat.basisPoints === 0 && natureOf(vat.reason) === null)],
    ['ownName', issuer.name === ''],
    ['ownVatId', vatNumberOf(issuer) === '' || issuer.country !== 'IT'],
    ['ownAddress', !hasAddress(issuer) || !/^\d{5}$/.test(issuer.postalCode)],
    ['ownRegime', !/^RF\d\d$/.test(issuer.regime)],
    ['clientName', client.name === ''],
    // Abroad a tax code has no place in the file, nor has one that is none.
    ['clientId', vatNumberOf(client) === '' && taxCodeOf(client) === undefined],
    ['clientAddress', !hasAddress(client) || (client.country === 'IT' && !/^\d{5}$/.test(client.postalCode))],
    ['clientCode', code !== '' && !isRecipientCode(code)],
    ['clientMail', mail !== '' && !isCertifiedMail(mail)],
  ])
}

/** What the European standard's required terms lack (BR-02, BR-06 to BR-11, BR-CO-26, BR-S-02 and its like, BR-DEC). */
export function ublLacks(told: EInvoice): Lack[] {
  const source = tidied(told)
  const { invoice, issuer, client } = source
  const vat = categoriesOf(source, figuresOf(source))
  const codes = new Set(invoice.lines.map((line) => vat.of(line.vat).code))
  const ownVat = vatNumberOf(issuer) !== ''
  const clientVat = vatNumberOf(client) !== ''
  const needsOwnVat = codes.has('S') || codes.has('K') || codes.has('G')
  return theseOf([
    ['number', invoice.number === null],
    ['decimals', decimalsOf(invoice.currency) > 2],
    ['ownName', issuer.name === ''],
    ['ownVatId', needsOwnVat && !ownVat],
    ['ownTaxId', !needsOwnVat && !ownVat && issuer.taxCode === ''],
    ['ownCountry', !hasCountry(issuer)],
    ['clientName', client.name === ''],
    ['clientVatId', codes.has('K') && !clientVat],
    ['clientId', codes.has('AE') && !clientVat && client.taxCode === ''],
    ['clientCountry', !hasCountry(client)],
  ])
}

/**
 * What an invoice lacks before it is issued: in Italy what its FatturaPA asks for (DPR 633/1972, art. 21) and where it is
 * delivered; elsewhere names and addresses and, within the union, what VAT asks for (Directive 2006/112, art. 226). Its
 * number comes with issuing it. None of it hinders that: only the user knows what they have to write.
 */
export function issueLacks(told: EInvoice): Lack[] {
  const source = tidied(told)
  const { invoice, issuer, client } = source
  if (issuer.country === 'IT' && invoice.currency === 'EUR') {
    const isDelivered = recipientCodeOf(client) !== '' || client.certifiedMail !== ''
    const lacks = fatturaLacks(source).filter((lack) => lack !== 'number')
    return [...lacks, ...theseOf([['clientRecipient', client.country === 'IT' && !isDelivered]])]
  }
  const own = isInUnion(issuer.country) ? ublLacks(source) : []
  const asked = new Set<Lack>(['ownVatId', 'ownTaxId', 'clientVatId', 'clientId'])
  return theseOf([
    ['ownName', issuer.name === ''],
    ['ownAddress', !hasAddress(issuer)],
    ['clientAddress', !hasAddress(client)],
  ]).concat(own.filter((lack) => asked.has(lack)))
}

/** Of a draft as it may be called: what its series leaves room for. */
const numberToBe = ({ series, issuedOn, year, number }: Invoice): string =>
  numberText({ series, year: year ?? Number(issuedOn.slice(0, 4)), number: number ?? 1 })

const theseOf = (lacks: readonly (readonly [Lack, boolean])[]): Lack[] =>
  lacks.flatMap(([lack, is]) => (is ? [lack] : []))

const hasCountry = ({ country }: Party): boolean => /^[A-Z]{2}$/.test(country)
const hasAddress = (party: Party): boolean => party.street !== '' && party.city !== '' && hasCountry(party)
