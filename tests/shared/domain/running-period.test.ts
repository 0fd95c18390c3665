import { expect, test } from 'vitest'
import { ledger } from '#shared/domain/ledger/ledger.ts'
import { standingOf } from '#shared/domain/standing.ts'
import { doneOf, type Book } from '#shared/domain/book.ts'
import { periodNow } from '#shared/domain/running-period.ts'
import { day } from '#shared/kernel/day.ts'
import { addSeconds, type Instant } from '#shared/kernel/instant.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { agreement, instant, testId } from '#tests/support/agreements.ts'
import { session, type Session } from '#tests/support/session.ts'

const HOUR = 3600
const RETAINER = testId(2)

function begin(terms: Partial<Agreement> = {}, now = '2026-10-22T13:11:00Z'): Session {
  const at = session(now)
  at.run('client.create', { name: 'Halden & Reyes', currency: 'EUR', language: 'en', listRate: minor(10_000) })
  at.run('retainer.create', { clientId: testId(1), agreement: agreement(terms) })
  return at
}
function retainerIn({ workspace }: Book): Retainer {
  const retainer = workspace.tables.engagements.get(RETAINER)
  if (retainer?.kind !== 'retainer') throw new Error('no retainer')
  return retainer
}
const nowIn = ({ book, now }: Session, later = 0) => periodNow(book, retainerIn(book), addSeconds(now, later))
const start = (at: Session, from: Instant): void =>
  void at.run('timer.start', { engagementId: RETAINER, at: from, note: '' })

test('while nothing changes it is not worked out again', () => {
  const at = begin()
  const before = nowIn(at)
  expect(before).not.toBeNull()
  expect(nowIn(at, 600)).toBe(before)
  at.run('entry.create', { engagementId: RETAINER, when: { day: '2026-10-05', seconds: HOUR } })
  expect(nowIn(at)?.row.used).toBe(HOUR)
  expect(nowIn(at, 600)).toBe(nowIn(at))
})

test('another day has another pace', () => {
  const at = begin()
  at.run('entry.create', { engagementId: RETAINER, when: { day: '2026-10-22', seconds: HOUR } })
  expect(nowIn(at)?.pace).toEqual({ amount: 0, days: 20 })
  expect(nowIn(at, 24 * HOUR)?.pace).toEqual({ amount: HOUR, days: 20 })
})

test('a minute of the timer moves the period by a minute, and not the pace', () => {
  const at = begin()
  start(at, instant('2026-10-22T12:11:00Z'))
  expect(nowIn(at)?.row.used).toBe(HOUR)
  expect(nowIn(at, 60)?.row.used).toBe(HOUR + 60)
  expect(nowIn(at, 60)?.pace).toEqual({ amount: 0, days: 20 })
})

test('a timer on other work moves nothing, nor does one that has yet to begin', () => {
  const at = begin()
  start(at, at.now)
  expect(nowIn(at)?.row.used).toBe(0)
  at.run('timer.start', { engagementId: null, note: '' })
  expect(nowIn(at, 600)?.row.used).toBe(0)
})

test('a timer since yesterday moves the pace by what it ran yesterday', () => {
  const at = begin({}, '2026-10-22T06:00:00Z')
  start(at, instant('2026-10-21T20:00:00Z')) // two hours before midnight in Rome
  expect(nowIn(at)).toMatchObject({ row: { used: 10 * HOUR }, pace: { amount: 2 * HOUR, days: 20 } })
})

test('a timer since the period before moves what that one hands on', () => {
  const at = begin({ rollover: { periods: 1, cap: null } }, '2026-10-01T06:00:00Z')
  at.run('entry.create', { engagementId: RETAINER, when: { day: '2026-09-05', seconds: 9 * HOUR } })
  // Nine of August's ten hours are used in September, and an hour of September's own once the timer ran two.
  expect(nowIn(at)?.row.opening).toBe(10 * HOUR)
  start(at, instant('2026-09-30T20:00:00Z'))
  expect(nowIn(at)).toMatchObject({ row: { opening: 9 * HOUR, used: 8 * HOUR }, pace: { amount: 11 * HOUR } })
})

test('of units a timer moves nothing but the hours worked', () => {
  const at = begin({ basis: 'deliverables' })
  at.run('delivery.record', { engagementId: RETAINER, day: '2026-10-05', units: 3 })
  at.run('delivery.record', { engagementId: RETAINER, day: '2026-09-30', units: 2 })
  start(at, instant('2026-10-21T20:00:00Z'))
  expect(nowIn(at)).toMatchObject({ row: { used: 3, worked: 17 * HOUR + 660 }, pace: { amount: 5, days: 20 } })
})

test('a period that was closed stands as it was reported', () => {
  const at = begin({ endsOn: day('2026-10-22') }, '2026-10-22T13:00:00Z')
  const { agreement: agreed } = retainerIn(at.book)
  const [last] = ledger(agreed, doneOf(at.book, RETAINER), day('2026-10-22')).slice(-1)
  expect(last?.isClosed).toBe(false)
  at.now = instant('2026-10-23T08:00:00Z')
  for (const start of [...Array(10).keys()].map((month) => day(`2026-${String(month + 1).padStart(2, '0')}-01`)))
    at.run('period.close', { engagementId: RETAINER, start })
  at.now = instant('2026-10-22T13:00:00Z')
  start(at, instant('2026-10-22T12:00:00Z'))
  expect(nowIn(at)?.row).toMatchObject({ isClosed: true, used: 0 })
})

test('there is none before the start', () => {
  const at = begin({ startsOn: day('2026-11-01') })
  expect(nowIn(at)).toBeNull()
  expect(standingOf(at.book, retainerIn(at.book), at.now)).toBeNull()
})
