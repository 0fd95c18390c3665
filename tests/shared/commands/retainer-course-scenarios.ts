import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { agreement, testId } from '#tests/support/agreements.ts'
import { drafts, goesTo, sentScenarios } from './sent-scenarios.ts'
import { agrees, CLIENT, counts, HOURLY, NEW, writes, type Given, type Scenarios } from './scenario.ts'

const year2025 = agreement({ startsOn: day('2025-01-01') })
const lastYear: Given = (at) => void at.run('retainer.create', { clientId: CLIENT, agreement: year2025 })
/** Where a retainer stands, and what follows it. */
export const retainerCourseScenarios: Pick<
  Scenarios,
  'retainer.setStatus' | 'retainer.tellOutcome' | 'retainer.renew'
> = {
  'retainer.setStatus': [
    {
      says: 'proposes a draft',
      given: drafts,
      input: { id: NEW, status: 'proposed' },
      leaves: {
        records: { [NEW]: { status: 'proposed', sentOn: '2026-10-22', agreement: { startsOn: '2026-01-01' } } },
      },
    },
    ...sentScenarios,
    {
      says: 'takes a proposal back to be written anew',
      given: goesTo('proposed'),
      input: { id: NEW, status: 'draft' },
      leaves: { records: { [NEW]: { status: 'draft', sentOn: null } } },
    },
    {
      says: 'declines',
      given: goesTo('proposed'),
      input: { id: NEW, status: 'declined' },
      leaves: { records: { [NEW]: { status: 'declined' } } },
    },
    {
      says: 'declines, and keeps why',
      given: goesTo('proposed'),
      input: { id: NEW, status: 'declined', outcome: { cause: 'price', note: 'Too much for a year' } },
      leaves: {
        records: { [NEW]: { status: 'declined', outcome: { cause: 'price', note: 'Too much for a year' } } },
      },
    },
    {
      says: 'forgets why with the next question',
      given: (at) => {
        goesTo('proposed')(at)
        at.run('retainer.setStatus', { id: NEW, status: 'declined', outcome: { cause: 'time' } })
      },
      input: { id: NEW, status: 'proposed' },
      leaves: { records: { [NEW]: { status: 'proposed', outcome: null } } },
    },
    {
      says: 'asks once more',
      given: goesTo('declined'),
      input: { id: NEW, status: 'proposed' },
      leaves: { records: { [NEW]: { status: 'proposed' } } },
    },
    {
      says: 'signs, and takes the hours over',
      given: (at) => {
        drafts(at)
        writes(at)
      },
      input: { id: NEW, status: 'active', adopt: true },
      leaves: { records: { [NEW]: { status: 'active' }, [testId(4)]: { engagementId: NEW } } },
    },
    {
      says: 'signs, and leaves the hours where they are',
      given: (at) => {
        drafts(at)
        writes(at)
      },
      input: { id: NEW, status: 'active' },
      leaves: { records: { [testId(4)]: { engagementId: HOURLY } } },
    },
    {
      says: 'takes hours over by signing alone',
      given: drafts,
      input: { id: NEW, status: 'proposed', adopt: true },
      refused: { code: 'notSigned' },
    },
    {
      says: 'takes hours over when all are counted',
      given: counts(drafts),
      input: { id: NEW, status: 'active', adopt: true },
      refused: { code: 'stillCounting' },
    },
    { says: 'may say what is so', given: agrees, input: { id: NEW, status: 'active' }, leaves: {} },
    {
      says: 'ends what is over',
      given: lastYear,
      input: { id: NEW, status: 'ended' },
      leaves: { records: { [NEW]: { status: 'ended' } } },
    },
    {
      says: 'ends nothing on its last day yet',
      given: (at) => {
        agrees(at)
        at.run('retainer.endEarly', { id: NEW, endsOn: day('2026-10-22') })
      },
      input: { id: NEW, status: 'ended' },
      refused: { code: 'stillRuns', lastDay: day('2026-10-22') },
    },
    {
      says: 'ends nothing that goes on',
      given: (at) =>
        void at.run('retainer.create', {
          clientId: CLIENT,
          agreement: agreement({ term: { periods: 12, atEnd: 'open' } }),
        }),
      input: { id: NEW, status: 'ended' },
      refused: { code: 'stillRuns', lastDay: null },
    },
    {
      says: 'never makes a draft of what was signed',
      given: agrees,
      input: { id: NEW, status: 'draft' },
      refused: { code: 'noSuchMove', field: 'status' },
    },
    {
      says: 'never revives what has ended',
      given: (at) => {
        lastYear(at)
        at.run('retainer.setStatus', { id: NEW, status: 'ended' })
      },
      input: { id: NEW, status: 'active' },
      refused: { code: 'noSuchMove', field: 'status' },
    },
    {
      says: 'never signs what was declined before it was asked again',
      given: goesTo('declined'),
      input: { id: NEW, status: 'active' },
      refused: { code: 'noSuchMove', field: 'status' },
    },
    {
      says: 'is for retainers',
      input: { id: HOURLY, status: 'ended' },
      refused: { code: 'notFound', what: 'engagement' },
    },
  ],
  'retainer.tellOutcome': [
    {
      says: 'keeps why it was declined',
      given: goesTo('proposed', 'declined'),
      input: { id: NEW, outcome: { cause: 'someoneElse', note: ' An agency ' } },
      leaves: { records: { [NEW]: { outcome: { cause: 'someoneElse', note: 'An agency' } } } },
    },
    {
      says: 'has nothing to do twice',
      given: (at) => {
        goesTo('proposed', 'declined')(at)
        at.run('retainer.tellOutcome', { id: NEW, outcome: { cause: 'price' } })
      },
      input: { id: NEW, outcome: { cause: 'price' } },
      leaves: { records: { [NEW]: { outcome: { cause: 'price', note: '' } } } },
    },
    {
      says: 'asks nothing of what still runs',
      given: goesTo('active'),
      input: { id: NEW, outcome: { cause: 'price' } },
      refused: { code: 'stillRuns', lastDay: day('2026-12-31') },
    },
  ],
  'retainer.renew': [
    {
      says: 'follows on the day after the last, as last agreed',
      given: (at) => {
        at.run('retainer.create', {
          clientId: CLIENT,
          name: 'Care',
          agreement: agreement({ trial: true, leadsTo: 9, noticeDays: 10 }),
        })
        at.run('retainer.change', { id: NEW, from: day('2026-06-01'), fee: minor(120_000), listRate: minor(12_000) })
        at.run('retainer.topUp', { id: NEW, on: day('2026-06-03'), amount: 60, price: minor(9000) })
        at.run('retainer.pause', { id: NEW, from: day('2026-11-01'), to: day('2027-01-01') })
      },
      input: { id: NEW },
      leaves: {
        records: {
          [testId(5)]: {
            status: 'proposed',
            clientId: CLIENT,
            name: 'Care',
            follows: NEW,
            agreement: {
              startsOn: '2027-01-01',
              term: { periods: 9, atEnd: 'ends' },
              endsOn: null,
              trial: false,
              leadsTo: null,
              noticeDays: 10,
              listRate: 12_000,
              versions: [{ from: '2027-01-01', fee: 120_000, included: 600 }],
              topUps: [],
            },
          },
          [NEW]: { status: 'active', agreement: { trial: true } },
        },
      },
    },
    {
      says: 'is for the term that is given, and signed if that is said',
      given: lastYear,
      input: { id: NEW, term: { periods: 3, atEnd: 'renews' }, status: 'active' },
      leaves: {
        records: {
          [testId(4)]: {
            status: 'active',
            agreement: { startsOn: '2026-01-01', term: { periods: 3, atEnd: 'renews' } },
          },
        },
      },
    },
    {
      says: 'follows an end that was agreed',
      given: (at) => {
        at.run('retainer.create', {
          clientId: CLIENT,
          agreement: agreement({ term: { periods: 6, atEnd: 'renews' } }),
        })
        at.run('retainer.endEarly', { id: NEW, endsOn: day('2026-10-31') })
      },
      input: { id: NEW },
      leaves: {
        records: { [testId(4)]: { agreement: { startsOn: '2026-11-01', term: { periods: 12 }, endsOn: null } } },
      },
    },
    {
      says: 'may follow once more when the first was declined',
      given: (at) => {
        lastYear(at)
        at.run('retainer.renew', { id: NEW })
        at.run('retainer.setStatus', { id: testId(4), status: 'declined' })
      },
      input: { id: NEW },
      leaves: { records: { [testId(4)]: { status: 'declined' }, [testId(5)]: { follows: NEW } } },
    },
    {
      says: 'may begin later, after a while without one',
      given: lastYear,
      input: { id: NEW, startsOn: '2026-11-01' },
      leaves: {
        records: { [testId(4)]: { agreement: { startsOn: '2026-11-01', versions: [{ from: '2026-11-01' }] } } },
      },
    },
    {
      says: 'never while the other one runs',
      given: lastYear,
      input: { id: NEW, startsOn: '2025-12-31' },
      refused: { code: 'versionBeforeStart', field: 'startsOn', startsOn: day('2026-01-01') },
    },
    {
      says: 'has nothing to renew where it renews by itself',
      given: (at) =>
        void at.run('retainer.create', {
          clientId: CLIENT,
          agreement: agreement({ term: { periods: 12, atEnd: 'renews' } }),
        }),
      input: { id: NEW },
      refused: { code: 'goesOn' },
    },
    {
      says: 'has nothing to renew where it is open',
      given: (at) =>
        void at.run('retainer.create', {
          clientId: CLIENT,
          agreement: agreement({ term: { periods: 12, atEnd: 'open' } }),
        }),
      input: { id: NEW },
      refused: { code: 'goesOn' },
    },
    {
      says: 'never twice',
      given: (at) => {
        lastYear(at)
        at.run('retainer.renew', { id: NEW })
      },
      input: { id: NEW },
      refused: { code: 'hasFollower' },
    },
    { says: 'needs a signature', given: goesTo('proposed'), input: { id: NEW }, refused: { code: 'notSigned' } },
    { says: 'is for retainers', input: { id: HOURLY }, refused: { code: 'notFound', what: 'engagement' } },
  ],
}
