import { describe, expect, test } from 'vitest'
import { drawn, moved, resized, STEP, type Limits } from '#shared/domain/day-drag.ts'

const HOUR = 3600
const MIN = 60
const over: Limits = { length: 24 * HOUR, now: 48 * HOUR }
const atTen: Limits = { length: 24 * HOUR, now: 10 * HOUR + 2 * MIN }

describe('moved', () => {
  const nine = { from: 9 * HOUR, to: 10 * HOUR + 7 }

  test('falls on the grid, and lasts as long to the second', () => {
    expect(moved(nine, 2 * MIN + 29, over)).toBe(nine)
    expect(moved(nine, 2 * MIN + 30, over)).toEqual({ from: 9 * HOUR + STEP, to: 10 * HOUR + STEP + 7 })
    expect(moved(nine, -HOUR, over)).toEqual({ from: 8 * HOUR, to: 9 * HOUR + 7 })
    const odd = { from: 9 * HOUR + 61, to: 10 * HOUR }
    expect(moved(odd, 0, over)).toBe(odd)
    expect(moved(odd, 1, over)).toEqual({ from: 9 * HOUR, to: 10 * HOUR - 61 })
  })

  test('stays in the day', () => {
    expect(moved(nine, -20 * HOUR, over)).toEqual({ from: 0, to: HOUR + 7 })
    // The last step from which an hour and seven seconds are still in the day.
    expect(moved(nine, 20 * HOUR, over)).toEqual({ from: 23 * HOUR - STEP, to: 24 * HOUR - STEP + 7 })
    expect(moved({ from: 0, to: HOUR }, 30 * HOUR, over)).toEqual({ from: 23 * HOUR, to: 24 * HOUR })
  })

  test('never goes past now', () => {
    expect(moved({ from: 8 * HOUR, to: 9 * HOUR }, 5 * HOUR, atTen)).toEqual({ from: 9 * HOUR, to: 10 * HOUR })
  })

  test('keeps a step of what lies over a midnight in the day', () => {
    const before = { from: -HOUR, to: HOUR }
    expect(moved(before, -5 * HOUR, over)).toEqual({ from: STEP - 2 * HOUR, to: STEP })
    expect(moved(before, 40 * HOUR, over)).toEqual({ from: 24 * HOUR - STEP, to: 26 * HOUR - STEP })
    const after = { from: 23 * HOUR, to: 25 * HOUR }
    expect(moved(after, -40 * HOUR, over)).toEqual({ from: STEP - 2 * HOUR, to: STEP })
    expect(moved(after, 40 * HOUR, over)).toEqual({ from: 24 * HOUR - STEP, to: 26 * HOUR - STEP })
  })

  test('of what is past now already goes no further, and back', () => {
    const ahead = { from: 11 * HOUR, to: 12 * HOUR }
    expect(moved(ahead, HOUR, atTen)).toEqual({ from: 9 * HOUR, to: 10 * HOUR })
    expect(moved({ from: -2 * HOUR, to: 11 * HOUR }, HOUR, atTen).from).toBeLessThanOrEqual(-2 * HOUR)
  })
})

describe('resized', () => {
  const nine = { from: 9 * HOUR + 60, to: 10 * HOUR - 60 }

  test('has the edge on the grid, a step from the other at least', () => {
    expect(resized(nine, 'from', 8 * HOUR + 149, over)).toEqual({ from: 8 * HOUR, to: nine.to })
    expect(resized(nine, 'from', 8 * HOUR + 150, over)).toEqual({ from: 8 * HOUR + STEP, to: nine.to })
    expect(resized(nine, 'from', 12 * HOUR, over)).toEqual({ from: 9 * HOUR + 50 * MIN, to: nine.to })
    expect(resized(nine, 'to', 11 * HOUR + 149, over)).toEqual({ from: nine.from, to: 11 * HOUR })
    expect(resized(nine, 'to', 8 * HOUR, over)).toEqual({ from: nine.from, to: 9 * HOUR + 10 * MIN })
  })

  test('stays in the day and before now', () => {
    expect(resized(nine, 'from', -HOUR, over)).toEqual({ from: 0, to: nine.to })
    expect(resized(nine, 'to', 30 * HOUR, over)).toEqual({ from: nine.from, to: 24 * HOUR })
    expect(resized({ ...nine, to: 9 * HOUR + 30 * MIN }, 'to', 12 * HOUR, atTen)).toEqual({
      from: nine.from,
      to: 10 * HOUR,
    })
  })

  test('is as it was where there is no step to be had', () => {
    const first = { from: 0, to: STEP - 1 }
    expect(resized(first, 'from', 0, over)).toBe(first)
    expect(resized({ from: -60, to: STEP }, 'from', 0, over)).toEqual({ from: 0, to: STEP })
    const now = { from: 10 * HOUR - 60, to: 10 * HOUR + 60 }
    expect(resized(now, 'to', 12 * HOUR, atTen)).toBe(now)
    const step = { from: 10 * HOUR - STEP, to: 10 * HOUR - 60 }
    expect(resized(step, 'to', 12 * HOUR, atTen)).toEqual({ from: step.from, to: 10 * HOUR })
  })
})

describe('drawn', () => {
  test('is every step that was touched, in whichever direction', () => {
    expect(drawn(9 * HOUR + 61, 9 * HOUR + 11 * MIN, over)).toEqual({ from: 9 * HOUR, to: 9 * HOUR + 15 * MIN })
    expect(drawn(9 * HOUR + 11 * MIN, 9 * HOUR + 61, over)).toEqual({ from: 9 * HOUR, to: 9 * HOUR + 15 * MIN })
    expect(drawn(9 * HOUR, 9 * HOUR, over)).toEqual({ from: 9 * HOUR, to: 9 * HOUR + STEP })
  })

  test('stays in the day and before now', () => {
    expect(drawn(-HOUR, 26 * HOUR, over)).toEqual({ from: 0, to: 24 * HOUR })
    expect(drawn(25 * HOUR, 26 * HOUR, over)).toEqual({ from: 24 * HOUR - STEP, to: 24 * HOUR })
    expect(drawn(9 * HOUR, 12 * HOUR, atTen)).toEqual({ from: 9 * HOUR, to: 10 * HOUR })
  })

  test('is nothing where none of it has come to pass', () => {
    expect(drawn(10 * HOUR, 12 * HOUR, atTen)).toBeNull()
    expect(drawn(10 * HOUR - 1, 12 * HOUR, atTen)).toEqual({ from: 10 * HOUR - STEP, to: 10 * HOUR })
    expect(drawn(0, HOUR, { length: 24 * HOUR, now: -HOUR })).toBeNull()
  })
})
