import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chargedSeconds } from '#shared/domain/rounding.ts'
import { divideRounded, scaleRounded } from '#shared/kernel/rounding.ts'
import { minor, seconds } from '#shared/kernel/units.ts'
import { anyRounding } from '#tests/support/arbitrary.ts'

/** Half away from zero in exact arithmetic: away from zero by half the divisor, then cut off. */
function exactly(dividend: bigint, divisor: bigint): bigint {
  const size = (value: bigint): bigint => (value < 0n ? -value : value)
  const rounded = (2n * size(dividend) + size(divisor)) / (2n * size(divisor))
  return dividend < 0n === divisor < 0n ? rounded : -rounded
}

const anInteger = fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.integer({ min: -50, max: 50 }))
const aDivisor = fc.oneof(fc.integer(), fc.integer({ min: -50, max: 50 })).filter((value) => value !== 0)

test('a quotient is rounded half away from zero', () => {
  fc.assert(
    fc.property(anInteger, aDivisor, (dividend, divisor) => {
      expect(BigInt(divideRounded(dividend, divisor))).toBe(exactly(BigInt(dividend), BigInt(divisor)))
    }),
    { numRuns: 2000 },
  )
})

test('exact halves go away from zero, on both sides', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1e6 }), (whole, half) => {
      const dividend = whole * 2 * half + Math.sign(whole || 1) * half
      expect(divideRounded(dividend, 2 * half)).toBe(whole + Math.sign(whole || 1))
    }),
    { numRuns: 1000 },
  )
})

test('a product is rounded once, also beyond the safe integers', () => {
  const factor = fc.oneof(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: -100, max: 100 }))
  fc.assert(
    fc.property(factor, factor, aDivisor, (a, b, divisor) => {
      const exact = exactly(BigInt(a) * BigInt(b), BigInt(divisor))
      fc.pre(exact <= BigInt(Number.MAX_SAFE_INTEGER) && exact >= BigInt(Number.MIN_SAFE_INTEGER))
      expect(BigInt(scaleRounded(a, b, divisor))).toBe(exact)
    }),
    { numRuns: 2000 },
  )
})

test('what is charged is a whole number of steps, less than one step from what was worked', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400_000 }), anyRounding, (worked, rounding) => {
      const charged = chargedSeconds(seconds(worked), rounding)
      if (rounding.mode === 'none') {
        expect(charged).toBe(worked)
        return
      }
      const step = (rounding.minutes ?? 1) * 60
      expect(charged % step).toBe(0)
      expect(Math.abs(charged - worked)).toBeLessThanOrEqual(rounding.mode === 'up' ? step - 1 : step / 2)
      if (rounding.mode === 'up') expect(charged).toBeGreaterThanOrEqual(worked)
      // Half a step counts as one.
      if (rounding.mode === 'nearest' && worked % step === step / 2) expect(charged).toBeGreaterThan(worked)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  [5, 2, 3],
  [-5, 2, -3],
  [5, -2, -3],
  [1, 3, 0],
  [2, 3, 1],
  [-1, 3, 0],
  [0, 7, 0],
])('%i / %i is %i', (dividend, divisor, expected) => {
  expect(minor(divideRounded(dividend, divisor))).toBe(expected)
})
