import { describe, expect, test } from 'vitest'
import type { Signed } from '#shared/domain/income/outlook.ts'
import { coverOf, withOneMore, withoutLargest } from '#shared/domain/income/what-if.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { agreement } from '#tests/support/agreements.ts'

const today = day('2026-01-15')
/** A retainer at so much a month for so many months from January 2026. */
const signed = (clientId: string, fee: number, periods = 12, from = '2026-01-01'): Signed => ({
  clientId,
  agreement: agreement({
    startsOn: day(from),
    term: { periods, atEnd: 'ends' },
    versions: [{ from: day(from), fee: minor(fee * 100), included: 600 }],
  }),
})
const three = [signed('a', 500), signed('b', 500), signed('c', 1000, 3)]

describe('what is covered', () => {
  test('of the target this month, all twelve, and for how long', () => {
    const cover = coverOf(three, 160_000, today)
    expect(cover.months.map(({ basisPoints }) => basisPoints)).toEqual([
      12_500, 12_500, 12_500, 6250, 6250, 6250, 6250, 6250, 6250, 6250, 6250, 6250,
    ])
    expect(cover.months[3]).toMatchObject({ month: '2026-04', guaranteed: 100_000 })
    // 15,000 of 19,200.
    expect(cover).toMatchObject({ basisPoints: 7813, monthsCovered: 2, largestClientShareBasisPoints: 4000 })
  })

  test('a target that is met to the cent is covered', () => {
    expect(coverOf(three, 100_000, today).monthsCovered).toBe(11)
    expect(coverOf(three, 100_001, today).monthsCovered).toBe(2)
  })

  test('without a target nothing can be', () => {
    const cover = coverOf(three, 0, today)
    expect(cover).toMatchObject({ basisPoints: null, monthsCovered: 0 })
    expect(cover.months[0]).toMatchObject({ guaranteed: 200_000, basisPoints: null })
  })
})

test('one more retainer: the months it covers, and the largest client is less of it', () => {
  const { before, after } = withOneMore(three, signed('', 600, 6, '2026-02-01').agreement, 160_000, today)
  expect(before).toEqual(coverOf(three, 160_000, today))
  expect(before.monthsCovered).toBe(2)
  expect(after.monthsCovered).toBe(6)
  expect(after.months.map(({ guaranteed }) => guaranteed / 100)).toEqual([
    2000, 2600, 2600, 1600, 1600, 1600, 1600, 1000, 1000, 1000, 1000, 1000,
  ])
  // 18,600 of 19,200.
  expect(after).toMatchObject({ basisPoints: 9688, largestClientShareBasisPoints: 3226 })
})

describe('losing the largest client', () => {
  test('takes all that is theirs', () => {
    const all = [...three, signed('c', 400)]
    // c brings 3,000 and 4,800.
    const lost = withoutLargest(all, 160_000, today)
    expect(lost?.clientId).toBe('c')
    expect(lost?.before.monthsCovered).toBe(2)
    expect(lost?.after).toEqual(coverOf(three.slice(0, 2), 160_000, today))
    expect(lost?.after).toMatchObject({ monthsCovered: 0, basisPoints: 6250, largestClientShareBasisPoints: 5000 })
  })

  test('of two that bring as much the first; what is past does not count', () => {
    expect(withoutLargest(three, 160_000, today)?.clientId).toBe('a')
    const old = signed('old', 9000, 3, '2025-10-01')
    expect(withoutLargest([old, ...three], 160_000, today)?.clientId).toBe('a')
    const far = signed('far', 9000, 3, '2027-01-01')
    expect(withoutLargest([far, ...three], 160_000, today)?.clientId).toBe('a')
    const thisMonth = signed('now', 9000, 1)
    expect(withoutLargest([thisMonth, ...three], 160_000, today)?.clientId).toBe('now')
    const within = signed('within', 9000, 3, '2026-12-01')
    expect(withoutLargest([within, ...three], 160_000, today)?.clientId).toBe('within')
  })

  test('there is none where nothing is to come', () => {
    expect(withoutLargest([], 160_000, today)).toBeNull()
    expect(withoutLargest([signed('a', 500, 3, '2025-10-01')], 160_000, today)).toBeNull()
  })
})
