import { expect, test } from 'vitest'
import { ledger } from '#shared/domain/ledger/ledger.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { agreement, daysFrom, testId, work } from '#tests/support/agreements.ts'
import { printLedger, table } from '#tests/support/print-ledger.ts'

/** domain.md, Worked examples: all at 100.00 an hour, 10 h a month for 1,000.00, unless said. */
type Worked = readonly (readonly [on: string, hours: number, perkId?: string])[]

const print = (terms: Partial<Agreement>, worked: Worked, asOf: string): string => {
  const agreed = agreement(terms)
  const entries = worked.map(([on, hours, perkId], index) =>
    work(index, { on, hours, ...(perkId === undefined ? {} : { perkId }) }),
  )
  return printLedger(ledger(agreed, { days: daysFrom(entries, agreed) }, day(asOf)))
}

test('1. rollover of a month, cap 5 h', () => {
  const worked: Worked = [
    ['2026-01-10', 6],
    ['2026-02-10', 13],
    ['2026-03-10', 4],
    ['2026-04-10', 10],
  ]
  expect(print({ rollover: { periods: 1, cap: 300 } }, worked, '2026-04-30')).toBe(table`
              period  opening  granted  over   used  expired  dropped  carried  of old  of own  worked      fee  an hour
    2026-01-01 01-31        –    10:00     –   6:00        –        –     4:00       –    6:00    6:00  1000.00   166.67
    2026-02-01 02-28     4:00    10:00     –  13:00        –        –     1:00    4:00    9:00   13:00  1000.00    76.92
    2026-03-01 03-31     1:00    10:00     –   4:00        –     2:00     5:00    1:00    3:00    4:00  1000.00   250.00
    2026-04-01 04-30     5:00    10:00     –  10:00        –        –     5:00    5:00    5:00   10:00  1000.00   100.00
  `)
})

test('2. no rollover, overage at 120.00', () => {
  const terms = { overage: { policy: 'bill', rate: minor(12_000) } } as const
  expect(print(terms, [['2026-01-20', 12.5]], '2026-01-31')).toBe(table`
              period  opening  granted  over   used  expired  dropped  carried  of own  worked      fee  for over  an hour
    2026-01-01 01-31        –    10:00  2:30  12:30        –        –        –   10:00   12:30  1000.00    300.00    80.00
  `)
})

test('3. by days: a start on 16 April, 15 of 30 days', () => {
  expect(print({ startsOn: day('2026-04-16') }, [['2026-04-20', 5]], '2026-05-31')).toBe(table`
              period  opening  granted  over  used  expired  dropped  carried  of own  worked      fee  an hour
    2026-04-16 04-30        –     5:00     –  5:00        –        –        –    5:00    5:00   500.00   100.00
    2026-05-01 05-31        –    10:00     –     –    10:00        –        –       –       –  1000.00     none
  `)
})

test('4. a version from 1 June leaves May as it was', () => {
  const versions = [
    { from: day('2026-01-01'), fee: minor(100_000), included: 600 },
    { from: day('2026-06-01'), fee: minor(140_000), included: 900 },
  ]
  const worked: Worked = [
    ['2026-05-12', 10],
    ['2026-06-12', 12],
  ]
  const lines = print({ versions }, worked, '2026-06-30').split('\n')
  expect([lines[0], ...lines.slice(-2)].join('\n')).toBe(table`
              period  opening  granted  over   used  expired  dropped  carried  of own  worked      fee  an hour
    2026-05-01 05-31        –    10:00     –  10:00        –        –        –   10:00   10:00  1000.00   100.00
    2026-06-01 06-30        –    15:00     –  12:00     3:00        –        –   12:00   12:00  1400.00   116.67
  `)
})

test('5. a perk of 30 minutes: 45 are 30 on the perk and 15 on included time', () => {
  const perks = [{ id: 'review', name: 'Review', minutes: 30, count: null, value: minor(0) }]
  const worked: Worked = [
    ['2026-01-12', 0.75, 'review'],
    ['2026-01-13', 2],
    ['2026-02-03', 0.25, 'review'],
  ]
  expect(print({ perks }, worked, '2026-02-28')).toBe(table`
              period  opening  granted  over  used  expired  dropped  carried  of own  worked      fee  an hour
    2026-01-01 01-31        –    10:00     –  2:15     7:45        –        –    2:15    2:45  1000.00   363.64
    2026-02-01 02-28        –    10:00     –     –    10:00        –        –       –    0:15  1000.00  4000.00
  `)
})

test('6. deliverables: 4 for 2,000.00, 3 delivered in 16 h', () => {
  const agreed = agreement({
    basis: 'deliverables',
    listRate: minor(50_000),
    versions: [{ from: day('2026-01-01'), fee: minor(200_000), included: 4 }],
  })
  const deliveries = ['2026-01-08', '2026-01-19', '2026-01-30'].map((on) => ({ day: day(on), units: 1 }))
  const days = daysFrom([work(1, { on: '2026-01-08', hours: 16 })], agreed)
  expect(printLedger(ledger(agreed, { days, deliveries }, day('2026-01-31')), 'deliverables')).toBe(table`
              period  opening  granted  over  used  expired  dropped  carried  of own  worked      fee  an hour
    2026-01-01 01-31        –        4     –     3        1        –        –       3   16:00  2000.00   125.00
  `)
})

test('a borrowed hour makes the next month open below zero', () => {
  expect(
    print(
      { overage: { policy: 'borrow' }, term: { periods: 3, atEnd: 'ends' } },
      [
        ['2026-01-20', 12],
        ['2026-02-20', 9],
        ['2026-03-20', 11],
      ],
      '2026-03-31',
    ),
  ).toBe(table`
              period  opening  granted  over   used  expired  dropped  carried  of own  worked      fee  for over  an hour
    2026-01-01 01-31        –    10:00     –  12:00        –        –    -2:00   10:00   12:00  1000.00         –    83.33
    2026-02-01 02-28    -2:00    10:00     –   9:00        –        –    -1:00    8:00    9:00  1000.00         –   111.11
    2026-03-01 03-31    -1:00    10:00  2:00  11:00        –        –        –    9:00   11:00  1000.00    200.00    90.91
  `)
})

test('a top-up outlives its month, and is used after what lapses first', () => {
  const topUps = [{ id: testId(1), on: day('2026-01-15'), amount: 180, price: minor(27_000), reason: '' }]
  expect(
    print(
      { topUps, term: { periods: 3, atEnd: 'ends' } },
      [
        ['2026-01-20', 11],
        ['2026-02-20', 8],
        ['2026-03-20', 13],
      ],
      '2026-03-31',
    ),
  ).toBe(table`
              period  opening  granted  over   used  expired  dropped  carried  of own  of top-up  worked      fee  top-up  for over  an hour
    2026-01-01 01-31        –    13:00     –  11:00        –        –     2:00   10:00       1:00   11:00  1000.00  270.00         –    90.91
    2026-02-01 02-28     2:00    10:00     –   8:00     2:00        –     2:00    8:00          –    8:00  1000.00       –         –   125.00
    2026-03-01 03-31     2:00    10:00  1:00  13:00        –        –        –   10:00       2:00   13:00  1000.00       –    100.00    76.92
  `)
})

test('absorbed work is shown and not charged', () => {
  expect(print({ overage: { policy: 'absorb' } }, [['2026-01-20', 12]], '2026-01-31')).toBe(table`
              period  opening  granted  over   used  expired  dropped  carried  of own  worked      fee  an hour
    2026-01-01 01-31        –    10:00  2:00  12:00        –        –        –   10:00   12:00  1000.00    83.33
  `)
})
