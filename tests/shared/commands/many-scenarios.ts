import { instant, testId } from '#tests/support/agreements.ts'
import {
  archives,
  HOURLY,
  MISSING,
  NEW,
  noReview,
  reviews,
  starts,
  writes,
  type Given,
  type Scenarios,
} from './scenario.ts'

const OCTOBER = '2026-10'
const one = { files: { [OCTOBER]: [NEW] } }
/** From 8 to 10 in UTC (3) and an hour without hours (4), both on 20 October. */
const writesTwo: Given = (at) => {
  writes(at)
  at.run('entry.create', { engagementId: HOURLY, note: 'Calls', when: { day: '2026-10-20', seconds: 3600 } })
}
const UNTIMED = testId(4)
const both = { files: { [OCTOBER]: [NEW, UNTIMED] } }

/** What is done to many entries at once, and to a day or a week of them. */
export const manyScenarios: Pick<
  Scenarios,
  'entries.change' | 'entries.remove' | 'entries.move' | 'day.set' | 'week.copy'
> = {
  'entries.change': [
    {
      says: 'tags them and leaves the rest as it is',
      given: writesTwo,
      input: { ...both, addTags: [' deep ', 'deep'] },
      leaves: {
        records: { [NEW]: { tags: ['deep'], billable: true }, [UNTIMED]: { tags: ['deep'], note: 'Calls' } },
      },
    },
    {
      says: 'takes tags away, and whose work it was',
      given: (at) => {
        writesTwo(at)
        at.run('entries.change', { ...both, addTags: ['deep', 'call'] })
      },
      input: { ...both, removeTags: ['deep'], engagementId: null },
      leaves: { records: { [NEW]: { tags: ['call'], engagementId: null, billable: false } } },
    },
    {
      says: 'what is gone meanwhile does not stand in the way',
      given: writes,
      input: { files: { [OCTOBER]: [NEW, MISSING] }, billable: false },
      leaves: { records: { [NEW]: { billable: false } } },
    },
    {
      says: 'the running timer too',
      given: starts,
      input: { ...one, addTags: ['deep'] },
      leaves: { running: { tags: ['deep'] } },
    },
    {
      says: 'needs one that is there',
      input: { files: { [OCTOBER]: [MISSING] }, billable: false },
      refused: { code: 'notFound', what: 'entry' },
    },
    {
      says: 'needs the engagement',
      given: writes,
      input: { ...one, engagementId: MISSING },
      refused: { code: 'notFound', what: 'engagement' },
    },
  ],
  'entries.remove': [
    {
      says: 'takes them away',
      given: writesTwo,
      input: both,
      leaves: { records: { [NEW]: null, [UNTIMED]: null } },
    },
    {
      says: 'needs one that is there',
      input: { files: { [OCTOBER]: [MISSING] } },
      refused: { code: 'notFound', what: 'entry' },
    },
  ],
  'entries.move': [
    {
      says: 'over a change of the clocks the wall shows the same, and it lasts as long',
      given: (at) => {
        at.now = instant('2026-10-28T12:00:00Z')
        writesTwo(at)
      },
      input: { ...both, days: 6 },
      leaves: {
        records: {
          [NEW]: { start: '2026-10-26T09:00:00Z', end: '2026-10-26T11:00:00Z' },
          [UNTIMED]: { day: '2026-10-26' },
        },
      },
    },
    {
      says: 'never ahead',
      given: writes,
      input: { ...one, days: 3 },
      refused: { code: 'inFuture', field: 'days' },
    },
    {
      says: 'not out of our time',
      given: writes,
      input: { ...one, days: -36_000 },
      refused: { code: 'invalid', field: 'days' },
    },
    { says: 'not the running one', given: starts, input: { ...one, days: -1 }, refused: { code: 'timerRuns' } },
    {
      says: 'not before its perk is agreed',
      given: (at) => {
        reviews(at)
        at.run('entry.create', { engagementId: NEW, perkId: 'review', when: { day: '2026-10-02', seconds: 1800 } })
      },
      input: { files: { [OCTOBER]: [UNTIMED] }, days: -2 },
      refused: noReview('2026-09-30'),
    },
    {
      says: 'needs one that is there',
      input: { files: { [OCTOBER]: [MISSING] }, days: -1 },
      refused: { code: 'notFound', what: 'entry' },
    },
  ],
  'day.set': [
    {
      says: 'makes time without hours in an empty day',
      input: { engagementId: HOURLY, day: '2026-10-21', seconds: 5400 },
      leaves: { records: { [NEW]: { engagementId: HOURLY, day: '2026-10-21', seconds: 5400, billable: true } } },
    },
    {
      says: 'adds what is missing beside tracked hours',
      given: writes,
      input: { engagementId: HOURLY, day: '2026-10-20', seconds: 9000 },
      leaves: {
        records: { [NEW]: { end: '2026-10-20T10:00:00Z' }, [testId(4)]: { day: '2026-10-20', seconds: 1800 } },
      },
    },
    {
      says: 'changes the amount where there is one entry without hours',
      given: (at) =>
        void at.run('entry.create', { engagementId: HOURLY, note: 'A', when: { day: '2026-10-20', seconds: 60 } }),
      input: { engagementId: HOURLY, day: '2026-10-20', seconds: 7200 },
      leaves: { records: { [NEW]: { seconds: 7200, note: 'A' }, [testId(4)]: null } },
    },
    {
      says: 'takes from time without hours first',
      given: writesTwo,
      input: { engagementId: HOURLY, day: '2026-10-20', seconds: 9000 },
      leaves: { records: { [NEW]: { end: '2026-10-20T10:00:00Z' }, [UNTIMED]: { seconds: 1800 } } },
    },
    {
      says: 'does not shorten tracked hours unasked',
      given: writes,
      input: { engagementId: HOURLY, day: '2026-10-20', seconds: 3600 },
      refused: { code: 'wouldCut', field: 'seconds' },
    },
    {
      says: 'shortens them from their end when that is wanted',
      given: writesTwo,
      input: { engagementId: HOURLY, day: '2026-10-20', seconds: 3600, cut: true },
      leaves: { records: { [NEW]: { end: '2026-10-20T09:00:00Z' }, [UNTIMED]: null } },
    },
    {
      says: 'clears a day',
      given: writesTwo,
      input: { engagementId: HOURLY, day: '2026-10-20', seconds: 0, cut: true },
      leaves: { records: { [NEW]: null, [UNTIMED]: null } },
    },
    {
      says: 'leaves the timer its time',
      given: starts,
      input: { engagementId: HOURLY, day: '2026-10-22', seconds: 600, cut: true },
      refused: { code: 'dayHasMore', field: 'seconds', seconds: 4260 },
    },
    {
      says: 'never ahead',
      input: { engagementId: HOURLY, day: '2026-10-23', seconds: 600 },
      refused: { code: 'inFuture', field: 'day' },
    },
    {
      says: 'needs the engagement',
      input: { engagementId: MISSING, day: '2026-10-21', seconds: 600 },
      refused: { code: 'notFound', what: 'engagement' },
    },
  ],
  'week.copy': [
    {
      says: 'copies each entry as time without hours, up to today and where there is none',
      given: (at) => {
        const when = (day: string, seconds: number) => ({ day, seconds })
        at.run('entry.create', { engagementId: HOURLY, note: 'Mon', when: when('2026-10-12', 600) })
        at.run('entry.create', { engagementId: HOURLY, note: 'Tue', when: when('2026-10-13', 600) })
        at.run('entry.create', { engagementId: HOURLY, note: 'Fri', when: when('2026-10-16', 600) })
        at.run('entry.create', { engagementId: HOURLY, note: 'There', when: when('2026-10-20', 600) })
      },
      input: { from: '2026-10-12', to: '2026-10-19' },
      leaves: { records: { [testId(7)]: { note: 'Mon', day: '2026-10-19', seconds: 600 }, [testId(8)]: null } },
    },
    {
      says: 'leaves out work that is put away',
      given: (at) => {
        at.run('entry.create', { engagementId: HOURLY, when: { day: '2026-10-12', seconds: 600 } })
        at.run('entry.create', { engagementId: null, note: 'Own', when: { day: '2026-10-13', seconds: 600 } })
        archives(at)
      },
      input: { from: '2026-10-12', to: '2026-10-19' },
      leaves: { records: { [testId(5)]: { note: 'Own', day: '2026-10-20' }, [testId(6)]: null } },
    },
    {
      says: 'needs something to copy',
      input: { from: '2026-10-12', to: '2026-10-19' },
      refused: { code: 'nothingToCopy' },
    },
  ],
}
