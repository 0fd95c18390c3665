import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { testId } from '#tests/support/agreements.ts'
import { billFromScenarios } from './bill-from-scenarios.ts'
import { drafts, issues, workshop } from './invoice-givens.ts'
import { bills, mergeScenarios, twin } from './merge-scenarios.ts'
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

const milestone =
  (on: string): Given =>
  (at) =>
    void at.run('project.create', {
      clientId: CLIENT,
      name: 'Launch',
      milestones: [{ name: 'Draft', on: day(on), amount: minor(100_000) }],
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
    {
      says: 'reaches drafts that are taxed as the user was, and their lines; not what was written otherwise',
      given: (at) => {
        drafts(at)
        at.run('invoice.draft', {
          clientId: CLIENT,
          lines: [{ ...workshop, vat: { basisPoints: 1000 } }],
        })
        at.run('invoice.draft', { clientId: CLIENT, lines: [workshop], tax: { vat: { basisPoints: 400 } } })
      },
      input: { billing: { tax: { vat: { basisPoints: 2200 }, pensionFundBasisPoints: 400 } } },
      leaves: {
        records: {
          [NEW]: {
            tax: { vat: { basisPoints: 2200 }, pensionFundBasisPoints: 400 },
            lines: [{ vat: { basisPoints: 2200 } }],
          },
          [testId(5)]: { tax: { vat: { basisPoints: 2200 } }, lines: [{ vat: { basisPoints: 1000 } }] },
          [testId(7)]: { tax: { vat: { basisPoints: 400 } }, lines: [{ vat: { basisPoints: 400 } }] },
        },
      },
    },
    {
      says: 'leaves what was issued as it was',
      given: issues,
      input: { billing: { tax: { vat: { basisPoints: 2200 } } } },
      leaves: { records: { [NEW]: { tax: { vat: { basisPoints: 0 } }, lines: [{ vat: { basisPoints: 0 } }] } } },
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
    {
      says: 'archives nobody with whom an agreement runs',
      given: agrees,
      input: { id: CLIENT, archived: true },
      refused: { code: 'agreementRuns' },
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
  'client.merge': mergeScenarios,
  'engagement.update': [
    {
      says: 'names and archives',
      input: { id: HOURLY, name: 'By the hour', archived: true },
      leaves: { records: { [HOURLY]: { name: 'By the hour', archived: true, kind: 'hourly' } } },
    },
    {
      says: 'ends an agreement before it is put away',
      given: agrees,
      input: { id: NEW, archived: true },
      refused: { code: 'agreementRuns' },
    },
    {
      says: 'puts away what is over',
      given: (at) => {
        agrees(at)
        at.run('retainer.endEarly', { id: NEW, endsOn: day('2026-10-21') })
      },
      input: { id: NEW, archived: true },
      leaves: { records: { [NEW]: { archived: true } } },
    },
    { says: 'needs the engagement', input: { id: MISSING }, refused: { code: 'notFound', what: 'engagement' } },
  ],
  'engagement.billFrom': billFromScenarios,
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
