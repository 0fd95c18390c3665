import { vatNumberOf } from '../../domain/billing/parties.ts'
import type { Invoice } from '../../model/invoice.ts'
import type { Party } from '../../model/party.ts'
import { fatturaBody } from './fattura-body.ts'
import { figuresOf, lettersAndDigits, taxCodeOf, type EInvoice } from './source.ts'
import { latin1, xmlFile, type Element } from './xml.ts'

/**
 * An issued invoice as FatturaPA 1.2.2 (formats of the Agenzia delle Entrate), between private parties (FPR12), for the
 * user to upload. What has to be known is asked by `fatturaLacks` first. Amounts of a credit note (TD04) are positive.
 */
export function fatturaPa(source: EInvoice): string {
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
        Contatti: issuer.email === '' ? undefined : { Email: latin1(issuer.email, 256) },
      },
      CessionarioCommittente: { DatiAnagrafici: identity(client), Sede: address(client) },
    },
    FatturaElettronicaBody: fatturaBody(source, figures),
  })
}

/** Up to ten letters and digits that no other file of the sender has: `2600041`, of a series `B2600041`. */
const progress = ({ series, year, number }: Invoice): string =>
  `${compact(series).slice(0, 3)}${String(year ?? 0).slice(-2)}${String(number ?? 0).padStart(5, '0')}`

/** What a client in Italy has who gave no code; clients abroad have seven X. */
const NO_CODE = '0000000'
const recipientCode = ({ country, recipientCode: code }: Party): string =>
  country !== 'IT' ? 'XXXXXXX' : /^[A-Z0-9]{7}$/.test(code) ? code : NO_CODE

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
