import { expect, test } from 'vitest'
import { nextTerm, renewed } from '#shared/domain/renewal.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { agreement, testId } from '#tests/support/agreements.ts'

const quarterly: Partial<Agreement> = { period: { every: 'quarter', anchor: 'calendar' } }
const yearly: Partial<Agreement> = { period: { every: 'year', anchor: 'calendar' } }

test.each<[says: string, of: Partial<Agreement>, periods: number]>([
  ['a trial leads to six', { trial: true, term: { periods: 2, atEnd: 'ends' } }, 6],
  ['a trial leads to what was agreed', { trial: true, leadsTo: 4, term: { periods: 2, atEnd: 'ends' } }, 4],
  ['only of a trial is that asked', { leadsTo: 4, term: { periods: 6, atEnd: 'ends' } }, 12],
  ['three lead to six', { term: { periods: 3, atEnd: 'ends' } }, 6],
  ['six lead to twelve', { term: { periods: 6, atEnd: 'ends' } }, 12],
  ['seven lead to twelve', { term: { periods: 7, atEnd: 'ends' } }, 12],
  ['twelve stay twelve', { term: { periods: 12, atEnd: 'ends' } }, 12],
  ['a quarter’s trial leads to half a year', { trial: true, ...quarterly, term: { periods: 1, atEnd: 'ends' } }, 2],
  ['two quarters lead to four', { ...quarterly, term: { periods: 2, atEnd: 'ends' } }, 4],
  ['four quarters stay four', { ...quarterly, term: { periods: 4, atEnd: 'ends' } }, 4],
  ['a year stays a year', { ...yearly, term: { periods: 1, atEnd: 'ends' } }, 1],
  ['a year’s trial leads to a year', { trial: true, ...yearly, term: { periods: 1, atEnd: 'ends' } }, 1],
  ['twenty-four stay what they are', { term: { periods: 24, atEnd: 'ends' } }, 24],
])('%s', (_says, of, periods) => expect(nextTerm(agreement(of))).toEqual({ periods, atEnd: 'ends' }))

test('what happens at the end stays as it is', () => {
  expect(nextTerm(agreement({ term: { periods: 6, atEnd: 'renews' } })).atEnd).toBe('renews')
})

test('what follows begins on the terms as last agreed, with nothing of the old one’s own', () => {
  const perk = { id: 'review', name: 'Review', minutes: 30, count: null, value: minor(0) }
  const before = agreement({
    trial: true,
    leadsTo: 6,
    endsOn: day('2026-09-30'),
    noticeDays: 15,
    topUps: [{ id: testId(1), on: day('2026-02-01'), amount: 60, price: minor(9000), reason: '' }],
    versions: [
      { from: day('2026-01-01'), fee: minor(100_000), included: 600 },
      {
        from: day('2026-05-01'),
        fee: minor(120_000),
        included: 660,
        listRate: minor(12_000),
        rollover: { periods: 1, cap: 60 },
        overage: { policy: 'absorb' },
        rounding: { mode: 'up', minutes: 6 },
        perks: [perk],
      },
      { from: day('2026-09-01'), fee: minor(0), included: 0, isPause: true },
      { from: day('2026-10-01'), fee: minor(999_999), included: 1 },
    ],
  })
  expect(renewed(before, day('2026-10-01'), { periods: 6, atEnd: 'renews' })).toEqual({
    ...before,
    startsOn: '2026-10-01',
    term: { periods: 6, atEnd: 'renews' },
    endsOn: null,
    trial: false,
    leadsTo: null,
    listRate: 12_000,
    rollover: { periods: 1, cap: 60 },
    overage: { policy: 'absorb' },
    rounding: { mode: 'up', minutes: 6 },
    perks: [perk],
    versions: [{ from: '2026-10-01', fee: 120_000, included: 660 }],
    topUps: [],
  })
})
