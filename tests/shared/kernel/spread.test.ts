import { describe, expect, test } from 'vitest'
import { medianTo, spreadOf } from '#shared/kernel/spread.ts'

describe('how far apart figures are', () => {
  test('exact, each rounded once', () => {
    // Mean 5, deviations 3, 1, 1, 1, 0, 0, 2, 4: the variance is 4.
    expect(spreadOf([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({
      sum: 40,
      mean: 5,
      least: 2,
      most: 9,
      deviation: 2,
      variationBasisPoints: 4000,
    })
    // Mean 1.5, deviation 0.5: both are halves, and go up.
    expect(spreadOf([1, 2])).toEqual({ sum: 3, mean: 2, least: 1, most: 2, deviation: 1, variationBasisPoints: 3333 })
    // Mean 2/3, deviation √2/3 = 0.4714: by the mean 0.70711.
    expect(spreadOf([0, 1, 1])).toMatchObject({ mean: 1, deviation: 0, variationBasisPoints: 7071 })
  })

  test('of one figure, and of figures that are alike, it is nothing', () => {
    expect(spreadOf([7])).toEqual({ sum: 7, mean: 7, least: 7, most: 7, deviation: 0, variationBasisPoints: 0 })
    expect(spreadOf([3, 3, 3])).toMatchObject({ deviation: 0, variationBasisPoints: 0 })
  })

  test('there is no share of a mean of nothing or less, and no spread of nothing', () => {
    expect(spreadOf([0, 0])).toMatchObject({ sum: 0, deviation: 0, variationBasisPoints: null })
    expect(spreadOf([-3, 1])).toMatchObject({ sum: -2, mean: -1, deviation: 2, variationBasisPoints: null })
    expect(spreadOf([])).toBeNull()
  })

  test('exact where squares leave the safe integers', () => {
    expect(spreadOf([1e12, 1e12 + 2])).toMatchObject({ mean: 1e12 + 1, deviation: 1, variationBasisPoints: 0 })
  })
})

test.each([
  [[], 0],
  [[3600], 3600],
  // Of an odd count the middle one, in whichever order they come.
  [[36_000, 1800, 7200], 7200],
  [[5, 1, 4, 2, 3].map((hours) => hours * 3600), 3 * 3600],
  // Of an even count the mean of the two middle ones.
  [[3600, 7200], 5400],
  [[3600, 3600, 7200, 36_000], 5400],
  // To the half hour, a quarter of an hour up; 899.5 s is less than one, and is not rounded twice.
  [[899], 0],
  [[900], 1800],
  [[2699], 1800],
  [[2700], 3600],
  [[899, 900], 0],
  [[899, 901], 1800],
])('the median of %j to the half hour is %i', (figures, expected) => {
  expect(medianTo(1800, figures)).toBe(expected)
})

test('the figures are left in their order', () => {
  const figures = [3, 1, 2]
  expect(medianTo(1, figures)).toBe(2)
  expect(figures).toEqual([3, 1, 2])
})
