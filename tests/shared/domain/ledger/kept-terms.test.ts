import { expect, test } from 'vitest'
import { unkept } from '#shared/domain/ledger/kept-terms.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { agreement, daysFrom, testId } from '#tests/support/agreements.ts'
import { closed } from '#tests/support/closings.ts'

const renewing: Partial<Agreement> = { term: { periods: 3, atEnd: 'renews' }, rollover: { periods: null, cap: null } }
const version = (from: string, fee = 100_000, included = 600) => ({ from: day(from), fee: minor(fee), included })
const topUp = (on: string) => ({ id: testId(9), on: day(on), amount: 60, price: minor(0), reason: 'Wait' })

/** The first day of the first closed period that does not keep its terms; of two months that are closed. */
function broken(before: Partial<Agreement>, after: Partial<Agreement>, count = 2): string | null {
  const was = agreement(before)
  const closings = closed(was, { days: daysFrom([], was) }, count)
  // The order in which they were written down says nothing.
  return unkept([...closings.values()].toReversed(), was, agreement({ ...before, ...after }))?.start ?? null
}

test.each<[says: string, before: Partial<Agreement>, after: Partial<Agreement>, expected: string | null]>([
  ['nothing new', {}, {}, null],
  ['another notice', {}, { noticeDays: 90, alerts: [50] }, null],
  ['terms from the first open period on', {}, { versions: [version('2026-01-01'), version('2026-03-01', 1)] }, null],
  ['a fee', {}, { versions: [version('2026-01-01', 99_999)] }, '2026-01-01'],
  ['an amount', {}, { versions: [version('2026-01-01'), version('2026-02-01', 100_000, 601)] }, '2026-02-01'],
  ['a rate', {}, { listRate: minor(10_001) }, '2026-01-01'],
  ['another way with what is over', {}, { overage: { policy: 'absorb' } }, '2026-01-01'],
  ['another start', {}, { startsOn: day('2026-01-02'), versions: [version('2026-01-02')] }, '2026-01-01'],
  ['another basis', {}, { basis: 'access' }, '2026-01-01'],
  ['another currency', {}, { currency: 'USD' }, '2026-01-01'],
  ['a top-up in a closed period', {}, { topUps: [topUp('2026-02-28')] }, '2026-02-01'],
  ['a top-up in the first open one', {}, { topUps: [topUp('2026-03-01')] }, null],
  ['an end within a closed period', {}, { endsOn: day('2026-02-27') }, '2026-02-01'],
  ['an end with the last closed one', {}, { endsOn: day('2026-02-28') }, null],
  [
    'going on past the last',
    { term: { periods: 2, atEnd: 'ends' } },
    { term: { periods: 3, atEnd: 'ends' } },
    '2026-02-01',
  ],
  ['a longer term', {}, { term: { periods: 24, atEnd: 'ends' } }, null],
  ['a term that lapses with a closed one', renewing, { term: { periods: 2, atEnd: 'renews' } }, '2026-02-01'],
  ['a term that lapses with an open one', renewing, { term: { periods: 4, atEnd: 'renews' } }, null],
  ['an end with the last one, of what is kept to the term’s end', renewing, { endsOn: day('2026-02-28') }, null],
])('%s', (_says, before, after, expected) => expect(broken(before, after)).toBe(expected))

test('a term that lapsed with a closed period lapses with it still', () => {
  const shorter = { ...renewing, term: { periods: 2, atEnd: 'renews' } } as const
  expect(broken(shorter, { term: { periods: 3, atEnd: 'renews' } })).toBe('2026-02-01')
  expect(broken({ ...shorter, rollover: null }, { term: { periods: 3, atEnd: 'renews' } })).toBeNull()
})

test('nothing is closed, nothing is kept', () => {
  expect(broken({}, { basis: 'access', startsOn: day('2025-01-01') }, 0)).toBeNull()
})
