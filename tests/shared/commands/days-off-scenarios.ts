import { day } from '#shared/kernel/day.ts'
import type { Scenarios } from './scenario.ts'

const christmas = { from: '2026-12-25', to: '2026-12-26', name: 'Natale', source: 'holiday' } as const
const sea = { from: '2026-08-10', to: '2026-08-23', name: 'Sea' }

/** When nothing is worked. */
export const daysOffScenarios: Pick<Scenarios, 'daysOff.set'> = {
  'daysOff.set': [
    {
      says: 'keeps them in order, each once, the user’s own unless said',
      input: { daysOff: [christmas, sea, sea], holidaysOf: 'IT-32' },
      leaves: {
        records: { preferences: { daysOff: [{ ...sea, source: 'user' }, christmas], holidaysOf: 'IT-32' } },
      },
    },
    {
      says: 'takes the place of those there were, and leaves the country alone',
      given: (at) => void at.run('daysOff.set', { daysOff: [sea], holidaysOf: 'IT' }),
      input: { daysOff: [] },
      leaves: { records: { preferences: { daysOff: [], holidaysOf: 'IT' } } },
    },
    {
      says: 'may have no country any more',
      given: (at) => void at.run('daysOff.set', { daysOff: [sea], holidaysOf: 'IT' }),
      input: { daysOff: [sea], holidaysOf: null },
      leaves: { records: { preferences: { daysOff: [{ name: 'Sea' }], holidaysOf: null } } },
    },
    {
      says: 'can be a single day',
      input: { daysOff: [{ ...sea, to: day('2026-08-10') }] },
      leaves: { records: { preferences: { daysOff: [{ from: '2026-08-10', to: '2026-08-10' }] } } },
    },
    {
      says: 'ends no stretch before it begins',
      input: { daysOff: [christmas, { ...sea, to: day('2026-08-09') }] },
      refused: { code: 'endBeforeStart', field: 'daysOff.1.to' },
    },
  ],
}
