import { expect, test } from 'vitest'
import { isId } from '#shared/kernel/id.ts'
import { addSeconds, instantOf, isInstant, isZone, secondsBetween } from '#shared/kernel/instant.ts'
import { instant, testId } from '#tests/support/agreements.ts'

test.each([
  ['2026-03-04T08:30:00Z', true],
  ['2026-03-04T08:30:00.500Z', false],
  ['2026-03-04T08:30:00', false],
  ['2026-03-04T08:30:00+01:00', false],
  ['2026-02-28T23:59:59Z', true],
  ['2026-02-30T10:00:00Z', false],
  ['2026-03-04T24:00:00Z', false],
  ['2026-03-04T25:00:00Z', false],
  ['2026-03-04T08:60:00Z', false],
  ['2026-13-04T08:30:00Z', false],
  ['2026-03-04', false],
])('%s is an instant: %s', (text, expected) => {
  expect(isInstant(text)).toBe(expected)
})

test('an instant is written to the second, the rest cut off', () => {
  expect(instantOf(Date.parse('2026-03-04T08:30:00.999Z'))).toBe('2026-03-04T08:30:00Z')
})

test('elapsed time goes both ways', () => {
  const [from, to] = [instant('2026-03-29T00:30:00Z'), instant('2026-03-29T02:00:00Z')]
  expect(secondsBetween(from, to)).toBe(5400)
  expect(secondsBetween(to, from)).toBe(-5400)
  expect(addSeconds(from, 5400)).toBe(to)
})

test.each([
  ['Europe/Rome', true],
  ['Australia/Lord_Howe', true],
  ['Mars/Olympus', false],
  ['', false],
])('%s is a zone: %s', (text, expected) => {
  expect(isZone(text)).toBe(expected)
})

test.each([
  [testId(1), true],
  ['0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b', true],
  ['0199a1b2-c3d4-4e5f-8a6b-7c8d9e0f1a2b', false],
  ['0199A1B2-C3D4-7E5F-8A6B-7C8D9E0F1A2B', false],
  ['__proto__', false],
  ['constructor', false],
  ['', false],
])('%s is an id: %s', (text, expected) => {
  expect(isId(text)).toBe(expected)
})
