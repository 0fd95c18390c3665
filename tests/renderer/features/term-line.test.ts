import { expect, test } from 'vitest'
import { withLength, type Draft } from '#renderer/features/retainers/draft.ts'
import { lineOf, windowAround } from '#renderer/features/retainers/term-line.ts'
import { withPause } from '#shared/domain/versions.ts'
import { addMonths, day, daysBetween, type Day } from '#shared/kernel/day.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { agreement } from '#tests/support/agreements.ts'
import { retainer } from '#tests/support/bills.ts'

const today = day('2026-11-28')
const window = windowAround(today)
const dayAt = (share: number): Day => {
  const days = Math.round(share * daysBetween(window.from, window.to))
  return addMonths(
    window.from,
    Array.from({ length: 19 }, (_, n) => n).find((n) => daysBetween(window.from, addMonths(window.from, n)) >= days) ??
      0,
  )
}
const pieces = (terms: Partial<Agreement>, from: string, to: string | null) => {
  const agreed = agreement({ startsOn: day('2026-06-01'), term: { periods: 12, atEnd: 'ends' }, ...terms })
  const versions = withPause(agreed.versions, { from: day(from), to: to === null ? null : day(to) })
  return lineOf(retainer({ ...agreed, versions }), window, today).pieces.map(
    (piece) => `${piece.kind} ${dayAt(piece.from)} ${dayAt(piece.to)}`,
  )
}

test('a pause is a gap in what is owed, drawn as what it is, and no further than the window and the agreement', () => {
  expect(pieces({}, '2027-02-01', '2027-04-01')).toEqual([
    'gone 2026-06-01 2026-12-01',
    'signed 2026-12-01 2027-02-01',
    'signed 2027-04-01 2027-06-01',
    'paused 2027-02-01 2027-04-01',
  ])
  expect(pieces({}, '2027-02-01', null).at(-1)).toBe('paused 2027-02-01 2027-06-01')
  expect(pieces({ term: { periods: 12, atEnd: 'renews' } }, '2027-08-01', null).at(-1)).toBe(
    'paused 2027-08-01 2027-11-01',
  )
  expect(pieces({}, '2026-06-01', '2026-07-01')[0]).toBe('gone 2026-07-01 2026-12-01')
})

test('a term, and what a trial leads to, begin as half a year in whatever periods; what was typed stays', () => {
  const draft = { every: 'month', periods: '3', leadsTo: '6' } as Draft
  expect(withLength(draft, 'quarter')).toEqual({ every: 'quarter', periods: '3', leadsTo: '2' })
  expect(withLength({ ...draft, every: 'quarter', periods: '2', leadsTo: '2' }, 'year')).toEqual({
    every: 'year',
    periods: '1',
    leadsTo: '1',
  })
  expect(withLength({ ...draft, leadsTo: '9' }, 'quarter')).toEqual({ every: 'quarter', periods: '3', leadsTo: '9' })
})
