import { minor } from '#shared/kernel/units.ts'
import { partySchema } from '#shared/model/party.ts'
import { testId } from '#tests/support/agreements.ts'
import { CLIENT, HOURLY, MISSING, NEW, type Given, type Scenarios } from './scenario.ts'

/** After a second client: an invoice and its line, a credit note and its line, a draft. */
const [ISSUED, CREDIT, DRAFT] = [testId(4), testId(7), testId(8)]
const ada = { name: 'Ada Reyes', email: 'ada@example.com' }
const eve = { name: 'Eve Halden', email: 'eve@example.com' }
const billing = {
  withholds: true,
  vat: { basisPoints: 0, reason: 'Reverse charge' },
  party: partySchema.parse({ street: 'Via Roma 1', city: 'Forlì', country: 'IT', vatId: '01234567890' }),
}
const itsOwn = { withholds: false, vat: null, party: partySchema.parse({ city: 'Oslo', country: 'NO' }) }
/** A second client who may be the same. */
export const twin =
  (currency = 'EUR'): Given =>
  (at) =>
    void at.run('client.create', { name: 'Halden', currency, language: 'en', listRate: minor(9000) })

/** An invoice for the hourly work. */
export const bills =
  (clientId = CLIENT): Given =>
  (at) =>
    void at.run('invoice.draft', {
      clientId,
      lines: [{ kind: 'other', engagementId: HOURLY, unitPrice: minor(10_000) }],
    })

/** Two clients that are the same. */
export const mergeScenarios: Scenarios['client.merge'] = [
  {
    says: 'moves what was agreed, with the name that told it apart, and leaves nothing behind',
    given: (at) => {
      twin()(at)
      at.run('client.update', { id: CLIENT, note: 'Pays late', contacts: [ada, eve] })
      at.run('client.update', { id: NEW, note: 'Rome', contacts: [{ ...ada, name: 'ADA REYES' }] })
    },
    input: { id: CLIENT, into: NEW },
    leaves: {
      records: {
        [CLIENT]: null,
        [NEW]: { name: 'Halden', note: 'Rome\nPays late', contacts: [{ name: 'ADA REYES' }, eve] },
        [HOURLY]: { clientId: NEW, name: 'Halden & Reyes' },
      },
    },
  },
  {
    says: 'takes over how the one is billed where the other has no details for it',
    given: (at) => {
      twin()(at)
      at.run('client.update', { id: CLIENT, billing })
    },
    input: { id: CLIENT, into: NEW },
    leaves: { records: { [NEW]: { name: 'Halden', billing } } },
  },
  {
    says: 'leaves how the one that stays is billed, all of it',
    given: (at) => {
      twin()(at)
      at.run('client.update', { id: CLIENT, billing })
      at.run('client.update', { id: NEW, billing: itsOwn })
    },
    input: { id: CLIENT, into: NEW },
    leaves: { records: { [NEW]: { billing: { withholds: false, vat: null, party: itsOwn.party } } } },
  },
  {
    says: 'leaves the VAT that was said of the one that stays, when it takes the other’s details over',
    given: (at) => {
      twin()(at)
      at.run('client.update', { id: CLIENT, billing })
      at.run('client.update', { id: NEW, billing: { withholds: false, vat: { basisPoints: 400, reason: '' } } })
    },
    input: { id: CLIENT, into: NEW },
    leaves: { records: { [NEW]: { billing: { ...billing, vat: { basisPoints: 400 } } } } },
  },
  {
    says: 'leaves a name that is there',
    given: (at) => {
      twin()(at)
      at.run('engagement.update', { id: HOURLY, name: 'Site' })
    },
    input: { id: CLIENT, into: NEW },
    leaves: { records: { [HOURLY]: { clientId: NEW, name: 'Site' } } },
  },
  {
    says: 'takes drafts along, and archives whom something was issued to',
    given: (at) => {
      twin()(at)
      bills()(at)
      at.run('invoice.issue', { id: ISSUED })
      at.run('invoice.credit', { id: ISSUED })
      bills()(at)
    },
    input: { id: CLIENT, into: NEW },
    leaves: {
      records: {
        [CLIENT]: { archived: true },
        [ISSUED]: { clientId: CLIENT, status: 'issued' },
        [CREDIT]: { clientId: CLIENT, credits: ISSUED },
        [DRAFT]: { clientId: NEW, status: 'draft' },
      },
    },
  },
  {
    says: 'never turns an amount into another currency',
    given: twin('USD'),
    input: { id: CLIENT, into: NEW },
    refused: { code: 'otherCurrency', field: 'into', currency: 'EUR', other: 'USD' },
  },
  { says: 'needs two', input: { id: CLIENT, into: CLIENT }, refused: { code: 'invalid', field: 'into' } },
  {
    says: 'needs the one',
    input: { id: MISSING, into: CLIENT },
    refused: { code: 'notFound', what: 'client' },
  },
  {
    says: 'needs the other',
    input: { id: CLIENT, into: MISSING },
    refused: { code: 'notFound', what: 'client' },
  },
]
