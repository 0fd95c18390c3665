import { describe, expect, test } from 'vitest'
import { runningPeriod } from '#shared/domain/running-period.ts'
import { standingIn } from '#shared/domain/standing.ts'
import { calendarOf } from '#shared/domain/working-days.ts'
import { addDays, day, weekdayOf, type Day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { agreement, daysFrom, work } from '#tests/support/agreements.ts'

const HOUR = 3600

interface Given {
  readonly terms?: Partial<Agreement>
  readonly worked?: readonly (readonly [on: string, hours: number, perkId?: string])[]
  readonly delivered?: readonly (readonly [on: string, units: number, perkId?: string])[]
  readonly off?: readonly (readonly [from: string, to: string])[]
}

/** How it stands on a day, with a working week from Monday to Friday. */
function on(today: string, { terms = {}, worked = [], delivered = [], off = [] }: Given) {
  const agreed = agreement(terms)
  const calendar = calendarOf({
    workingDays: [1, 2, 3, 4, 5],
    minutesPerDay: 480,
    daysOff: off.map(([from, to]) => ({ from: day(from), to: day(to), name: '', source: 'user' as const })),
  })
  const perk = (perkId: string | undefined) => (perkId === undefined ? {} : { perkId })
  const done = {
    days: daysFrom(
      worked.map(([when, hours, perkId], index) => work(index, { on: when, hours, ...perk(perkId) })),
      agreed,
    ),
    deliveries: delivered.map(([when, units, perkId]) => ({ day: day(when), units, ...perk(perkId) })),
  }
  const period = runningPeriod(agreed, done, day(today), calendar)
  return period && { ...standingIn(agreed, period, day(today), calendar), pace: period.pace }
}

/** As much on each weekday from one day up to, not including, another. */
function daily(from: string, to: string, hours: number): [string, number][] {
  const days: Day[] = []
  for (let each = day(from); each < to; each = addDays(each, 1)) if (weekdayOf(each) <= 5) days.push(each)
  return days.map((each) => [each, hours])
}

const hours = (included: number): Partial<Agreement> => ({
  versions: [{ from: day('2026-01-01'), fee: minor(100_000), included: included * 60 }],
})

describe('the pace', () => {
  test('is the mean of the working days on which the agreement was in force, and finds the day', () => {
    // Monday the 19th: 16 h less 12 leave 4, at an hour a working day until Thursday the 22nd.
    expect(on('2026-01-19', { terms: hours(16), worked: daily('2026-01-01', '2026-01-17', 1) })).toMatchObject({
      pace: { amount: 12 * HOUR, days: 12 },
      perDay: HOUR,
      left: 4 * HOUR,
      runsOutOn: '2026-01-22',
      atEnd: 0,
      usedShare: 0.75,
      calendarShare: 19 / 31,
    })
  })

  test('is that of the last twenty, across the periods', () => {
    // 26 weekdays before Friday 6 February, of which the first six at eight hours are too long ago.
    const worked = [...daily('2026-01-01', '2026-01-09', 8), ...daily('2026-01-09', '2026-02-06', 0.5)]
    expect(on('2026-02-06', { worked })).toMatchObject({ pace: { amount: 10 * HOUR, days: 20 }, perDay: 1800 })
  })

  test('has nothing of today, which is not over', () => {
    const worked: [string, number][] = [...daily('2026-01-01', '2026-01-09', 1), ['2026-01-09', 5]]
    expect(on('2026-01-09', { worked })).toMatchObject({ pace: { amount: 6 * HOUR, days: 6 }, left: 0, over: HOUR })
  })

  test('has what was done on days off too', () => {
    const worked: [string, number][] = [...daily('2026-01-01', '2026-01-09', 1), ['2026-01-10', 3]]
    expect(on('2026-01-12', { worked })).toMatchObject({ pace: { amount: 9 * HOUR, days: 7 } })
  })

  test('is none before the first working day is over', () => {
    expect(on('2026-01-01', {})).toMatchObject({ pace: { amount: 0, days: 0 }, perDay: 0, runsOutOn: null })
    expect(on('2026-01-01', {})).toMatchObject({ left: 10 * HOUR, atEnd: 10 * HOUR })
  })

  test('counts what is beyond a perk’s quota, of each period what was worked last', () => {
    const perks = [{ id: 'line', name: '', minutes: 120, count: null, value: minor(0) }]
    // Of five hours in January two are covered, of one in February all of it.
    const worked: [string, number, string][] = [
      ['2026-01-12', 1, 'line'],
      ['2026-01-29', 4, 'line'],
      ['2026-02-03', 1, 'line'],
    ]
    expect(on('2026-02-06', { terms: { perks }, worked })?.pace).toEqual({ amount: 3 * HOUR, days: 20 })
    // The twenty working days before 20 February begin on 23 January: one of the two hours had been used by then.
    expect(on('2026-02-20', { terms: { perks }, worked })?.pace).toEqual({ amount: 3 * HOUR, days: 20 })
    const early: [string, number, string][] = [
      ['2026-01-12', 3, 'line'],
      ['2026-01-29', 4, 'line'],
    ]
    expect(on('2026-02-20', { terms: { perks }, worked: early })?.pace).toEqual({ amount: 4 * HOUR, days: 20 })
  })

  test('leaves out perks, which have a quota of their own', () => {
    const perks = [{ id: 'line', name: '', minutes: 600, count: null, value: minor(0) }]
    expect(
      on('2026-01-05', {
        terms: { perks },
        worked: [
          ['2026-01-02', 2],
          ['2026-01-02', 3, 'line'],
        ],
      }),
    ).toMatchObject({
      pace: { amount: 2 * HOUR, days: 2 },
    })
  })

  test('says what will be left, to the second', () => {
    // Ten working days from the 19th to the end of January, at 12 h on 12 days.
    const worked = daily('2026-01-01', '2026-01-17', 1)
    expect(on('2026-01-19', { terms: hours(30), worked })).toMatchObject({ runsOutOn: null, atEnd: 8 * HOUR })
    // 1 h on 7 days is 514.2857 s a day: sixteen of them are 8228.57.
    expect(on('2026-01-12', { worked: [['2026-01-06', 1]] })).toMatchObject({
      atEnd: 9 * HOUR - 7714,
      perDay: HOUR / 7,
    })
  })

  test('has no day where nothing is left, or nothing is done', () => {
    const worked = daily('2026-01-01', '2026-01-17', 1)
    expect(on('2026-01-19', { worked })).toMatchObject({ left: 0, over: 2 * HOUR, runsOutOn: null, atEnd: 0 })
    expect(on('2026-01-19', {})).toMatchObject({ left: 10 * HOUR, perDay: 0, runsOutOn: null })
  })

  test('that lasts to the very last working day says so, and one second more does not', () => {
    // From Wednesday the 28th on three working days are left, at an hour a day.
    const worked = daily('2026-01-01', '2026-01-28', 1)
    expect(on('2026-01-28', { terms: hours(22), worked })).toMatchObject({ left: 3 * HOUR, runsOutOn: '2026-01-30' })
    expect(on('2026-01-28', { terms: hours(23), worked })).toMatchObject({ runsOutOn: null, atEnd: HOUR })
  })
})

describe('days off', () => {
  const worked = daily('2026-01-01', '2026-01-17', 1)

  test('put off the day on which the rest runs out', () => {
    const off = [['2026-01-20', '2026-01-21']] as const
    expect(on('2026-01-19', { terms: hours(16), worked, off })).toMatchObject({ runsOutOn: '2026-01-26' })
  })

  test('leave more at the end', () => {
    const off = [['2026-01-26', '2026-02-15']] as const
    expect(on('2026-01-19', { terms: hours(30), worked, off })).toMatchObject({ atEnd: 13 * HOUR })
  })

  test('do not slow the pace', () => {
    const off = [['2026-01-01', '2026-01-11']] as const
    expect(on('2026-01-19', { worked: daily('2026-01-12', '2026-01-17', 1), off })).toMatchObject({
      pace: { amount: 5 * HOUR, days: 5 },
    })
  })
})

describe('a pause', () => {
  const versions = [
    { from: day('2026-01-01'), fee: minor(100_000), included: 600 },
    { from: day('2026-02-01'), fee: minor(0), included: 0, isPause: true },
    { from: day('2026-03-01'), fee: minor(100_000), included: 600 },
    { from: day('2026-04-01'), fee: minor(120_000), included: 720 },
  ]
  const worked = [...daily('2026-01-01', '2026-02-01', 1), ...daily('2026-03-01', '2026-03-05', 2)]

  test('has no pace', () => {
    expect(on('2026-02-10', { terms: { versions }, worked })).toMatchObject({ pace: { amount: 0, days: 0 }, perDay: 0 })
  })

  test('is forgotten once it is over', () => {
    expect(on('2026-03-05', { terms: { versions }, worked })).toMatchObject({ pace: { amount: 6 * HOUR, days: 3 } })
    // By Thursday 2 April twenty-four working days have gone since.
    expect(on('2026-04-02', { terms: { versions }, worked })).toMatchObject({ pace: { amount: 0, days: 20 } })
  })

  test('that is still to come changes nothing', () => {
    expect(on('2026-01-12', { terms: { versions }, worked })).toMatchObject({ pace: { amount: 7 * HOUR, days: 7 } })
  })
})

test('deliverables have a pace of units, and no hours', () => {
  const terms: Partial<Agreement> = {
    basis: 'deliverables',
    versions: [{ from: day('2026-01-01'), fee: minor(200_000), included: 4 }],
  }
  const delivered = [
    ['2026-01-06', 1],
    ['2026-01-09', 1],
    ['2026-01-09', 5, 'call'],
    ['2026-01-13', 1],
  ] as const
  // Eight working days before the 13th: two units, one every four days. One is left; the day is the fourth from today.
  expect(on('2026-01-13', { terms, delivered, worked: daily('2026-01-01', '2026-01-13', 8) })).toMatchObject({
    pace: { amount: 2, days: 8 },
    perDay: 0.25,
    left: 1,
    runsOutOn: '2026-01-16',
    usedShare: 0.75,
  })
})

test('access has none', () => {
  expect(on('2026-01-13', { terms: { basis: 'access' }, worked: daily('2026-01-01', '2026-01-13', 2) })).toMatchObject({
    pace: { amount: 0, days: 0 },
    available: 0,
    left: 0,
    over: 0,
    usedShare: 0,
    perDay: 0,
    runsOutOn: null,
    atEnd: 0,
  })
})
