import { describe, expect, test } from 'vitest'
import { explain } from '#shared/domain/ledger/explain/explain.ts'
import { ledger } from '#shared/domain/ledger/ledger.ts'
import { daysOf } from '#shared/domain/book.ts'
import { withEntry } from '#shared/domain/totals.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { made } from '#shared/model/change.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { retainerSchema } from '#shared/model/engagement.ts'
import { agreement, ROME, testId, work } from '#tests/support/agreements.ts'
import { bookOf, zone as LONDON } from '#tests/support/books.ts'
import { ledgerOf, span } from '#tests/support/explained.ts'
import { printExplained } from '#tests/support/print-explained.ts'
import { table } from '#tests/support/print-ledger.ts'
import { sourcesFrom } from '#tests/support/sources.ts'

describe('an entry over midnight and the end of a month, rounded up to half an hour', () => {
  // 40 minutes in January and 65 in February are 105: two hours are charged.
  const entries = [
    span(1, '2026-01-31T22:20:00Z', '2026-02-01T00:05:00Z'),
    span(2, '2026-02-01T08:00:00Z', '2026-02-01T08:30:00Z'),
    span(3, '2026-02-01T09:00:00Z', '2026-02-01T10:00:00Z', false),
    span(4, '2026-02-02T09:00:00Z', '2026-02-02T10:00:00Z', false),
  ]
  const terms = { rounding: { mode: 'up', minutes: 30 } } as const
  const rounded = ledgerOf(terms, '2026-02-28', { entries })

  test('has all that rounding adds on its first day', () => {
    expect(rounded.print('used', 0)).toBe(table`
      used: 0:55
        2026-01-31: 0:55
          entry #1: 0:40
          entry #1 rounded up to 30 min: 0:15
    `)
  })

  test('and in the next month what was worked there; what is not billable is worked, not used', () => {
    expect(rounded.print('used', 1)).toBe(table`
      used: 1:35
        2026-02-01: 1:35
          entry #1: 1:05
          entry #2: 0:30
    `)
    expect(rounded.print('worked', 1)).toBe(table`
      worked: 3:35
        2026-02-01: 2:35
          entry #1: 1:05
          entry #2: 0:30
          entry #3: 1:00
        2026-02-02: 1:00
          entry #4: 1:00
    `)
  })

  test('the day is all there is to tell where entries are not in memory', () => {
    const unread = ledgerOf(terms, '2026-02-28', { entries, isLoaded: false })
    expect(unread.print('used', 1)).toBe('used: 1:35\n  2026-02-01: 1:35')
    expect(unread.print('worked', 1)).toBe('worked: 3:35\n  2026-02-01: 2:35\n  2026-02-02: 1:00')
  })
})

test('rounding to the nearest takes off, too', () => {
  const entries = [span(1, '2026-01-12T08:00:00Z', '2026-01-12T08:40:00Z')]
  const { print } = ledgerOf({ rounding: { mode: 'nearest', minutes: 30 } }, '2026-01-31', { entries })
  expect(print('used')).toBe(table`
    used: 0:30
      2026-01-12: 0:30
        entry #1: 0:40
        entry #1 rounded nearest to 30 min: -0:10
  `)
})

test('an entry that rounds to nothing is told with what rounding took', () => {
  const entries = [span(1, '2026-01-12T08:00:00Z', '2026-01-12T08:10:00Z')]
  const { print } = ledgerOf({ rounding: { mode: 'nearest', minutes: 30 } }, '2026-01-31', { entries })
  expect(print('used')).toBe(table`
    used: –
      2026-01-12: –
        entry #1: 0:10
        entry #1 rounded nearest to 30 min: -0:10
  `)
})

test('the day on which clocks go forward has 23 hours', () => {
  const entries = [span(1, '2026-03-28T22:00:00Z', '2026-03-29T23:00:00Z')]
  expect(ledgerOf({}, '2026-03-31', { entries }).print('used')).toBe(table`
    used: 25:00
      2026-03-28: 1:00
        entry #1: 1:00
      2026-03-29: 23:00
        entry #1: 23:00
      2026-03-30: 1:00
        entry #1: 1:00
  `)
})

test('perks over their quota, one that has none, and one that is not agreed', () => {
  const perk = { name: 'Review', count: null, value: minor(0) }
  const perks = [
    { ...perk, id: 'line', name: 'Line', minutes: null },
    { ...perk, id: 'review', minutes: 30 },
  ]
  const hours = { review: 0.75, line: 0.5, other: 0.25 }
  const entries = Object.entries(hours).map(([perkId, hours], index) =>
    work(index + 1, { on: '2026-01-12', hours, perkId }),
  )
  const later = work(9, { on: '2026-02-02', hours: 0.25, perkId: 'review' })
  const ledger = ledgerOf({ perks }, '2026-02-28', { entries: [...entries, later] })
  expect(ledger.print('used', 0)).toBe(table`
    used: 1:00
      2026-01-12: 1:30
        entry #1: 0:45
        entry #2: 0:30
        entry #3: 0:15
      perk Review, 0:30: -0:30
  `)
  expect(ledger.print('used', 1)).toBe(table`
    used: –
      2026-02-02: 0:15
        entry #9: 0:15
      perk Review, 0:30: -0:15
  `)
})

