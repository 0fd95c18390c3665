import { describe, expect, test } from 'vitest'
import { askedIdle } from '#electron/asked-idle.ts'
import { perceive, present, type Found, type Presence } from '#shared/domain/presence.ts'

const LIMIT_S = 300

/** A machine whose idle time is asked for, second by second, and the watch over the timer as the shell keeps it. */
function machine() {
  let [now, touched, questions] = [0, 0, 0]
  let isTold = true
  const ask = (): Promise<number | null> => {
    questions += 1
    return Promise.resolve(isTold ? now - touched : null)
  }
  const idle = askedIdle(ask, () => now)
  let state: Presence = present({ wall: 0, up: 0, idle: null })
  const found: (Found & { at: number })[] = []
  let due = 0
  const self = {
    async until(second: number, { touching = false } = {}) {
      while (now < second * 1000) {
        now += 1000
        if (touching) touched = now
        if (now >= due) {
          const step = perceive(state, 'look', { wall: now, up: now, idle: idle() }, { idle: LIMIT_S })
          state = step.state
          found.push(...step.found.map((each) => ({ ...each, at: now / 1000 })))
          due = now + (state.away ? 1000 : 5000)
        }
        await Promise.resolve()
      }
      return self
    },
    hush: () => void (isTold = false),
    idle,
    found,
    questions: () => questions,
  }
  return self
}

describe('idle time that has to be asked for', () => {
  test('tells of an absence once, from the last touch on, and of the return to the second', async () => {
    const watch = await machine().until(100, { touching: true })
    await watch.until(900)
    expect(watch.found.map(({ kind }) => kind)).toEqual(['away'])
    expect(watch.found[0]).toMatchObject({ from: '1970-01-01T00:01:40Z' })
    expect(watch.found[0]?.at).toBeLessThanOrEqual(100 + LIMIT_S + 5)
    await watch.until(930, { touching: true })
    expect(watch.found.map(({ kind }) => kind)).toEqual(['away', 'gap'])
    const { to } = watch.found[1] as Extract<Found, { kind: 'gap' }>
    expect(watch.found[1]).toMatchObject({ from: '1970-01-01T00:01:40Z' })
    expect(to >= '1970-01-01T00:15:01Z' && to <= '1970-01-01T00:15:15Z').toBe(true)
  })

  test('does not take for away whoever works on', async () => {
    const watch = machine()
    for (let second = 0; second < 3600; second += 200) {
      await watch.until(second + 20, { touching: true })
      await watch.until(second + 200)
    }
    expect(watch.found).toEqual([])
  })

  test('grows between two questions, of which there are few', async () => {
    const watch = await machine().until(30, { touching: true })
    const before = watch.questions()
    await watch.until(60)
    expect(watch.idle()).toBeGreaterThanOrEqual(30_000)
    expect(watch.questions() - before).toBeLessThanOrEqual(3)
  })

  test('where nobody tells nobody is idle', async () => {
    const watch = machine()
    watch.hush()
    await watch.until(1000)
    expect(watch.idle()).toBeNull()
    expect(watch.found).toEqual([])
  })
})
