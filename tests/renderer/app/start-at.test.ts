import { expect, test } from 'vitest'
import { startAt } from '#renderer/app/start-at.ts'
import { instant, ROME } from '#tests/support/agreements.ts'

const at = (clock: string, start: string, now: string): string => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return startAt(hours * 3600 + minutes * 60, instant(start), instant(now), ROME)
}

test('a time of today', () => {
  expect(at('9:15', '2026-10-22T08:00:00Z', '2026-10-22T12:00:00Z')).toBe('2026-10-22T07:15:00Z')
})

test('past midnight a late hour was yesterday', () => {
  expect(at('23:40', '2026-10-21T22:20:00Z', '2026-10-21T22:30:00Z')).toBe('2026-10-21T21:40:00Z')
})

test('of a timer that ran all night, yesterday evening', () => {
  expect(at('17:00', '2026-10-21T16:00:00Z', '2026-10-22T08:00:00Z')).toBe('2026-10-21T15:00:00Z')
})

test('a time that is still ahead stays ahead, so that it is refused', () => {
  expect(at('15:00', '2026-10-22T11:50:00Z', '2026-10-22T12:00:00Z')).toBe('2026-10-22T13:00:00Z')
})
