import { describe, expect, test } from 'vitest'
import { DayTotals, hasPerks, sumByDays, tally, totalBetween, withEntry, type Totals } from '#shared/domain/totals.ts'
import { day, monthOf } from '#shared/kernel/day.ts'
import type { TimeEntry } from '#shared/model/entry.ts'
import { instant, ROME, testId, work } from '#tests/support/agreements.ts'

const plain = { mode: 'none' } as const
const HOUR = 3600
const count = (...entries: TimeEntry[]): Totals => {
  const totals: Totals = new Map()
  for (const entry of entries) tally(totals, entry, 1, ROME, plain)
  return totals
}
const daysOf = (...entries: TimeEntry[]): DayTotals => count(...entries).get(null) ?? new DayTotals()
const january = day('2026-01-10')

/** From 23:00 on 10 January to 01:00 on the 11th. */
const overMidnight = {
  id: testId(9),
  engagementId: null,
  note: '',
  tags: [],
  billable: true,
  start: instant('2026-01-10T22:00:00Z'),
  end: instant('2026-01-11T00:00:00Z'),
}

describe('an entry in the totals', () => {
  test('is one entry, on its first day, and has its part on each', () => {
    const days = daysOf(overMidnight, work(1, { on: '2026-01-11', hours: 2 }))
    expect(days.get(january)).toEqual({ worked: HOUR, charged: HOUR, perks: {}, entries: 1 })
    expect(days.get(day('2026-01-11'))).toEqual({ worked: 3 * HOUR, charged: 3 * HOUR, perks: {}, entries: 1 })
  })

  test('on a perk is not charged but on the perk, and what is not billable is only worked', () => {
    const days = daysOf(
      work(1, { on: '2026-01-10', hours: 1, perkId: 'review' }),
      work(2, { on: '2026-01-10', hours: 2, perkId: 'review' }),
      work(3, { on: '2026-01-10', hours: 4, billable: false }),
    )
    expect(days.get(january)).toEqual({ worked: 7 * HOUR, charged: 0, perks: { review: 3 * HOUR }, entries: 3 })
  })

  test('taken out again leaves no trace: no perk, no day, no engagement', () => {
    const [kept, gone] = [
      work(1, { on: '2026-01-10', hours: 1 }),
      work(2, { on: '2026-01-10', hours: 1, perkId: 'review' }),
    ]
    const totals = count(kept, gone)
    tally(totals, gone, -1, ROME, plain)
    expect(totals.get(null)?.get(january)).toEqual({ worked: HOUR, charged: HOUR, perks: {}, entries: 1 })
    tally(totals, kept, -1, ROME, plain)
    expect(totals.size).toBe(0)
  })

  test('of no time is an entry all the same', () => {
    expect(daysOf(work(1, { on: '2026-01-10', hours: 0 })).get(january)).toMatchObject({ worked: 0, entries: 1 })
  })

  test('that is taken out of a day leaves the other days of its engagement', () => {
    const [first, second] = [work(1, { on: '2026-01-10', hours: 1 }), work(2, { on: '2026-01-12', hours: 1 })]
    const totals = count(first, second)
    tally(totals, first, -1, ROME, plain)
    expect([...(totals.get(null)?.keys() ?? [])]).toEqual(['2026-01-12'])
  })
})

describe('sums', () => {
  const days = daysOf(
    work(1, { on: '2026-01-31', hours: 1 }),
    work(2, { on: '2026-02-01', hours: 2 }),
    work(3, { on: '2026-02-28', hours: 4, perkId: 'review' }),
    work(4, { on: '2026-03-01', hours: 8 }),
  )
  const between = (from: string, to: string) => totalBetween(days, day(from), day(to))

  test('go from a day up to, not including, another, by month or not', () => {
    expect(between('2026-02-01', '2026-03-01')).toEqual({
      worked: 6 * HOUR,
      charged: 2 * HOUR,
      perks: { review: 4 * HOUR },
      entries: 2,
    })
    expect(between('2026-01-31', '2026-03-02')).toMatchObject({ worked: 15 * HOUR, entries: 4 })
    expect(between('2026-02-02', '2026-02-28')).toMatchObject({ worked: 0, entries: 0 })
    expect(between('2026-01-15', '2026-02-02')).toMatchObject({ worked: 3 * HOUR })
    expect(totalBetween(undefined, day('2026-01-01'), day('2026-12-31'))).toMatchObject({ worked: 0 })
  })

  test('of a month that was asked for follow its days', () => {
    const changing = daysOf(work(1, { on: '2026-01-10', hours: 1 }))
    const month = monthOf(january)
    expect(changing.inMonth(month).worked).toBe(HOUR)
    changing.set(day('2026-01-20'), { worked: 5, charged: 5, perks: {}, entries: 1 })
    expect(changing.inMonth(month).worked).toBe(HOUR + 5)
    changing.delete(january)
    expect(changing.inMonth(month).worked).toBe(5)
    changing.clear()
    expect(changing.inMonth(month).worked).toBe(0)
  })

  test('of several engagements are those of one, also where some keep no months', () => {
    const plainDays = { get: (of: string) => (of === '2026-02-01' ? days.get(day('2026-02-01')) : undefined) }
    const both = sumByDays([days, plainDays])
    expect(both.get(day('2026-02-01'))).toMatchObject({ worked: 4 * HOUR, entries: 2 })
    expect(both.get(day('2026-02-02'))).toBeUndefined()
    expect(both.inMonth?.(monthOf(day('2026-02-01')))).toMatchObject({ worked: 8 * HOUR })
  })

  test('with what the timer has run count it, on its perk where it has one', () => {
    const running = work(5, { on: '2026-02-01', hours: 1, perkId: 'review' })
    expect(withEntry(days, running, ROME, plain).get(day('2026-02-01'))).toEqual({
      worked: 3 * HOUR,
      charged: 2 * HOUR,
      perks: { review: HOUR },
      entries: 2,
    })
  })

  test('say whether there is work on perks', () => {
    expect(hasPerks(between('2026-02-01', '2026-02-28'))).toBe(false)
    expect(hasPerks(between('2026-02-01', '2026-03-01'))).toBe(true)
  })
})
