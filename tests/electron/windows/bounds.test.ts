import { describe, expect, test } from 'vitest'
import { frameOffset, windowBounds } from '#electron/windows/bounds.ts'

const display = { x: 0, y: 0, width: 1920, height: 1080 }
const right = { x: 1920, y: 0, width: 2560, height: 1440 }
const kept = (x: number, y: number, width = 1280, height = 800) => ({ x, y, width, height, maximized: false })

describe('the window opens', () => {
  test('at its usual size the first time', () => {
    expect(windowBounds(null, [display])).toEqual({ width: 1280, height: 800 })
  })

  test('smaller on a small display, but never too small to work in', () => {
    expect(windowBounds(null, [{ x: 0, y: 0, width: 1100, height: 700 }])).toEqual({ width: 1100, height: 700 })
    expect(windowBounds(null, [{ x: 0, y: 0, width: 800, height: 500 }])).toEqual({ width: 900, height: 600 })
  })

  test('at its usual size where the system tells no display', () => {
    expect(windowBounds(kept(10, 10), [])).toEqual({ width: 1280, height: 800 })
  })

  test('as it was left', () => {
    expect(windowBounds(kept(100, 50, 1000, 700), [display])).toEqual({ x: 100, y: 50, width: 1000, height: 700 })
  })

  test('on the display on which it was left, at the size it had there', () => {
    const left = kept(2000, 20, 2400, 1400)
    expect(windowBounds(left, [display, right])).toEqual({ x: 2000, y: 20, width: 2400, height: 1400 })
  })

  test.each([
    ['of a display that is gone', kept(2500, 100)],
    ['above the screen, where no hand reaches its title', kept(100, -300)],
    ['below it', kept(100, 1079)],
    ['but for a sliver', kept(-1270, 100)],
    ['far away', kept(2_000_000_000, -2_000_000_000)],
  ])('in a new place where it was left out of sight: %s', (_name, left) => {
    expect(windowBounds(left, [display])).toEqual({ width: 1280, height: 800 })
  })

  test('in its place where a part of it hangs over the edge', () => {
    expect(windowBounds(kept(1500, 700), [display])).toMatchObject({ x: 1500, y: 700 })
  })

  test('no larger than its display', () => {
    expect(windowBounds(kept(0, 0, 5000, 4000), [display])).toMatchObject({ width: 1920, height: 1080 })
  })
})

describe('the place that is kept', () => {
  const told = { x: 161, y: 120, width: 1280, height: 800 }

  test.each([
    ['a frame stands around it', { x: 160, y: 100 }, { x: 1, y: 20 }],
    ['there is no frame', { x: 161, y: 120 }, { x: 0, y: 0 }],
    ['the system chose it', {}, { x: 0, y: 0 }],
    ['it was moved far away meanwhile', { x: 600, y: 100 }, { x: 0, y: 0 }],
    ['it was moved up meanwhile', { x: 160, y: 130 }, { x: 0, y: 0 }],
  ])('does not wander where %s', (_name, asked, offset) => {
    expect(frameOffset(asked, told)).toEqual(offset)
  })
})
