import { describe, expect, test } from 'vitest'
import type { Figure } from '#shared/domain/ledger/explain/reason.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { agreement, daysFrom, testId, work } from '#tests/support/agreements.ts'
import { closed } from '#tests/support/closings.ts'
import { delivery, ledgerOf } from '#tests/support/explained.ts'
import { table } from '#tests/support/print-ledger.ts'

const several = (ledger: ReturnType<typeof ledgerOf>, figures: readonly Figure[], index = -1): string =>
  figures.map((figure) => ledger.print(figure, index)).join('\n')
const version = (from: string, fee: number, included: number) => ({ from: day(from), fee: minor(fee), included })

describe('a pause', () => {
  const paused = { ...version('2026-02-01', 0, 0), isPause: true }
  const versions = [version('2026-01-01', 100_000, 600), paused]
  const entries = [work(1, { on: '2026-01-08', hours: 9 }), work(2, { on: '2026-02-09', hours: 1.5 })]

  test('is told as one, with its end', () => {
    const resumed = [...versions, { ...paused, from: day('2026-03-01') }, version('2026-04-01', 100_000, 600)]
    const ledger = ledgerOf({ versions: resumed, rollover: { periods: 3, cap: null } }, '2026-02-28', { entries })
    expect(several(ledger, ['opening', 'granted', 'usedCarried', 'overage', 'fee', 'overageAmount', 'effectiveRate']))
      .toBe(table`
      opening: 1:00
        held included of 2026-01-01/01-31, to 2026-04-30: 1:00
      granted: –
        pause from 2026-02-01 until 2026-04-01: –
      usedCarried: 1:00
        drawn included of 2026-01-01/01-31, to 2026-04-30: 1:00
      overage: 0:30
        used: 1:30
          2026-02-09: 1:30
            entry #2: 1:30
        covered included of 2026-01-01/01-31, to 2026-04-30: -1:00
      fee: –
        pause from 2026-02-01 until 2026-04-01: –
      overageAmount: 50.00
        0:30 over at 100.00 (bill): 50.00
      effectiveRate: –
        – for 1:30: –
    `)
  })

  test('or without, where nothing says when it is over', () => {
    expect(ledgerOf({ versions }, '2026-02-28').print('fee')).toBe(
      'fee: –\n  pause from 2026-02-01 until nobody knows: –',
    )
  })
})

test('before its first version an agreement owes and grants nothing', () => {
  const versions = [version('2026-02-01', 100_000, 600)]
  const entries = [work(1, { on: '2026-01-20', hours: 1 })]
  expect(several(ledgerOf({ versions }, '2026-01-31', { entries }), ['granted', 'fee', 'overageAmount'])).toBe(table`
    granted: –
      before the first version: –
    fee: –
      before the first version: –
    overageAmount: 100.00
      1:00 over at 100.00 (bill): 100.00
  `)
})

test('the last part of a term is prorated like the first, its top-ups are not', () => {
  const topUps = [{ id: testId(1), on: day('2026-03-05'), amount: 90, price: minor(15_000), reason: '' }]
  const terms = { startsOn: day('2026-01-11'), term: { periods: 2, atEnd: 'ends' }, topUps } as const
  // 10 of March's 31 days: 3 h 14 min of 10 h.
  expect(several(ledgerOf(terms, '2026-03-31'), ['granted', 'fee', 'topUpAmount', 'expired'])).toBe(table`
    granted: 4:44
      as agreed from 2026-01-11, 1000.00 for 10:00: 10:00
      10 of 31 days: -6:46
      top-up #1 of 2026-03-05 at 150.00: 1:30
    fee: 322.58
      as agreed from 2026-01-11, 1000.00 for 10:00: 1000.00
      10 of 31 days: -677.42
    topUpAmount: 150.00
      top-up #1 of 2026-03-05 at 150.00: 150.00
    expired: 4:44
      expired included of 2026-03-01/03-10, to 2026-03-10: 3:14
      expired top-up #1 of 2026-03-05, to 2026-03-10: 1:30
  `)
})

describe('overage', () => {
  const entries = [work(1, { on: '2026-01-20', hours: 12 })]

  test('that is absorbed is worth its list rate and charged at nothing', () => {
    const absorbing = { overage: { policy: 'absorb', rate: minor(12_000) } } as const
    expect(ledgerOf(absorbing, '2026-01-31', { entries }).print('overageAmount')).toBe(
      'overageAmount: –\n  2:00 absorbed, worth 100.00 each: –',
    )
  })

  test('of units has a rate for each', () => {
    const versions = [version('2026-01-01', 200_000, 2)]
    const ledger = ledgerOf(
      { basis: 'deliverables', listRate: minor(50_000), versions, rollover: { periods: 1, cap: 1 } },
      '2026-01-31',
      { deliveries: [delivery(5, '2026-01-08', 1), delivery(6, '2026-01-19', 4)] },
    )
    expect(several(ledger, ['overage', 'overageAmount'])).toBe(table`
      overage: 3
        used: 5
          delivery #5 on 2026-01-08: 1
          delivery #6 on 2026-01-19: 4
        covered included of 2026-01-01/01-31, to 2026-02-28: -2
      overageAmount: 1500.00
        3 over at 500.00 (bill): 1500.00
    `)
  })

  test('and its cap, of units', () => {
    const versions = [version('2026-01-01', 200_000, 3)]
    const terms = { basis: 'deliverables', versions, rollover: { periods: 1, cap: 1 } } as const
    expect(ledgerOf(terms, '2026-01-31').print('dropped')).toBe(
      'dropped: 2\n  beyond 1, included of 2026-01-01/01-31, to 2026-02-28: 2',
    )
  })
})

