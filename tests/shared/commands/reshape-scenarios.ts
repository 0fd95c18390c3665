import { instant, testId } from '#tests/support/agreements.ts'
import { archives, HOURLY, MISSING, NEW, starts, writes, type Given, type Scenarios } from './scenario.ts'

const OCTOBER = '2026-10'
const LATER = testId(4)
const of = (id: typeof NEW) => ({ id, month: OCTOBER }) as const

/** Two hours (3) from 8 to 10 UTC on 20 October, and then another entry (4). */
const writesTwo =
  (from: string, to: string, more: object = {}): Given =>
  (at) => {
    writes(at)
    at.run('entry.create', {
      engagementId: HOURLY,
      when: { start: instant(`2026-10-20T${from}:00Z`), end: instant(`2026-10-20T${to}:00Z`) },
      note: 'Second',
      tags: ['b'],
      ...more,
    })
  }
const writesAmounts =
  (second: string): Given =>
  (at) => {
    at.run('entry.create', { engagementId: HOURLY, when: { day: '2026-10-20', seconds: 3600 }, note: 'Same' })
    at.run('entry.create', { engagementId: HOURLY, when: { day: second, seconds: 1800 }, note: 'Same' })
  }

/** An entry in other pieces. */
export const reshapeScenarios: Pick<
  Scenarios,
  'entry.split' | 'entry.merge' | 'entry.duplicate' | 'entry.settle' | 'timer.unstop'
