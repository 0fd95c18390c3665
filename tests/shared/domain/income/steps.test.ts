import { describe, expect, test } from 'vitest'
import { outlook } from '#shared/domain/income/outlook.ts'
import { prospectOf } from '#shared/domain/income/prospect.ts'
import { fallsIn, isCliff, stepsAhead } from '#shared/domain/income/steps.ts'
import { day, type Day, type Month } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { agreement, testId } from '#tests/support/agreements.ts'

const today = day('2026-10-22')
const on = (text: string): Day => day(text)

describe('steps', () => {
  const signed = (...terms: Partial<Agreement>[]) =>
    terms.map((each, index) => ({ id: testId(index), agreement: agreement(each) }))
  const fee = (amount: number, from = '2026-01-01') => [{ from: on(from), fee: minor(amount), included: 600 }]
  const levels = (of: ReturnType<typeof signed>, from = today, to = on('2027-09-30')): string[] =>
    stepsAhead(of, from, to).map((step) => `${step.from} ${step.guaranteed} ${step.expected}`)

  const monthsOf = (of: ReturnType<typeof signed>) =>
    outlook(
      of.map((each) => ({ ...each, clientId: each.id })),
      1,
      today,
    ).months

  test('a term that ends in the middle of a month falls on the next day', () => {
    const of = signed({
      startsOn: on('2026-05-16'),
      term: { periods: 6, atEnd: 'ends' },
      versions: fee(1000, '2026-05-16'),
    })
    expect(levels(of)).toEqual(['2026-10-22 1000 0', '2026-11-16 0 0'])
  })

  test('a quarter’s fee is a third of it a month, and its second month no fall', () => {
    const quarterly = signed({ period: { every: 'quarter', anchor: 'calendar' }, term: { periods: 8, atEnd: 'ends' } })
    expect(levels(quarterly)).toEqual(['2026-10-22 33333 0'])
  })

  test('each fall says why: ended, a trial, a renewal to come, past the notice, paused, less', () => {
    const of = signed(
      { term: { periods: 11, atEnd: 'ends' }, versions: fee(1) },
      { term: { periods: 11, atEnd: 'ends' }, trial: true, versions: fee(2) },
      { term: { periods: 11, atEnd: 'renews' }, versions: fee(4) },
      { term: { periods: 12, atEnd: 'open' }, noticeDays: 30, versions: fee(8) },
      { term: { periods: 24, atEnd: 'ends' }, versions: [...fee(16), ...fee(0, '2026-12-01')] },
      { term: { periods: 24, atEnd: 'ends' }, versions: [...fee(64), ...fee(32, '2026-12-01')] },
    )
    const falls = fallsIn(stepsAhead(of, today, on('2027-03-31')), of)
    expect(falls.map(({ day: fallDay, from, to }) => [fallDay, from, to])).toEqual([['2026-12-01', 95, 32]])
    expect(falls[0]?.causes.map(({ reason, amount }) => [reason, amount])).toEqual([
      ['ends', 1],
      ['trialEnds', 2],
      ['renewal', 4],
      ['notice', 8],
      ['pause', 16],
      ['less', 32],
    ])
  })

  test('a renewal and a notice alone are no cliff', () => {
    const of = signed(
      { term: { periods: 11, atEnd: 'renews' } },
      { term: { periods: 1, atEnd: 'open' }, noticeDays: 0 },
    )
    const falls = fallsIn(stepsAhead(of, today, on('2027-03-31')), of)
    expect(falls.map(isCliff)).toEqual([false, false])
    const ending = signed({ term: { periods: 11, atEnd: 'ends' } })
    expect(fallsIn(stepsAhead(ending, today, on('2027-03-31')), ending).map(isCliff)).toEqual([true])
  })

  test('what begins on the day on which something ends is part of the fall', () => {
    const of = signed(
      { term: { periods: 11, atEnd: 'ends' }, versions: fee(50) },
      { startsOn: on('2026-12-01'), versions: fee(20, '2026-12-01') },
    )
    const [fall] = fallsIn(stepsAhead(of, today, on('2027-03-31')), of)
    expect(fall?.causes.map(({ reason, amount }) => [reason, amount])).toEqual([
      ['ends', 50],
      ['more', -20],
    ])
  })

  test('the prospect is today’s level, what it rises to, and the first fall after that', () => {
    const of = signed(
      { term: { periods: 12, atEnd: 'ends' }, versions: fee(100) },
      { startsOn: on('2026-11-01'), versions: fee(50, '2026-11-01') },
    )
    const steps = stepsAhead(of, today, on('2027-09-30'))
    const prospect = prospectOf(steps, fallsIn(steps, of), of, monthsOf(of))
    expect(prospect).toMatchObject({
      now: { guaranteed: 100 },
      peak: { from: '2026-11-01', guaranteed: 150 },
      fall: { day: '2027-01-01', from: 150, to: 50 },
      stillExpected: 0,
    })
    expect(prospectOf(stepsAhead([], today, today), [], [], monthsOf([]))).toBeNull()
  })

  test('what may come all the same is the fee as it is agreed by then, and nothing in a pause', () => {
    const renews = { term: { periods: 12, atEnd: 'renews' as const } }
    const still = (...versions: Agreement['versions'][number][]): number | undefined => {
      const of = signed({ ...renews, versions: [...fee(1000), ...versions] })
      const steps = stepsAhead(of, today, on('2027-09-30'))
      return prospectOf(steps, fallsIn(steps, of), of, monthsOf(of))?.stillExpected
    }
    expect([still(), still(...fee(600, '2027-01-01')), still(...fee(0, '2027-01-01'))]).toEqual([1000, 600, 0])
  })

  test('in another currency are what they come to at each month’s rate, and nothing where there is none', () => {
    const worth = (amount: number, month: Month) => (month < '2027-03' ? minor(amount / 2) : null)
    const of = signed({ versions: fee(1000), term: { periods: 24, atEnd: 'ends' } }).map((each) => ({ ...each, worth }))
    expect(levels(of)).toEqual(['2026-10-22 500 0', '2027-03-01 0 0'])
  })
})
