import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shares } from '#shared/kernel/shares.ts'

const aWhole = fc.oneof(fc.integer({ min: -200, max: 200 }), fc.maxSafeInteger())
const aWeight = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.maxSafeNat())
const theWeights = fc.array(aWeight, { minLength: 1, maxLength: 12 })
const exact = (values: readonly number[]): bigint => values.reduce((sum, value) => sum + BigInt(value), 0n)

test('shares add up to the whole, each within one unit of its exact share', () => {
  fc.assert(
    fc.property(aWhole, theWeights, (whole, weights) => {
      const parts = shares(whole, weights)
      expect(exact(parts)).toBe(BigInt(whole))
      const all = exact(weights)
      if (all === 0n) return
      for (const [index, part] of parts.entries()) {
        const off = BigInt(part) * all - BigInt(whole) * BigInt(weights[index] ?? 0)
        expect(off < all && -off < all).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})

test('the larger weight never gets less, of two that are equal the earlier gets the odd unit', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10_000 }), theWeights, (whole, weights) => {
      const parts = shares(whole, weights)
      for (const [a, weight] of weights.entries())
        for (const [b, other] of weights.entries()) {
          const apart = (parts[a] ?? 0) - (parts[b] ?? 0)
          if (weight > other) expect(apart).toBeGreaterThanOrEqual(0)
          if (weight === other && a < b) expect([0, 1]).toContain(apart)
        }
    }),
    { numRuns: 1000 },
  )
})

test('a credit takes back exactly what the debit gave', () => {
  fc.assert(
    fc.property(aWhole, theWeights, (whole, weights) => {
      const back = shares(-whole, weights)
      expect(shares(whole, weights).map((part, index) => part + (back[index] ?? Number.NaN))).toEqual(
        weights.map(() => 0),
      )
    }),
    { numRuns: 1000 },
  )
})
