import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { agreement, testId } from '#tests/support/agreements.ts'
import { agrees, CLIENT, closes, HOURLY, MISSING, NEW, type Given, type Scenarios } from './scenario.ts'

const given: Given = (at) => {
  agrees(at)
  at.run('retainer.topUp', { id: NEW, on: day('2026-06-03'), amount: 120, price: minor(18_000) })
}
const TOP_UP = testId(4)

/** More inside a period. */
export const topUpScenarios: Pick<Scenarios, 'retainer.topUp' | 'retainer.removeTopUp'> = {
  'retainer.topUp': [
    {
      says: 'adds work at a price',
      given: agrees,
      input: { id: NEW, on: '2026-10-05', amount: 120, price: minor(18_000) },
      leaves: {
        records: {
          [NEW]: { agreement: { topUps: [{ id: TOP_UP, on: '2026-10-05', amount: 120, price: 18_000, reason: '' }] } },
        },
      },
    },
    {
      says: 'stands with the others in the order of their days',
      given,
      input: { id: NEW, on: '2026-02-01', amount: 60, price: minor(0), reason: ' For the wait ' },
      leaves: {
        records: {
          [NEW]: {
            agreement: {
              topUps: [
                { id: testId(5), price: 0, reason: 'For the wait' },
                { id: TOP_UP, amount: 120 },
              ],
            },
          },
        },
      },
    },
    {
      says: 'is goodwill for a reason',
      given: agrees,
      input: { id: NEW, on: '2026-10-05', amount: 60, price: minor(0), reason: ' ' },
      refused: { code: 'required', field: 'reason' },
    },
    {
      says: 'is something',
      given: agrees,
      input: { id: NEW, on: '2026-10-05', amount: 0, price: minor(18_000) },
      refused: { code: 'required', field: 'amount' },
    },
    {
      says: 'adds nothing to availability',
      given: (at) => void at.run('retainer.create', { clientId: CLIENT, agreement: agreement({ basis: 'access' }) }),
      input: { id: NEW, on: '2026-10-05', amount: 120, price: minor(18_000) },
      refused: { code: 'nothingDrawn' },
    },
    {
      says: 'not before the start',
      given: agrees,
      input: { id: NEW, on: '2025-12-31', amount: 120, price: minor(18_000) },
      refused: { code: 'versionBeforeStart', field: 'on', startsOn: day('2026-01-01') },
    },
    {
      says: 'not after the end',
      given: agrees,
      input: { id: NEW, on: '2027-01-01', amount: 120, price: minor(18_000) },
      refused: { code: 'afterEnd', field: 'on', lastDay: day('2026-12-31') },
    },
    {
      says: 'not in what is closed',
      given: closes(1),
      input: { id: NEW, on: '2026-01-31', amount: 120, price: minor(18_000) },
      refused: { code: 'periodClosed', until: day('2026-01-31') },
    },
    {
      says: 'on the day after',
      given: closes(1),
      input: { id: NEW, on: '2026-02-01', amount: 120, price: minor(18_000) },
      leaves: { records: { [NEW]: { agreement: { topUps: [{ on: '2026-02-01' }] } } } },
    },
    {
      says: 'is for retainers',
      input: { id: HOURLY, on: '2026-10-05', amount: 120, price: minor(18_000) },
      refused: { code: 'notFound', what: 'engagement' },
    },
  ],
  'retainer.removeTopUp': [
    {
      says: 'takes it away',
      given,
      input: { id: NEW, topUpId: TOP_UP },
      leaves: { records: { [NEW]: { agreement: { topUps: [] } } } },
    },
    {
      says: 'needs it to be there',
      given,
      input: { id: NEW, topUpId: MISSING },
      refused: { code: 'notFound', what: 'topUp' },
    },
    {
      says: 'not out of what is closed',
      given: (at) => {
        agrees(at)
        at.run('retainer.topUp', { id: NEW, on: day('2026-01-20'), amount: 120, price: minor(18_000) })
        at.run('period.close', { engagementId: NEW, start: day('2026-01-01') })
      },
      input: { id: NEW, topUpId: TOP_UP },
      refused: { code: 'periodClosed', until: day('2026-01-31') },
    },
    {
      says: 'is for retainers',
      input: { id: HOURLY, topUpId: TOP_UP },
      refused: { code: 'notFound', what: 'engagement' },
    },
  ],
}
