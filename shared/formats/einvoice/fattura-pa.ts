import { numberText } from '../../domain/billing/numbers.ts'
import { vatNumberOf } from '../../domain/billing/parties.ts'
import type { Invoice } from '../../model/invoice.ts'
import type { Party } from '../../model/party.ts'
import { fatturaBody } from './fattura-body.ts'
import {
  figuresOf,
  isRecipientCode,
  lettersAndDigits,
  recipientCodeOf,
  taxCodeOf,
  tidied,
  type EInvoice,
} from './source.ts'
import { latin1, xmlFile, type Element } from './xml.ts'

/**
 * An issued invoice as FatturaPA 1.2.2 (formats of the Agenzia delle Entrate), between private parties (FPR12), for the
 * user to upload. What has to be known is asked by `fatturaLacks` first. Amounts of a credit note (TD04) are positive.
 */
export function fatturaPa(told: EInvoice): string {
  const source = tidied(told)
  const figures = figuresOf(source)
  const { issuer, client, invoice } = source
  return xmlFile('p:FatturaElettronica', {
    '@versione': 'FPR12',
    '@xmlns:p': 'http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2',
    FatturaElettronicaHeader: {
      DatiTrasmissione: {
        IdTrasmittente: { IdPaese: issuer.country, IdCodice: taxCodeOf(issuer) ?? compact(vatNumberOf(issuer)) },
        ProgressivoInvio: progress(invoice),
        FormatoTrasmissione: 'FPR12',
        CodiceDestinatario: recipientCode(client),
        PECDestinatario: recipientCode(client) === NO_CODE && client.certifiedMail ? client.certifiedMail : undefined,
      },
      CedentePrestatore: {
        DatiAnagrafici: { ...identity(issuer), RegimeFiscale: issuer.regime },
        Sede: address(issuer),
        Contatti: contact(issuer),
      },
      CessionarioCommittente: { DatiAnagrafici: identity(client), Sede: address(client) },
    },
    FatturaElettronicaBody: fatturaBody(source, figures),
  })
}

/**
 * Up to ten letters and digits that no other file of the sender has: `2600041`, of a short series `B2600041`; of another
 * one nine that come of the whole number and a letter, which the others do not end with.
 */
function progress(invoice: Invoice): string {
  const { series, year, number } = invoice
  if (!/^[A-Z0-9]{0,3}$/.test(series) || (number ?? 0) > 99_999) return `${hashOf(numberText(invoice))}X`
  return `${series}${String(year ?? 0).slice(-2)}${String(number ?? 0).padStart(5, '0')}`
}

/** Nine letters and digits by which texts are told apart (FNV-1a of 64 bits, by signs): no secret, and the same at every time. */
function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const sign of text) hash = BigInt.asUintN(64, (hash ^ BigInt(sign.codePointAt(0) ?? 0)) * 0x100000001b3n)
  return hash.toString(36).toUpperCase().padStart(9, '0').slice(-9)
}

/** What a client in Italy has who gave no code; clients abroad have seven X. */
const NO_CODE = '0000000'
function recipientCode(client: Party): string {
  if (client.country !== 'IT') return 'XXXXXXX'
  const code = recipientCodeOf(client)
  return isRecipientCode(code) ? code : NO_CODE
}

/** Optional: what is no address of mail is left out. */
function contact({ email }: Party): Element | undefined {
  const text = latin1(email, Infinity)
  return /^(?=.{7,256}$).+@.+\..+$/.test(text) ? { Email: text } : undefined
}

const compact = (text: string): string => lettersAndDigits(text).slice(0, 28)

function identity(party: Party): Element {
  const { name, country } = party
  const number = vatNumberOf(party)
  return {
    IdFiscaleIVA: number === '' ? undefined : { IdPaese: country, IdCodice: compact(number) },
    CodiceFiscale: taxCodeOf(party),
    Anagrafica: { Denominazione: latin1(name, 80) },
  }
}

function address({ street, postalCode, city, province, country }: Party): Element {
  return {
    Indirizzo: latin1(street, 60),
    // Abroad there is none of five digits.
    CAP: /^\d{5}$/.test(postalCode) && country === 'IT' ? postalCode : '00000',
    Comune: latin1(city, 60),
    Provincia: country === 'IT' && /^[A-Za-z]{2}$/.test(province) ? province.toUpperCase() : undefined,
    Nazione: country,
  }
}
