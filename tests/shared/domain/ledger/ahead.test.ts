import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isComparable, ledgerAhead, usualUnder, usualUse } from '#shared/domain/ledger/ahead.ts'
import { courseOf, ledger } from '#shared/domain/ledger/ledger.ts'
import { withPause, withTerms } from '#shared/domain/versions.ts'
import { addMonths, day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { agreement, daysFrom, work } from '#tests/support/agreements.ts'

const HOUR = 3600
const open: Partial<Agreement> = { term: { periods: 12, atEnd: 'open' } }
const worked = (...all: [on: string, hours: number][]) => ({
  days: daysFrom(
    all.map(([on, hours], index) => work(index, { on, hours })),
    agreement(),
  ),
})
const today = day('2026-05-20')
const usualOf = (terms: Agreement, done: ReturnType<typeof worked>, on = today) =>
  usualUse(terms, ledger(terms, done, on), on)

describe('what is usual', () => {
  const history = worked(['2026-01-10', 4], ['2026-02-10', 8], ['2026-03-10', 9], ['2026-05-10', 20])

  test('is the mean of the months that are over, to the minute', () => {
    expect(usualOf(agreement(open), history)).toEqual({
      amount: (21 * HOUR) / 4,
      own: (21 * HOUR) / 4,
      perks: [],
      periods: 4,
    })
    expect(usualOf(agreement(open), worked(['2026-01-10', 0.33]))).toMatchObject({ amount: 300, periods: 4 })
  })

  test('leaves out what was paused and what is a part of a month; without a month there is nothing to go by', () => {
    const versions = withPause(agreement(open).versions, { from: day('2026-04-01'), to: day('2026-05-01') })
    expect(usualOf(agreement({ ...open, versions }), history)).toMatchObject({ amount: 7 * HOUR, periods: 3 })
    const late = agreement({ ...open, startsOn: day('2026-04-16') })
    expect(usualOf(late, history)).toEqual({ amount: 0, own: 0, perks: [], periods: 0 })
  })

  test('is that of the last half year; of a year the last one', () => {
    const long = worked(['2025-11-10', 60], ['2026-01-10', 6])
    const since = agreement({ ...open, startsOn: day('2025-01-01') })
    expect(usualOf(since, long)).toMatchObject({ amount: 11 * HOUR, periods: 6 })
    const yearly = { ...since, period: { every: 'year' as const, anchor: 'calendar' as const } }
    expect(usualOf(yearly, long)).toMatchObject({ amount: 60 * HOUR, periods: 1 })
  })
})

describe('of other terms', () => {
  const by = (every: 'month' | 'quarter' | 'year', more: Partial<Agreement> = {}): Agreement =>
    agreement({ ...open, ...more, period: { every, anchor: 'calendar' } })
  const usual = { amount: 8 * HOUR, own: 7 * HOUR, perks: [{ id: 'care', seconds: HOUR, times: 2 }], periods: 4 }

  test('a quarter has three times a month’s use, and a month its share', () => {
    const ofQuarter = usualUnder(by('quarter'), by('month'), usual)
    expect(ofQuarter).toEqual({
      amount: 24 * HOUR,
      own: 21 * HOUR,
      perks: [{ id: 'care', seconds: 3 * HOUR, times: 6 }],
      periods: 4,
    })
    expect(usualUnder(by('month'), by('quarter'), ofQuarter)).toEqual(usual)
    expect(usualUnder(by('month'), by('month'), usual)).toBe(usual)
  })

  test('time is no units and units are no time; of availability the work is what would be drawn', () => {
    const units = by('month', { basis: 'deliverables' })
    const nothing = { amount: 0, own: 0, perks: [], periods: 0 }
    expect([usualUnder(units, by('month'), usual), usualUnder(by('month'), units, usual)]).toEqual([nothing, nothing])
    expect(usualUnder(by('month'), by('month', { basis: 'access' }), usual)).toBe(usual)
  })

  test('two can be set side by side that count the same over the same periods', () => {
    expect(isComparable(by('month'), by('month', { noticeDays: 5 }))).toBe(true)
    expect(isComparable(by('month'), by('quarter'))).toBe(false)
    expect(isComparable(by('month'), by('month', { basis: 'deliverables' }))).toBe(false)
  })
})

describe('the periods to come', () => {
  const usual = { amount: 8 * HOUR, own: 8 * HOUR, perks: [], periods: 4 }
  const rolling: Partial<Agreement> = { ...open, rollover: { periods: 1, cap: 300 } }

  test('are paid, used and carried as the terms have it from a day on, the period that runs filled up first', () => {
    // Of May 3 h are used, 5 more are expected: 2 h are carried into June, and 2 of each month after it.
    const rows = ledgerAhead(agreement(rolling), worked(['2026-05-10', 3]), day('2026-06-01'), today, usual)
    expect(rows.map(({ period }) => period.start)).toEqual(
      Array.from({ length: 6 }, (_, index) => addMonths(day('2026-06-01'), index)),
    )
    expect(rows[0]).toMatchObject({ fee: 100_000, opening: 5 * HOUR, used: 8 * HOUR, carriedOut: 5 * HOUR })
  })

  test('change where terms do: fee, included time, what is over and what it costs', () => {
    const bills = agreement({ ...open, overage: { policy: 'bill', rate: minor(12_000) } })
    const less = {
      ...bills,
      versions: withTerms(bills.versions, day('2026-08-01'), { fee: minor(60_000), included: 360 }),
    }
    const rows = ledgerAhead(less, worked(), day('2026-07-01'), today, usual)
    expect(
      rows.slice(0, 2).map(({ fee, granted, overage, overageAmount }) => [fee, granted, overage, overageAmount]),
    ).toEqual([
      [100_000, 10 * HOUR, 0, 0],
      [60_000, 6 * HOUR, 2 * HOUR, 24_000],
    ])
  })

  test('are neither paid nor worked in a pause, and end with the term', () => {
    const terms = agreement({ term: { periods: 8, atEnd: 'ends' } })
    const versions = withPause(terms.versions, { from: day('2026-06-01'), to: day('2026-07-01') })
    const rows = ledgerAhead({ ...terms, versions }, worked(), day('2026-06-01'), today, usual)
    expect(rows.map(({ fee, used }) => [fee, used])).toEqual([
      [0, 0],
      [100_000, 8 * HOUR],
      [100_000, 8 * HOUR],
    ])
    expect(ledgerAhead(terms, worked(), day('2026-09-01'), day('2026-09-20'), usual)).toEqual([])
  })

  test('count what is told for them already; of units as of hours', () => {
    const units = agreement({
      ...open,
      basis: 'deliverables',
      versions: [{ from: day('2026-01-01'), fee: minor(1), included: 4 }],
    })
    const done = { ...worked(), deliveries: [{ day: day('2026-06-05'), units: 5 }] }
    const rows = ledgerAhead(units, done, day('2026-06-01'), today, { ...usual, amount: 3, own: 3 })
    expect(rows.map(({ used }) => used)).toEqual([5, 3, 3, 3, 3, 3])
  })

  test('have perks used as they were: what their quota covers draws on nothing, and another quota shows what it changes', () => {
    const perk = { id: 'care', name: 'Care', minutes: 30, count: null, value: minor(0) }
    const terms = agreement({ ...open, perks: [perk] })
    const on = (month: number, hours: number, id?: string) =>
      work(month, { on: `2026-0${month}-10`, hours, ...(id ? { perkId: id } : {}) })
    const months = [1, 2, 3, 4]
    const done = {
      days: daysFrom(
        months.flatMap((month) => [on(month, 8), on(month, 0.75, 'care')]),
        terms,
      ),
    }
    const found = usualUse(terms, ledger(terms, done, today), today)
    expect(found).toMatchObject({ amount: 8.25 * HOUR, own: 8 * HOUR, perks: [{ id: 'care', seconds: 2700 }] })
    const used = (agreed: Agreement) => {
      const rows = ledgerAhead(agreed, done, day('2026-06-01'), today, found)
      return [...new Set(rows.map((row) => row.used / HOUR))]
    }
    expect(used(terms)).toEqual([8.25])
    expect(used({ ...terms, perks: [{ ...perk, minutes: 60 }] })).toEqual([8])
    expect(used({ ...terms, perks: [] })).toEqual([8.75])
  })

  test('have a perk that is counted used as often as it was, and at least once', () => {
    const perk = { id: 'call', name: 'Call', minutes: null, count: 1, value: minor(0) }
    const terms = agreement({ ...open, perks: [perk] })
    const calls = [1, 2, 3, 4].map((month) => work(month, { on: `2026-0${month}-10`, hours: 1, perkId: 'call' }))
    const done = {
      days: daysFrom(calls, terms),
      deliveries: [1, 2, 3, 4].flatMap((month) =>
        [1, 2].map(() => ({ day: day(`2026-0${month}-10`), units: 1, perkId: 'call' })),
      ),
    }
    const found = usualUse(terms, ledger(terms, done, today), today)
    expect(found.perks).toEqual([{ id: 'call', seconds: HOUR, times: 2 }])
    const rows = ledgerAhead(terms, done, day('2026-06-01'), today, found)
    // Half of the uses are agreed.
    expect([...new Set(rows.map((row) => row.used))]).toEqual([HOUR / 2])
    const rare = { ...done, deliveries: done.deliveries.slice(0, 1) }
    expect(usualUse(terms, ledger(terms, rare, today), today).perks).toMatchObject([{ times: 1 }])
  })

  test('are the same whether the past is worked out again or not, and keep the ledger’s equation', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 5 })
    const policy = fc.constantFrom('bill' as const, 'absorb' as const, 'borrow' as const)
    fc.assert(
      fc.property(hours, policy, fc.integer({ min: 0, max: 20 }), (months, overage, each) => {
        const terms = agreement({ ...rolling, overage: { policy: overage } })
        const done = worked(...months.map((time, index): [string, number] => [`2026-0${index + 1}-10`, time]))
        const last = courseOf(terms, done, today).at(-1)
        if (!last) throw new Error('May runs')
        const stood = { agreement: terms, start: last.row.period.start, handed: last.before }
        const use = { ...usual, amount: each * HOUR, own: each * HOUR }
        const rows = ledgerAhead(terms, done, day('2026-06-01'), today, use)
        expect(ledgerAhead(terms, { ...done, stood }, day('2026-06-01'), today, use)).toEqual(rows)
        for (const row of rows)
          expect(row.opening + row.granted + row.overage).toBe(row.used + row.expired + row.dropped + row.carriedOut)
      }),
      { numRuns: 30 },
    )
  })
})
