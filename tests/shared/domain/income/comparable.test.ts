import { expect, test } from 'vitest'
import type { IncomeMonth } from '#shared/domain/income/by-month.ts'
import { comparable } from '#shared/domain/income/comparable.ts'
import { largestOf, steadiness, variationOf } from '#shared/domain/income/steadiness.ts'
import type { Month } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { testId } from '#tests/support/agreements.ts'

const none = { guaranteed: minor(0), expected: minor(0), variable: minor(0), hourly: minor(0), estimate: minor(0) }
const [own, abroad] = [testId(1), testId(2)]
const part = (month: string, engagementId: string, amount: number, was?: string) => ({
  engagementId,
  month,
  amount,
  kind: 'guaranteed',
  isEarned: month < '2026-10',
  source: { what: 'estimate' },
  ...(was === undefined ? {} : { was: { amount, currency: was } }),
})

/** A thousand of one's own a month, and as much from abroad where there is a rate. */
const monthOf = (month: string, rate: 'given' | 'missing' | 'none asked'): IncomeMonth =>
  ({
    month,
    sums: none,
    parts: [part(month, own, 1000), ...(rate === 'given' ? [part(month, abroad, 1000, 'USD')] : [])],
    ...(rate === 'missing' ? { missing: [{ month, currency: 'USD' }] } : {}),
  }) as never

const whose = (id: string) => id as never
const names = (months: readonly IncomeMonth[]): string[] => months.map(({ month }) => month)

test('a month that lacks a rate which others have is left out and named, and is no fall', () => {
  const months = [
    monthOf('2026-05', 'given'),
    monthOf('2026-06', 'missing'),
    monthOf('2026-07', 'given'),
    monthOf('2026-08', 'given'),
  ]
  expect(names(comparable(months).months)).toEqual(['2026-05', '2026-07', '2026-08'])
  expect(variationOf(months)).toMatchObject({
    mean: 2000,
    basisPoints: 0,
    without: { currencies: [], months: ['2026-06'] },
  })
  const { behind } = steadiness(months, '2026-10' as Month, null, whose)
  expect(behind.clients.map(({ basisPoints }) => basisPoints)).toEqual([5000, 5000])
  expect(behind.without.months).toEqual(['2026-06'])
})

test('a currency without any rate is left out of all months and named, and the rest is compared', () => {
  const months = ['2026-06', '2026-07', '2026-08'].map((month) => monthOf(month, 'missing'))
  expect(comparable(months)).toEqual({ months, without: { currencies: ['USD'], months: [] } })
  expect(variationOf(months)).toMatchObject({ mean: 1000, without: { currencies: ['USD'], months: [] } })
})

test('where too few months are left nothing is compared', () => {
  const months = [monthOf('2026-06', 'given'), monthOf('2026-07', 'missing'), monthOf('2026-08', 'given')]
  expect(variationOf(months)).toBeNull()
  expect(variationOf([])).toBeNull()
  expect(comparable([monthOf('2026-06', 'none asked')]).without).toEqual({ currencies: [], months: [] })
})

test('the largest client is that of what is to come; where nothing is, that of what came', () => {
  const months = [monthOf('2026-08', 'given'), monthOf('2026-09', 'given'), monthOf('2026-10', 'none asked')]
  expect(largestOf(steadiness(months, '2026-10' as Month, null, whose))).toEqual({
    clientId: own,
    amount: 1000,
    basisPoints: 10_000,
  })
  expect(largestOf(steadiness(months, '2026-11' as Month, null, whose))?.basisPoints).toBe(6000)
  // Of what is to come only fees are shared out: hours that lack a rate are not left out of it.
  const ahead = monthOf('2026-10', 'missing')
  const without = (month: IncomeMonth) => steadiness([month], '2026-10' as Month, null, whose).ahead.without
  expect(without(ahead).currencies).toEqual([])
  expect(without({ ...ahead, missingFees: ahead.missing ?? [] }).currencies).toEqual(['USD'])
  expect(largestOf(steadiness([], '2026-11' as Month, null, whose))).toBeNull()
})
