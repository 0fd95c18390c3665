import { goesTo, drafts } from './sent-scenarios.ts'
import { HOURLY, NEW, type Scenarios } from './scenario.ts'

/** What is said to a client of a retainer that is not signed yet. */
export const proposalScenarios: Pick<Scenarios, 'retainer.writeProposal'> = {
  'retainer.writeProposal': [
    {
      says: 'keeps what is said to the client, all of it',
      given: drafts,
      input: { id: NEW, proposal: { trade: 'writer', problems: [{ problem: 'Late', outcome: 'On time' }] } },
      leaves: {
        records: {
          [NEW]: { proposal: { trade: 'writer', problems: [{ problem: 'Late', outcome: 'On time' }], clauses: null } },
        },
      },
    },
    {
      says: 'may be written again when it was declined',
      given: goesTo('proposed', 'declined'),
      input: { id: NEW, proposal: { service: 'Two articles a month' } },
      leaves: { records: { [NEW]: { status: 'declined', proposal: { service: 'Two articles a month' } } } },
    },
    {
      says: 'leaves what was signed as it was',
      given: goesTo('active'),
      input: { id: NEW, proposal: { service: 'More' } },
      refused: { code: 'signedAlready' },
    },
    {
      says: 'is about a retainer',
      input: { id: HOURLY, proposal: {} },
      refused: { code: 'notFound', what: 'engagement' },
    },
  ],
}
