import { describe, expect, test } from 'vitest'
import { attention } from '#shared/domain/attention.ts'
import { remindersOf } from '#shared/domain/reminders.ts'
import { termAt } from '#shared/domain/term.ts'
import { day } from '#shared/kernel/day.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { made } from '#shared/model/change.ts'
import { retainerSchema } from '#shared/model/engagement.ts'
import { agreement, testId } from '#tests/support/agreements.ts'
import { bookOf, clientNamed } from '#tests/support/books.ts'

const of = (atEnd: Agreement['term']['atEnd'], endsOn: string | null = null): Agreement =>
  agreement({ term: { periods: 3, atEnd }, noticeDays: 30, endsOn: endsOn === null ? null : day(endsOn) })

describe('the running term', () => {
  test.each([
    ['ends', null, '2026-02-10', { startsOn: '2026-01-01', lastDay: '2026-03-31', phase: 'running' }],
    ['ends', null, '2026-04-01', { startsOn: '2026-01-01', lastDay: '2026-03-31', phase: 'over' }],
    ['renews', null, '2025-12-31', { startsOn: '2026-01-01', lastDay: '2026-03-31', phase: 'ahead' }],
    ['renews', null, '2026-08-10', { startsOn: '2026-07-01', lastDay: '2026-09-30', phase: 'running' }],
    ['open', null, '2026-08-10', { startsOn: '2026-01-01', lastDay: null, noticeBy: null, phase: 'running' }],
    // An end that was agreed on is the last day of the term that it lies in, and of what was open.
    ['renews', '2026-08-31', '2026-08-10', { startsOn: '2026-07-01', lastDay: '2026-08-31', phase: 'running' }],
    ['open', '2026-08-31', '2026-08-10', { startsOn: '2026-01-01', lastDay: '2026-08-31', noticeBy: '2026-08-01' }],
    ['open', '2026-08-31', '2026-09-01', { startsOn: '2026-01-01', lastDay: '2026-08-31', phase: 'over' }],
  ] as const)('of one that %s, with its end on %s, on %s', (atEnd, endsOn, today, expected) => {
    expect(termAt(of(atEnd, endsOn), day(today))).toMatchObject(expected)
  })
})

test('of one whose end was agreed on, its last day is told, and not that it renews', () => {
  const client = clientNamed('Acme')
  for (const atEnd of ['open', 'renews'] as const) {
    const retainer = retainerSchema.parse({
      id: testId(1),
      clientId: client.id,
      kind: 'retainer',
      name: '',
      status: 'active',
      agreement: of(atEnd, '2026-08-31'),
    })
    const book = bookOf(made('clients', client), made('engagements', retainer))
    const told = attention(book, '2026-08-01T10:00:00Z' as Instant).filter(({ kind }) => kind !== 'ready')
    expect(told).toMatchObject([{ kind: 'ends', term: { lastDay: '2026-08-31' } }])
    const reminders = remindersOf(book, day('2026-08-20'), 20).filter(({ kind }) => kind === 'termEnds')
    expect(reminders).toMatchObject([{ on: '2026-08-31' }])
  }
})
