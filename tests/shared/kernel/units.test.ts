import { describe, expect, expectTypeOf, test } from 'vitest'
import { day, type Day, type Month } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { addSeconds, secondsBetween, type Instant, type Zone } from '#shared/kernel/instant.ts'
import {
  inSeconds,
  minor,
  minutes,
  seconds,
  sumOf,
  type Minor,
  type Minutes,
  type Seconds,
} from '#shared/kernel/units.ts'

/**
 * Checked by `tsc -p tests` (`npm run types`), which fails on a line that is not so; at run time nothing is asserted.
 */
describe('of two quantities none can be taken for the other', () => {
  test('amounts', () => {
    expectTypeOf<Seconds>().not.toExtend<Minor>()
    expectTypeOf<Seconds>().not.toExtend<Minutes>()
    expectTypeOf<Minutes>().not.toExtend<Seconds>()
    expectTypeOf<Minutes>().not.toExtend<Minor>()
    expectTypeOf<Minor>().not.toExtend<Seconds>()
    expectTypeOf<Minor>().not.toExtend<Minutes>()
  })

  test('points in time, and texts', () => {
    expectTypeOf<Day>().not.toExtend<Month>()
    expectTypeOf<Day>().not.toExtend<Instant>()
    expectTypeOf<Month>().not.toExtend<Day>()
    expectTypeOf<Month>().not.toExtend<Instant>()
    expectTypeOf<Instant>().not.toExtend<Day>()
    expectTypeOf<Instant>().not.toExtend<Month>()
    expectTypeOf<Id>().not.toExtend<Day>()
    expectTypeOf<Id>().not.toExtend<Instant>()
    expectTypeOf<Zone>().not.toExtend<Id>()
  })

  test('days and amounts', () => {
    expectTypeOf<Day>().not.toExtend<Seconds>()
    expectTypeOf<Day>().not.toExtend<Minor>()
    expectTypeOf<Seconds>().not.toExtend<Day>()
    expectTypeOf<Minor>().not.toExtend<Day>()
    expectTypeOf<Minutes>().not.toExtend<Day>()
  })

  test('a bare number or text is none of them, and each is still one', () => {
    expectTypeOf<number>().not.toExtend<Minor>()
    expectTypeOf<number>().not.toExtend<Seconds>()
    expectTypeOf<number>().not.toExtend<Minutes>()
    expectTypeOf<string>().not.toExtend<Day>()
    expectTypeOf<string>().not.toExtend<Month>()
    expectTypeOf<string>().not.toExtend<Instant>()
    expectTypeOf<string>().not.toExtend<Id>()
    expectTypeOf<Minor>().toExtend<number>()
    expectTypeOf<Seconds>().toExtend<number>()
    expectTypeOf<Minutes>().toExtend<number>()
    expectTypeOf<Day>().toExtend<string>()
  })

  test('a sum or a product has to be named anew', () => {
    const [amount, length] = [minor(1), seconds(1)]
    const [doubled, twice, mixed] = [amount + amount, length * 2, amount * length]
    expectTypeOf(doubled).toEqualTypeOf<number>()
    expectTypeOf(twice).toEqualTypeOf<number>()
    expectTypeOf(mixed).toEqualTypeOf<number>()
    expectTypeOf(sumOf([amount], (each) => each)).toEqualTypeOf<number>()
  })

  test('what makes one, and what turns one into another', () => {
    expectTypeOf(minor).returns.toEqualTypeOf<Minor>()
    expectTypeOf(seconds).returns.toEqualTypeOf<Seconds>()
    expectTypeOf(minutes).returns.toEqualTypeOf<Minutes>()
    expectTypeOf(day).returns.toEqualTypeOf<Day>()
    expectTypeOf(inSeconds).parameter(0).toEqualTypeOf<Minutes>()
    expectTypeOf(inSeconds).returns.toEqualTypeOf<Seconds>()
    expectTypeOf(secondsBetween).parameter(0).toEqualTypeOf<Instant>()
    expectTypeOf(secondsBetween).returns.toEqualTypeOf<Seconds>()
    expectTypeOf(addSeconds).parameter(0).toEqualTypeOf<Instant>()
  })
})

test('a quantity is an exact integer', () => {
  for (const make of [minor, seconds, minutes]) {
    expect(make(90)).toBe(90)
    expect(() => make(0.5)).toThrow('not an exact integer: 0.5')
    expect(() => make(Number.NaN)).toThrow('not an exact integer')
    expect(() => make(2 ** 53)).toThrow('not an exact integer')
    expect(Object.is(make(-0), 0)).toBe(true)
  }
})

test('minutes become seconds, and quantities add up', () => {
  expect(inSeconds(minutes(90))).toBe(5400)
  expect(sumOf([{ left: 2 }, { left: 3 }], ({ left }) => left)).toBe(5)
  expect(sumOf([], () => 1)).toBe(0)
})
