import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  afterAbsence,
  lastSeen,
  perceive,
  present,
  type Found,
  type Presence,
  type Sign,
} from '#shared/domain/presence.ts'
import { instantOf, msOf, type Instant } from '#shared/kernel/instant.ts'

const START = msOf('2026-10-22T08:00:00Z' as Instant)
const MINUTE = 60_000
const at = (minutes: number): Instant => instantOf(START + minutes * MINUTE)

/** The machine as it is: its two clocks, and when a key was last touched. Moments in minutes since the start. */
function watch(limit: number | null = 600) {
  let [up, moved, touched] = [0, 0, 0]
  let state: Presence = present({ wall: START, up: 0, idle: 0 })
  const found: Found[] = []
  const step = (sign: Sign): void => {
    const step = perceive(state, sign, { wall: START + moved + up, up, idle: up - touched }, { idle: limit })
    state = step.state
    found.push(...step.found)
  }
  const self = {
    /** Looks every so often until then, as the shell does; someone at the keys touches them. */
    until(minute: number, { touching = false, looking = true } = {}) {
      while (up < minute * MINUTE) {
        up = looking ? Math.min(up + 5000, minute * MINUTE) : minute * MINUTE
        if (touching) touched = up
        if (looking) step('look')
      }
      return self
    },
    sign(sign: Sign) {
      step(sign)
      return self
    },
    touch() {
      touched = up
      return self.sign('look')
    },
    setClock(minutes: number) {
      moved += minutes * MINUTE
      return self
    },
    found: () => found,
    gaps: () => found.filter((each) => each.kind === 'gap'),
    seen: () => instantOf(lastSeen(state)),
  }
  return self
}

describe('nobody at the keys', () => {
  test('is told at the limit, and asked when they are back, from the last key on', () => {
    const at4 = watch().until(4, { touching: true }).until(13)
    expect(at4.found()).toEqual([])
    at4.until(15)
    expect(at4.found()).toEqual([{ kind: 'away', from: at(4) }])
    expect(at4.seen()).toBe(at(4))
    expect(at4.until(59).touch().gaps()).toEqual([{ kind: 'gap', from: at(4), to: at(59), cause: 'idle' }])
    expect(at4.until(70, { touching: true }).gaps()).toHaveLength(1)
  })

  test('who does something in the app by another way is there', () => {
    const it = watch().until(8).sign('deed').until(17)
    expect(it.found()).toEqual([])
    expect(it.until(40).sign('deed').gaps()).toEqual([{ kind: 'gap', from: at(8), to: at(40), cause: 'idle' }])
  })

  test('is never asked about where the user wants no question', () => {
    expect(watch(null).until(300).touch().found()).toEqual([])
  })
})

describe('a machine that sleeps', () => {
  test('is asked about from when it fell asleep, though it was short of the limit', () => {
    const it = watch().until(30, { touching: true }).sign('suspend').until(35, { looking: false }).sign('resume')
    expect(it.gaps()).toEqual([{ kind: 'gap', from: at(30), to: at(35), cause: 'asleep' }])
  })

  test('a lid that was shut for a moment is nothing', () => {
    const it = watch().until(30, { touching: true }).sign('suspend').until(31, { looking: false }).sign('resume')
    expect(it.found()).toEqual([])
  })

  test('is found though the system told nothing', () => {
    const it = watch().until(30, { touching: true }).until(200, { looking: false }).sign('look')
    expect(it.gaps()).toEqual([{ kind: 'gap', from: at(30), to: at(200), cause: 'asleep' }])
  })

  test('nobody who was idle before it comes back with it: it began when they left', () => {
    const it = watch().until(5, { touching: true }).until(20).sign('suspend').until(500, { looking: false })
    expect(it.sign('resume').gaps()).toEqual([{ kind: 'gap', from: at(5), to: at(500), cause: 'asleep' }])
  })

  test('with a locked screen it is over when that is', () => {
    const it = watch().until(30, { touching: true }).sign('lock').sign('suspend').until(90, { looking: false })
    expect(it.sign('resume').gaps()).toEqual([])
    expect(it.until(91).sign('unlock').gaps()).toEqual([{ kind: 'gap', from: at(30), to: at(91), cause: 'asleep' }])
  })
})

