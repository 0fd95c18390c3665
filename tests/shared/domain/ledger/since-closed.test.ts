import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adjustments } from '#shared/domain/ledger/closing.ts'
import { ledger } from '#shared/domain/ledger/ledger.ts'
import { sinceClosed } from '#shared/domain/ledger/since-closed.ts'
import { doneOf } from '#shared/domain/book.ts'
import { day } from '#shared/kernel/day.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { agreement, testId } from '#tests/support/agreements.ts'
import { minor } from '#shared/kernel/units.ts'
import { session } from '#tests/support/session.ts'

const january = day('2026-01-01')

function closedJanuary(hours: number, late: number) {
  const at = session('2026-02-02T09:00:00Z')
  at.run('client.create', { name: 'Acme', currency: 'EUR', language: 'en', listRate: minor(10_000) })
  const ran = at.run('retainer.create', {
    clientId: testId(1),
    agreement: agreement({ rollover: { periods: 1, cap: null } }),
  })
  if (!ran.ok || !ran.made) throw new Error('no retainer')
  const engagementId = ran.made
  const work = (on: string, seconds: number) =>
    at.run('entry.create', { engagementId, when: { day: day(on), seconds } })
  work('2026-01-10', hours * 3600)
  expect(at.run('period.close', { engagementId, start: january })).toMatchObject({ ok: true })
  if (late > 0) work('2026-01-20', late * 3600)
  const retainer = at.book.workspace.tables.engagements.get(engagementId) as Retainer
  return { retainer, done: doneOf(at.book, engagementId) }
}

test('a closed period that is as it was reported has no line; one that is not says by how much in every figure', () => {
  const same = closedJanuary(8, 0)
  expect([...sinceClosed(same.retainer.agreement, same.done, day('2026-02-28'))]).toEqual([])
  const { retainer, done } = closedJanuary(8, 4.5)
  const now = sinceClosed(retainer.agreement, done, day('2026-02-28')).get(january)
  expect(now).toMatchObject({ used: 12.5 * 3600, overage: 2.5 * 3600, carriedOut: 0, overageAmount: 25_000 })
})

test('what the next period opens with beyond what was reported is what the line says is carried', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 9 }), (hours, late) => {
      const { retainer, done } = closedJanuary(hours, late)
      const [was, next] = ledger(retainer.agreement, done, day('2026-02-28'))
      const since = sinceClosed(retainer.agreement, done, day('2026-02-28'))
      const now = since.get(january)
      expect(next?.adjusted).toBe((now?.carriedOut ?? NaN) - (was?.carriedOut ?? NaN))
      expect([...since.keys()]).toEqual(adjustments(retainer.agreement, done).map(({ closing }) => closing.start))
    }),
    { numRuns: 25 },
  )
})
