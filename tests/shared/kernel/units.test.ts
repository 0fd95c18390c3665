import { expect, test } from 'vitest'
import type { Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Instant } from '#shared/kernel/instant.ts'
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

const pays = (amount: Minor): number => amount
const lasts = (length: Seconds): number => length
const agrees = (length: Minutes): number => length

/** Compiled, never run: each line after an `expect-error` has to be wrong. */
export function doesNotCompile(day: Day, instant: Instant, id: Id): void {
  // @ts-expect-error minutes are not money
  pays(minutes(60))
  // @ts-expect-error seconds are not money
  pays(seconds(60))
  // @ts-expect-error money is not time
  lasts(minor(60))
  // @ts-expect-error minutes are not seconds: `inSeconds` says so
  lasts(minutes(60))
  // @ts-expect-error seconds are not minutes
  agrees(seconds(60))
  // @ts-expect-error a bare number is none of them
  pays(60)
  // @ts-expect-error a sum has to be named anew
  pays(minor(1) + minor(2))
  // @ts-expect-error a text is not a day
  const aDay: Day = '2026-10-22'
  // @ts-expect-error an instant is not a day
  const another: Day = instant
  // @ts-expect-error a day is not an instant
  const moment: Instant = day
  // @ts-expect-error an id is not an instant
  const made: Instant = id
  lasts(Number(aDay) as Seconds)
  lasts(inSeconds(minutes(Number(another))))
  pays(Number(moment) as Minor)
  pays(Number(made) as Minor)
}

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
