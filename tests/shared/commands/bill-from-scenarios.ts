import { day } from '#shared/kernel/day.ts'
import { agrees, HOURLY, MISSING, NEW, type Scenarios } from './scenario.ts'

/** Since when works are billed here, one answer for several. */
export const billFromScenarios: Scenarios['engagement.billFrom'] = [
  {
    says: 'is one answer for several works',
    given: agrees,
    input: {
      works: [
        { id: HOURLY, billedFrom: day('2026-10-01') },
        { id: NEW, billedFrom: day('2026-10-15') },
      ],
    },
    leaves: { records: { [HOURLY]: { billedFrom: '2026-10-01' }, [NEW]: { billedFrom: '2026-10-15' } } },
  },
  {
    says: 'says nothing anew',
    given: (at) => void at.run('engagement.billFrom', { works: [{ id: HOURLY, billedFrom: day('2026-10-01') }] }),
    input: { works: [{ id: HOURLY, billedFrom: day('2026-10-01') }] },
    leaves: {},
  },
  {
    says: 'needs each of them, and says none where one is missing',
    input: {
      works: [
        { id: HOURLY, billedFrom: day('2026-10-01') },
        { id: MISSING, billedFrom: day('2026-10-01') },
      ],
    },
    refused: { code: 'notFound', what: 'engagement' },
  },
]
