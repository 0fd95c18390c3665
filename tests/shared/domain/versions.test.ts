import { describe, expect, test } from 'vitest'
import { pauseOn, pausesIn, resumed, withoutPauses, withPause, withPauses, withTerms } from '#shared/domain/versions.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Version } from '#shared/model/agreement.ts'

const version = (from: string, fee: number, included: number, more: Partial<Version> = {}): Version => ({
  from: day(from),
  fee: minor(fee),
  included,
  ...more,
})
const paused = (from: string, fee: number, included: number, more: Partial<Version> = {}): Version =>
  version(from, 0, 0, { ...more, isPause: true, insteadOf: { fee: minor(fee), included } })
const pause = (from: string, to: string | null) => ({ from: day(from), to: to === null ? null : day(to) })

const first = version('2026-01-01', 1000, 10)
const raise = version('2026-06-01', 1200, 12)

describe('pauses', () => {
  test('are read from the terms; those that touch are one', () => {
    const versions = [
      first,
      paused('2026-03-01', 1000, 10),
      paused('2026-04-01', 1100, 10),
      version('2026-05-01', 1100, 10),
      paused('2026-08-01', 1100, 10),
    ]
    expect(pausesIn(versions)).toEqual([pause('2026-03-01', '2026-05-01'), pause('2026-08-01', null)])
    expect(pausesIn([first, raise])).toEqual([])
  })

  test('hold their first day, and not the day on which they are over', () => {
    const versions = [first, paused('2026-03-01', 1000, 10), version('2026-05-01', 1000, 10)]
    expect(pauseOn(versions, day('2026-02-28'))).toBeNull()
    expect(pauseOn(versions, day('2026-03-01'))).toEqual(pause('2026-03-01', '2026-05-01'))
    expect(pauseOn(versions, day('2026-04-30'))).toEqual(pause('2026-03-01', '2026-05-01'))
    expect(pauseOn(versions, day('2026-05-01'))).toBeNull()
    expect(pauseOn([first, paused('2026-03-01', 1, 1)], day('2099-01-01'))).toEqual(pause('2026-03-01', null))
  })

  test('leave the terms when they are lifted: their edges go, what was agreed inside and at them stays', () => {
    const versions = [
      first,
      paused('2026-03-01', 1000, 10),
      paused('2026-04-01', 1100, 11, { listRate: minor(5) }),
      version('2026-05-01', 1100, 11),
      version('2026-07-01', 1100, 11),
    ]
    expect(withoutPauses(versions)).toEqual([
      first,
      version('2026-04-01', 1100, 11, { listRate: minor(5) }),
      version('2026-07-01', 1100, 11),
    ])
  })

  test('that do not say what they stand in for stand in for the terms before them', () => {
    const bare = version('2026-03-01', 0, 0, { isPause: true })
    expect(withoutPauses([first, bare, version('2026-05-01', 1000, 10)])).toEqual([first])
    expect(withoutPauses([first, { ...bare, listRate: minor(5) }])).toEqual([
      first,
      version('2026-03-01', 1000, 10, { listRate: minor(5) }),
    ])
  })

  test('end with terms of their own where those differ in the fee or in the amount', () => {
    const start = paused('2026-03-01', 1000, 10)
    expect(withoutPauses([first, start, version('2026-05-01', 1001, 10)])).toHaveLength(2)
    expect(withoutPauses([first, start, version('2026-05-01', 1000, 11)])).toHaveLength(2)
    expect(withoutPauses([first, start, version('2026-05-01', 1000, 10, { perks: [] })])).toHaveLength(2)
    expect(withoutPauses([first, start, version('2026-05-01', 1000, 10)])).toHaveLength(1)
  })

  test('never take the last of the terms away', () => {
    const nothing = version('2026-01-01', 0, 0, { isPause: true })
    expect(withoutPauses([nothing])).toEqual([version('2026-01-01', 0, 0)])
  })

  test('are laid over the terms, with what was agreed to begin inside them', () => {
    expect(withPauses([first, raise], [pause('2026-05-01', '2026-08-01')])).toEqual([
      first,
      paused('2026-05-01', 1000, 10),
      paused('2026-06-01', 1200, 12),
      version('2026-08-01', 1200, 12),
    ])
  })

  test('that overlap or touch are laid as one', () => {
    const asOne = [first, paused('2026-03-01', 1000, 10), version('2026-05-01', 1000, 10)]
    for (const pauses of [
      [pause('2026-03-01', '2026-04-01'), pause('2026-04-01', '2026-05-01')],
      [pause('2026-03-15', '2026-05-01'), pause('2026-03-01', '2026-04-01')],
      [pause('2026-03-01', '2026-05-01'), pause('2026-04-01', '2026-05-01')],
    ])
      expect(withPauses([first], pauses)).toEqual(asOne)
  })

  test('may begin on the day of terms, which keep the rest that they say', () => {
    const perks = version('2026-06-01', 1200, 12, { perks: [] })
    expect(withPause([first, perks], pause('2026-06-01', '2026-07-01'))).toEqual([
      first,
      paused('2026-06-01', 1200, 12, { perks: [] }),
      version('2026-07-01', 1200, 12),
    ])
  })

  test('before there are any terms stand in for nothing', () => {
    expect(withPauses([raise], [pause('2026-05-01', '2026-06-01')])).toEqual([paused('2026-05-01', 0, 0), raise])
  })
})

