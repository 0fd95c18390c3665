import { regimesOf } from '../domain/billing/regimes.ts'
import { nobody } from '../domain/billing/parties.ts'
import type { Client } from '../model/client.ts'
import type { TaxProfile } from '../model/invoice.ts'
import type { Issuer, Party } from '../model/party.ts'
import type { ClientKey } from './clients.ts'

/** The consultancy: one person in Turin, under the ordinary regime with INPS's 4 %. Nobody has these numbers. */
export const sampleIssuer: Issuer = {
  ...nobody,
  name: 'Giulia Serra',
  street: 'Via dei Mille 12',
  postalCode: '10123',
  city: 'Torino',
  province: 'TO',
  country: 'IT',
  vatId: '12345670017',
  taxCode: 'SRRGLI84C55L219P',
  email: 'giulia@serra.example',
  iban: 'IT60 X054 2811 1010 0000 0123 456',
  regime: 'RF01',
  pensionFund: 'TC22',
}

export function sampleTax(): TaxProfile {
  const regime = regimesOf('IT')['ordinario']
  if (!regime) throw new Error('no ordinary regime')
  return {
    ...regime.tax,
    pensionFundBasisPoints: regime.pensionFundBasisPoints ?? 0,
    // INPS's share is not a pension fund of its own: the withholding is on it too.
    withholdsOnPensionFund: true,
  }
}

const italian = { country: 'IT', recipientCode: '0000000' } as const
/** Services to businesses abroad are outside the field of Italian VAT (DPR 633/1972, art. 7-ter). */
const abroad = { withholds: false, vat: { basisPoints: 0, reason: 'N2.1' } } as const
const atHome = { withholds: true, vat: null } as const

const addresses: Readonly<Record<ClientKey, { party: Partial<Party>; billing: typeof abroad | typeof atHome }>> = {
  halden: {
    party: {
      name: 'Halden & Reyes LLP',
      street: '14 Cloth Lane',
      postalCode: 'EC1A 7JQ',
      city: 'London',
      country: 'GB',
      vatId: '123456789',
    },
    billing: abroad,
  },
  nordlys: {
    party: {
      name: 'Nordlys Foods AS',
      street: 'Bryggegata 3',
      postalCode: '0250',
      city: 'Oslo',
      country: 'NO',
      vatId: '912345678MVA',
    },
    billing: abroad,
  },
  obel: {
    party: {
      name: 'Obel Robotics ApS',
      street: 'Havnegade 21',
      postalCode: '5000',
      city: 'Odense',
      country: 'DK',
      vatId: '12345674',
    },
    billing: abroad,
  },
  aperta: {
    party: {
      ...italian,
      name: 'Studio Aperta S.r.l.',
      street: 'Corso Magenta 40',
      postalCode: '20123',
      city: 'Milano',
      province: 'MI',
      vatId: '01234567897',
      taxCode: '01234567897',
      recipientCode: 'M5UXCR1',
    },
    billing: atHome,
  },
  pineta: {
    party: {
      ...italian,
      name: 'Pineta Hotels S.p.A.',
      street: 'Viale della Libertà 7',
      postalCode: '57022',
      city: 'Castagneto Carducci',
      province: 'LI',
      vatId: '09876543217',
      certifiedMail: 'fatture@pec.pinetahotels.example',
    },
    billing: atHome,
  },
  quartieri: {
    party: {
      ...italian,
      name: 'Quartieri & Associati, Società tra Avvocati',
      street: 'Via Nicolò Paganini 9',
      postalCode: '40121',
      city: 'Bologna',
      province: 'BO',
      vatId: '02345678903',
      taxCode: '02345678903',
      recipientCode: 'KRRH6B9',
    },
    billing: atHome,
  },
}

/** A client's billing details. */
export function sampleClientBilling(key: ClientKey, email: string): Client['billing'] {
  const { party, billing } = addresses[key]
  return { ...billing, party: { ...nobody, email, ...party } }
}
