import { describe, expect, it } from 'vitest'
import { clockOf } from '#electron/storage/clock.ts'

const at = (time: string): number => Date.parse(time)

describe('the hybrid logical clock', () => {
  it('writes the wall clock, a counter and the device', () => {
    const clock = clockOf('here', () => at('2026-03-04T08:30:00.123Z'))
    expect([clock.next(), clock.next()]).toEqual([
      '2026-03-04T08:30:00.123Z-0000-here',
      '2026-03-04T08:30:00.123Z-0001-here',
    ])
  })

  it('never goes back when the wall clock does', () => {
    const times = ['2026-03-04T08:30:00Z', '2020-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '2026-03-04T08:30:01Z'].map(
      at,
    )
    const clock = clockOf('here', () => times.shift() ?? 0)
    const moments = [clock.next(), clock.next(), clock.next(), clock.next()]
    expect(moments).toEqual(moments.toSorted())
    expect(new Set(moments).size).toBe(4)
    expect(moments.at(-1)).toBe('2026-03-04T08:30:01.000Z-0000-here')
  })

  it('is later than all it has seen, of any device', () => {
    const clock = clockOf('here', () => at('2026-03-04T08:30:00Z'))
    clock.saw('2026-03-05T00:00:00.000Z-002a-elsewhere')
    clock.saw('2026-03-05T00:00:00.000Z-0007-elsewhere')
    clock.saw('2026-03-04T00:00:00.000Z-00ff-elsewhere')
    clock.saw('no moment at all')
    expect(clock.last()).toBe('2026-03-05T00:00:00.000Z-002a-here')
    expect(clock.next()).toBe('2026-03-05T00:00:00.000Z-002b-here')
  })

  it('goes on into the next millisecond when the counter is full', () => {
    const clock = clockOf('here', () => at('2026-03-04T08:30:00Z'))
    clock.saw('2026-03-04T08:30:00.000Z-ffff-here')
    expect(clock.next()).toBe('2026-03-04T08:30:00.001Z-0000-here')
  })
})
