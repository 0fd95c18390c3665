import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { partySchema } from '#shared/model/party.ts'
import { testId } from '#tests/support/agreements.ts'
import { drafts } from './invoice-givens.ts'
import {
  agrees,
  CLIENT,
  closes,
  counts,
  delivers,
  HOURLY,
  MISSING,
  NEW,
  starts,
  writes,
  type Given,
  type Scenarios,
} from './scenario.ts'
import { goesTo } from './sent-scenarios.ts'

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
const twin =
  (currency = 'EUR'): Given =>
  (at) =>
    void at.run('client.create', { name: 'Halden', currency, language: 'en', listRate: minor(9000) })

const milestone =
  (on: string): Given =>
  (at) =>
    void at.run('project.create', {
      clientId: CLIENT,
      name: 'Launch',
      milestones: [{ name: 'Draft', on: day(on), amount: minor(100_000) }],
    })

/** An invoice for the hourly work. */
const bills =
  (clientId = CLIENT): Given =>
  (at) =>
    void at.run('invoice.draft', {
      clientId,
      lines: [{ kind: 'other', engagementId: HOURLY, unitPrice: minor(10_000) }],
    })

/** What the user has said, clients, and what is the same of all that is agreed with them. */
export const recordScenarios: Pick<
  Scenarios,
  Extract<keyof Scenarios, `${'preferences' | 'client' | 'engagement'}.${string}`>
