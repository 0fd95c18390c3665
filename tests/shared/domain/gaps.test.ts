import { describe, expect, test } from 'vitest'
import { aroundGap, gapSeconds, gapToAsk, openGaps } from '#shared/domain/gaps.ts'
import { made } from '#shared/model/change.ts'
import { entrySchema, type TimeEntry } from '#shared/model/entry.ts'
import { gapSchema } from '#shared/model/gap.ts'
import { instant, testId } from '#tests/support/agreements.ts'
import { bookOf, newId } from '#tests/support/books.ts'
import { session } from '#tests/support/session.ts'

test('the earliest that was not put off is asked, all of them stay in sight', () => {
  const at = session()
  at.run('timer.start', { engagementId: null })
  for (const [from, to] of [
    ['13:20', '13:40'],
    ['13:50', '14:10'],
  ] as const) {
    at.now = instant(`2026-10-22T${to}:00Z`)
    at.run('gap.open', { from: instant(`2026-10-22T${from}:00Z`), to: at.now, cause: 'idle' })
  }
  const [first, second] = openGaps(at.book)
  expect([first?.from, second?.from]).toEqual(['2026-10-22T13:20:00Z', '2026-10-22T13:50:00Z'])
  expect(gapToAsk(at.book)).toBe(first)
  if (!first || !second) throw new Error('two gaps')
  // What follows the first was ended by the second: it runs no more.
  expect([aroundGap(at.book, first).goesOn, aroundGap(at.book, second).goesOn]).toEqual([null, 'fromEnd'])
  at.run('gap.answer', { id: first.id, answer: 'later' })
  expect(gapToAsk(at.book)?.id).toBe(second.id)
  expect(openGaps(at.book)).toHaveLength(2)
  expect(at.run('gap.answer', { id: testId(900), answer: 'later' }).ok).toBe(false)
})

describe('around a gap', () => {
  const span = (from: string, to: string | null) =>
    entrySchema.parse({
      id: newId(),
      engagementId: null,
      start: `2026-10-22T${from}:00Z`,
      end: to && `2026-10-22T${to}:00Z`,
    })
  const gapBetween = (before: TimeEntry | null, after: TimeEntry | null) =>
    gapSchema.parse({
      id: newId(),
      from: '2026-10-22T13:00:00Z',
      to: '2026-10-22T13:20:00Z',
      since: '2026-10-22T12:00:00Z',
      cause: 'idle',
      before: before?.id ?? null,
      after: after?.id ?? null,
      engagementId: null,
    })
  const around = (before: TimeEntry | null, after: TimeEntry | null, ...others: TimeEntry[]) => {
    const there = [before, after, ...others].flatMap((entry) => (entry ? [made('entries', entry)] : []))
    const { before: ends, after: goes, goesOn } = aroundGap(bookOf(...there), gapBetween(before, after))
    return [ends?.id === before?.id && ends !== null, goes?.id === after?.id && goes !== null, goesOn]
  }

  test('the entry before is the one that still ends with it', () => {
    expect(around(span('12:00', '13:00'), null)).toEqual([true, false, 'now'])
    expect(around(span('12:00', '12:59'), null)).toEqual([false, false, 'now'])
    expect(around(null, null)).toEqual([false, false, 'now'])
    const amount = entrySchema.parse({ id: newId(), engagementId: null, day: '2026-10-22', seconds: 60 })
    expect(around(amount, null)).toEqual([false, false, 'now'])
  })

  test('the timer goes on from its end while it runs, else from now, where nothing else does', () => {
    expect(around(span('12:00', '13:00'), span('13:20', null))).toEqual([true, true, 'fromEnd'])
    expect(around(span('12:00', '13:00'), span('13:20', '13:30'))).toEqual([true, true, null])
    expect(around(span('12:00', '13:00'), null, span('13:25', null))).toEqual([true, false, null])
    expect(aroundGap(bookOf(), gapBetween(null, span('13:20', '13:30')))).toEqual({
      before: null,
      after: null,
      goesOn: null,
    })
  })

  test('it is as long as its seconds, and open ones come by their beginning', () => {
    const gap = gapBetween(null, null)
    expect(gapSeconds(gap)).toBe(1200)
    const [later, earlier] = [{ ...gap, id: newId(), from: instant('2026-10-22T13:10:00Z') }, gap]
    expect(openGaps(bookOf(made('gaps', later), made('gaps', earlier)))).toEqual([earlier, later])
  })
})
