import { day } from '#shared/kernel/day.ts'
import { first, has, paused, pauses, raises } from './dated-terms.ts'
import { agrees, closes, HOURLY, NEW, type Scenarios } from './scenario.ts'

/** Nothing owed and nothing granted for a while. */
export const pauseScenarios: Pick<Scenarios, 'retainer.pause' | 'retainer.resume'> = {
  'retainer.pause': [
    {
      says: 'owes and grants nothing until it is over',
      given: agrees,
      input: { id: NEW, from: '2026-11-01', to: '2026-12-01' },
      leaves: has(first, paused('2026-11-01'), { from: '2026-12-01', fee: 100_000, included: 600 }),
    },
    {
      says: 'gives back what was agreed meanwhile',
      given: raises,
      input: { id: NEW, from: '2026-05-01', to: '2026-08-01' },
      leaves: has(first, paused('2026-05-01'), paused('2026-06-01', { fee: 120_000, included: 600 }), {
        from: '2026-08-01',
        fee: 120_000,
        included: 600,
      }),
    },
    {
      says: 'is one with the pause that it meets',
      given: pauses('2026-10-01', '2026-11-01'),
      input: { id: NEW, from: '2026-11-01', to: '2026-12-01' },
      leaves: has(first, paused('2026-10-01'), { from: '2026-12-01', fee: 100_000, included: 600 }),
    },
    {
      says: 'may last to the end of the term',
      given: agrees,
      input: { id: NEW, from: '2026-12-01', to: '2027-01-01' },
      leaves: has(first, paused('2026-12-01'), { from: '2027-01-01', fee: 100_000, included: 600 }),
    },
    {
      says: 'ends after it begins',
      given: agrees,
      input: { id: NEW, from: '2026-11-01', to: '2026-11-01' },
      refused: { code: 'endBeforeStart', field: 'to' },
    },
    {
      says: 'begins with a period',
      given: agrees,
      input: { id: NEW, from: '2026-11-15', to: '2026-12-01' },
      refused: { code: 'notPeriodStart', field: 'from', start: day('2026-11-01'), next: day('2026-12-01') },
    },
    {
      says: 'ends with a period',
      given: agrees,
      input: { id: NEW, from: '2026-11-01', to: '2026-12-15' },
      refused: { code: 'notPeriodStart', field: 'to', start: day('2026-12-01'), next: day('2027-01-01') },
    },
    {
      says: 'not past the end',
      given: agrees,
      input: { id: NEW, from: '2026-12-01', to: '2027-02-01' },
      refused: { code: 'afterEnd', field: 'to', lastDay: day('2026-12-31') },
    },
    {
      says: 'not in what is closed',
      given: closes(1),
      input: { id: NEW, from: '2026-01-01', to: '2026-03-01' },
      refused: { code: 'periodClosed', until: day('2026-01-31') },
    },
    {
      says: 'is for retainers',
      input: { id: HOURLY, from: '2026-11-01', to: '2026-12-01' },
      refused: { code: 'notFound', what: 'engagement' },
    },
  ],
  'retainer.resume': [
    {
      says: 'takes the work up sooner',
      given: pauses('2026-05-01', '2026-08-01'),
      input: { id: NEW, on: '2026-06-01' },
      leaves: has(first, paused('2026-05-01'), { from: '2026-06-01', fee: 100_000, included: 600 }),
    },
    {
      says: 'takes a pause back whole on its first day',
      given: pauses('2026-05-01', '2026-08-01'),
      input: { id: NEW, on: '2026-05-01' },
      leaves: has(first),
    },
    {
      says: 'leaves a raise where it was agreed',
      given: (at) => {
        raises(at)
        pauses('2026-05-01', '2026-08-01')(at)
      },
      input: { id: NEW, on: '2026-05-01' },
      leaves: has(first, { from: '2026-06-01', fee: 120_000, included: 600 }),
    },
    {
      says: 'needs a pause',
      given: pauses('2026-05-01', '2026-08-01'),
      input: { id: NEW, on: '2026-08-01' },
      refused: { code: 'notPaused', field: 'on' },
    },
    {
      says: 'begins with a period',
      given: pauses('2026-05-01', '2026-08-01'),
      input: { id: NEW, on: '2026-06-15' },
      refused: { code: 'notPeriodStart', field: 'on', start: day('2026-06-01'), next: day('2026-07-01') },
    },
    {
      says: 'leaves a pause that is closed',
      given: (at) => {
        pauses('2026-01-01', '2026-03-01')(at)
        at.run('period.close', { engagementId: NEW, start: day('2026-01-01') })
      },
      input: { id: NEW, on: '2026-01-01' },
      refused: { code: 'periodClosed', until: day('2026-01-31') },
    },
    {
      says: 'is for retainers',
      input: { id: HOURLY, on: '2026-05-01' },
      refused: { code: 'notFound', what: 'engagement' },
    },
  ],
}
