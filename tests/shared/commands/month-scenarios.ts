import { agrees, counts, type Scenarios } from './scenario.ts'

const SEPTEMBER = '2026-09'
/** Ten hours for 1,000.00 a month in 2026: of October's twelve months three are left. */
const sureness = { guaranteed: 300_000, monthsCovered: 0, coverage: null, variation: 0 }

/** How far the pass over a month is. */
export const monthScenarios: Pick<Scenarios, 'month.note'> = {
  'month.note': [
    {
      says: 'notes that what is left were breaks',
      input: { month: SEPTEMBER, breaks: 3 },
      leaves: {
        records: {
          preferences: { months: [{ month: SEPTEMBER, breaks: 3, finishedAt: null, sureness: null }] },
        },
      },
    },
    {
      says: 'is done, with how sure income is, and keeps what was noted',
      given: (at) => {
        agrees(at)
        at.run('month.note', { month: SEPTEMBER, breaks: 3 })
      },
      input: { month: SEPTEMBER, finished: true },
      leaves: {
        records: {
          preferences: {
            months: [{ month: SEPTEMBER, breaks: 3, finishedAt: '2026-10-22T13:11:00Z', sureness }],
          },
        },
      },
    },
    {
      says: 'is not done after all',
      given: (at) => {
        agrees(at)
        at.run('month.note', { month: SEPTEMBER, finished: true })
      },
      input: { month: SEPTEMBER, finished: false, breaks: null },
      leaves: {
        records: {
          preferences: { months: [{ month: SEPTEMBER, breaks: null, finishedAt: null, sureness: null }] },
        },
      },
    },
    {
      says: 'remembers a year of them, in order',
      given: (at) => {
        for (const month of ['2026-08', '2025-09', '2025-10']) at.run('month.note', { month: month, breaks: 0 })
      },
      input: { month: SEPTEMBER, breaks: 0 },
      leaves: {
        records: { preferences: { months: [{ month: '2025-10' }, { month: '2026-08' }, { month: SEPTEMBER }] } },
      },
    },
    {
      says: 'not of a month that is not over',
      input: { month: '2026-10', breaks: 0 },
      refused: { code: 'inFuture', field: 'month' },
    },
    {
      says: 'not before all is counted',
      given: counts(),
      input: { month: SEPTEMBER, breaks: 0 },
      refused: { code: 'stillCounting' },
    },
  ],
}
