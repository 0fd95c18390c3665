import { describe, expect, test } from 'vitest'
import { cutDays, dayOfCut } from '#renderer/features/time/cut-day.ts'
import type { Day } from '#shared/kernel/day.ts'
import { atWallClock, type Instant, type Zone } from '#shared/kernel/instant.ts'

describe('the day on which an entry is cut', () => {
  const rome = 'Europe/Rome' as Zone
  const start = '2026-10-19T20:00:00Z' as Instant // 22:00 on Monday
  const on = (days: readonly Day[], chosen: string, from: string, to: string, second: number) =>
    dayOfCut(days, chosen as Day, (each) => {
      const at = atWallClock(each, second, rome)
      return at > from && at < to
    })

  test('is any on which it lies', () => {
    expect(cutDays(start, '2026-10-21T08:00:00Z' as Instant, rome)).toEqual(['2026-10-19', '2026-10-20', '2026-10-21'])
    expect(cutDays(start, '2026-10-19T22:00:00Z' as Instant, rome)).toEqual(['2026-10-19'])
  })

  test('is the chosen one, unless the time is in it on another alone', () => {
    const [night, long] = ['2026-10-20T00:00:00Z', '2026-10-21T08:00:00Z']
    const two = cutDays(start, night as Instant, rome)
    expect(on(two, '2026-10-20', start, night, 23 * 3600)).toBe('2026-10-19')
    expect(on(two, '2026-10-19', start, night, 3600)).toBe('2026-10-20')
    const three = cutDays(start, long as Instant, rome)
    expect(on(three, '2026-10-20', start, long, 23 * 3600)).toBe('2026-10-20')
    expect(on(three, '2026-10-19', start, long, 23 * 3600)).toBe('2026-10-19')
    expect(on(three, '2026-10-21', start, long, 12 * 3600)).toBe('2026-10-20')
  })
})
