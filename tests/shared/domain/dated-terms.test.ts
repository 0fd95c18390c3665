import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  agreedRules,
  daysForTerms,
  daysOfTerms,
  daysToResume,
  termsAhead,
  withDatedTerms,
} from '#shared/domain/dated-terms.ts'
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
  expect(agreedRules(paused, day('2026-07-15')).fee).toBe(100_000)
  expect(daysOfTerms(paused, day('2026-07-15'))).toEqual(['2026-01-01'])
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

describe('terms that are agreed for later', () => {
  const raised = withDatedTerms(base, written({ rollover: null }, 140_000, 900), day('2026-06-01'))

  test('are not in force before their day, and are told with what they take the place of', () => {
    expect(
      ['2025-11-15', '2026-05-31', '2026-06-01', '2030-01-01'].map((on) => agreedRules(raised, day(on)).fee),
    ).toEqual([100_000, 100_000, 140_000, 140_000])
    const [next, ...more] = termsAhead(raised, day('2026-05-31'))
    expect([next?.from, next?.before.included, next?.rules.included, next?.rules.rollover]).toEqual([
      '2026-06-01',
      600,
      900,
      null,
    ])
    expect(more).toEqual([])
    expect(termsAhead(raised, day('2026-06-01'))).toEqual([])
  })

  test('that lie past the end, or say the same again, are no change', () => {
    const ends = { ...raised, endsOn: day('2026-05-31') }
    expect(termsAhead(ends, day('2026-01-15'))).toEqual([])
    expect(agreedRules(ends, day('2026-07-01')).fee).toBe(100_000)
    const again = {
      ...base,
      versions: [...base.versions, { from: day('2026-06-01'), fee: minor(100_000), included: 600 }],
    }
    expect(termsAhead(again, day('2026-01-15'))).toEqual([])
  })

  test('can be corrected, as those in force can; other terms before them leave them as they are', () => {
    const days = daysForTerms(raised, day('2026-04-10'), null)
    expect(days.slice(0, 3)).toEqual(['2026-01-01', '2026-04-01', '2026-05-01'])
    expect(daysOfTerms(raised, day('2026-04-10'))).toEqual(['2026-01-01', '2026-06-01'])
    const between = withDatedTerms(raised, written({}, 110_000), day('2026-05-01'))
    expect(['2026-04-30', '2026-05-01', '2026-06-01'].map((on) => rulesOn(between, day(on)).fee)).toEqual([
      100_000, 110_000, 140_000,
    ])
  })
})

test('a pause that holds ends with this period or a later one, and never before what is closed', () => {
  const pause = { from: day('2026-03-01'), to: day('2026-07-01') }
  const paused = { ...base, versions: withPause(base.versions, pause) }
  expect(daysToResume(paused, pause, day('2026-05-10'), null)).toEqual(['2026-05-01', '2026-06-01'])
  expect(daysToResume(paused, pause, day('2026-05-10'), day('2026-05-31'))).toEqual(['2026-06-01'])
  expect(daysToResume(paused, pause, day('2026-06-10'), day('2026-06-30'))).toEqual([])
  expect(daysToResume(paused, { ...pause, to: null }, day('2026-05-10'), null)).toHaveLength(13)
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
    { numRuns: 100 },
  )
})
