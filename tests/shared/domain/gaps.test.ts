import { expect, test } from 'vitest'
import { aroundGap, gapToAsk, openGaps } from '#shared/domain/gaps.ts'
import { instant, testId } from '#tests/support/agreements.ts'
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
