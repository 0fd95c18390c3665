import { agrees, HOURLY, MISSING, NEW, type Given, type Scenarios } from './scenario.ts'

const tells: Given = (at) => {
  agrees(at)
  at.run('retainer.told', { id: NEW, period: '2026-10-01', shares: [80] })
}

/** What the user has been told of. */
export const toldScenarios: Pick<Scenarios, 'retainer.told'> = {
  'retainer.told': [
    {
      says: 'keeps of which shares of a period',
      given: agrees,
      input: { id: NEW, period: '2026-10-01', shares: [100, 80] },
      leaves: { records: { [NEW]: { told: [{ period: '2026-10-01', shares: [80, 100] }] } } },
    },
    {
      says: 'adds to those it knows',
      given: tells,
      input: { id: NEW, period: '2026-10-01', shares: [80, 100] },
      leaves: { records: { [NEW]: { told: [{ period: '2026-10-01', shares: [80, 100] }] } } },
    },
    {
      says: 'has nothing to do twice',
      given: tells,
      input: { id: NEW, period: '2026-10-01', shares: [80] },
      leaves: { records: { [NEW]: { told: [{ period: '2026-10-01', shares: [80] }] } } },
    },
    {
      says: 'knows periods by their first day',
      given: agrees,
      input: { id: NEW, period: '2026-10-02', shares: [80] },
      refused: { code: 'invalid', field: 'period' },
    },
    {
      says: 'knows no periods past the end',
      given: agrees,
      input: { id: NEW, period: '2027-01-01', shares: [80] },
      refused: { code: 'invalid', field: 'period' },
    },
    {
      says: 'is for retainers',
      input: { id: HOURLY, period: '2026-10-01', shares: [80] },
      refused: { code: 'notFound', what: 'engagement' },
    },
    {
      says: 'needs the retainer',
      input: { id: MISSING, period: '2026-10-01', shares: [80] },
      refused: { code: 'notFound', what: 'engagement' },
    },
  ],
}