test('a locked screen is asked about past the limit, whatever is touched on it', () => {
  const it = watch().until(3, { touching: true }).sign('lock').until(20, { touching: true })
  expect(it.gaps()).toEqual([])
  expect(it.sign('unlock').gaps()).toEqual([{ kind: 'gap', from: at(3), to: at(20), cause: 'locked' }])
  expect(watch().until(3).sign('lock').until(9).sign('unlock').gaps()).toEqual([])
})

describe('a clock that is set', () => {
  test.each([60, -60, 60 * 24 * 365, -60 * 24 * 365])('by %i minutes is told as such, and adds nothing', (minutes) => {
    const it = watch().until(30, { touching: true }).setClock(minutes).until(40, { touching: true })
    expect(it.found()).toEqual([{ kind: 'clockMoved', seconds: minutes * 60 }])
  })

  test('by a few seconds is what the network does all day', () => {
    expect(watch().until(30, { touching: true }).setClock(0.05).until(40, { touching: true }).found()).toEqual([])
  })

  test('while nobody is there moves the beginning of the gap with it', () => {
    const it = watch().until(4, { touching: true }).until(20).setClock(60).until(30).touch()
    expect(it.gaps()).toEqual([{ kind: 'gap', from: at(64), to: at(90), cause: 'idle' }])
  })
})

describe('after a crash, a flat battery, a night', () => {
  const beat = { wall: START, up: 5000, seen: START - 5 * MINUTE, boot: 'a' }
  const later = (minutes: number, up = 5000 + minutes * MINUTE) => ({ wall: START + minutes * MINUTE, up, idle: null })

  test('the time since somebody was last seen is asked about', () => {
    expect(afterAbsence(beat, later(60), 'a')).toEqual([{ kind: 'gap', from: at(-5), to: at(60), cause: 'gone' }])
    expect(afterAbsence(beat, later(60, 1), 'b')).toEqual([{ kind: 'gap', from: at(-5), to: at(60), cause: 'gone' }])
  })

  test('a start right afterwards is no absence', () => {
    expect(afterAbsence({ ...beat, seen: START }, later(1), 'a')).toEqual([])
  })

  test('a clock that was set meanwhile is told, in the same start of the machine', () => {
    expect(afterAbsence({ ...beat, seen: START }, later(-60, 5000 + MINUTE), 'a')).toEqual([
      { kind: 'clockMoved', seconds: -61 * 60 },
    ])
  })

  test('a clock that woke up in 1970 keeps what had run, and adds nothing', () => {
    const found = afterAbsence(beat, { wall: 0, up: 1, idle: null }, 'b')
    expect(found).toEqual([{ kind: 'clockMoved', seconds: -beat.seen / 1000 }])
  })
})

test('whatever happens, gaps lie in the time that has passed, one after the other, and begin when somebody was there', () => {
  const anyStep = fc.tuple(
    fc.constantFrom<Sign>('look', 'deed', 'lock', 'unlock', 'suspend', 'resume'),
    fc.oneof(fc.constant(5000), fc.integer({ min: 0, max: 30_000_000 })),
    fc.boolean(),
  )
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
      let [up, touched, last] = [0, 0, START]
      let state = present({ wall: START, up: 0, idle: 0 })
      for (const [sign, passed, isTouched] of steps) {
        up += passed
        if (isTouched) touched = up
        const step = perceive(state, sign, { wall: START + up, up, idle: up - touched }, { idle: 600 })
        state = step.state
        for (const each of step.found) {
          if (each.kind !== 'gap') continue
          const [from, to] = [msOf(each.from), msOf(each.to)]
          expect(from).toBeGreaterThanOrEqual(last - 1000)
          expect(to).toBeLessThanOrEqual(START + up)
          expect(to - from).toBeGreaterThanOrEqual(119_000)
          last = to
        }
        expect(lastSeen(state)).toBeLessThanOrEqual(START + up)
      }
    }),
    { numRuns: 1000 },
  )
})
