import { describe, expect, test } from 'vitest'
import { deedEffect, renewalEffect } from '#shared/domain/deed-effect.ts'
import { renewed } from '#shared/domain/renewal.ts'
import { withPause } from '#shared/domain/versions.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { agreement, daysFrom, testId, work } from '#tests/support/agreements.ts'
import { closed } from '#tests/support/closings.ts'

const HOUR = 3600
const worked = (...all: [on: string, hours: number][]) => ({
  days: daysFrom(
    all.map(([on, hours], index) => work(index, { on, hours })),
    agreement(),
  ),
})
const topUp = { id: testId(9), on: day('2026-02-10'), amount: 120, price: minor(18_000), reason: '' }
const effectOn = (today: string, now: Partial<Agreement>, before: Partial<Agreement> = {}, done = worked()) =>
  deedEffect(agreement(before), agreement({ ...before, ...now }), done, day(today))

describe('what is left to use', () => {
  test('is of the period that today lies in: what was carried and granted, less what was used', () => {
    const done = worked(['2026-01-10', 6], ['2026-02-10', 3])
    const rolling: Partial<Agreement> = { rollover: { periods: 1, cap: null } }
    expect(effectOn('2026-02-15', { topUps: [topUp] }, rolling, done).left).toEqual({
      before: 11 * HOUR,
      after: 13 * HOUR,
    })
  })

  test('is nothing where all is used up, whatever is over', () => {
    const done = worked(['2026-02-10', 11])
    expect(effectOn('2026-02-15', { topUps: [topUp] }, {}, done).left).toEqual({ before: 0, after: HOUR })
  })

  test('is never less than nothing: what the next period is borrowed from is not left of this one', () => {
    const done = worked(['2026-02-10', 14])
    const borrowing: Partial<Agreement> = { overage: { policy: 'borrow' }, rollover: { periods: 1, cap: null } }
    expect(effectOn('2026-02-15', { topUps: [topUp] }, borrowing, done).left).toEqual({
      before: 6 * HOUR,
      after: 8 * HOUR,
    })
    expect(effectOn('2026-01-15', {}, borrowing, worked(['2026-01-10', 14])).left).toEqual({ before: 0, after: 0 })
  })

  test('has less of a closed period carried in where work was found of it since', () => {
    const rolling: Partial<Agreement> = { rollover: { periods: 1, cap: null } }
    const closings = closed(agreement(rolling), worked(['2026-01-10', 6]), 1)
    const done = { ...worked(['2026-01-10', 6], ['2026-01-31', 3]), closings }
    // 10 h and 4 h carried as reported, less the 3 h that came after it.
    expect(effectOn('2026-02-15', { topUps: [topUp] }, rolling, done).left).toEqual({
      before: 11 * HOUR,
      after: 13 * HOUR,
    })
  })

  test('is not known before the start, after the end, or where only one of the two has a period', () => {
    expect(effectOn('2025-12-31', {}).left).toBeNull()
    expect(effectOn('2027-01-01', {}).left).toBeNull()
    expect(effectOn('2026-12-31', {}).left).toEqual({ before: 10 * HOUR, after: 10 * HOUR })
    expect(effectOn('2026-03-15', { endsOn: day('2026-02-28') }).left).toBeNull()
    expect(effectOn('2026-03-15', {}, { endsOn: day('2026-02-28') }).left).toBeNull()
    expect(effectOn('2026-03-15', { endsOn: null }, { endsOn: day('2026-02-28') }).left).toBeNull()
  })
})

