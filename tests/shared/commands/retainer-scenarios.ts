import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { agreement, testId } from '#tests/support/agreements.ts'
import {
  agrees,
  CLIENT,
  closes,
  counts,
  HOURLY,
  MISSING,
  NEW,
  tracks,
  writes,
  type Given,
  type Scenarios,
} from './scenario.ts'

/** October's fee is on a draft. */
const billsItsFee: Given = (at) => {
  agrees(at)
  const fee = {
    kind: 'fee',
    text: 'October',
    engagementId: NEW,
    period: day('2026-10-01'),
    unitPrice: minor(100_000),
  } as const
  at.run('invoice.draft', { clientId: CLIENT, lines: [fee] })
}

/** How a retainer is written down. */
export const retainerScenarios: Pick<Scenarios, 'retainer.create' | 'retainer.update'> = {
  'retainer.create': [
    {
      says: 'is active from the start',
      input: { clientId: CLIENT, agreement: agreement() },
      leaves: { records: { [NEW]: { kind: 'retainer', status: 'active', clientId: CLIENT } } },
    },
    {
      says: 'adopts the time since its start',
      given: writes,
      input: { clientId: CLIENT, agreement: agreement(), adopt: true },
      leaves: { records: { [NEW]: { engagementId: testId(4) } } },
    },
    {
      says: 'leaves earlier time where it was',
      given: writes,
      input: { clientId: CLIENT, agreement: agreement({ startsOn: day('2026-10-21') }), adopt: true },
      leaves: { records: { [NEW]: { engagementId: HOURLY } } },
    },
    {
      says: 'leaves time past its term where it was',
      given: writes,
      // Not prorated, three months from 25 July are July, August and September: October is past them.
      input: {
        clientId: CLIENT,
        agreement: agreement({ startsOn: day('2026-07-25'), proration: 'none', term: { periods: 3, atEnd: 'ends' } }),
        adopt: true,
      },
      leaves: { records: { [NEW]: { engagementId: HOURLY } } },
    },
    {
      says: 'adopts nothing unless asked',
      given: writes,
      input: { clientId: CLIENT, agreement: agreement() },
      leaves: { records: { [NEW]: { engagementId: HOURLY } } },
    },
    {
      says: 'has no terms from before it begins',
      input: {
        clientId: CLIENT,
        agreement: agreement({ versions: [{ from: day('2025-12-31'), fee: minor(100_000), included: 600 }] }),
      },
      refused: { code: 'versionBeforeStart', field: 'agreement.versions', startsOn: agreement().startsOn },
    },
    {
      says: 'may be a draft',
      input: { clientId: CLIENT, agreement: agreement(), status: 'draft' },
      leaves: { records: { [NEW]: { status: 'draft' } } },
    },
    {
      says: 'takes no hours over while it is not signed',
      given: writes,
      input: { clientId: CLIENT, agreement: agreement(), status: 'proposed', adopt: true },
      refused: { code: 'notSigned' },
    },
    {
      says: 'takes hours over when all are counted',
      given: counts(writes),
      input: { clientId: CLIENT, agreement: agreement(), adopt: true },
      refused: { code: 'stillCounting' },
    },
    {
      says: 'needs the client',
      input: { clientId: MISSING, agreement: agreement() },
      refused: { code: 'notFound', what: 'client' },
    },
    {
      says: 'has its terms in order',
      input: {
        clientId: CLIENT,
        agreement: agreement({
          versions: [
            { from: day('2026-06-01'), fee: minor(120_000), included: 720 },
            { from: day('2026-06-01'), fee: minor(100_000), included: 600 },
          ],
        }),
      },
      refused: { code: 'invalid', field: 'agreement.versions' },
    },
  ],
  'retainer.update': [
    {
      says: 'has other terms',
      given: agrees,
      input: { id: NEW, agreement: agreement({ noticeDays: 60 }) },
      leaves: { records: { [NEW]: { agreement: { noticeDays: 60 } } } },
    },
    {
      says: 'may be in another currency while nothing is reported',
      given: tracks,
      input: { id: NEW, agreement: agreement({ currency: 'CHF' }) },
      leaves: { records: { [NEW]: { agreement: { currency: 'CHF' } } } },
    },
    {
      says: 'keeps the currency in which a period was reported',
      given: closes(1),
      input: { id: NEW, agreement: agreement({ currency: 'CHF' }) },
      refused: { code: 'currencyInUse', field: 'agreement.currency', currency: 'EUR' },
    },
    {
      says: 'keeps the currency in which its fee was billed',
      given: billsItsFee,
      input: { id: NEW, agreement: agreement({ currency: 'CHF' }) },
      refused: { code: 'currencyInUse', field: 'agreement.currency', currency: 'EUR' },
    },
    {
      says: 'is for retainers',
      input: { id: HOURLY, agreement: agreement() },
      refused: { code: 'notFound', what: 'engagement' },
    },
    {
      says: 'keeps the rounding of days that have time',
      given: tracks,
      input: { id: NEW, agreement: agreement({ rounding: { mode: 'up', minutes: 15 } }) },
      refused: { code: 'roundingInUse', field: 'rounding' },
    },
    {
      says: 'may round another way while nothing is tracked',
      given: agrees,
      input: { id: NEW, agreement: agreement({ rounding: { mode: 'up', minutes: 15 } }) },
      leaves: { records: { [NEW]: { agreement: { rounding: { mode: 'up', minutes: 15 } } } } },
    },
    {
      says: 'keeps the terms of what is closed',
      given: closes(1),
      input: { id: NEW, agreement: agreement({ overage: { policy: 'absorb' } }) },
      refused: { code: 'periodClosed', until: day('2026-01-31') },
    },
    {
      says: 'keeps the length of periods that have begun, closed or not',
      given: agrees,
      input: { id: NEW, agreement: agreement({ period: { every: 'quarter', anchor: 'calendar' } }) },
      refused: { code: 'periodsBegan', field: 'agreement.period' },
    },
    {
      says: 'of a draft may have periods of another length',
      given: (at) => void at.run('retainer.create', { clientId: CLIENT, agreement: agreement(), status: 'draft' }),
      input: { id: NEW, agreement: agreement({ period: { every: 'quarter', anchor: 'calendar' } }) },
      leaves: { records: { [NEW]: { agreement: { period: { every: 'quarter' } } } } },
    },
    {
      says: 'keeps what was sold in a period, when it begins later',
      given: (at) => {
        agrees(at)
        at.run('retainer.topUp', { id: NEW, on: day('2026-02-10'), amount: 120, price: minor(20_000) })
      },
      input: {
        id: NEW,
        agreement: agreement({
          startsOn: day('2026-03-01'),
          versions: [{ from: day('2026-03-01'), fee: minor(100_000), included: 600 }],
          topUps: [{ id: testId(4), on: day('2026-02-10'), amount: 120, price: minor(20_000), reason: '' }],
        }),
      },
      refused: { code: 'topUpOutside', day: day('2026-02-10') },
    },
    {
      says: 'may say what closed periods have nothing to do with',
      given: closes(1),
      input: { id: NEW, name: 'Care', agreement: agreement({ noticeDays: 14, alerts: [50] }) },
      leaves: { records: { [NEW]: { name: 'Care', agreement: { noticeDays: 14, alerts: [50] } } } },
    },
  ],
}
