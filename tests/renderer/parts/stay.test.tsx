// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { pieceLots, stayShape } from '#renderer/parts/stay-geometry.ts'
import { Stay } from '#renderer/parts/stay.tsx'

afterEach(cleanup)

const lot = fc.record({
  kind: fc.constantFrom('carried' as const, 'included' as const, 'topUp' as const),
  granted: fc.integer({ min: 0, max: 20_000 }),
  used: fc.integer({ min: 0, max: 30_000 }),
})
const stay = fc.record({
  lots: fc.array(lot, { maxLength: 12 }),
  over: fc.integer({ min: 0, max: 20_000 }),
  today: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  overRoom: fc.option(fc.double({ min: 0, max: 0.5, noNaN: true }), { nil: undefined }),
})

test('the parts of a stay make one whole, and each lies inside it', () => {
  fc.assert(
    fc.property(stay, (input) => {
      const shape = stayShape(input)
      const sum = shape.lots.reduce((total, { share }) => total + share, 0) + shape.over + shape.free
      expect(sum).toBeCloseTo(1, 9)
      for (const { share, filled } of shape.lots) {
        expect(share).toBeGreaterThan(0)
        expect(filled).toBeGreaterThanOrEqual(0)
        expect(filled).toBeLessThanOrEqual(1)
      }
      if (shape.tick !== null) {
        const granted = shape.lots.reduce((total, { share }) => total + share, 0)
        expect(shape.tick.at).toBeLessThanOrEqual(granted + 1e-9)
        expect(shape.tick.gaps).toBeLessThan(Math.max(1, shape.lots.length))
      }
    }),
  )
})

test('in a list with room for going over, all ticks of a day stand at one place', () => {
  fc.assert(
    fc.property(stay, stay, (one, other) => {
      const places = [one, other]
        .map((input) => stayShape({ ...input, overRoom: 0.2, today: 0.71 }).tick?.at)
        .filter((at) => at !== undefined)
      for (const at of places) expect(at).toBeCloseTo(0.71 * 0.8, 9)
    }),
  )
})

test('today is of what was granted, not of the overrun', () => {
  const shape = stayShape({ lots: [{ kind: 'included', granted: 720, used: 720 }], over: 240, today: 0.5 })
  expect(shape.lots[0]?.share).toBeCloseTo(0.75)
  expect(shape.over).toBeCloseTo(0.25)
  expect(shape.tick).toEqual({ at: 0.375, gaps: 0 })
})

test('the tick counts the gaps before it', () => {
  const shape = stayShape({ lots: pieceLots(4, 3), today: 0.71 })
  expect(shape.lots.map(({ filled }) => filled)).toEqual([1, 1, 1, 0])
  expect(shape.tick).toEqual({ at: 0.71, gaps: 2 })
})

test('many pieces are one lot, and none is an empty track', () => {
  expect(pieceLots(40, 12)).toEqual([{ kind: 'included', granted: 40, used: 12 }])
  expect(stayShape({ lots: [] })).toEqual({ lots: [], over: 0, free: 1, tick: null })
})

test('it is a picture with its sentence as name', () => {
  render(<Stay label="7:10 of 12:00 used" lots={[{ kind: 'included', granted: 720, used: 430 }]} today={0.71} />)
  expect(screen.getByRole('img', { name: '7:10 of 12:00 used' })).toBeTruthy()
})
