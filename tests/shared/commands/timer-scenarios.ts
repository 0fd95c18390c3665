import { instant, testId } from '#tests/support/agreements.ts'
import {
  HOURLY,
  MISSING,
  NEW,
  noReview,
  reviews,
  starts,
  startsAhead,
  archives,
  type Given,
  type Scenarios,
} from './scenario.ts'

/** A review that has run since 1 October, 00:00 in Rome (4). */
const startsReview: Given = (at) => {
  reviews(at)
  at.run('timer.start', { engagementId: NEW, perkId: 'review', at: instant('2026-09-30T22:00:00Z') })
}
/** The timer. */
export const timerScenarios: Pick<Scenarios, 'timer.start' | 'timer.stop' | 'timer.backdate' | 'timer.describe'> = {
  'timer.start': [
    {
      says: 'starts now',
      input: { engagementId: HOURLY, note: ' Review ' },
      leaves: { running: { id: NEW, note: 'Review', start: '2026-10-22T13:11:00Z', end: null, billable: true } },
    },
    {
      says: 'says what for, on which perk, and whether it is billed',
      given: reviews,
      input: { engagementId: NEW, task: ' Check ', tags: ['deep'], billable: false, perkId: 'review' },
      leaves: { running: { task: 'Check', tags: ['deep'], billable: false, perkId: 'review', note: '' } },
    },
    {
      says: 'not on work that is put away',
      given: archives,
      input: { engagementId: HOURLY },
      refused: { code: 'workArchived' },
    },
    {
      says: 'is on no perk of another',
      input: { engagementId: HOURLY, perkId: 'review' },
      refused: noReview('2026-10-22'),
    },
    {
      says: 'is on no perk as own work',
      input: { engagementId: null, perkId: 'review' },
      refused: noReview('2026-10-22'),
    },
    {
      says: 'own work is never billed',
      input: { engagementId: null, billable: true },
      leaves: { running: { billable: false } },
    },
    {
      says: 'stops the one that runs at the same instant',
      given: starts,
      input: { engagementId: null, at: instant('2026-10-22T13:00:00Z') },
      leaves: {
        running: { id: testId(4), billable: false, start: '2026-10-22T13:00:00Z' },
        records: { [NEW]: { end: '2026-10-22T13:00:00Z' } },
      },
    },
    {
      says: 'leaves no trace of one that ran for no time',
      given: starts,
      input: { engagementId: null, at: instant('2026-10-22T12:00:00Z') },
      leaves: { running: { id: testId(4) }, records: { [NEW]: null } },
    },
    {
      says: 'never begins before the one that runs',
      given: starts,
      input: { engagementId: null, at: instant('2026-10-22T11:59:59Z') },
      refused: { code: 'endBeforeStart', field: 'at' },
    },
    {
      says: 'after the clock was set back keeps the one that ran, and begins by the clock',
      given: startsAhead,
      input: { engagementId: null },
      leaves: {
        running: { id: testId(4), start: '2026-10-22T11:40:00Z' },
        records: { [NEW]: { note: 'Draft', start: '2026-10-22T12:00:00Z', end: '2026-10-22T12:00:00Z' } },
      },
    },
    {
      says: 'never begins ahead',
      input: { engagementId: null, at: instant('2026-10-22T13:11:01Z') },
      refused: { code: 'inFuture', field: 'at' },
    },
    {
      says: 'needs the engagement',
      input: { engagementId: MISSING },
      refused: { code: 'notFound', what: 'engagement' },
    },
  ],
  'timer.stop': [
    {
      says: 'keeps what it ran',
      given: starts,
      input: {},
      leaves: { running: null, records: { [NEW]: { start: '2026-10-22T12:00:00Z', end: '2026-10-22T13:11:00Z' } } },
    },
    { says: 'needs a timer', input: {}, refused: { code: 'nothingRunning' } },
    {
      says: 'never stops before the start',
      given: starts,
      input: { at: instant('2026-10-22T11:00:00Z') },
      refused: { code: 'endBeforeStart', field: 'at' },
    },
    {
      says: 'after the clock was set back keeps what is known: that it ran, not how long',
      given: startsAhead,
      input: {},
      leaves: {
        running: null,
        records: {
          [NEW]: {
            engagementId: HOURLY,
            note: 'Draft',
            start: '2026-10-22T12:00:00Z',
            end: '2026-10-22T12:00:00Z',
          },
        },
      },
    },
    {
      says: 'never at an instant before the start that somebody named, wherever the clock is',
      given: startsAhead,
      input: { at: instant('2026-10-22T11:30:00Z') },
      refused: { code: 'endBeforeStart', field: 'at' },
    },
    {
      says: 'never stops ahead',
      given: starts,
      input: { at: instant('2026-10-22T14:00:00Z') },
      refused: { code: 'inFuture', field: 'at' },
    },
  ],
  'timer.backdate': [
    {
      says: 'moves the start',
      given: starts,
      input: { start: instant('2026-10-22T11:30:00Z') },
      leaves: { running: { id: NEW, start: '2026-10-22T11:30:00Z' } },
    },
    {
      says: 'not to before its perk was agreed',
      given: startsReview,
      input: { start: instant('2026-09-30T21:59:59Z') },
      refused: noReview('2026-09-30'),
    },
    {
      says: 'never ahead',
      given: starts,
      input: { start: instant('2026-10-22T13:30:00Z') },
      refused: { code: 'inFuture', field: 'start' },
    },
    {
      says: 'needs a timer',
      input: { start: instant('2026-10-22T11:30:00Z') },
      refused: { code: 'nothingRunning' },
    },
  ],
  'timer.describe': [
    {
      says: 'is not of work that is put away',
      given: (at) => {
        at.run('timer.start', { engagementId: null })
        archives(at)
      },
      input: { engagementId: HOURLY },
      refused: { code: 'workArchived' },
    },
    {
      says: 'says what runs',
      given: starts,
      input: { note: ' Home page ' },
      leaves: { running: { note: 'Home page', engagementId: HOURLY } },
    },
    {
      says: 'own work is not billable',
      given: starts,
      input: { engagementId: null },
      leaves: { running: { note: 'Draft', engagementId: null, billable: false } },
    },
    {
      says: 'own work that becomes somebody’s is billed',
      given: (at) => void at.run('timer.start', { engagementId: null }),
      input: { engagementId: HOURLY },
      leaves: { running: { engagementId: HOURLY, billable: true } },
    },
    {
      says: 'tags, task and billing',
      given: starts,
      input: { task: 'Check', tags: ['deep'], billable: false },
      leaves: { running: { note: 'Draft', task: 'Check', tags: ['deep'], billable: false } },
    },
    {
      says: 'is on a perk',
      given: (at) => {
        reviews(at)
        at.run('timer.start', { engagementId: NEW })
      },
      input: { perkId: 'review' },
      leaves: { running: { perkId: 'review' } },
    },
    {
      says: 'moves to another engagement, and is on no perk there',
      given: startsReview,
      input: { engagementId: HOURLY },
      leaves: { running: { engagementId: HOURLY, billable: true } },
      lacks: { [testId(4)]: 'perkId' },
    },
    {
      says: 'is on no perk of another',
      given: startsReview,
      input: { engagementId: HOURLY, perkId: 'review' },
      refused: noReview('2026-10-01'),
    },
    {
      says: 'is on no perk that is not agreed',
      given: startsReview,
      input: { perkId: 'call' },
      refused: noReview('2026-10-01'),
    },
    {
      says: 'needs the engagement',
      given: starts,
      input: { engagementId: MISSING },
      refused: { code: 'notFound', what: 'engagement' },
    },
    { says: 'needs a timer', input: { note: 'x' }, refused: { code: 'nothingRunning' } },
  ],
}
