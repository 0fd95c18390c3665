import { agreement } from '#tests/support/agreements.ts'
import { CLIENT, NEW, type Given, type Scenarios } from './scenario.ts'

export const drafts: Given = (at) =>
  void at.run('retainer.create', { clientId: CLIENT, agreement: agreement(), status: 'draft' })
export const goesTo =
  (...all: readonly ('draft' | 'proposed' | 'active' | 'ended' | 'declined')[]): Given =>
  (at) => {
    drafts(at)
    for (const status of all) at.run('retainer.setStatus', { id: NEW, status })
  }

/** What the client has of a retainer's documents, by where it goes. */
export const sentScenarios: Scenarios['retainer.setStatus'] = [
  {
    says: 'keeps what was sent as it was sent',
    given: drafts,
    input: { id: NEW, status: 'proposed', sent: { proposal: '{"title":"P"}', agreement: '{}', logo: 'data:' } },
    leaves: { records: { [NEW]: { status: 'proposed', sent: { proposal: '{"title":"P"}', logo: 'data:' } } } },
  },
  {
    says: 'is sent again with what was changed since',
    given: goesTo('proposed'),
    input: { id: NEW, status: 'proposed', sent: { proposal: '{"title":"Q"}', agreement: '{}' } },
    leaves: { records: { [NEW]: { status: 'proposed', sent: { proposal: '{"title":"Q"}' } } } },
  },
  {
    says: 'leaves what was sent when the client declines',
    given: (at) => {
      drafts(at)
      at.run('retainer.setStatus', { id: NEW, status: 'proposed', sent: { proposal: '1', agreement: '2' } })
    },
    input: { id: NEW, status: 'declined' },
    leaves: { records: { [NEW]: { status: 'declined', sent: { proposal: '1', agreement: '2' } } } },
  },
]
