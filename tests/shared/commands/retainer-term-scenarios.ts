import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { agreement } from '#tests/support/agreements.ts'
import { first, has, paused, pauses, raises } from './dated-terms.ts'
import { agrees, CLIENT, closes, counts, HOURLY, NEW, tracks, type Given, type Scenarios } from './scenario.ts'

const open: Given = (at) =>
  void at.run('retainer.create', { clientId: CLIENT, agreement: agreement({ term: { periods: 12, atEnd: 'open' } }) })

/** Terms from a day on, and an end that comes sooner. */
export const retainerTermScenarios: Pick<Scenarios, 'retainer.change' | 'retainer.endEarly'> = {
  'retainer.change': [
    {
      says: 'has other terms from a period on; what is not named stays',
      given: agrees,
      input: { id: NEW, from: '2026-11-01', fee: minor(140_000), rollover: { periods: 1, cap: null } },
      leaves: has(first, { from: '2026-11-01', fee: 140_000, included: 600, rollover: { periods: 1, cap: null } }),
    },
    {
      says: 'changes terms that begin on that day, and leaves later ones',
      given: (at) => {
        raises(at)
        at.run('retainer.change', { id: NEW, from: day('2026-08-01'), included: 900 })
      },
      input: { id: NEW, from: '2026-06-01', included: 660, rollover: null },
      leaves: has(
        first,
        { from: '2026-06-01', fee: 120_000, included: 660, rollover: null },
        { from: '2026-08-01', fee: 120_000, included: 900 },
      ),
    },
    {
      says: 'inside a pause is in force when it is over',
      given: pauses('2026-11-01', '2027-01-01'),
      input: { id: NEW, from: '2026-12-01', fee: minor(120_000) },
      leaves: has(first, paused('2026-11-01'), paused('2026-12-01', { fee: 120_000, included: 600 }), {
        from: '2027-01-01',
        fee: 120_000,
        included: 600,
      }),
    },
    {
      says: 'before a pause is in force after it too',
      given: pauses('2026-11-01', '2026-12-01'),
      input: { id: NEW, from: '2026-10-01', fee: minor(120_000) },
      leaves: has(
        first,
        { from: '2026-10-01', fee: 120_000, included: 600 },
        paused('2026-11-01', { fee: 120_000, included: 600 }),
        { from: '2026-12-01', fee: 120_000, included: 600 },
      ),
    },
    {
      says: 'rounds another way from a day on which nothing is tracked yet',
      given: tracks,
      input: { id: NEW, from: '2026-02-01', rounding: { mode: 'up', minutes: 15 } },
      leaves: has(first, { from: '2026-02-01', fee: 100_000, rounding: { mode: 'up', minutes: 15 } }),
    },
    {
      says: 'rounds no time another way that is tracked',
      given: tracks,
      input: { id: NEW, from: '2026-01-01', rounding: { mode: 'up', minutes: 15 } },
      refused: { code: 'roundingInUse', field: 'rounding' },
    },
    {
      says: 'rounds another way when all is counted',
      given: counts(agrees),
      input: { id: NEW, from: '2026-11-01', rounding: { mode: 'up', minutes: 15 } },
      refused: { code: 'stillCounting' },
    },
    {
      says: 'begins with a period',
      given: agrees,
      input: { id: NEW, from: '2026-11-02', fee: minor(140_000) },
      refused: { code: 'notPeriodStart', field: 'from', start: day('2026-11-01'), next: day('2026-12-01') },
    },
    {
      says: 'never before the start',
      given: agrees,
      input: { id: NEW, from: '2025-12-01', fee: minor(140_000) },
      refused: { code: 'versionBeforeStart', field: 'from', startsOn: day('2026-01-01') },
    },
    {
      says: 'never after the end',
      given: agrees,
      input: { id: NEW, from: '2027-01-01', fee: minor(140_000) },
      refused: { code: 'afterEnd', field: 'from', lastDay: day('2026-12-31') },
    },
    {
      says: 'never in what is closed',
      given: closes(2),
      input: { id: NEW, from: '2026-02-01', fee: minor(140_000) },
      refused: { code: 'periodClosed', until: day('2026-02-28') },
    },
    {
      says: 'never before what is closed',
      given: closes(2),
      input: { id: NEW, from: '2026-01-01', fee: minor(140_000) },
      refused: { code: 'periodClosed', until: day('2026-02-28') },
    },
    {
      says: 'from the day after what is closed',
      given: closes(2),
      input: { id: NEW, from: '2026-03-01', fee: minor(140_000) },
      leaves: has(first, { from: '2026-03-01', fee: 140_000, included: 600 }),
    },
    {
      says: 'says what is to change',
      given: agrees,
      input: { id: NEW, from: '2026-11-01' },
      refused: { code: 'required', field: 'fee' },
    },
    {
      says: 'is for retainers',
      input: { id: HOURLY, from: '2026-11-01', fee: minor(1) },
      refused: { code: 'notFound', what: 'engagement' },
    },
  ],
  'retainer.endEarly': [
    {
      says: 'ends before its term does',
      given: agrees,
      input: { id: NEW, endsOn: '2026-12-30' },
      leaves: { records: { [NEW]: { status: 'active', agreement: { endsOn: '2026-12-30' } } } },
    },
    {
      says: 'ends what would go on',
      given: open,
      input: { id: NEW, endsOn: '2030-06-15' },
      leaves: { records: { [NEW]: { agreement: { endsOn: '2030-06-15' } } } },
    },
    {
      says: 'is taken back',
      given: (at) => {
        open(at)
        at.run('retainer.endEarly', { id: NEW, endsOn: day('2026-12-31') })
      },
      input: { id: NEW, endsOn: null },
      leaves: { records: { [NEW]: { agreement: { endsOn: null } } } },
    },
    {
      says: 'may be the last day that is closed',
      given: closes(2),
      input: { id: NEW, endsOn: '2026-02-28' },
      leaves: { records: { [NEW]: { agreement: { endsOn: '2026-02-28' } } } },
    },
    {
      says: 'not before what is closed',
      given: closes(2),
      input: { id: NEW, endsOn: '2026-02-27' },
      refused: { code: 'periodClosed', until: day('2026-02-28') },
    },
    {
      says: 'is not taken back where the last period is closed as the last',
      given: (at) => {
        agrees(at)
        at.run('retainer.endEarly', { id: NEW, endsOn: day('2026-01-31') })
        at.run('period.close', { engagementId: NEW, start: day('2026-01-01') })
      },
      input: { id: NEW, endsOn: null },
      refused: { code: 'periodClosed', until: day('2026-01-31') },
    },
    {
      says: 'not before the start',
      given: agrees,
      input: { id: NEW, endsOn: '2025-12-31' },
      refused: { code: 'versionBeforeStart', field: 'endsOn', startsOn: day('2026-01-01') },
    },
    {
      says: 'not before what was sold in it; goodwill goes with its days',
      given: (at) => {
        agrees(at)
        at.run('retainer.topUp', { id: NEW, on: day('2026-11-18'), amount: 120, price: minor(20_000) })
        at.run('retainer.topUp', { id: NEW, on: day('2026-12-18'), amount: 60, price: minor(0), reason: 'Sorry' })
      },
      input: { id: NEW, endsOn: '2026-11-17' },
      refused: { code: 'topUpOutside', day: day('2026-11-18') },
    },
    {
      says: 'may be the day on which something was sold',
      given: (at) => {
        agrees(at)
        at.run('retainer.topUp', { id: NEW, on: day('2026-11-18'), amount: 120, price: minor(20_000) })
      },
      input: { id: NEW, endsOn: '2026-11-18' },
      leaves: { records: { [NEW]: { agreement: { endsOn: '2026-11-18' } } } },
    },
    {
      says: 'says nothing on the last day that there is',
      given: agrees,
      input: { id: NEW, endsOn: '2026-12-31' },
      refused: { code: 'afterEnd', field: 'endsOn', lastDay: day('2026-12-31') },
    },
    {
      says: 'is for retainers',
      input: { id: HOURLY, endsOn: null },
      refused: { code: 'notFound', what: 'engagement' },
    },
  ],
}
