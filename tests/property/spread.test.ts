import fc from 'fast-check'
import { expect, test } from 'vitest'
import { medianTo, spreadOf } from '#shared/kernel/spread.ts'

const someFigures = fc.array(fc.oneof(fc.integer({ min: 0, max: 1e10 }), fc.integer({ min: 0, max: 20 })), {
  minLength: 1,
  maxLength: 24,
})

test('the deviation is the nearest integer to the root of the variance', () => {
  fc.assert(
    fc.property(someFigures, (figures) => {
      const { deviation, sum, variationBasisPoints } = spreadOf(figures) ?? expect.fail()
      const count = BigInt(figures.length)
      const squares = figures.reduce((all, figure) => all + BigInt(figure) ** 2n, 0n)
      const variance = count * squares - BigInt(sum) ** 2n
      // d - ½ ≤ √v ÷ n < d + ½, without a root.
      const isRoot = (value: number, by: bigint, scale: bigint): boolean => {
        const [low, high] = [(2n * BigInt(value) - 1n) * by, (2n * BigInt(value) + 1n) * by]
        const scaled = 4n * variance * scale * scale
        return (low <= 0n || low * low <= scaled) && scaled < high * high
      }
      expect(isRoot(deviation, count, 1n)).toBe(true)
      if (sum === 0) expect(variationBasisPoints).toBeNull()
      else expect(isRoot(variationBasisPoints ?? -1, BigInt(sum), 10_000n)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('mean, least and most are where they have to be', () => {
  fc.assert(
    fc.property(someFigures, (figures) => {
      const { mean, least, most, sum, deviation } = spreadOf(figures) ?? expect.fail()
      expect(least <= mean && mean <= most).toBe(true)
      expect(figures).toContain(least)
      expect(figures).toContain(most)
      expect(figures.every((figure) => least <= figure && figure <= most)).toBe(true)
      expect(Math.abs(mean * figures.length - sum) * 2).toBeLessThanOrEqual(figures.length)
      // Nothing strays from the mean by more than half of what lies between the ends.
      expect(deviation * 2).toBeLessThanOrEqual(most - least + 1)
      expect(spreadOf(figures.toReversed())).toEqual(spreadOf(figures))
    }),
    { numRuns: 1000 },
  )
})

test('a median has as many on either side', () => {
  fc.assert(
    fc.property(someFigures, (figures) => {
      const median = medianTo(1, figures)
      const below = figures.filter((figure) => figure < median).length
      const above = figures.filter((figure) => figure > median).length
      expect(Math.max(below, above) * 2).toBeLessThanOrEqual(figures.length)
      expect(medianTo(1800, figures) % 1800).toBe(0)
      expect(Math.abs(medianTo(1800, figures) - median)).toBeLessThanOrEqual(900)
    }),
    { numRuns: 1000 },
  )
})
