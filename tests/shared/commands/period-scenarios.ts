import { day } from '#shared/kernel/day.ts'
import { agreement, instant, testId } from '#tests/support/agreements.ts'
import { agrees, CLIENT, closes, counts, HOURLY, MISSING, NEW, tracks, type Given, type Scenarios } from './scenario.ts'

/** The closing of January, and of February. */
const [JANUARY, FEBRUARY] = [testId(4), testId(5)]
const sends: Given = (at) => {
  closes(1)(at)
  at.run('period.send', { id: JANUARY })
}
/** The retainer runs from 1 to 21 October. */
const endsYesterday: Given = (at) => {
  const agreed = agreement({ startsOn: day('2026-10-01'), term: { periods: 1, atEnd: 'ends' } })
  at.run('retainer.create', { clientId: CLIENT, agreement: agreed })
  at.run('retainer.endEarly', { id: NEW, endsOn: day('2026-10-21') })
}

/** Closing a period, telling the client, opening it again. */
export const periodScenarios: Pick<Scenarios, Extract<keyof Scenarios, `period.${string}`>> = {
  'period.close': [
    {
      says: 'keeps what was reported',
      given: tracks,
      input: { engagementId: NEW, start: '2026-01-01' },
      leaves: {
        records: {
          [testId(5)]: {
            engagementId: NEW,
            start: '2026-01-01',
            end: '2026-02-01',
            closedAt: '2026-10-22T13:11:00Z',
            sentAt: null,
            figures: { granted: 36_000, used: 14_400, expired: 21_600, fee: 100_000, effectiveRate: 25_000 },
          },
        },
      },
    },
    {
      says: 'closes the next',
      given: closes(1),
      input: { engagementId: NEW, start: '2026-02-01' },
      leaves: { records: { [FEBRUARY]: { start: '2026-02-01', end: '2026-03-01' } } },
    },
    {
      says: 'closes what ended the day before',
      given: endsYesterday,
      input: { engagementId: NEW, start: '2026-10-01' },
      leaves: { records: { [testId(4)]: { start: '2026-10-01', end: '2026-10-22' } } },
    },
    {
      says: 'not on its last day yet',
      given: (at) => {
        endsYesterday(at)
        at.run('retainer.endEarly', { id: NEW, endsOn: day('2026-10-22') })
      },
      input: { engagementId: NEW, start: '2026-10-01' },
      refused: { code: 'periodNotOver', lastDay: day('2026-10-22') },
    },
    {
      says: 'the earlier ones first',
      given: closes(1),
      input: { engagementId: NEW, start: '2026-03-01' },
      refused: { code: 'earlierOpen', start: day('2026-02-01') },
    },
    {
      says: 'the first of all first',
      given: agrees,
      input: { engagementId: NEW, start: '2026-02-01' },
      refused: { code: 'earlierOpen', start: day('2026-01-01') },
    },
    {
      says: 'never twice',
      given: closes(2),
      input: { engagementId: NEW, start: '2026-01-01' },
      refused: { code: 'periodClosed', until: day('2026-02-28') },
    },
    {
      says: 'a whole one',
      given: agrees,
      input: { engagementId: NEW, start: '2026-01-02' },
      refused: { code: 'notPeriodStart', field: 'start', start: day('2026-01-01'), next: day('2026-02-01') },
    },
    {
      says: 'none before the start',
      given: agrees,
      input: { engagementId: NEW, start: '2025-12-01' },
      refused: { code: 'versionBeforeStart', field: 'start', startsOn: day('2026-01-01') },
    },
    {
      says: 'none after the end',
      given: endsYesterday,
      input: { engagementId: NEW, start: '2026-11-01' },
      refused: { code: 'afterEnd', field: 'start', lastDay: day('2026-10-21') },
    },
    {
      says: 'not while the timer runs in it',
      given: (at) => {
        endsYesterday(at)
        at.run('timer.start', { engagementId: NEW, at: instant('2026-10-21T21:59:59Z') })
      },
      input: { engagementId: NEW, start: '2026-10-01' },
      refused: { code: 'timerRuns' },
    },
    {
      says: 'while the timer runs on the day after',
      given: (at) => {
        endsYesterday(at)
        at.run('timer.start', { engagementId: NEW, at: instant('2026-10-21T22:00:00Z') })
      },
      input: { engagementId: NEW, start: '2026-10-01' },
      leaves: { records: { [testId(5)]: { start: '2026-10-01' } } },
    },
    {
      says: 'while the timer runs on something else',
      given: (at) => {
        endsYesterday(at)
        at.run('timer.start', { engagementId: HOURLY, at: instant('2026-10-21T20:00:00Z') })
      },
      input: { engagementId: NEW, start: '2026-10-01' },
      leaves: { records: { [testId(5)]: { start: '2026-10-01' } } },
    },
    {
      says: 'not of what is not signed',
      given: (at) => void at.run('retainer.create', { clientId: CLIENT, agreement: agreement(), status: 'proposed' }),
      input: { engagementId: NEW, start: '2026-01-01' },
      refused: { code: 'notSigned' },
    },
    {
      says: 'of what has ended too',
      given: (at) => {
        endsYesterday(at)
        at.run('retainer.setStatus', { id: NEW, status: 'ended' })
      },
      input: { engagementId: NEW, start: '2026-10-01' },
      leaves: { records: { [testId(4)]: { start: '2026-10-01' } } },
    },
    {
      says: 'not before all is counted',
      given: counts(agrees),
      input: { engagementId: NEW, start: '2026-01-01' },
      refused: { code: 'stillCounting' },
    },
    {
      says: 'is for retainers',
      input: { engagementId: HOURLY, start: '2026-01-01' },
      refused: { code: 'notFound', what: 'engagement' },
    },
  ],
  'period.send': [
    {
      says: 'is seen by the client',
      given: closes(1),
      input: { id: JANUARY },
      leaves: { records: { [JANUARY]: { sentAt: '2026-10-22T13:11:00Z', start: '2026-01-01' } } },
    },
    {
      says: 'needs a closed period',
      given: agrees,
      input: { id: MISSING },
      refused: { code: 'notFound', what: 'closing' },
    },
  ],
  'period.reopen': [
    {
      says: 'is open again',
      given: closes(2),
      input: { id: FEBRUARY },
      leaves: { records: { [FEBRUARY]: null, [JANUARY]: { start: '2026-01-01' } } },
    },
    {
      says: 'the last one first',
      given: closes(2),
      input: { id: JANUARY },
      refused: { code: 'laterClosed', start: day('2026-02-01') },
    },
    {
      says: 'never what the client has seen',
      given: sends,
      input: { id: JANUARY },
      refused: { code: 'reportSent', start: day('2026-01-01') },
    },
    {
      says: 'needs a closed period',
      given: agrees,
      input: { id: MISSING },
      refused: { code: 'notFound', what: 'closing' },
    },
  ],
}
