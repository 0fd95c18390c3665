import { describe, expect, test } from 'vitest'
import { beforeAndAfter, retainedSince } from '#shared/domain/income/before-and-after.ts'
import type { IncomeMonth } from '#shared/domain/income/by-month.ts'
import { addToMonth, day, type Month } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { made } from '#shared/model/change.ts'
import { retainerSchema, type Engagement } from '#shared/model/engagement.ts'
import { agreement, testId } from '#tests/support/agreements.ts'
import { bookOf, clientNamed, hourlyFor } from '#tests/support/books.ts'

const none = { guaranteed: minor(0), expected: minor(0), variable: minor(0), hourly: minor(0), estimate: minor(0) }
/** Months that earned so much, one after another. */
const earning = (from: string, ...amounts: number[]): IncomeMonth[] =>
  amounts.map((amount, index) => {
    const month = addToMonth(from as Month, index)
    return {
      month,
      sums: none,
      parts: [
        {
          engagementId: testId(1),
          kind: 'hourly',
          month,
          amount: minor(amount),
          isEarned: true,
          source: { what: 'estimate' },
        },
      ],
    }
  })
const since = '2025-07' as Month
const now = '2025-11' as Month

describe('how steady income was', () => {
  test('on both sides of the first retainer', () => {
    const months = earning('2025-03', 0, 500, 1500, 500, 1000, 1000, 1000, 1000, 9999)
    const { before, after } = beforeAndAfter(months, since, now)
    // From the first month that brought something; today's month is not over.
    expect(before?.months.map(({ month }) => month)).toEqual(['2025-04', '2025-05', '2025-06'])
    expect(before).toMatchObject({ mean: 833, deviation: 471, basisPoints: 5657 })
    expect(after?.months.map(({ month }) => month)).toEqual(['2025-07', '2025-08', '2025-09', '2025-10'])
    expect(after).toMatchObject({ mean: 1000, deviation: 0, basisPoints: 0 })
  })

  test('of twelve months on each side at most', () => {
    const months = earning('2023-01', ...Array.from({ length: 60 }, (_, index) => 100 + index))
    const { before, after } = beforeAndAfter(months, since, '2027-12' as Month)
    expect([before?.months.length, before?.months[0]?.month, before?.months.at(-1)?.month]).toEqual([
      12,
      '2024-07',
      '2025-06',
    ])
    expect([after?.months.length, after?.months[0]?.month, after?.months.at(-1)?.month]).toEqual([
      12,
      '2026-12',
      '2027-11',
    ])
  })

  test('nothing is said of fewer than three months', () => {
    expect(beforeAndAfter(earning('2025-05', 1, 1, 1, 1), since, now)).toEqual({ before: null, after: null })
    expect(beforeAndAfter(earning('2025-04', 0, 0, 0), since, now)).toEqual({ before: null, after: null })
    expect(beforeAndAfter([], since, now)).toEqual({ before: null, after: null })
  })
})

test('the first retainer in a currency, of those that were signed', () => {
  const client = clientNamed('Acme')
  const retainer = (id: number, startsOn: string, more: object = {}, currency = 'EUR'): Engagement =>
    retainerSchema.parse({
      id: testId(id),
      clientId: client.id,
      kind: 'retainer',
      name: '',
      status: 'active',
      agreement: agreement({ startsOn: day(startsOn), currency }),
      ...more,
    })
  const sinceIn = (...all: Engagement[]) =>
    retainedSince(bookOf(made('clients', client), ...all.map((each) => made('engagements', each))), 'EUR')
  const hourly = hourlyFor(client, '')
  expect(sinceIn(hourly)).toBeNull()
  expect(sinceIn(hourly, retainer(1, '2026-03-15'), retainer(2, '2025-02-01', { status: 'ended' }))).toBe('2025-02')
  expect(sinceIn(retainer(2, '2025-02-01'), retainer(1, '2026-03-15'))).toBe('2025-02')
  expect(sinceIn(retainer(1, '2026-03-15'), retainer(2, '2025-01-01', { status: 'proposed' }))).toBe('2026-03')
  expect(sinceIn(retainer(1, '2026-03-15'), retainer(2, '2025-01-01', {}, 'USD'))).toBe('2026-03')
})
