import { instant, testId } from '#tests/support/agreements.ts'
import { HOURLY, MISSING, NEW, starts, startsAhead, type Given, type Scenarios } from './scenario.ts'

const [NOON, ONE, TWENTY_PAST] = [
  instant('2026-10-22T12:00:00Z'),
  instant('2026-10-22T13:00:00Z'),
  instant('2026-10-22T12:20:00Z'),
]
const away = { from: TWENTY_PAST, to: ONE, cause: 'idle' } as const

/** `starts`, and 40 minutes from 12:20 that nobody was seen: the entry (3), what goes on (4), the question (5). */
const leaves: Given = (at) => {
  starts(at)
  at.run('gap.open', away)
}
const [AFTER, GAP] = [testId(4), testId(5)]
const startsInTheEvening: Given = (at) =>
  void at.run('timer.start', { engagementId: HOURLY, note: 'Draft', at: instant('2026-10-21T14:00:00Z') })
const night = { from: instant('2026-10-21T16:00:00Z'), to: instant('2026-10-22T07:00:00Z'), cause: 'asleep' } as const
const leavesForTheNight: Given = (at) => {
  startsInTheEvening(at)
  at.run('gap.open', night)
}
const NIGHT = testId(4)

export const gapScenarios: Pick<Scenarios, Extract<keyof Scenarios, `gap.${string}` | 'clock.moved'>> = {
  'gap.open': [
    {
      says: 'ends the entry where the gap begins, and times anew from its end',
      given: starts,
      input: away,
      leaves: {
        running: { id: AFTER, engagementId: HOURLY, note: 'Draft', start: ONE, end: null },
        records: {
          [NEW]: { start: NOON, end: TWENTY_PAST },
          [GAP]: { ...away, since: NOON, before: NEW, after: AFTER, engagementId: HOURLY, later: false },
        },
      },
    },
    {
      says: 'is longer when nothing was worked since the last, and begins where it began',
      given: leaves,
      input: { ...away, from: ONE, to: instant('2026-10-22T13:10:00Z') },
      leaves: {
        running: { id: AFTER, start: '2026-10-22T13:10:00Z' },
        records: { [GAP]: { from: TWENTY_PAST, to: '2026-10-22T13:10:00Z', after: AFTER } },
      },
    },
    {
      says: 'is another one when something was',
      given: leaves,
      input: { ...away, from: instant('2026-10-22T13:05:00Z'), to: instant('2026-10-22T13:10:00Z') },
      leaves: {
        running: { id: testId(6), start: '2026-10-22T13:10:00Z' },
        records: {
          [GAP]: { to: ONE },
          [AFTER]: { start: ONE, end: '2026-10-22T13:05:00Z' },
          [testId(7)]: { since: ONE },
        },
      },
    },
    {
      says: 'begins no sooner than the timer did',
      given: starts,
      input: { ...away, from: instant('2026-10-22T11:00:00Z') },
      leaves: {
        running: { id: NEW, start: ONE },
        records: { [testId(4)]: { from: NOON, to: ONE, before: null, after: NEW } },
      },
    },
    {
      says: 'lets nothing run after a night',
      given: startsInTheEvening,
      input: night,
      leaves: {
        running: null,
        records: { [NEW]: { end: night.from }, [NIGHT]: { ...night, before: NEW, after: null } },
      },
    },
    { says: 'is nothing while no timer runs', input: away, leaves: { running: null } },
    { says: 'is nothing that is yet to come', given: startsAhead, input: away, leaves: { running: { id: NEW } } },
  ],
  'gap.answer': [
    {
      says: 'a break: it is taken out, and the timer goes on from its end',
      given: leaves,
      input: { id: GAP, answer: 'break' },
      leaves: { running: { id: AFTER, start: ONE }, records: { [GAP]: null, [NEW]: { end: TWENTY_PAST } } },
    },
    {
      says: 'a break of a night: the timer goes on from now',
      given: leavesForTheNight,
      input: { id: NIGHT, answer: 'break' },
      leaves: { running: { engagementId: HOURLY, note: 'Draft', start: '2026-10-22T13:11:00Z' } },
    },
    {
      says: 'had stopped: it is taken out with what was timed since',
      given: leaves,
      input: { id: GAP, answer: 'stopped' },
      leaves: { running: null, records: { [GAP]: null, [AFTER]: null, [NEW]: { end: TWENTY_PAST } } },
    },
    {
      says: 'had stopped leaves alone what was ended by hand since',
      given: (at) => {
        leaves(at)
        at.run('timer.stop', {})
      },
      input: { id: GAP, answer: 'stopped' },
      leaves: { running: null, records: { [AFTER]: { start: ONE, end: '2026-10-22T13:11:00Z' } } },
    },
    {
      says: 'work: the timer is as it was',
      given: leaves,
      input: { id: GAP, answer: 'work' },
      leaves: { running: { id: NEW, start: NOON, end: null }, records: { [GAP]: null, [AFTER]: null } },
    },
    {
      says: 'work that had only just begun: the timer is as it was',
      given: (at) => {
        starts(at)
        at.run('gap.open', { ...away, from: NOON })
      },
      input: { id: testId(4), answer: 'work' },
      leaves: { running: { id: NEW, start: NOON, end: null }, records: { [testId(4)]: null } },
    },
    {
      says: 'work stays its own when what follows is other work by now',
      given: (at) => {
        leaves(at)
        at.run('timer.describe', { note: 'Other' })
      },
      input: { id: GAP, answer: 'work' },
      leaves: { running: { id: AFTER, start: ONE }, records: { [NEW]: { end: ONE } } },
    },
    {
      says: 'work is kept though the entry before it is gone',
      given: (at) => {
        leaves(at)
        at.run('entry.remove', { id: NEW, month: '2026-10' })
      },
      input: { id: GAP, answer: 'work' },
      leaves: {
        running: { id: AFTER },
        records: { [testId(6)]: { engagementId: HOURLY, note: 'Draft', start: TWENTY_PAST, end: ONE } },
      },
    },
    {
      says: 'work of others: one after the other from its start, the rest a break',
      given: leaves,
      input: {
        id: GAP,
        answer: 'others',
        parts: [
          { engagementId: null, seconds: 600 },
          { engagementId: HOURLY, seconds: 1200, note: 'Call' },
        ],
      },
      leaves: {
        running: { id: AFTER, start: ONE },
        records: {
          [GAP]: null,
          [testId(6)]: { engagementId: null, billable: false, start: TWENTY_PAST, end: '2026-10-22T12:30:00Z' },
          [testId(7)]: { note: 'Call', billable: true, start: '2026-10-22T12:30:00Z', end: '2026-10-22T12:50:00Z' },
        },
      },
    },
    {
      says: 'shares out no more than there is',
      given: leaves,
      input: {
        id: GAP,
        answer: 'others',
        parts: [
          { engagementId: null, seconds: 600 },
          { engagementId: null, seconds: 1801 },
        ],
      },
      refused: { code: 'moreThanGap', field: 'parts.1.seconds', seconds: 2400 },
    },
    {
      says: 'needs the engagement',
      given: leaves,
      input: { id: GAP, answer: 'others', parts: [{ engagementId: MISSING, seconds: 600 }] },
      refused: { code: 'notFound', what: 'engagement' },
    },
    {
      says: 'later: it stays, and counts for nobody',
      given: leaves,
      input: { id: GAP, answer: 'later' },
      leaves: { running: { id: AFTER, start: ONE }, records: { [GAP]: { ...away, later: true } } },
    },
    {
      says: 'needs the question',
      given: leaves,
      input: { id: MISSING, answer: 'break' },
      refused: { code: 'notFound', what: 'gap' },
    },
  ],
  'clock.moved': [
    {
      says: 'back: the start moves with it',
      given: startsAhead,
      input: { seconds: -3600 },
      leaves: { running: { start: '2026-10-22T11:00:00Z', clockMoved: -3600 } },
    },
    {
      says: 'is never in the future',
      given: starts,
      input: { seconds: 7200 },
      leaves: { running: { start: '2026-10-22T13:11:00Z', clockMoved: 7200 } },
    },
    { says: 'is nothing while no timer runs', input: { seconds: 60 }, leaves: { running: null } },
  ],
}
