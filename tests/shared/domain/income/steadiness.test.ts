import { expect, test } from 'vitest'
import type { IncomeMonth } from '#shared/domain/income/by-month.ts'
import { clientShares, steadiness } from '#shared/domain/income/steadiness.ts'
import type { Month } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { testId } from '#tests/support/agreements.ts'

const none = { guaranteed: minor(0), expected: minor(0), variable: minor(0), hourly: minor(0), estimate: minor(0) }
const ofThousand = (month: string): IncomeMonth => ({
  month: month as Month,
  sums: { ...none, guaranteed: minor(100_000) },
  parts: [],
})
const clientOf = () => testId(1)

test('without a target, or with none to reach, nothing is compared', () => {
  const all = ['2026-10', '2026-11', '2026-12'].map(ofThousand)
  const of = (target: number | null) => steadiness(all, '2026-10' as Month, target, clientOf)
  expect(of(null)).toMatchObject({ coverageBasisPoints: null, covered: [], firstShort: null })
  expect(of(0)).toMatchObject({ coverageBasisPoints: null, firstShort: null })
  expect(of(0).covered).toHaveLength(2)
  expect(of(1)).toMatchObject({ coverageBasisPoints: 1_000_000_000, firstShort: null })
  expect(steadiness(all, '2027-06' as Month, 80_000, clientOf)).toMatchObject({
    coverageBasisPoints: 0,
    covered: [],
    firstShort: null,
  })
})

test('the clients’ shares: the largest first, what nobody knows left out, and none of nothing', () => {
  const part = (engagementId: string, amount: number) => ({ engagementId, amount }) as never
  const owner = (id: string) => (id === 'lost' ? undefined : (id.slice(0, 1) as never))
  expect(clientShares([part('a1', 100), part('b1', 500), part('a2', 200), part('lost', 900)], owner)).toEqual([
    { clientId: 'b', amount: 500, basisPoints: 6250 },
    { clientId: 'a', amount: 300, basisPoints: 3750 },
  ])
  expect(clientShares([part('a1', 100), part('b1', -100)], owner)).toEqual([
    { clientId: 'a', amount: 100, basisPoints: 0 },
    { clientId: 'b', amount: -100, basisPoints: 0 },
  ])
  expect(clientShares([], owner)).toEqual([])
})
