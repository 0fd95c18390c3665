import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayView } from '#shared/domain/day-view.ts'
import { overlapsIn, settled, type Keep } from '#shared/domain/overlap.ts'
import { workedByClock } from '#shared/domain/reshaped-entry.ts'
import { addSeconds, secondsBetween } from '#shared/kernel/instant.ts'
import { entrySchema, isSpan, type SpanEntry } from '#shared/model/entry.ts'
import { day } from '#shared/kernel/day.ts'
import { instant, ROME, testId } from '#tests/support/agreements.ts'

const MORNING = instant('2026-10-20T08:00:00Z')
const NOW = instant('2026-10-20T20:00:00Z')
const entry = (id: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: 7200 }), fc.integer({ min: 1, max: 7200 }), fc.boolean())
    .map(([from, lasts, runs]) => {
      const start = addSeconds(MORNING, from)
      const end = id === 2 && runs ? null : addSeconds(start, lasts)
      return entrySchema.parse({ id: testId(id), engagementId: null, note: `${id}`, start, end }) as SpanEntry
    })
const ended = (of: SpanEntry): SpanEntry => ({ ...of, end: of.end ?? NOW })
const sum = (spans: readonly SpanEntry[]): number =>
  spans.reduce((total, { start, end }) => total + secondsBetween(start, end ?? NOW), 0)

test('whosever the shared time is, it is worked once, and nothing else is lost', () => {
  fc.assert(
    fc.property(entry(1), entry(2), fc.constantFrom<Keep>('first', 'second', 'half'), (one, other, keep) => {
      const parts = settled(one, other, keep, NOW, () => testId(9))
      const view = dayView([one, other], day('2026-10-20'), ROME, NOW)
      if (!parts) {
        if (keep !== 'half') expect(view.twice).toBe(0)
        return
      }
      const left = parts.flat().filter(isSpan)
      expect(sum(left)).toBe(workedByClock([one, other].map(ended)))
      expect(workedByClock(left.map(ended))).toBe(sum(left))
      expect(overlapsIn(dayView(left, day('2026-10-20'), ROME, NOW))).toEqual([])
      // The timer runs on, unless all that it ran was the other's.
      const isKept = left.some((part) => part.end === null)
      if (other.end === null && keep !== 'first') expect(isKept).toBe(true)
    }),
  )
})

test('what is shared is told from the top, pair by pair, as the day counts it twice', () => {
  fc.assert(
    fc.property(entry(1), entry(2), (one, other) => {
      const view = dayView([one, other], day('2026-10-20'), ROME, NOW)
      const told = overlapsIn(view)
      expect(told.map(({ seconds }) => seconds)).toEqual(view.twice < 60 ? [] : [view.twice])
    }),
  )
})
