import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { agreement, testId } from '#tests/support/agreements.ts'
import { agrees, CLIENT, HOURLY, MISSING, NEW, starts, writes, type Scenarios } from './scenario.ts'

/** Clients and what is agreed with them. */
export const recordScenarios: Pick<
  Scenarios,
  Extract<keyof Scenarios, `${'preferences' | 'client' | 'hourly' | 'project' | 'retainer' | 'engagement'}.${string}`>
> = {
  'preferences.set': [
    {
      says: 'leaves alone what is not named',
      input: { target: minor(400_000) },
      leaves: { records: { preferences: { target: 400_000, listRate: 10_000, workingDays: [1, 2, 3, 4, 5] } } },
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
    { says: 'needs the client', input: { id: MISSING }, refused: { code: 'notFound', what: 'client' } },
  ],
  'hourly.create': [
    {
      says: 'begins with one rate, for ever',
      input: { clientId: CLIENT, rate: minor(9000) },
      leaves: { records: { [NEW]: { kind: 'hourly', rates: [{ from: null, rate: 9000 }] } } },
    },
    {
      says: 'needs the client',
      input: { clientId: MISSING, rate: minor(9000) },
      refused: { code: 'notFound', what: 'client' },
    },
  ],
  'project.create': [
    {
      says: 'names its parts',
      input: {
        clientId: CLIENT,
        name: 'Report',
        milestones: [{ name: 'Draft', on: '2026-11-30', amount: minor(90_000) }],
      },
      leaves: { records: { [testId(4)]: { kind: 'project', milestones: [{ id: NEW, name: 'Draft' }] } } },
    },
  ],
  'retainer.create': [
    {
      says: 'is active from the start',
      input: { clientId: CLIENT, agreement: agreement() },
      leaves: { records: { [NEW]: { kind: 'retainer', status: 'active', clientId: CLIENT } } },
    },
    {
      says: 'adopts the time since its start',
      given: writes,
      input: { clientId: CLIENT, agreement: agreement(), adopt: true },
      leaves: { records: { [NEW]: { engagementId: testId(4) } } },
    },
    {
      says: 'leaves earlier time where it was',
      given: writes,
      input: { clientId: CLIENT, agreement: agreement({ startsOn: day('2026-10-21') }), adopt: true },
      leaves: { records: { [NEW]: { engagementId: HOURLY } } },
    },
    {
      says: 'leaves time past its term where it was',
      given: writes,
      // Not prorated, three months from 25 July are July, August and September: October is past them.
      input: {
        clientId: CLIENT,
        agreement: agreement({ startsOn: day('2026-07-25'), proration: 'none', term: { periods: 3, atEnd: 'ends' } }),
        adopt: true,
      },
      leaves: { records: { [NEW]: { engagementId: HOURLY } } },
    },
    {
      says: 'adopts nothing unless asked',
      given: writes,
      input: { clientId: CLIENT, agreement: agreement() },
      leaves: { records: { [NEW]: { engagementId: HOURLY } } },
    },
    {
      says: 'has no terms from before it begins',
      input: {
        clientId: CLIENT,
        agreement: agreement({ versions: [{ from: day('2025-12-31'), fee: minor(100_000), included: 600 }] }),
      },
      refused: { code: 'versionBeforeStart', field: 'agreement.versions', startsOn: agreement().startsOn },
    },
  ],
  'retainer.update': [
    {
      says: 'has other terms',
      given: agrees,
      input: { id: NEW, agreement: agreement({ noticeDays: 60 }) },
      leaves: { records: { [NEW]: { agreement: { noticeDays: 60 } } } },
    },
    {
      says: 'is for retainers',
      input: { id: HOURLY, agreement: agreement() },
      refused: { code: 'notFound', what: 'engagement' },
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
  ],
}
