import { describe, expect, test } from 'vitest'
import { figures } from '#shared/domain/ledger/explain/reason.ts'
import { leavesOf } from '#shared/domain/ledger/explain/tree.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { testId, work } from '#tests/support/agreements.ts'
import { delivery, ledgerOf } from '#tests/support/explained.ts'
import { table } from '#tests/support/print-ledger.ts'

/** domain.md, Worked examples: every figure of a row, opened. Entries are numbered from 1. */
const worked = (...all: [on: string, hours: number, perkId?: string][]) =>
  all.map(([on, hours, perkId], index) => work(index + 1, { on, hours, ...(perkId && { perkId }) }))

const all = (ledger: ReturnType<typeof ledgerOf>, index = -1): string =>
  figures
    .map((figure) => ledger.print(figure, index))
    .filter((text) => !text.endsWith(': –') || text.includes('\n'))
    .join('\n')

describe('1. rollover of a month, cap 5 h', () => {
  const ledger = ledgerOf({ rollover: { periods: 1, cap: 300 } }, '2026-04-30', {
    entries: worked(['2026-01-10', 6], ['2026-02-10', 13], ['2026-03-10', 4], ['2026-04-10', 10]),
  })

  test('the second month uses up what the first left', () => {
    expect(all(ledger, 1)).toBe(table`
      opening: 4:00
        held included of 2026-01-01/01-31, to 2026-02-28: 4:00
      granted: 10:00
        as agreed from 2026-01-01, 1000.00 for 10:00: 10:00
      used: 13:00
        2026-02-10: 13:00
          entry #2: 13:00
      usedCarried: 4:00
        drawn included of 2026-01-01/01-31, to 2026-02-28: 4:00
      usedIncluded: 9:00
        drawn included of 2026-02-01/02-28, to 2026-03-31: 9:00
      overage: –
        used: 13:00
          2026-02-10: 13:00
            entry #2: 13:00
        covered included of 2026-01-01/01-31, to 2026-02-28: -4:00
        covered included of 2026-02-01/02-28, to 2026-03-31: -9:00
      carriedOut: 1:00
        held included of 2026-02-01/02-28, to 2026-03-31: 1:00
      worked: 13:00
        2026-02-10: 13:00
          entry #2: 13:00
      fee: 1000.00
        as agreed from 2026-01-01, 1000.00 for 10:00: 1000.00
      effectiveRate: 76.92
        1000.00 for 13:00: 76.92
    `)
  })

  test('the third drops what is beyond the cap', () => {
    expect(ledger.print('dropped', 2)).toBe(table`
      dropped: 2:00
        beyond 5:00, included of 2026-03-01/03-31, to 2026-04-30: 2:00
    `)
    expect(ledger.print('carriedOut', 2)).toBe(table`
      carriedOut: 5:00
        held included of 2026-03-01/03-31, to 2026-04-30: 5:00
    `)
  })
})

test('2. no rollover, overage at 120.00', () => {
  const ledger = ledgerOf({ overage: { policy: 'bill', rate: minor(12_000) } }, '2026-01-31', {
    entries: worked(['2026-01-20', 12.5]),
  })
  expect(all(ledger)).toBe(table`
    granted: 10:00
      as agreed from 2026-01-01, 1000.00 for 10:00: 10:00
    used: 12:30
      2026-01-20: 12:30
        entry #1: 12:30
    usedIncluded: 10:00
      drawn included of 2026-01-01/01-31, to 2026-01-31: 10:00
    overage: 2:30
      used: 12:30
        2026-01-20: 12:30
          entry #1: 12:30
      covered included of 2026-01-01/01-31, to 2026-01-31: -10:00
    worked: 12:30
      2026-01-20: 12:30
        entry #1: 12:30
    fee: 1000.00
      as agreed from 2026-01-01, 1000.00 for 10:00: 1000.00
    overageAmount: 300.00
      2:30 over at 120.00 (bill): 300.00
    effectiveRate: 80.00
      1000.00 for 12:30: 80.00
  `)
})

test('3. by days: a start on 16 April, 15 of 30 days', () => {
  const ledger = ledgerOf({ startsOn: day('2026-04-16') }, '2026-04-30', { entries: worked(['2026-04-20', 3]) })
  expect(all(ledger)).toBe(table`
    granted: 5:00
      as agreed from 2026-04-16, 1000.00 for 10:00: 10:00
      15 of 30 days: -5:00
    used: 3:00
      2026-04-20: 3:00
        entry #1: 3:00
    usedIncluded: 3:00
      drawn included of 2026-04-16/04-30, to 2026-04-30: 3:00
    overage: –
      used: 3:00
        2026-04-20: 3:00
          entry #1: 3:00
      covered included of 2026-04-16/04-30, to 2026-04-30: -3:00
    expired: 2:00
      expired included of 2026-04-16/04-30, to 2026-04-30: 2:00
    worked: 3:00
      2026-04-20: 3:00
        entry #1: 3:00
    fee: 500.00
      as agreed from 2026-04-16, 1000.00 for 10:00: 1000.00
      15 of 30 days: -500.00
    effectiveRate: 166.67
      500.00 for 3:00: 166.67
  `)
})

