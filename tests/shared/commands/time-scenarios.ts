import { seconds } from '#shared/kernel/units.ts'
import { instant, testId } from '#tests/support/agreements.ts'
import { HOURLY, MISSING, NEW, starts, startsAhead, writes, type Scenarios } from './scenario.ts'

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

/** The timer, entries, and those that come from elsewhere. */
export const timeScenarios: Pick<Scenarios, Extract<keyof Scenarios, `${'timer' | 'entry' | 'import'}.${string}`>> = {
  'timer.start': [
    {
      says: 'starts now',
      input: { engagementId: HOURLY, note: ' Review ' },
      leaves: { running: { id: NEW, note: 'Review', start: '2026-10-22T13:11:00Z', end: null, billable: true } },
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
      says: 'needs the engagement',
      given: starts,
      input: { engagementId: MISSING },
      refused: { code: 'notFound', what: 'engagement' },
    },
    { says: 'needs a timer', input: { note: 'x' }, refused: { code: 'nothingRunning' } },
  ],
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
