import { describe, expect, test } from 'vitest'
import { isKept, ladderOf, type Ladder } from '#shared/domain/ladder.ts'
import { day, type Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { made } from '#shared/model/change.ts'
import { retainerSchema, type Retainer } from '#shared/model/engagement.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { agreement, daysFrom, testId, work } from '#tests/support/agreements.ts'
import { bookOf, clientNamed } from '#tests/support/books.ts'

const trialTerms = { startsOn: day('2026-03-01'), term: { periods: 2, atEnd: 'ends' }, trial: true } as const
const trial = agreement({ ...trialTerms })
const doneOn = (of: Agreement, ...days: string[]) => ({
  days: daysFrom(
    days.map((on, index) => work(index + 1, { on, hours: 1 })),
    of,
  ),
})

describe('a term that was kept', () => {
  const both = ['2026-03-31', '2026-04-01']

  test('ran to its end and had work in each period', () => {
    expect(isKept(trial, doneOn(trial, ...both), day('2026-05-01'))).toBe(true)
    expect(isKept(trial, doneOn(trial, '2026-03-31', '2026-05-01'), day('2026-05-02'))).toBe(false)
    expect(isKept(trial, doneOn(trial, '2026-02-28', '2026-04-30'), day('2026-05-01'))).toBe(false)
  })

  test('is not known before its end', () => {
    expect(isKept(trial, doneOn(trial, ...both), day('2026-04-30'))).toBeNull()
    const open = agreement({ term: { periods: 2, atEnd: 'renews' } })
    expect(isKept(open, doneOn(open), day('2030-01-01'))).toBeNull()
  })

  test('was not ended before its time', () => {
    const cut = (endsOn: string): Agreement => agreement({ ...trialTerms, endsOn: day(endsOn) })
    expect(isKept(cut('2026-04-29'), doneOn(trial, ...both), day('2026-05-01'))).toBe(false)
    expect(isKept(cut('2026-04-30'), doneOn(trial, ...both), day('2026-05-01'))).toBe(true)
  })

  test('a pause is excused', () => {
    const versions: Agreement['versions'] = [
      { from: day('2026-03-01'), fee: minor(100_000), included: 600 },
      { from: day('2026-04-01'), fee: minor(0), included: 0, isPause: true },
    ]
    const paused = agreement({ ...trialTerms, versions })
    expect(isKept(paused, doneOn(paused, '2026-03-02'), day('2026-05-01'))).toBe(true)
    expect(isKept(paused, doneOn(paused, '2026-04-02'), day('2026-05-01'))).toBe(false)
  })

  test('of deliverables in each period something was delivered; a use of a perk is no delivery', () => {
    const articles = agreement({ ...trialTerms, basis: 'deliverables' })
    const { days } = doneOn(articles, ...both)
    const unit = (on: string, more: object = {}) => ({ day: day(on), units: 1, ...more })
    const asOf = day('2026-05-01')
    expect(isKept(articles, { days, deliveries: [unit('2026-03-01'), unit('2026-04-30')] }, asOf)).toBe(true)
    expect(isKept(articles, { days, deliveries: [unit('2026-03-01'), unit('2026-05-01')] }, asOf)).toBe(false)
    expect(isKept(articles, { days, deliveries: [unit('2026-03-01'), unit('2026-02-28')] }, asOf)).toBe(false)
    expect(
      isKept(articles, { days, deliveries: [unit('2026-03-01'), unit('2026-04-30', { perkId: 'p' })] }, asOf),
    ).toBe(false)
    expect(isKept(articles, { days, deliveries: [unit('2026-03-01'), unit('2026-04-30', { units: 0 })] }, asOf)).toBe(
      false,
    )
    expect(isKept(articles, { days }, asOf)).toBe(false)
  })

  test('access is kept by being there', () => {
    const access = agreement({ ...trialTerms, basis: 'access' })
    expect(isKept(access, doneOn(access), day('2026-05-01'))).toBe(true)
  })
})

describe('the ladder', () => {
  const client = clientNamed('Acme')
  const retainer = (id: number, terms: Partial<Agreement>, more: object = {}): Retainer =>
    retainerSchema.parse({
      id: testId(id),
      clientId: client.id,
      kind: 'retainer',
      name: '',
      status: 'active',
      agreement: agreement(terms),
      ...more,
    })
  const entry = (id: number, engagementId: Id, on: string) =>
    made(
      'entries',
      entrySchema.parse({ id: testId(id), engagementId, note: '', tags: [], billable: true, day: on, seconds: 3600 }),
    )
  const first = retainer(1, trialTerms)
  const keptEntries = [entry(91, first.id, '2026-03-10'), entry(92, first.id, '2026-04-10')]
  const ladder = (of: Retainer, all: readonly Retainer[], on: Day, entries = keptEntries): Ladder =>
    ladderOf(bookOf(made('clients', client), ...all.map((each) => made('engagements', each)), ...entries), of, on)
  const rungs = ({ rungs: all }: Ladder) =>
    all.map(({ retainer: { id }, isKept: kept }) => [Number(id.slice(-2)), kept])

  test('a running trial: when it ends, until when to give notice, and what comes next', () => {
    expect(ladder(first, [first], day('2026-03-15'))).toEqual({
      rungs: [{ retainer: first, isKept: null }],
      lastDay: '2026-04-30',
      noticeBy: '2026-03-31',
      next: { term: { periods: 6, atEnd: 'ends' }, startsOn: '2026-05-01' },
    })
  })

  test('on its last day the next begins tomorrow, later it begins today', () => {
    expect(ladder(first, [first], day('2026-04-30')).next?.startsOn).toBe('2026-05-01')
    expect(ladder(first, [first], day('2026-05-01')).next?.startsOn).toBe('2026-05-01')
    expect(ladder(first, [first], day('2026-05-20')).next?.startsOn).toBe('2026-05-20')
  })

  test('after a trial that was not kept nothing is offered', () => {
    const found = ladder(first, [first], day('2026-05-01'), [])
    expect(rungs(found)).toEqual([[1, false]])
    expect(found.next).toBeNull()
  })

  const six = retainer(2, { startsOn: day('2026-05-01'), term: { periods: 6, atEnd: 'renews' } }, { follows: first.id })
  const twelve = retainer(
    3,
    { startsOn: day('2026-11-01'), term: { periods: 12, atEnd: 'renews' } },
    { follows: six.id },
  )

  test('the chain through what they follow, from whichever of them it is seen', () => {
    const expected = [
      [1, true],
      [2, null],
      [3, null],
    ]
    for (const each of [first, six, twelve])
      expect(rungs(ladder(each, [twelve, first, six], day('2026-10-22')))).toEqual(expected)
  })

  test('six lead to twelve, twelve to twelve; what was followed leads to nothing more', () => {
    expect(ladder(six, [first, six], day('2026-10-22'))).toMatchObject({
      lastDay: '2026-10-31',
      noticeBy: '2026-10-01',
      next: { term: { periods: 12, atEnd: 'renews' }, startsOn: '2026-11-01' },
    })
    expect(ladder(six, [first, six, twelve], day('2026-10-22')).next).toBeNull()
    expect(ladder(twelve, [six, twelve], day('2026-10-22')).next).toEqual({
      term: { periods: 12, atEnd: 'renews' },
      startsOn: '2027-11-01',
    })
  })

  test('one that was declined follows nothing', () => {
    const declined = retainer(4, { startsOn: day('2026-05-01') }, { follows: first.id, status: 'declined' })
    const found = ladder(first, [first, declined], day('2026-05-01'))
    expect(rungs(found)).toEqual([[1, true]])
    expect(found.next).not.toBeNull()
  })

  test('nothing comes next of an open agreement, a draft or one that was ended', () => {
    const open = retainer(5, { term: { periods: 6, atEnd: 'open' } })
    expect(ladder(open, [open], day('2026-10-22'))).toMatchObject({ lastDay: null, noticeBy: null, next: null })
    for (const status of ['draft', 'proposed', 'ended', 'declined']) {
      const same = retainer(1, trialTerms, { status })
      expect(ladder(same, [same], day('2026-03-15')).next).toBeNull()
    }
  })

  test('nothing comes next of one that is to end before its time, from the day on which that is agreed', () => {
    const cut = retainer(1, { ...trialTerms, endsOn: day('2026-04-15') })
    expect(ladder(cut, [cut], day('2026-03-15'))).toMatchObject({ lastDay: '2026-04-15', next: null })
    const whole = retainer(1, { ...trialTerms, endsOn: day('2026-04-30') })
    expect(ladder(whole, [whole], day('2026-03-15')).next?.startsOn).toBe('2026-05-01')
  })

  test('a damaged chain is gone round once, and one that follows what is not there begins with itself', () => {
    const [a, b] = [retainer(6, trialTerms, { follows: testId(7) }), retainer(7, trialTerms, { follows: testId(6) })]
    expect(rungs(ladder(a, [a, b], day('2026-03-15'))).map(([id]) => id)).toEqual([7, 6])
    const lost = retainer(8, trialTerms, { follows: testId(99) })
    expect(rungs(ladder(lost, [lost], day('2026-03-15')))).toEqual([[8, null]])
  })
})
