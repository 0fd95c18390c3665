import type { Id } from '../kernel/id.ts'
import { minor } from '../kernel/units.ts'
import type { Client } from '../model/client.ts'
import { sampleClientBilling } from './parties.ts'
import { MONTHS_BACK, type Setting, type Words } from './setting.ts'

export type ClientKey = 'halden' | 'aperta' | 'nordlys' | 'quartieri' | 'pineta' | 'obel'

export const CURRENCY = 'EUR'
/** 100.00 an hour; it was 90.00 until a year ago. */
export const LIST_RATE = minor(10_000)
export const FORMER_RATE = minor(9000)

type Known = Pick<Client, 'name' | 'language' | 'mark' | 'contacts'> & { readonly since: number; readonly note: Words }

/** Six clients, oldest first; nobody of these names exists. `since`: months from the current one. */
const known: Readonly<Record<ClientKey, Known>> = {
  halden: {
    since: -MONTHS_BACK,
    name: 'Halden & Reyes',
    language: 'en',
    mark: { colour: 'cobalt', pattern: 'diagonal' },
    contacts: [{ name: 'Ines Reyes', email: 'ines@haldenreyes.example' }],
    note: {
      en: 'Two partners, decisions on Mondays. Send drafts as documents, not as mail.',
      it: 'Due soci, decidono di lunedì. Mandare le bozze come documenti, non nel testo della mail.',
    },
  },
  nordlys: {
    since: -MONTHS_BACK,
    name: 'Nordlys Foods',
    language: 'en',
    mark: { colour: 'rose', pattern: 'cross' },
    contacts: [{ name: 'Astrid Lunde', email: 'astrid@nordlysfoods.example' }],
    note: {
      en: 'Articles go through food law first: count five days. Astrid plans the year in December.',
      it: 'Gli articoli passano prima dal legale: contare cinque giorni. Astrid pianifica l’anno a dicembre.',
    },
  },
  obel: {
    since: -21,
    name: 'Obel Robotics',
    language: 'en',
    mark: { colour: 'violet', pattern: 'square' },
    contacts: [{ name: 'Jonas Obel', email: 'jonas@obelrobotics.example' }],
    note: {
      en: 'Pays by milestone. Would like somebody on call after the launch.',
      it: 'Pagano a tappe. Dopo il lancio vorrebbero qualcuno a disposizione.',
    },
  },
  aperta: {
    since: -16,
    name: 'Studio Aperta',
    language: 'it',
    mark: { colour: 'plum', pattern: 'half' },
    contacts: [
      { name: 'Marta Conti', email: 'marta@studioaperta.example' },
      { name: 'Amministrazione', email: 'amministrazione@studioaperta.example' },
    ],
    note: {
      en: 'Quiet in summer, everything at once in autumn: hence the hours that carry over.',
      it: 'D’estate poco, in autunno tutto insieme: per questo le ore si riportano.',
    },
  },
  pineta: {
    since: -11,
    name: 'Pineta Hotels',
    language: 'it',
    mark: { colour: 'fern', pattern: 'triangle' },
    contacts: [{ name: 'Luca Ferri', email: 'luca@pinetahotels.example' }],
    note: {
      en: 'Calls most weeks, always urgent. About ten hours a month: worth an agreement.',
      it: 'Chiamano quasi ogni settimana, sempre di fretta. Circa dieci ore al mese: da proporre un accordo.',
    },
  },
  quartieri: {
    since: -3,
    name: 'Quartieri Legal',
    language: 'it',
    mark: { colour: 'cocoa', pattern: 'quarters' },
    contacts: [{ name: 'Avv. Elena Quartieri', email: 'elena@quartieri.example' }],
    note: {
      en: 'A trial of three months. The question is whether six hours are too many.',
      it: 'Prova di tre mesi. Da capire se sei ore sono troppe.',
    },
  },
}

export const clientId = (setting: Setting, key: ClientKey): Id => setting.id(known[key].since, `client ${key}`)

export const sampleClients = (setting: Setting): Client[] =>
  (Object.keys(known) as ClientKey[]).map((key) => {
    const { since: _since, note, ...rest } = known[key]
    const id = clientId(setting, key)
    const billing = sampleClientBilling(key, rest.contacts[0]?.email ?? '')
    return {
      ...rest,
      id,
      currency: CURRENCY,
      listRate: LIST_RATE,
      note: note[setting.language],
      billing,
      archived: false,
    }
  })