test('access: time is worked and nothing is granted or used', () => {
  const entries = [work(1, { on: '2026-01-08', hours: 2 }), work(2, { on: '2026-01-09', hours: 1, perkId: 'review' })]
  const topUps = [{ id: testId(1), on: day('2026-01-15'), amount: 60, price: minor(5000), reason: 'Weekend' }]
  const ledger = ledgerOf({ basis: 'access', topUps }, '2026-01-31', { entries })
  const print = (['granted', 'used', 'overage', 'worked', 'fee', 'topUpAmount', 'effectiveRate'] as const)
    .map((figure) => ledger.print(figure))
    .join('\n')
  expect(print).toBe(table`
    granted: –
    used: –
    overage: –
      used: –
    worked: 3:00
      2026-01-08: 2:00
        entry #1: 2:00
      2026-01-09: 1:00
        entry #2: 1:00
    fee: 1000.00
      as agreed from 2026-01-01, 1000.00 for 10:00: 1000.00
    topUpAmount: 50.00
      top-up #1 of 2026-01-15 (Weekend) at 50.00: 50.00
    effectiveRate: 333.33
      1000.00 for 3:00: 333.33
  `)
})

test('rounding is told as it was agreed on the day on which an entry began, as the totals have it', () => {
  const first = { from: day('2026-01-01'), fee: minor(100_000), included: 600 }
  const half = { ...first, from: day('2026-02-01'), rounding: { mode: 'up', minutes: 30 } as const }
  const agreed = agreement({ rounding: { mode: 'up', minutes: 6 }, versions: [first, half] })
  const id = testId(50)
  const retainer = retainerSchema.parse({
    id,
    clientId: testId(51),
    kind: 'retainer',
    name: '',
    status: 'active',
    agreement: agreed,
  })
  const entries = [
    { id: testId(1), engagementId: id, start: '2026-01-31T23:50:00Z', end: '2026-02-01T00:08:00Z' },
    { id: testId(2), engagementId: id, day: '2026-02-01', seconds: 600 },
    { id: testId(3), engagementId: null, day: '2026-02-01', seconds: 600 },
  ].map((entry) => entrySchema.parse(entry))
  const book = bookOf(made('engagements', retainer), ...entries.map((entry) => made('entries', entry)))
  const days = daysOf(book, id)
  const sources = sourcesFrom({ days, zone: LONDON, entries, engagementId: id })
  const trees = ledger(agreed, { days }, day('2026-02-28')).map((row) => explain(agreed, row, 'used', sources))
  expect(trees.map((tree) => printExplained(tree)).join('\n')).toBe(table`
    used: 0:10
      2026-01-31: 0:10
        entry #1: 0:10
    used: 0:38
      2026-02-01: 0:38
        entry #1: 0:08
        entry #2: 0:10
        entry #2 rounded up to 30 min: 0:20
  `)
})

describe('what is counted and not listed', () => {
  const { agreed, done } = ledgerOf({}, '2026-01-31', { entries: [work(1, { on: '2026-01-12', hours: 2 })] })
  const running = { ...span(2, '2026-01-12T10:00:00Z', '2026-01-12T11:00:00Z'), end: null }
  const soFar = span(2, '2026-01-12T10:00:00Z', '2026-01-12T11:00:00Z')
  const days = withEntry(done.days, soFar, ROME, agreed.rounding)
  const [row] = ledger(agreed, { days }, day('2026-01-31'))
  const print = (sources: Parameters<typeof sourcesFrom>[0]): string =>
    row ? printExplained(explain(agreed, row, 'used', sourcesFrom(sources))) : 'no row'

  test('is so on its day: a timer that runs, and is given without its end', () => {
    const entries = [work(1, { on: '2026-01-12', hours: 2 }), running]
    expect(print({ days, entries })).toBe(table`
      used: 3:00
        2026-01-12: 3:00
          entry #1: 2:00
          unlisted: 1:00
    `)
    expect(print({ days, entries: [soFar] })).toBe(table`
      used: 3:00
        2026-01-12: 3:00
          entry #2: 1:00
          unlisted: 2:00
    `)
  })

  test('or in the period, where the days are not those that the ledger ran on', () => {
    expect(print({ days: done.days, entries: [work(1, { on: '2026-01-12', hours: 2 })] })).toBe(table`
      used: 3:00
        2026-01-12: 2:00
          entry #1: 2:00
        unlisted: 1:00
    `)
  })
})
