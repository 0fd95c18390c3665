import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysForTerms, lastAgreedOn, lastRules, withDatedTerms } from '#shared/domain/dated-terms.ts'
import { periodAt, termsOf } from '#shared/domain/periods.ts'
import { rulesOn } from '#shared/domain/rules.ts'
import { withPause } from '#shared/domain/versions.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { agreementSchema, type Agreement } from '#shared/model/agreement.ts'
import { agreement } from '#tests/support/agreements.ts'

const base: Agreement = agreementSchema.parse({
  ...agreement(),
  startsOn: '2026-01-01',
  period: { every: 'month', anchor: 'calendar' },
  term: { periods: 12, atEnd: 'renews' },
  rollover: { periods: 1, cap: 180 },
  overage: { policy: 'bill', rate: 12_000 },
  versions: [{ from: '2026-01-01', fee: 100_000, included: 600 }],
})
/** The same as a form would write it: all terms from the start on. */
const written = (other: Partial<Agreement>, fee = 100_000, included = 600): Agreement =>
  agreementSchema.parse({ ...base, versions: [{ from: base.startsOn, fee, included }], ...other })

test('only what differs is named, from its day on', () => {
  const after = withDatedTerms(base, written({ rollover: { periods: 1, cap: 300 } }, 120_000), day('2026-06-01'))
  expect(after.versions).toEqual([
    base.versions[0],
    { from: '2026-06-01', fee: 120_000, included: 600, rollover: { periods: 1, cap: 300 } },
  ])
  expect(rulesOn(after, day('2026-05-31')).rollover?.cap).toBe(180)
  expect(rulesOn(after, day('2026-06-01')).overage.rate).toBe(12_000)
})

test('the same terms make no version; those of the last day correct it', () => {
  expect(withDatedTerms(base, written({}), day('2026-06-01'))).toEqual(base)
  const later = withDatedTerms(base, written({}, 120_000), day('2026-06-01'))
  const corrected = withDatedTerms(later, written({}, 130_000), day('2026-06-01'))
  expect(corrected.versions.map(({ from, fee }) => [from, fee])).toEqual([
    ['2026-01-01', 100_000],
    ['2026-06-01', 130_000],
  ])
})

test('what has no date holds for all of it, and the first terms move with the start', () => {
  const after = withDatedTerms(
    base,
    written({
      startsOn: day('2026-02-01'),
      noticeDays: 60,
      versions: [{ from: day('2026-02-01'), fee: minor(100_000), included: 600 }],
    }),
    day('2026-01-01'),
  )
  expect([after.startsOn, after.noticeDays, after.versions.map(({ from }) => from)]).toEqual([
    '2026-02-01',
    60,
    ['2026-02-01'],
  ])
})

test('a raise inside a pause holds when the pause is over, and the last terms are not those of the pause', () => {
  const paused = { ...base, versions: withPause(base.versions, { from: day('2026-06-01'), to: day('2026-08-01') }) }
  expect(lastRules(paused).fee).toBe(100_000)
  expect(lastAgreedOn(paused)).toBe('2026-01-01')
  const raised = withDatedTerms(paused, written({}, 120_000), day('2026-07-01'))
  expect(['2026-06-01', '2026-07-01', '2026-08-01'].map((each) => rulesOn(raised, day(each)).fee)).toEqual([
    0, 0, 120_000,
  ])
})

test('other terms begin with a period that is not closed', () => {
  expect(daysForTerms(base, day('2026-11-15'), null)).toEqual([
    '2026-01-01',
    ...Array.from({ length: 13 }, (_, index) => periodAt(base, 10 + index)?.start),
  ])
  expect(daysForTerms(base, day('2026-11-15'), day('2026-11-30'))[0]).toBe('2026-12-01')
  const ends = { ...base, term: { ...base.term, atEnd: 'ends' as const } }
  expect(daysForTerms(ends, day('2026-11-15'), day('2026-10-31'))).toEqual(['2026-11-01', '2026-12-01'])
  expect(daysForTerms(base, day('2025-11-15'), null)[0]).toBe('2026-01-01')
})

test('terms from a day on change no period before it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), fc.nat(500_000), fc.nat(6000), (index, fee, included) => {
      const period = periodAt(base, index)
      if (!period) throw new Error('the term renews')
      const after = withDatedTerms(base, written({}, fee, included), period.start)
      for (let at = 0; at < 24; at += 1) {
        const each = periodAt(after, at)
        if (!each) throw new Error('the term renews')
        const expected = at < index ? { fee: 100_000, included: 600 } : { fee, included }
        expect(termsOf(after, each)).toMatchObject(expected)
      }
    }),
    { numRuns: 1000 },
  )
})
