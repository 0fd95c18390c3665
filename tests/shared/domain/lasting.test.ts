import { describe, expect, test } from 'vitest'
import { lasting } from '#shared/domain/lasting.ts'
import { runningPeriod } from '#shared/domain/running-period.ts'
import { runsShortOn, shareOver, standingIn, type Standing } from '#shared/domain/standing.ts'
import { withPause } from '#shared/domain/versions.ts'
import { calendarOf, workingDaysBetween } from '#shared/domain/working-days.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { agreement, daysFrom, work } from '#tests/support/agreements.ts'

const calendar = calendarOf({ workingDays: [1, 2, 3, 4, 5], minutesPerDay: 480, daysOff: [] })

type Worked = readonly (readonly [on: string, hours: number])[]
const terms: Partial<Agreement> = { startsOn: day('2026-04-01') }
const units: Partial<Agreement> = {
  ...terms,
  basis: 'deliverables',
  versions: [{ from: day('2026-04-01'), fee: minor(1), included: 4 }],
}

/** How ten hours a month from April on stand on a day. */
function on(today: string, worked: Worked, agreedOn = terms): Standing {
  const agreed = agreement(agreedOn)
  const days = daysFrom(
    worked.map(([when, hours], index) => work(index, { on: when, hours })),
    agreed,
  )
  const deliveries = worked.map(([when, done]) => ({ day: day(when), units: done }))
  const period = runningPeriod(agreed, { days, deliveries }, day(today), calendar)
  if (!period) throw new Error(`${today} is in its term`)
  return standingIn(agreed, period, day(today), calendar)
}

describe('the day on which hours run out before their period does', () => {
  // Thursday 30 April is the last day; on the twenty working days before it half an hour was worked on each.
  test.each([
    ['a quarter of an hour is left for half an hour', 9.75, '2026-04-30'],
    ['a minute is missing', 9.5 + 1 / 60, '2026-04-30'],
    ['less than a minute is missing', 9.5 + 0.5 / 60, null],
    ['there is as much as it takes', 9.5, null],
    ['there is more', 9, null],
  ] as const)('is the last day itself where %s', (_, before, expected) => {
    const versions = [{ from: day('2026-04-01'), fee: minor(1), included: 1200 }]
    const worked: Worked = [
      ['2026-04-01', before],
      ...workingDaysBetween(day('2026-04-02'), day('2026-04-30'), calendar).map((each) => [each, 0.5] as const),
    ]
    const standing = on('2026-04-30', worked, { ...terms, versions })
    expect(standing.perDay).toBe(1800)
    expect(runsShortOn(standing)).toBe(expected)
  })

  test('is none of deliverables, and none past the agreed', () => {
    expect(runsShortOn(on('2026-04-06', [['2026-04-01', 3]], units))).toBeNull()
    expect(runsShortOn(on('2026-04-06', [['2026-04-01', 3]]))).toBe('2026-04-14')
    expect(runsShortOn(on('2026-04-06', [['2026-04-01', 11]]))).toBeNull()
  })
})

test('retainers are told apart by how far they go', () => {
  const paused = {
    ...terms,
    versions: withPause(agreement(terms).versions, { from: day('2026-04-01'), to: day('2026-05-01') }),
  }
  const items = Object.entries({
    bit: on('2026-04-06', [['2026-04-01', 10.5]]),
    much: on('2026-04-06', [['2026-04-01', 15]]),
    none: on('2026-04-06', [['2026-04-01', 10]]),
    soon: on('2026-04-06', [['2026-04-01', 8]]),
    later: on('2026-04-06', [['2026-04-01', 4]]),
    lasts: on('2026-04-06', []),
    three: on('2026-04-06', [['2026-04-01', 3]], units),
    call: on('2026-04-06', [['2026-04-01', 3]], { ...terms, basis: 'access' }),
    paused: on('2026-04-06', [], paused),
  }).map(([name, standing]): { name: string; standing: Standing } => ({ name, standing }))
  const { over, usedUp, runsOut, lasts } = lasting(items.toReversed())
  const names = (list: readonly { name: string }[]): string[] => list.map(({ name }) => name)
  expect(names(over)).toEqual(['much', 'bit'])
  expect(names(usedUp)).toEqual(['none'])
  expect(names(runsOut.map(({ item }) => item))).toEqual(['soon', 'later'])
  expect(names(lasts)).toEqual(['lasts'])
})

test('what is over where nothing was granted is wholly over', () => {
  expect([shareOver({ over: 60, available: 0 }), shareOver({ over: 60, available: 180 })]).toEqual([1, 0.25])
  expect(shareOver({ over: 0, available: 0 })).toBe(0)
})