> = {
  'entry.split': [
    {
      says: 'at a time',
      given: writes,
      input: { ...of(NEW), cut: { at: instant('2026-10-20T08:45:00Z') } },
      leaves: {
        records: {
          [NEW]: { start: '2026-10-20T08:00:00Z', end: '2026-10-20T08:45:00Z' },
          [LATER]: { start: '2026-10-20T08:45:00Z', end: '2026-10-20T10:00:00Z', engagementId: HOURLY },
        },
      },
    },
    {
      says: 'of the timer the second part runs on',
      given: starts,
      input: { ...of(NEW), cut: { at: instant('2026-10-22T12:30:00Z') } },
      leaves: {
        running: { id: LATER, note: 'Draft', start: '2026-10-22T12:30:00Z' },
        records: { [NEW]: { end: '2026-10-22T12:30:00Z' } },
      },
    },
    {
      says: 'an amount, after so long',
      given: writesAmounts('2026-10-20'),
      input: { ...of(NEW), cut: { seconds: 900 } },
      leaves: { records: { [NEW]: { seconds: 900 }, [testId(5)]: { day: '2026-10-20', seconds: 2700 } } },
    },
    {
      says: 'not at its own edge',
      given: writes,
      input: { ...of(NEW), cut: { at: instant('2026-10-20T08:00:00Z') } },
      refused: { code: 'cutOutside', field: 'cut' },
    },
    {
      says: 'an amount not past itself',
      given: writesAmounts('2026-10-20'),
      input: { ...of(NEW), cut: { seconds: 3600 } },
      refused: { code: 'cutOutside', field: 'cut' },
    },
    {
      says: 'the timer not ahead of now',
      given: starts,
      input: { ...of(NEW), cut: { at: instant('2026-10-22T13:11:01Z') } },
      refused: { code: 'inFuture', field: 'cut' },
    },
    {
      says: 'what is gone',
      input: { ...of(MISSING), cut: { seconds: 60 } },
      refused: { code: 'notFound', what: 'entry' },
    },
  ],
  'entry.merge': [
    {
      says: 'one after the other',
      given: writesTwo('10:00', '11:30'),
      input: { entries: [of(LATER), of(NEW)] },
      leaves: {
        records: {
          [NEW]: { start: '2026-10-20T08:00:00Z', end: '2026-10-20T11:30:00Z', note: 'Second', tags: ['b'] },
          [LATER]: null,
        },
      },
    },
    {
      says: 'with a gap between them: it is not worked now either',
      given: writesTwo('12:00', '13:00'),
      input: { entries: [of(NEW), of(LATER)] },
      leaves: { records: { [NEW]: { end: '2026-10-20T11:00:00Z' }, [LATER]: null } },
    },
    {
      says: 'that share time: it counts once',
      given: writesTwo('09:00', '11:00'),
      input: { entries: [of(NEW), of(LATER)] },
      leaves: { records: { [NEW]: { end: '2026-10-20T11:00:00Z' } } },
    },
    {
      says: 'amounts of a day',
      given: writesAmounts('2026-10-20'),
      input: { entries: [of(NEW), of(LATER)] },
      leaves: { records: { [NEW]: { seconds: 5400, note: 'Same' }, [LATER]: null } },
    },
    {
      says: 'not amounts of two days',
      given: writesAmounts('2026-10-21'),
      input: { entries: [of(NEW), of(LATER)] },
      refused: { code: 'notAlike', what: 'times' },
    },
    {
      says: 'not where a day would lose time to another: it is that day’s, and its month’s',
      given: (at) => {
        writes(at)
        at.run('entry.create', {
          engagementId: HOURLY,
          when: { start: instant('2026-10-21T08:00:00Z'), end: instant('2026-10-21T10:00:00Z') },
        })
      },
      input: { entries: [of(NEW), of(LATER)] },
      refused: { code: 'notAlike', what: 'days' },
    },
    {
      says: 'not where their notes are too long together: nothing of them is cut',
      given: (at) => {
        writesTwo('10:00', '11:00', { note: 'a'.repeat(60_000) })(at)
        at.run('entry.update', { ...of(NEW), note: 'b'.repeat(60_000) })
      },
      input: { entries: [of(NEW), of(LATER)] },
      refused: { code: 'textTooLong', field: 'note', count: 120_002 },
    },
    {
      says: 'not what is billed with what is not',
      given: writesTwo('10:00', '11:00', { billable: false }),
      input: { entries: [of(NEW), of(LATER)] },
      refused: { code: 'notAlike', what: 'work' },
    },
    {
      says: 'not the timer',
      given: (at) => {
        writes(at)
        at.run('timer.start', { engagementId: HOURLY, at: instant('2026-10-22T12:00:00Z') })
      },
      input: { entries: [of(NEW), of(LATER)] },
      refused: { code: 'timerRuns' },
    },
    {
      says: 'not one with itself',
      given: writes,
      input: { entries: [of(NEW), of(NEW)] },
      refused: { code: 'invalid', field: 'entries' },
    },
    {
      says: 'what is gone',
      given: writes,
      input: { entries: [of(NEW), of(MISSING)] },
      refused: { code: 'notFound', what: 'entry' },
    },
  ],
  'entry.duplicate': [
    {
      says: 'right after it, with the same words',
      given: writesTwo('11:00', '12:00'),
      input: of(LATER),
      leaves: {
        records: {
          [testId(5)]: { start: '2026-10-20T12:00:00Z', end: '2026-10-20T13:00:00Z', note: 'Second', tags: ['b'] },
        },
      },
    },
    {
      says: 'before it, where something lies after it',
      given: writesTwo('10:00', '11:00'),
      input: of(NEW),
      leaves: { records: { [testId(5)]: { start: '2026-10-20T06:00:00Z', end: '2026-10-20T08:00:00Z' } } },
    },
    { says: 'not the timer', given: starts, input: of(NEW), refused: { code: 'timerRuns' } },
    { says: 'what is gone', input: of(MISSING), refused: { code: 'notFound', what: 'entry' } },
  ],
  'entry.settle': [
    {
      says: 'the time is the first one’s',
      given: writesTwo('09:30', '11:00'),
      input: { first: of(NEW), second: of(LATER), keep: 'first' },
      leaves: { records: { [NEW]: { end: '2026-10-20T10:00:00Z' }, [LATER]: { start: '2026-10-20T10:00:00Z' } } },
    },
    {
      says: 'the time is the second one’s, which lies in the middle of the first',
      given: writesTwo('08:30', '09:00'),
      input: { first: of(NEW), second: of(LATER), keep: 'second' },
      leaves: {
        records: {
          [NEW]: { start: '2026-10-20T08:00:00Z', end: '2026-10-20T08:30:00Z' },
          [testId(5)]: { start: '2026-10-20T09:00:00Z', end: '2026-10-20T10:00:00Z' },
        },
      },
    },
    {
      says: 'the second is gone that was all the first one’s',
      given: writesTwo('08:30', '09:00'),
      input: { first: of(NEW), second: of(LATER), keep: 'first' },
      leaves: { records: { [LATER]: null } },
    },
    {
      says: 'half each',
      given: writesTwo('09:30', '11:00'),
      input: { first: of(NEW), second: of(LATER), keep: 'half' },
      leaves: { records: { [NEW]: { end: '2026-10-20T09:45:00Z' }, [LATER]: { start: '2026-10-20T09:45:00Z' } } },
    },
    {
      says: 'not what shares nothing any more',
      given: writesTwo('10:00', '11:00'),
      input: { first: of(NEW), second: of(LATER), keep: 'first' },
      refused: { code: 'movedOn' },
    },
    {
      says: 'not work without hours',
      given: writesAmounts('2026-10-20'),
      input: { first: of(NEW), second: of(LATER), keep: 'first' },
      refused: { code: 'invalid', field: 'second' },
    },
    {
      says: 'not with itself',
      given: writes,
      input: { first: of(NEW), second: of(NEW), keep: 'half' },
      refused: { code: 'invalid', field: 'second' },
    },
    {
      says: 'what is gone',
      given: writes,
      input: { first: of(NEW), second: of(MISSING), keep: 'first' },
      refused: { code: 'notFound', what: 'entry' },
    },
  ],
  'timer.unstop': [
    {
      says: 'runs on as if it had not been stopped',
      given: writes,
      input: of(NEW),
      leaves: { running: { id: NEW, start: '2026-10-20T08:00:00Z', end: null, engagementId: HOURLY } },
    },
    {
      says: 'not on work that was put away since',
      given: (at) => {
        writes(at)
        archives(at)
      },
      input: of(NEW),
      refused: { code: 'workArchived' },
    },
    {
      says: 'not while another runs',
      given: (at) => {
        writes(at)
        at.run('timer.start', { engagementId: null })
      },
      input: of(NEW),
      refused: { code: 'alreadyRuns' },
    },
    {
      says: 'not what begins ahead of the clock, since it was set back',
      given: (at) => {
        writes(at)
        at.now = instant('2026-10-20T07:00:00Z')
      },
      input: of(NEW),
      refused: { code: 'inFuture', field: 'id' },
    },
    {
      says: 'not an amount of work',
      given: writesAmounts('2026-10-20'),
      input: of(NEW),
      refused: { code: 'notFound', what: 'entry' },
    },
  ],
}
