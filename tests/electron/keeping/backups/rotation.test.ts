import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toKeep } from '#electron/keeping/backups/rotation.ts'
import { instantOf, type Instant } from '#shared/kernel/instant.ts'

const HOUR = 3_600_000
const START = Date.UTC(2026, 0, 1)
const backup = (ms: number, why: 'hourly' | 'byHand' = 'hourly') => {
  const at = instantOf(ms)
  return { name: at.replaceAll(':', '-'), at, why }
}
const every = (hours: number, count: number) =>
  Array.from({ length: count }, (_, index) => backup(START + index * hours * HOUR))

describe('which backups stay', () => {
  it('hourly 24, daily 30, weekly 26, of each month one', () => {
    const two = every(1, 24 * 365 * 2)
    const kept = [...toKeep(two)].toSorted()
    // 24 months; 26 weeks and 30 days overlap with one another and with the last day of some months.
    expect(kept.filter((name) => name >= '2027-12-31')).toHaveLength(24)
    const days = new Set(kept.map((name) => name.slice(0, 10)))
    for (let back = 0; back < 30; back++) expect(days).toContain(instantOf(Date.UTC(2027, 11, 31 - back)).slice(0, 10))
    expect(new Set(kept.map((name) => name.slice(0, 7))).size).toBe(24)
    expect(kept.length).toBeLessThan(24 + 30 + 26 + 24)
  })

  it('a month once it is over keeps its last for ever', () => {
    const kept = toKeep([...every(24, 20), backup(Date.UTC(2040, 0, 1)), ...every(24, 3000).slice(2700)])
    expect(kept).toContain('2026-01-20T00-00-00Z')
  })

  it('what the user asked for is not driven out by the hours', () => {
    const asked = backup(START, 'byHand')
    expect(toKeep([asked, ...every(1, 2000).slice(1)])).toContain(asked.name)
  })

  it('the newest always stays, and to rotate twice is to rotate once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 200 }), (hours) => {
        const all = hours.map((hour) => backup(START + hour * HOUR))
        const kept = toKeep(all)
        const newest = all
          .map(({ name }) => name)
          .toSorted()
          .at(-1)
        expect(kept).toContain(newest)
        const left = all.filter(({ name }) => kept.has(name))
        expect(toKeep(left)).toEqual(kept)
        const months = (list: readonly { at: Instant }[]) => new Set(list.map(({ at }) => at.slice(0, 7)))
        expect(months(left)).toEqual(months(all))
      }),
      { numRuns: 1000 },
    )
  })
})
