import { day } from '#shared/kernel/day.ts'
import { seconds } from '#shared/kernel/units.ts'
import { instant, testId } from '#tests/support/agreements.ts'
import {
  HOURLY,
  MISSING,
  NEW,
  noReview,
  reviews,
  starts,
  startsAhead,
  writes,
  type Given,
  type Scenarios,
} from './scenario.ts'

const row = {
  line: 2,
  client: 'Nordlys Foods',
  project: 'Articles',
  task: '',
  note: 'Draft',
  tags: [],
  billable: true,
  start: instant('2026-10-19T08:00:00Z'),
  end: instant('2026-10-19T09:00:00Z'),
  seconds: seconds(3600),
}

/** A review on 2 October (4). */
const writesReview: Given = (at) => {
  reviews(at)
  at.run('entry.create', { engagementId: NEW, perkId: 'review', when: { day: '2026-10-02', seconds: 1800 } })
}
/** Entries, and those that come from elsewhere. */
export const timeScenarios: Pick<Scenarios, 'entry.create' | 'entry.update' | 'entry.remove' | 'import.entries'> = {
  'entry.create': [
    {
      says: 'with its hours',
      input: {
        engagementId: HOURLY,
        when: { start: instant('2026-10-20T08:00:00Z'), end: instant('2026-10-20T10:00:00Z') },
      },
      leaves: { records: { [NEW]: { start: '2026-10-20T08:00:00Z', billable: true, note: '' } } },
    },
    {
      says: 'with its day',
      input: { engagementId: null, note: 'Reading', when: { day: '2026-10-20', seconds: 5400 } },
      leaves: { records: { [NEW]: { day: '2026-10-20', seconds: 5400, billable: false } } },
    },
    {
      says: 'on a perk, from the first moment on which it is agreed',
      given: reviews,
      input: {
        engagementId: NEW,
        perkId: 'review',
        task: 'Check',
        tags: ['deep'],
        billable: false,
        when: { start: instant('2026-09-30T22:00:00Z'), end: instant('2026-09-30T22:30:00Z') },
      },
      leaves: { records: { [testId(4)]: { perkId: 'review', task: 'Check', tags: ['deep'], billable: false } } },
    },
    {
      says: 'on no perk the moment before',
      given: reviews,
      input: {
        engagementId: NEW,
        perkId: 'review',
        when: { start: instant('2026-09-30T21:59:59Z'), end: instant('2026-09-30T22:30:00Z') },
      },
      refused: noReview('2026-09-30'),
    },
    {
      says: 'on no perk of another',
      input: { engagementId: HOURLY, perkId: 'review', when: { day: '2026-10-02', seconds: 1800 } },
      refused: noReview('2026-10-02'),
    },
    {
      says: 'needs the engagement',
      input: { engagementId: MISSING, when: { day: '2026-10-02', seconds: 1800 } },
      refused: { code: 'notFound', what: 'engagement' },
    },
    {
      says: 'not backwards',
      input: {
        engagementId: HOURLY,
        when: { start: instant('2026-10-20T08:00:00Z'), end: instant('2026-10-20T08:00:00Z') },
      },
      refused: { code: 'endBeforeStart', field: 'end' },
    },
    {
      says: 'not ahead',
      input: {
        engagementId: HOURLY,
        when: { start: instant('2026-10-22T13:00:00Z'), end: instant('2026-10-22T13:12:00Z') },
      },
      refused: { code: 'inFuture', field: 'end' },
    },
    {
      says: 'not of nothing',
      input: { engagementId: null, when: { day: '2026-10-20', seconds: 0 } },
      refused: { code: 'required', field: 'seconds' },
    },
  ],
  'entry.update': [
    {
      says: 'changes what is named',
      given: writes,
      input: { id: NEW, month: '2026-10', note: 'Call', billable: false },
      leaves: { records: { [NEW]: { note: 'Call', billable: false, start: '2026-10-20T08:00:00Z' } } },
    },
    {
      says: 'may be described while it has no duration, and the clock is behind it',
      given(at) {
        startsAhead(at)
        at.run('timer.stop', {})
      },
      input: { id: NEW, month: '2026-10', note: 'Call' },
      leaves: { records: { [NEW]: { note: 'Call', start: '2026-10-22T12:00:00Z', end: '2026-10-22T12:00:00Z' } } },
    },
    {
      says: 'may be told by its day instead',
      given: writes,
      input: { id: NEW, month: '2026-10', when: { day: '2026-09-30', seconds: 600 } },
      leaves: { records: { [NEW]: { day: '2026-09-30', seconds: 600, engagementId: HOURLY } } },
    },
    {
      says: 'has another task, and none',
      given: (at) => {
        writes(at)
        at.run('entry.update', { id: NEW, month: '2026-10', task: 'Check', tags: ['deep'] })
      },
      input: { id: NEW, month: '2026-10', task: ' ' },
      leaves: { records: { [NEW]: { tags: ['deep'], billable: true } } },
      lacks: { [NEW]: 'task' },
    },
    {
      says: 'is on a perk',
      given: (at) => {
        reviews(at)
        at.run('entry.create', { engagementId: NEW, when: { day: '2026-10-02', seconds: 1800 } })
      },
      input: { id: testId(4), month: '2026-10', perkId: 'review' },
      leaves: { records: { [testId(4)]: { perkId: 'review' } } },
    },
    {
      says: 'is on it no more',
      given: writesReview,
      input: { id: testId(4), month: '2026-10', perkId: null },
      leaves: { records: { [testId(4)]: { engagementId: NEW } } },
      lacks: { [testId(4)]: 'perkId' },
    },
    {
      says: 'moves to another engagement, and is on no perk there',
      given: writesReview,
      input: { id: testId(4), month: '2026-10', engagementId: HOURLY },
      leaves: { records: { [testId(4)]: { engagementId: HOURLY } } },
      lacks: { [testId(4)]: 'perkId' },
    },
    {
      says: 'is on no perk of another',
      given: writesReview,
      input: { id: testId(4), month: '2026-10', engagementId: HOURLY, perkId: 'review' },
      refused: noReview('2026-10-02'),
    },
    {
      says: 'moves to no day on which its perk is not agreed',
      given: writesReview,
      input: { id: testId(4), month: '2026-10', when: { day: '2026-09-30', seconds: 1800 } },
      refused: noReview('2026-09-30'),
    },
    {
      says: 'has another note, whatever became of its perk',
      given: (at) => {
        writesReview(at)
        at.run('retainer.change', { id: NEW, from: day('2026-10-01'), perks: [] })
      },
      input: { id: testId(4), month: '2026-10', note: 'Round two' },
      leaves: { records: { [testId(4)]: { note: 'Round two', perkId: 'review' } } },
    },
    {
      says: 'becomes own work, which is not billed',
      given: writes,
      input: { id: NEW, month: '2026-10', engagementId: null, billable: true },
      leaves: { records: { [NEW]: { engagementId: null, billable: false } } },
    },
    {
      says: 'changes in a closed period too, where it shows as an adjustment',
      given: (at) => {
        writesReview(at)
        at.run('entry.create', { engagementId: NEW, when: { day: '2026-01-12', seconds: 3600 } })
        at.run('period.close', { engagementId: NEW, start: day('2026-01-01') })
      },
      input: { id: testId(5), month: '2026-01', when: { day: '2026-01-13', seconds: 7200 } },
      leaves: { records: { [testId(5)]: { day: '2026-01-13', seconds: 7200 } } },
    },
    {
      says: 'not backwards',
      given: writes,
      input: {
        id: NEW,
        month: '2026-10',
        when: { start: instant('2026-10-20T10:00:00Z'), end: instant('2026-10-20T08:00:00Z') },
      },
      refused: { code: 'endBeforeStart', field: 'end' },
    },
    {
      says: 'needs the entry',
      input: { id: MISSING, month: '2026-10', note: 'Call' },
      refused: { code: 'notFound', what: 'entry' },
    },
  ],
  'entry.remove': [
    {
      says: 'takes it away',
      given: writes,
      input: { id: NEW, month: '2026-10' },
      leaves: { records: { [NEW]: null } },
    },
    {
      says: 'the running one too',
      given: starts,
      input: { id: NEW, month: '2026-10' },
      leaves: { running: null, records: { [NEW]: null } },
    },
    {
      says: 'needs the entry',
      input: { id: MISSING, month: '2026-10' },
      refused: { code: 'notFound', what: 'entry' },
    },
  ],
  'import.entries': [
    {
      says: 'makes the client and what is missing',
      input: { source: 'toggl', language: 'en', rows: [row] },
      leaves: {
        records: {
          [NEW]: { name: 'Nordlys Foods' },
          [testId(4)]: { kind: 'hourly', name: 'Articles', clientId: NEW },
          [testId(5)]: { engagementId: testId(4), note: 'Draft', source: { from: 'toggl' } },
        },
      },
    },
    {
      says: 'never twice',
      given: (at) => void at.run('import.entries', { source: 'toggl', language: 'en', rows: [row] }),
      input: { source: 'toggl', language: 'en', rows: [row] },
      refused: { code: 'nothingToImport' },
    },
    {
      says: 'never ahead',
      input: {
        source: 'toggl',
        language: 'en',
        rows: [{ ...row, start: instant('2026-10-22T13:00:00Z'), end: instant('2026-10-22T14:00:00Z') }],
      },
      refused: { code: 'inFuture', field: 'rows' },
    },
  ],
}
