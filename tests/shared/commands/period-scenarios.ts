import { day } from '#shared/kernel/day.ts'
import { agreement, instant, testId } from '#tests/support/agreements.ts'
import { agrees, CLIENT, closes, counts, HOURLY, MISSING, NEW, tracks, type Given, type Scenarios } from './scenario.ts'

/** The closing of January, and of February. */
const [JANUARY, FEBRUARY] = [testId(4), testId(5)]
const sends: Given = (at) => {
  closes(1)(at)
  at.run('period.send', { id: JANUARY })
}
/** Eleven hours and half a minute in January, of ten. */
const worksTooLong: Given = (at) => {
  agrees(at)
  at.run('entry.create', { engagementId: NEW, when: { day: '2026-01-12', seconds: 39_630 } })
}
/** The retainer runs from 1 to 21 October. */
const endsYesterday: Given = (at) => {
  const agreed = agreement({ startsOn: day('2026-10-01'), term: { periods: 1, atEnd: 'ends' } })
  at.run('retainer.create', { clientId: CLIENT, agreement: agreed })
  at.run('retainer.endEarly', { id: NEW, endsOn: day('2026-10-21') })
}

/** Closing a period, telling the client, opening it again. */
export const periodScenarios: Pick<Scenarios, Extract<keyof Scenarios, `period.${string}` | 'report.write'>> = {
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
      says: 'closes those before it along, where that is wanted',
      given: closes(1),
      input: { engagementId: NEW, start: '2026-03-01', earlier: true },
      leaves: {
        records: {
          [FEBRUARY]: { start: '2026-02-01', end: '2026-03-01' },
          [testId(6)]: { start: '2026-03-01', end: '2026-04-01' },
        },
      },
    },
    {
      says: 'gives what went past the hours, to the whole minute, and says why',
      given: worksTooLong,
      input: { engagementId: NEW, start: '2026-01-01', goodwill: ' Our own delay ' },
      leaves: {
        records: {
          [testId(5)]: { figures: { used: 39_630, overage: 0, overageAmount: 0 }, goodwill: testId(6) },
          [NEW]: {
            agreement: {
              topUps: [{ id: testId(6), on: '2026-01-31', amount: 61, price: 0, reason: 'Our own delay' }],
            },
          },
        },
      },
    },
    {
      says: 'a favour has its reason',
      given: worksTooLong,
      input: { engagementId: NEW, start: '2026-01-01', goodwill: ' ' },
      refused: { code: 'required', field: 'goodwill' },
    },
    {
      says: 'no favour where nothing went past the hours',
      given: tracks,
      input: { engagementId: NEW, start: '2026-01-01', goodwill: 'Sorry' },
      refused: { code: 'invalid', field: 'goodwill' },
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
  'report.write': [
    {
      says: 'is told by day, in other words than the notes',
      given: closes(1),
      input: { id: JANUARY, by: 'day', words: [{ from: 'mtg', to: 'A meeting' }] },
      leaves: {
        records: {
          [JANUARY]: { report: { by: 'day', saysTime: true, intro: '', words: [{ from: 'mtg', to: 'A meeting' }] } },
        },
      },
    },
    {
      says: 'keeps what is not named',
      given: (at) => {
        closes(1)(at)
        at.run('report.write', { id: JANUARY, intro: 'Thank you' })
      },
      input: { id: JANUARY, saysTime: false },
      leaves: { records: { [JANUARY]: { report: { by: 'task', saysTime: false, intro: 'Thank you' } } } },
    },
    {
      says: 'not once the client has it',
      given: sends,
      input: { id: JANUARY, intro: 'Thank you' },
      refused: { code: 'reportSent', start: day('2026-01-01') },
    },
    {
      says: 'needs a closed period',
      given: agrees,
      input: { id: MISSING, intro: 'Thank you' },
      refused: { code: 'notFound', what: 'closing' },
    },
  ],
  'period.send': [
    {
      says: 'is kept as the client got it, with what it told of earlier periods',
      given: (at) => {
        closes(2)(at)
        at.run('entry.create', { engagementId: NEW, when: { day: '2026-01-12', seconds: 7200 } })
      },
      input: { id: FEBRUARY, report: { paper: '{"title":"February"}', table: '[["February"]]' } },
      leaves: {
        records: {
          [FEBRUARY]: {
            sentAt: '2026-10-22T13:11:00Z',
            report: {
              by: 'task',
              sent: {
                paper: '{"title":"February"}',
                table: '[["February"]]',
                told: [{ start: '2026-01-01', by: { used: 7200, expired: -7200, worked: 7200 } }],
              },
            },
          },
        },
      },
    },
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
      says: 'takes its favour along',
      given: (at) => {
        worksTooLong(at)
        at.run('period.close', { engagementId: NEW, start: '2026-01-01', goodwill: 'Our own delay' })
      },
      input: { id: testId(5) },
      leaves: { records: { [testId(5)]: null, [NEW]: { agreement: { topUps: [] } } } },
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
