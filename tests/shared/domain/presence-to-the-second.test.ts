import { describe, expect, test } from 'vitest'
import { afterAbsence, perceive, present, type Found, type Presence, type Sign } from '#shared/domain/presence.ts'
import { instantOf, msOf, type Instant } from '#shared/kernel/instant.ts'

const START = msOf('2026-10-22T08:00:00Z' as Instant)
const MINUTE = 60_000
const at = (minutes: number): Instant => instantOf(START + minutes * MINUTE)

describe('to the second', () => {
  const reading = (minutes: number, idle: number | null = 0) => ({
    wall: START + minutes * MINUTE,
    up: minutes * MINUTE,
    idle: idle === null ? null : idle * MINUTE,
  })
  /** From someone at the keys at 0, each sign at its minute with how long no key was touched. */
  const after = (steps: readonly (readonly [Sign, number, (number | null)?])[], idle: number | null = 600) => {
    let state = present(reading(0))
    const found: Found[] = []
    for (const [sign, minutes, untouched = 0] of steps) {
      const step = perceive(state, sign, reading(minutes, untouched), { idle })
      state = step.state
      found.push(...step.found)
    }
    return { state, found }
  }

  test('nobody is there from the limit on, not before', () => {
    expect(after([['look', 1.49, 1.49]], 90).found).toEqual([])
    expect(after([['look', 1.5, 1.5]], 90).found).toEqual([{ kind: 'away', from: at(0) }])
  })

  test('where nobody tells of keys, nobody is idle', () => {
    expect(
      after([
        ['look', 1, null],
        ['look', 2, null],
      ]).found,
    ).toEqual([])
    expect(
      after(
        [
          ['look', 2, 2],
          ['look', 4, 4],
          ['look', 6, null],
        ],
        120,
      ).state.away,
    ).toEqual({ from: START, cause: 'idle' })
  })

  test('a touch within two seconds of the beginning is the one that it began with', () => {
    const idle = [['look', 2, 2]] as const
    expect(after([...idle, ['look', 3, 3 - 2 / 60]], 60).found).toHaveLength(1)
    expect(after([...idle, ['look', 3, 3 - 3 / 60]], 60).state.away).toBeNull()
  })

  test('a sleep is worth a question from two minutes on', () => {
    const slept = (minutes: number) =>
      after([
        ['suspend', 1],
        ['resume', 1 + minutes],
      ]).found
    expect(slept(2 - 1 / 60)).toEqual([])
    expect(slept(2)).toEqual([{ kind: 'gap', from: at(1), to: at(3), cause: 'asleep' }])
  })

  test('while the machine sleeps nothing that is told ends it', () => {
    const { state, found } = after([
      ['suspend', 1],
      ['look', 2],
      ['look', 3],
    ])
    expect(found).toEqual([])
    expect(state).toMatchObject({ isAsleep: true, away: { from: START + MINUTE, cause: 'asleep' } })
    expect(
      after([
        ['suspend', 1],
        ['look', 2],
        ['resume', 3],
      ]).state,
    ).toMatchObject({ isAsleep: false, away: null })
    // The system never said that it woke up: it stood still, and there is somebody.
    expect(
      after([
        ['suspend', 1],
        ['look', 4],
      ]).state,
    ).toMatchObject({ isAsleep: false, away: null })
  })

  test('what began earlier keeps its beginning, and a sleep its name', () => {
    const idle = [['look', 2, 2]] as const
    expect(after([...idle, ['suspend', 3, 3]], 60).state.away).toEqual({ from: START, cause: 'asleep' })
    expect(after([...idle, ['lock', 3, 3]], 60).state.away).toEqual({ from: START, cause: 'locked' })
    expect(
      after([
        ['suspend', 1],
        ['lock', 2],
      ]).state,
    ).toMatchObject({ isLocked: true, away: { from: START + MINUTE, cause: 'asleep' } })
    expect(
      after([
        ['lock', 1],
        ['look', 2],
      ]).state,
    ).toMatchObject({ isLocked: true, away: { cause: 'locked' } })
    expect(
      after([
        ['lock', 1],
        ['unlock', 2],
      ]).state,
    ).toMatchObject({ isLocked: false, away: null })
  })

  test('a locked screen is asked about from the limit on, and never where no question is wanted', () => {
    const locked = (minutes: number, idle: number | null) =>
      after(
        [
          ['lock', 1],
          ['look', 2],
          ['unlock', 1 + minutes],
        ],
        idle,
      ).found
    expect(locked(1.9, 114)).toHaveLength(1)
    expect(locked(1.9, 115)).toEqual([])
    expect(locked(1.9, null)).toEqual([])
  })

  test('a clock is set from five seconds on, to the nearest second; a sleep that the machine’s clock leaves out is none', () => {
    const state = present(reading(0))
    const moved = (sign: Sign, seconds: number, from: Presence = state) =>
      perceive(from, sign, { ...reading(1), wall: START + MINUTE + seconds * 1000 }, { idle: 600 }).found
    expect(moved('look', 4.999)).toEqual([])
    expect(moved('look', 5)).toEqual([{ kind: 'clockMoved', seconds: 5 }])
    expect(moved('look', -5.6)).toEqual([{ kind: 'clockMoved', seconds: -6 }])
    expect(moved('resume', 3600)).toEqual([])
    expect(moved('resume', -3600)).toEqual([{ kind: 'clockMoved', seconds: -3600 }])
    expect(moved('look', 3600, { ...state, isAsleep: true })).toEqual([])
  })

  test('and all that is known moves with it', () => {
    const state: Presence = {
      ...present(reading(0)),
      deed: START - MINUTE,
      away: { from: START - MINUTE, cause: 'idle' },
    }
    const { state: next } = perceive(
      state,
      'look',
      { wall: START + 61 * MINUTE, up: MINUTE, idle: null },
      { idle: 600 },
    )
    expect(next).toMatchObject({
      wall: START + 61 * MINUTE,
      up: MINUTE,
      deed: START + 59 * MINUTE,
      away: { from: START + 59 * MINUTE, cause: 'idle' },
    })
  })

  test('of what the app wrote down, only the same start of the machine compares its clocks', () => {
    const beat = { wall: START, up: 5000, seen: START, boot: 'a' }
    const found = (boot: string, up: number, more = {}) =>
      afterAbsence({ ...beat, ...more }, { wall: START + 61 * MINUTE, up, idle: null }, boot)
    const gap = { kind: 'gap', from: at(0), to: at(61), cause: 'gone' }
    const set = [{ kind: 'clockMoved', seconds: 3600 }]
    expect(found('a', 5000 + MINUTE)).toEqual(set)
    expect(found('a', 5000)).toEqual([{ kind: 'clockMoved', seconds: 61 * 60 }])
    expect(found('b', 5000 + MINUTE)).toEqual([gap])
    expect(found('', 5000 + MINUTE, { boot: '' })).toEqual([gap])
    // It counts from anew: started again, whatever it says its start is called.
    expect(found('a', 4999)).toEqual([gap])
  })

  test('a start is worth a question from two minutes on, and a clock five seconds off is not', () => {
    const beat = { wall: START, up: 0, seen: START, boot: 'a' }
    const later = (seconds: number, drift = 0) =>
      afterAbsence(beat, { wall: START + (seconds + drift) * 1000, up: seconds * 1000, idle: null }, 'a')
    expect(later(119)).toEqual([])
    expect(later(120)).toEqual([{ kind: 'gap', from: at(0), to: at(2), cause: 'gone' }])
    expect(later(60, 4.9)).toEqual([])
    expect(later(60, 5)).toEqual([{ kind: 'clockMoved', seconds: 5 }])
    expect(later(180, 3600)).toEqual([
      { kind: 'clockMoved', seconds: 3600 },
      { kind: 'gap', from: at(60), to: at(63), cause: 'gone' },
    ])
  })
})
