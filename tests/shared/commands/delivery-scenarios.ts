import { day } from '#shared/kernel/day.ts'
import { testId } from '#tests/support/agreements.ts'
import { agrees, agreesOnUnits, delivers, HOURLY, MISSING, NEW, type Scenarios } from './scenario.ts'

const DELIVERY = testId(4)

/** What was handed over. */
export const deliveryScenarios: Pick<Scenarios, Extract<keyof Scenarios, `delivery.${string}`>> = {
  'delivery.record': [
    {
      says: 'is one unit unless it is more',
      given: agreesOnUnits,
      input: { engagementId: NEW, day: '2026-10-22', note: ' Article ' },
      leaves: { records: { [DELIVERY]: { engagementId: NEW, day: '2026-10-22', units: 1, note: 'Article' } } },
    },
    {
      says: 'is so many uses of a perk that is counted, on whatever basis',
      given: agreesOnUnits,
      input: { engagementId: NEW, day: '2026-10-22', units: 2, perkId: 'call' },
      leaves: { records: { [DELIVERY]: { units: 2, perkId: 'call' } } },
    },
    {
      says: 'may be more than was agreed',
      given: agreesOnUnits,
      input: { engagementId: NEW, day: '2026-01-01', units: 9 },
      leaves: { records: { [DELIVERY]: { units: 9 } } },
    },
    {
      says: 'not ahead',
      given: agreesOnUnits,
      input: { engagementId: NEW, day: '2026-10-23' },
      refused: { code: 'inFuture', field: 'day' },
    },
    {
      says: 'not before the start',
      given: agreesOnUnits,
      input: { engagementId: NEW, day: '2025-12-31' },
      refused: { code: 'versionBeforeStart', field: 'day', startsOn: day('2026-01-01') },
    },
    {
      says: 'not after the end',
      given: (at) => {
        agreesOnUnits(at)
        at.run('retainer.endEarly', { id: NEW, endsOn: day('2026-10-10') })
      },
      input: { engagementId: NEW, day: '2026-10-11' },
      refused: { code: 'afterEnd', field: 'day', lastDay: day('2026-10-10') },
    },
    {
      says: 'is nothing where time is agreed',
      given: agrees,
      input: { engagementId: NEW, day: '2026-10-22' },
      refused: { code: 'notByUnits' },
    },
    {
      says: 'knows the perks of the agreement',
      given: agreesOnUnits,
      input: { engagementId: NEW, day: '2026-10-22', perkId: 'review' },
      refused: { code: 'noSuchPerk', field: 'perkId', day: day('2026-10-22') },
    },
    {
      says: 'knows the perks of that day',
      given: (at) => {
        agreesOnUnits(at)
        at.run('retainer.change', { id: NEW, from: day('2026-10-01'), perks: [] })
      },
      input: { engagementId: NEW, day: '2026-10-01', perkId: 'call' },
      refused: { code: 'noSuchPerk', field: 'perkId', day: day('2026-10-01') },
    },
    {
      says: 'counts no perk that is not counted',
      given: agreesOnUnits,
      input: { engagementId: NEW, day: '2026-10-22', perkId: 'line' },
      refused: { code: 'perkNotCounted', field: 'perkId' },
    },
    {
      says: 'is for retainers',
      input: { engagementId: HOURLY, day: '2026-10-22' },
      refused: { code: 'notFound', what: 'engagement' },
    },
  ],
  'delivery.update': [
    {
      says: 'changes what is named',
      given: delivers,
      input: { id: DELIVERY, day: '2026-10-07', units: 2 },
      leaves: { records: { [DELIVERY]: { day: '2026-10-07', units: 2, note: 'Article' } } },
    },
    {
      says: 'has another note, whatever was agreed since',
      given: (at) => {
        delivers(at)
        at.run('retainer.endEarly', { id: NEW, endsOn: day('2026-09-30') })
      },
      input: { id: DELIVERY, note: ' Essay ' },
      leaves: { records: { [DELIVERY]: { day: '2026-10-08', note: 'Essay' } } },
    },
    { says: 'may say what is so', given: delivers, input: { id: DELIVERY, units: 1 } },
    {
      says: 'not ahead',
      given: delivers,
      input: { id: DELIVERY, day: '2026-10-23' },
      refused: { code: 'inFuture', field: 'day' },
    },
    {
      says: 'needs the delivery',
      given: delivers,
      input: { id: MISSING, units: 2 },
      refused: { code: 'notFound', what: 'delivery' },
    },
  ],
  'delivery.remove': [
    { says: 'takes it away', given: delivers, input: { id: DELIVERY }, leaves: { records: { [DELIVERY]: null } } },
    {
      says: 'needs the delivery',
      given: delivers,
      input: { id: MISSING },
      refused: { code: 'notFound', what: 'delivery' },
    },
  ],
}