describe('a closed month', () => {
  const perks = [{ id: 'review', name: 'Review', minutes: 30, count: null, value: minor(0) }]
  const terms = { rollover: { periods: 1, cap: 120 }, perks } as const
  const entries = [work(1, { on: '2026-01-10', hours: 6 }), work(2, { on: '2026-01-12', hours: 1, perkId: 'review' })]
  const agreed = agreement({ ...terms, perks: [...perks] })
  const closings = closed(agreed, { days: daysFrom(entries, agreed) }, 1)
  const later = [...entries, work(9, { on: '2026-01-20', hours: 2 })]

  test('with a later entry still comes to what was reported', () => {
    const ledger = ledgerOf({ ...terms, perks: [...perks] }, '2026-01-31', { entries: later, closings })
    expect(several(ledger, ['used', 'usedIncluded', 'dropped', 'carriedOut', 'worked', 'effectiveRate'])).toBe(table`
      used: 6:30
        2026-01-10: 6:00
          entry #1: 6:00
        2026-01-12: 1:00
          entry #2: 1:00
        2026-01-20: 2:00
          entry #9: 2:00
        perk Review, 0:30: -0:30
        since closed: -2:00
      usedIncluded: 6:30
        drawn included of 2026-01-01/01-31, to 2026-02-28: 6:30
      dropped: 1:30
        beyond 2:00, included of 2026-01-01/01-31, to 2026-02-28: 1:30
      carriedOut: 2:00
        held included of 2026-01-01/01-31, to 2026-02-28: 2:00
      worked: 7:00
        2026-01-10: 6:00
          entry #1: 6:00
        2026-01-12: 1:00
          entry #2: 1:00
        2026-01-20: 2:00
          entry #9: 2:00
        since closed: -2:00
      effectiveRate: 142.86
        1000.00 for 7:00: 142.86
    `)
  })

  test('and with an entry less, a perk less, other terms and a top-up', () => {
    const topUps = [{ id: testId(1), on: day('2026-01-15'), amount: 60, price: minor(5000), reason: '' }]
    const now = { versions: [version('2026-01-01', 120_000, 660)], topUps }
    const ledger = ledgerOf(now, '2026-01-31', { entries: entries.slice(1), closings })
    expect(several(ledger, ['granted', 'used', 'dropped', 'fee', 'topUpAmount', 'overageAmount'])).toBe(table`
      granted: 10:00
        as agreed from 2026-01-01, 1200.00 for 11:00: 11:00
        top-up #1 of 2026-01-15 at 50.00: 1:00
        since closed: -2:00
      used: 6:30
        2026-01-12: 1:00
          entry #2: 1:00
        perk review that is gone: -0:30
        since closed: 6:00
      dropped: 1:30
        beyond no cap, included of 2026-01-01/01-31, to 2026-02-28: 1:30
      fee: 1000.00
        as agreed from 2026-01-01, 1200.00 for 11:00: 1200.00
        since closed: -200.00
      topUpAmount: –
        top-up #1 of 2026-01-15 at 50.00: 50.00
        since closed: -50.00
      overageAmount: –
    `)
  })

  test('names a top-up that is gone without its name, and an overage at another rate by the difference', () => {
    const topUps = [{ id: testId(1), on: day('2026-01-15'), amount: 60, price: minor(5000), reason: '' }]
    const before = agreement({ topUps })
    const long = [work(1, { on: '2026-01-10', hours: 12 })]
    const closings = closed(before, { days: daysFrom(long, before) }, 1)
    const ledger = ledgerOf({ overage: { policy: 'bill', rate: minor(12_000) } }, '2026-01-31', {
      entries: long,
      closings,
    })
    expect(several(ledger, ['granted', 'usedTopUp', 'topUpAmount', 'overageAmount'])).toBe(table`
      granted: 11:00
        as agreed from 2026-01-01, 1000.00 for 10:00: 10:00
        since closed: 1:00
      usedTopUp: 1:00
        drawn a top-up that is gone, to 2026-12-31: 1:00
      topUpAmount: 50.00
        since closed: 50.00
      overageAmount: 100.00
        1:00 over at 120.00 (bill): 120.00
        since closed: -20.00
    `)
  })
})