describe('taking the work up again', () => {
  const versions = withPause([first, raise], pause('2026-05-01', '2026-08-01'))

  test('ends the pause on that day, on the terms of that day', () => {
    expect(resumed(versions, day('2026-07-01'))).toEqual([
      first,
      paused('2026-05-01', 1000, 10),
      paused('2026-06-01', 1200, 12),
      version('2026-07-01', 1200, 12),
    ])
    expect(resumed(versions, day('2026-06-01'))).toEqual([first, paused('2026-05-01', 1000, 10), raise])
  })

  test('on its first day takes it back, and leaves other pauses', () => {
    expect(resumed(versions, day('2026-05-01'))).toEqual([first, raise])
    const two = withPause(versions, pause('2026-10-01', '2026-11-01'))
    expect(pausesIn(resumed(two, day('2026-05-01')))).toEqual([pause('2026-10-01', '2026-11-01')])
    expect(pausesIn(resumed(two, day('2026-10-01')))).toEqual([pause('2026-05-01', '2026-08-01')])
  })

  test('leaves all as it is on a day without a pause', () => {
    expect(resumed(versions, day('2026-08-01'))).toEqual(versions)
  })
})

describe('terms from a day on', () => {
  test('keep what they do not name', () => {
    expect(withTerms([first, raise], day('2026-03-01'), { included: 20 })).toEqual([
      first,
      version('2026-03-01', 1000, 20),
      raise,
    ])
    expect(withTerms([first], day('2026-03-01'), { fee: minor(7), rollover: null })).toEqual([
      first,
      version('2026-03-01', 7, 10, { rollover: null }),
    ])
  })

  test('on the day of others change those', () => {
    const perks = version('2026-06-01', 1200, 12, { perks: [] })
    expect(withTerms([first, perks], day('2026-06-01'), { fee: minor(7) })).toEqual([
      first,
      version('2026-06-01', 7, 12, { perks: [] }),
    ])
  })

  test('before a pause come back after it; inside it they wait for its end', () => {
    const versions = withPause([first], pause('2026-05-01', '2026-07-01'))
    expect(withTerms(versions, day('2026-03-01'), { fee: minor(7) })).toEqual([
      first,
      version('2026-03-01', 7, 10),
      paused('2026-05-01', 7, 10),
      version('2026-07-01', 7, 10),
    ])
    expect(withTerms(versions, day('2026-06-01'), { fee: minor(7) })).toEqual([
      first,
      paused('2026-05-01', 1000, 10),
      paused('2026-06-01', 7, 10),
      version('2026-07-01', 7, 10),
    ])
  })

  test('before all others begin from nothing', () => {
    expect(withTerms([raise], day('2026-03-01'), { fee: minor(7) })).toEqual([version('2026-03-01', 7, 0), raise])
  })
})