describe('what the period that runs comes to', () => {
  test('is nothing where it is paused, and what was worked in it is past what is included', () => {
    const bills: Partial<Agreement> = { overage: { policy: 'bill', rate: minor(12_000) } }
    const before = agreement(bills)
    const versions = withPause(before.versions, { from: day('2026-02-01'), to: day('2026-04-01') })
    const effect = effectOn('2026-02-15', { versions }, bills, worked(['2026-02-10', 3]))
    expect([effect.fee, effect.overage]).toEqual([
      { before: 100_000, after: 0 },
      { before: 0, after: 36_000 },
    ])
    expect(effect.left).toEqual({ before: 7 * HOUR, after: 0 })
  })

  test('is the part of it that is left of a term that ends in it, before today too', () => {
    const done = worked(['2026-03-05', 8])
    const early = effectOn('2026-03-20', { endsOn: day('2026-03-15') }, {}, done)
    // 15 of 31 days: 4 h 50 min for 483.87; 3 h 10 min at 100 an hour are past that.
    expect([early.fee, early.overage, early.left]).toEqual([
      { before: 100_000, after: 48_387 },
      { before: 0, after: 31_667 },
      null,
    ])
    expect(effectOn('2026-03-20', { endsOn: day('2026-02-28') }, {}, done).fee).toEqual({ before: 100_000, after: 0 })
    expect(effectOn('2025-12-31', {}).fee).toBeNull()
  })
})

describe('the periods before', () => {
  const open: Partial<Agreement> = { term: { periods: 12, atEnd: 'open' } }

  test('are told where what is dated back makes them another', () => {
    const goodwill = { ...topUp, on: day('2026-01-31'), amount: 150, price: minor(0), reason: 'Sorry' }
    const effect = effectOn('2026-02-15', { topUps: [goodwill] }, open, worked(['2026-01-10', 12.5]))
    expect(effect.earlier).toEqual({ fee: { before: 100_000, after: 100_000 }, overage: { before: 25_000, after: 0 } })
    expect(effect.overage).toEqual({ before: 0, after: 0 })
  })

  test('are all of them that an end on a day that is gone leaves less of, or nothing', () => {
    const effect = effectOn('2026-05-20', { endsOn: day('2026-03-15') }, open, worked(['2026-03-20', 12]))
    // March and April come to 2,000 and 200 past the hours; 15 of March's 31 days are left.
    expect(effect.earlier).toEqual({ fee: { before: 200_000, after: 48_387 }, overage: { before: 20_000, after: 0 } })
    expect(effect.fee).toEqual({ before: 100_000, after: 0 })
  })

  test('are none where nothing of theirs changes', () => {
    expect(effectOn('2026-02-15', { topUps: [topUp] }, open, worked(['2026-01-10', 12])).earlier).toBeNull()
  })
})

describe('the fees ahead', () => {
  const open: Partial<Agreement> = { term: { periods: 12, atEnd: 'open' } }

  test('are those of the periods that begin within twelve months, from today’s on', () => {
    // From 1 March 2026 to 1 February 2027.
    expect(effectOn('2026-03-01', { endsOn: day('2026-05-31') }, open).feesAhead).toEqual({
      before: 1_200_000,
      after: 300_000,
    })
    // March has begun; the twelfth is March of the year after.
    expect(effectOn('2026-03-02', { endsOn: day('2026-05-31') }, open).feesAhead).toEqual({
      before: 1_200_000,
      after: 200_000,
    })
  })

  test('are prorated as in the ledger', () => {
    expect(effectOn('2026-03-02', { endsOn: day('2026-04-15') }, open).feesAhead.after).toBe(50_000)
  })
})

test('the last day is the term’s, or that of an end that was agreed on; none while it stays open', () => {
  const open: Partial<Agreement> = { term: { periods: 12, atEnd: 'open' } }
  expect(effectOn('2026-03-01', { endsOn: day('2026-05-31') }, open).lastDay).toEqual({
    before: null,
    after: '2026-05-31',
  })
  expect(effectOn('2026-03-01', { endsOn: day('2026-05-31') }).lastDay).toEqual({
    before: '2026-12-31',
    after: '2026-05-31',
  })
})

describe('the next term', () => {
  test('adds its fees to those ahead, and ends on its own last day; what is left now stays', () => {
    const before = agreement({ term: { periods: 12, atEnd: 'ends' } })
    const next = renewed(before, day('2027-01-01'), { periods: 6, atEnd: 'ends' })
    // November and December are left of the year, all six months of the next term lie within twelve months.
    expect(renewalEffect(before, next, day('2026-10-22'))).toEqual({
      left: null,
      fee: null,
      earlier: null,
      overage: null,
      feesAhead: { before: 200_000, after: 800_000 },
      lastDay: { before: '2026-12-31', after: '2027-06-30' },
    })
  })
})