test('4. a version from 1 June leaves May as it was', () => {
  const versions = [
    { from: day('2026-01-01'), fee: minor(100_000), included: 600 },
    { from: day('2026-06-01'), fee: minor(140_000), included: 900 },
  ]
  const ledger = ledgerOf({ versions }, '2026-06-30')
  const terms = (index: number): string => [ledger.print('granted', index), ledger.print('fee', index)].join('\n')
  expect(terms(4)).toBe(table`
    granted: 10:00
      as agreed from 2026-01-01, 1000.00 for 10:00: 10:00
    fee: 1000.00
      as agreed from 2026-01-01, 1000.00 for 10:00: 1000.00
  `)
  expect(terms(5)).toBe(table`
    granted: 15:00
      as agreed from 2026-06-01, 1400.00 for 15:00: 15:00
    fee: 1400.00
      as agreed from 2026-06-01, 1400.00 for 15:00: 1400.00
  `)
})

test('5. a perk of 30 minutes: 45 are 30 on the perk and 15 on included time', () => {
  const perks = [{ id: 'review', name: 'Review', minutes: 30, count: null, value: minor(0) }]
  const ledger = ledgerOf({ perks }, '2026-01-31', {
    entries: worked(['2026-01-12', 0.75, 'review'], ['2026-01-13', 2]),
  })
  expect(all(ledger)).toBe(table`
    granted: 10:00
      as agreed from 2026-01-01, 1000.00 for 10:00: 10:00
    used: 2:15
      2026-01-12: 0:45
        entry #1: 0:45
      2026-01-13: 2:00
        entry #2: 2:00
      perk Review, 0:30: -0:30
    usedIncluded: 2:15
      drawn included of 2026-01-01/01-31, to 2026-01-31: 2:15
    overage: –
      used: 2:15
        2026-01-12: 0:45
          entry #1: 0:45
        2026-01-13: 2:00
          entry #2: 2:00
        perk Review, 0:30: -0:30
      covered included of 2026-01-01/01-31, to 2026-01-31: -2:15
    expired: 7:45
      expired included of 2026-01-01/01-31, to 2026-01-31: 7:45
    worked: 2:45
      2026-01-12: 0:45
        entry #1: 0:45
      2026-01-13: 2:00
        entry #2: 2:00
    fee: 1000.00
      as agreed from 2026-01-01, 1000.00 for 10:00: 1000.00
    effectiveRate: 363.64
      1000.00 for 2:45: 363.64
  `)
})

test('6. deliverables: 4 for 2,000.00, 3 delivered in 16 h', () => {
  const ledger = ledgerOf(
    { basis: 'deliverables', versions: [{ from: day('2026-01-01'), fee: minor(200_000), included: 4 }] },
    '2026-01-31',
    {
      entries: worked(['2026-01-08', 16]),
      deliveries: [
        delivery(5, '2026-01-08', 1),
        delivery(6, '2026-01-19', 1),
        delivery(7, '2026-01-31', 1),
        delivery(8, '2026-01-19', 2, 'a perk'),
        delivery(9, '2026-02-01', 1),
      ],
    },
  )
  expect(all(ledger)).toBe(table`
    granted: 4
      as agreed from 2026-01-01, 2000.00 for 4: 4
    used: 3
      delivery #5 on 2026-01-08: 1
      delivery #6 on 2026-01-19: 1
      delivery #7 on 2026-01-31: 1
    usedIncluded: 3
      drawn included of 2026-01-01/01-31, to 2026-01-31: 3
    overage: –
      used: 3
        delivery #5 on 2026-01-08: 1
        delivery #6 on 2026-01-19: 1
        delivery #7 on 2026-01-31: 1
      covered included of 2026-01-01/01-31, to 2026-01-31: -3
    expired: 1
      expired included of 2026-01-01/01-31, to 2026-01-31: 1
    worked: 16:00
      2026-01-08: 16:00
        entry #1: 16:00
    fee: 2000.00
      as agreed from 2026-01-01, 2000.00 for 4: 2000.00
    effectiveRate: 125.00
      2000.00 for 16:00: 125.00
  `)
})

test('the leaves of a tree are what it comes down to', () => {
  const entries = worked(['2026-01-12', 4], ['2026-01-12', 2], ['2026-01-20', 6])
  const leaves = leavesOf(ledgerOf({}, '2026-01-31', { entries }).tree('overage'))
  expect(leaves.map(({ reason, amount }) => [reason.kind, amount / 3600])).toEqual([
    ['entry', 4],
    ['entry', 2],
    ['entry', 6],
    ['covered', -10],
  ])
  expect(leaves[1]?.reason).toEqual({ kind: 'entry', entryId: testId(2) })
})

test('a figure of 0 to which nothing led has nothing below it', () => {
  const ledger = ledgerOf({}, '2026-01-31')
  const bare = figures.filter((figure) => ledger.tree(figure).of.length === 0)
  expect(bare).toEqual([
    'opening',
    'adjusted',
    'used',
    'usedCarried',
    'usedIncluded',
    'usedTopUp',
    'dropped',
    'carriedOut',
    'repaid',
    'borrowed',
    'worked',
    'topUpAmount',
    'overageAmount',
  ])
  expect(ledger.print('overage')).toBe('overage: –\n  used: –')
  expect(ledger.print('effectiveRate')).toBe('effectiveRate: –\n  nothing was worked: –')
})
