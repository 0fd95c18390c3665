import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { testId } from '#tests/support/agreements.ts'
import { CLIENT, counts, HOURLY, MISSING, NEW, writes, type Given, type Scenarios } from './scenario.ts'

const raises: Given = (at) =>
  void at.run('hourly.update', { id: HOURLY, rate: { from: day('2026-06-01'), rate: minor(11_000) } })
const plans: Given = (at) =>
  void at.run('project.create', {
    clientId: CLIENT,
    milestones: [
      { name: 'Draft', on: '2026-11-30', amount: minor(90_000) },
      { name: 'Final', on: '2026-12-31', amount: minor(60_000) },
    ],
  })
/** The milestones get their ids before the project does. */
const [DRAFT, FINAL, PROJECT] = [testId(3), testId(4), testId(5)]

/** Work by the hour, and for a fixed fee. */
export const workScenarios: Pick<Scenarios, Extract<keyof Scenarios, `${'hourly' | 'project'}.${string}`>> = {
  'hourly.create': [
    {
      says: 'begins with one rate, for ever',
      input: { clientId: CLIENT, rate: minor(9000) },
      leaves: { records: { [NEW]: { kind: 'hourly', rates: [{ from: null, rate: 9000 }] } } },
    },
    {
      says: 'needs the client',
      input: { clientId: MISSING, rate: minor(9000) },
      refused: { code: 'notFound', what: 'client' },
    },
  ],
  'hourly.update': [
    {
      says: 'has another rate from a day on, and leaves what was earned',
      given: writes,
      input: { id: HOURLY, name: 'By the hour', rate: { from: '2026-11-01', rate: minor(12_000) } },
      leaves: {
        records: {
          [HOURLY]: {
            name: 'By the hour',
            rates: [
              { from: null, rate: 10_000 },
              { from: '2026-11-01', rate: 12_000 },
            ],
          },
        },
      },
    },
    {
      says: 'may be of a day on which another began, in its place',
      given: raises,
      input: { id: HOURLY, rate: { from: '2026-06-01', rate: minor(12_000) } },
      leaves: {
        records: {
          [HOURLY]: {
            rates: [
              { from: null, rate: 10_000 },
              { from: '2026-06-01', rate: 12_000 },
            ],
          },
        },
      },
    },
    {
      says: 'never before the last',
      given: raises,
      input: { id: HOURLY, rate: { from: '2026-05-31', rate: minor(12_000) } },
      refused: { code: 'rateBeforeLast', field: 'rate.from', from: day('2026-06-01') },
    },
    {
      says: 'begins nothing where it is in force already',
      given: raises,
      input: { id: HOURLY, rate: { from: '2026-07-01', rate: minor(11_000) } },
      leaves: {
        records: {
          [HOURLY]: {
            rates: [
              { from: null, rate: 10_000 },
              { from: '2026-06-01', rate: 11_000 },
            ],
          },
        },
      },
    },
    {
      says: 'gives a raise up by going back to the rate from before it',
      given: raises,
      input: { id: HOURLY, rate: { from: '2026-06-01', rate: minor(10_000) } },
      leaves: { records: { [HOURLY]: { rates: [{ from: null, rate: 10_000 }] } } },
    },
    {
      says: 'is rounded, while nothing is charged by it',
      input: { id: HOURLY, rounding: { mode: 'up', minutes: 15 } },
      leaves: { records: { [HOURLY]: { rounding: { mode: 'up', minutes: 15 } } } },
    },
    {
      says: 'keeps the rounding that time was charged by',
      given: writes,
      input: { id: HOURLY, rounding: { mode: 'up', minutes: 15 } },
      refused: { code: 'roundingInUse', field: 'rounding' },
    },
    {
      says: 'waits for what is charged to be counted',
      given: counts(),
      input: { id: HOURLY, rounding: { mode: 'up', minutes: 15 } },
      refused: { code: 'stillCounting' },
    },
    { says: 'may say the same rounding again', given: writes, input: { id: HOURLY, rounding: { mode: 'none' } } },
    {
      says: 'needs work by the hour',
      given: plans,
      input: { id: PROJECT, name: 'Hours' },
      refused: { code: 'notFound', what: 'engagement' },
    },
  ],
  'project.create': [
    {
      says: 'names its parts',
      input: {
        clientId: CLIENT,
        name: 'Report',
        milestones: [{ name: 'Draft', on: '2026-11-30', amount: minor(90_000) }],
      },
      leaves: { records: { [testId(4)]: { kind: 'project', milestones: [{ id: NEW, name: 'Draft' }] } } },
    },
  ],
  'project.update': [
    {
      says: 'adds, moves, changes and removes its parts',
      given: plans,
      input: {
        id: PROJECT,
        name: 'Report',
        milestones: [
          { id: FINAL, name: 'Final', on: '2027-01-31', amount: minor(70_000) },
          { name: 'Talk', on: '2027-02-28', amount: minor(5000) },
        ],
        budgetMinutes: 2400,
      },
      leaves: {
        records: {
          [PROJECT]: {
            name: 'Report',
            milestones: [
              { id: FINAL, name: 'Final', on: '2027-01-31', amount: 70_000 },
              { id: testId(6), name: 'Talk', on: '2027-02-28', amount: 5000 },
            ],
            budgetMinutes: 2400,
          },
        },
      },
    },
    {
      says: 'leaves what is not named, and takes the budget away',
      given: (at) => {
        plans(at)
        at.run('project.update', { id: PROJECT, budgetMinutes: 60 })
      },
      input: { id: PROJECT, budgetMinutes: null },
      leaves: { records: { [PROJECT]: { name: '', milestones: [{ id: DRAFT }, { id: FINAL }], budgetMinutes: null } } },
    },
    {
      says: 'knows its own parts alone',
      given: plans,
      input: { id: PROJECT, milestones: [{ id: MISSING, name: 'Draft', on: '2026-11-30', amount: minor(1) }] },
      refused: { code: 'notFound', what: 'milestone' },
    },
    {
      says: 'has none of them twice',
      given: plans,
      input: {
        id: PROJECT,
        milestones: [1, 2].map((part) => ({ id: DRAFT, name: `${part}`, on: '2026-11-30', amount: minor(1) })),
      },
      refused: { code: 'invalid', field: 'milestones' },
    },
    {
      says: 'needs a project',
      input: { id: HOURLY, name: 'Report' },
      refused: { code: 'notFound', what: 'engagement' },
    },
  ],
}