> = {
  'preferences.set': [
    {
      says: 'leaves alone what is not named',
      input: { target: minor(400_000) },
      leaves: { records: { preferences: { target: 400_000, listRate: 10_000, workingDays: [1, 2, 3, 4, 5] } } },
    },
    {
      says: 'leaves alone what is not named of billing',
      given: (at) => void at.run('preferences.set', { billing: { series: 'A', dueDays: 30 } }),
      input: { minutesPerDay: 360, billing: { advanceDays: 0, tax: { vat: { basisPoints: 2200 } } } },
      leaves: {
        records: {
          preferences: {
            minutesPerDay: 360,
            billing: { series: 'A', advanceDays: 0, dueDays: 30, tax: { vat: { basisPoints: 2200 }, stampDuty: null } },
          },
        },
      },
    },
  ],
  'client.create': [
    {
      says: 'tidies the name and gives the mark whose turn it is',
      input: { name: '  Studio   Aperta ', currency: 'EUR', language: 'it', listRate: minor(9000) },
      leaves: { records: { [NEW]: { name: 'Studio Aperta', mark: { colour: 'cobalt', pattern: 'diagonal' } } } },
    },
    {
      says: 'needs a name',
      input: { name: '  ', currency: 'EUR', language: 'it', listRate: minor(9000) },
      refused: { code: 'required', field: 'name' },
    },
    {
      says: 'gives no name twice',
      input: { name: 'halden & reyes', currency: 'EUR', language: 'en', listRate: minor(9000) },
      refused: { code: 'nameTaken', field: 'name', name: 'halden & reyes' },
    },
  ],
  'client.update': [
    {
      says: 'changes what is named',
      input: { id: CLIENT, archived: true },
      leaves: { records: { [CLIENT]: { name: 'Halden & Reyes', archived: true } } },
    },
    { says: 'may keep its own name', input: { id: CLIENT, name: 'Halden & Reyes' }, leaves: {} },
    {
      says: 'may be paid in another currency while nothing is billed',
      input: { id: CLIENT, currency: 'CHF' },
      leaves: { records: { [CLIENT]: { currency: 'CHF' } } },
    },
    {
      says: 'keeps the currency in which something is billed',
      given: drafts,
      input: { id: CLIENT, currency: 'CHF' },
      refused: { code: 'currencyInUse', field: 'currency', currency: 'EUR' },
    },
    {
      says: 'keeps the currency of hours that are not billed yet',
      given: writes,
      input: { id: CLIENT, currency: 'CHF' },
      refused: { code: 'currencyInUse', field: 'currency', currency: 'EUR' },
    },
    {
      says: 'keeps the currency of hours that run',
      given: starts,
      input: { id: CLIENT, currency: 'CHF' },
      refused: { code: 'currencyInUse', field: 'currency', currency: 'EUR' },
    },
    {
      says: 'keeps the currency of a milestone that is earned',
      given: milestone('2026-10-22'),
      input: { id: CLIENT, currency: 'CHF' },
      refused: { code: 'currencyInUse', field: 'currency', currency: 'EUR' },
    },
    {
      says: 'may be paid in another currency for a milestone that is ahead, and for a retainer in its own',
      given: (at) => {
        milestone('2026-10-23')(at)
        agrees(at)
      },
      input: { id: CLIENT, currency: 'CHF' },
      leaves: { records: { [CLIENT]: { currency: 'CHF' } } },
    },
    {
      says: 'waits for the hours to be counted before the currency changes',
      given: counts(writes),
      input: { id: CLIENT, currency: 'CHF' },
      refused: { code: 'stillCounting' },
    },
    {
      says: 'has the contacts that are told',
      input: { id: CLIENT, contacts: [{ name: 'Ada Reyes', email: 'ada@example.com' }] },
      leaves: { records: { [CLIENT]: { contacts: [{ name: 'Ada Reyes', email: 'ada@example.com' }] } } },
    },
    { says: 'needs the client', input: { id: MISSING }, refused: { code: 'notFound', what: 'client' } },
  ],
  'client.remove': [
    {
      says: 'takes away whom nothing is known of',
      given: twin(),
      input: { id: NEW },
      leaves: { records: { [NEW]: null } },
    },
    {
      says: 'keeps with whom something was agreed',
      input: { id: CLIENT },
      refused: { code: 'hasHistory', engagements: 1, invoices: 0 },
    },
    {
      says: 'keeps to whom something was billed',
      given: (at) => {
        twin()(at)
        bills(NEW)(at)
      },
      input: { id: NEW },
      refused: { code: 'hasHistory', engagements: 0, invoices: 1 },
    },
    { says: 'needs the client', input: { id: MISSING }, refused: { code: 'notFound', what: 'client' } },
  ],
  'client.merge': [
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
  ],
  'engagement.update': [
    {
      says: 'names and archives',
      input: { id: HOURLY, name: 'By the hour', archived: true },
      leaves: { records: { [HOURLY]: { name: 'By the hour', archived: true, kind: 'hourly' } } },
    },
    { says: 'needs the engagement', input: { id: MISSING }, refused: { code: 'notFound', what: 'engagement' } },
  ],
  'engagement.remove': [
    { says: 'takes away what has no time', input: { id: HOURLY }, leaves: { records: { [HOURLY]: null } } },
    { says: 'keeps what has', given: writes, input: { id: HOURLY }, refused: { code: 'hasTime', seconds: 7200 } },
    { says: 'keeps what runs', given: starts, input: { id: HOURLY }, refused: { code: 'timerRuns' } },
    {
      says: 'waits for its time to be counted',
      given: counts(),
      input: { id: HOURLY },
      refused: { code: 'stillCounting' },
    },
    {
      says: 'keeps what something was delivered of',
      given: delivers,
      input: { id: NEW },
      refused: { code: 'hasRecords', deliveries: 1, closings: 0, invoices: 0 },
    },
    {
      says: 'keeps what is closed',
      given: closes(2),
      input: { id: NEW },
      refused: { code: 'hasRecords', deliveries: 0, closings: 2, invoices: 0 },
    },
    {
      says: 'keeps what was billed',
      given: bills(),
      input: { id: HOURLY },
      refused: { code: 'hasRecords', deliveries: 0, closings: 0, invoices: 1 },
    },
    {
      says: 'keeps what another follows',
      given: (at) => {
        agrees(at)
        at.run('retainer.renew', { id: NEW })
      },
      input: { id: NEW },
      refused: { code: 'hasFollower' },
    },
    ...[goesTo(), goesTo('proposed', 'draft')].map((given, index) => ({
      says: `takes away a draft that nobody was sent${index === 0 ? '' : ' after all'}`,
      given,
      input: { id: NEW },
      leaves: { records: { [NEW]: null } },
    })),
    ...([['proposed'], ['active'], ['active', 'ended'], ['proposed', 'declined']] as const).map((statuses) => ({
      says: `keeps what went from a draft to ${statuses.join(', then ')}`,
      given: goesTo(...statuses),
      input: { id: NEW },
      refused: { code: 'clientKnows' } as const,
    })),
    {
      says: 'keeps what a client was sold time on',
      given: (at) => {
        agrees(at)
        at.run('retainer.topUp', { id: NEW, on: day('2026-10-20'), amount: 60, price: minor(9000), reason: '' })
      },
      input: { id: NEW },
      refused: { code: 'clientKnows' },
    },
    {
      says: 'takes a follower away',
      given: (at) => {
        agrees(at)
        at.run('retainer.renew', { id: NEW })
      },
      input: { id: testId(4) },
      leaves: { records: { [testId(4)]: null, [NEW]: { kind: 'retainer' } } },
    },
    { says: 'needs the engagement', input: { id: MISSING }, refused: { code: 'notFound', what: 'engagement' } },
  ],
}
