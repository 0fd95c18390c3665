import { describe, expect, test } from 'vitest'
import { attention } from '#shared/domain/attention.ts'
import { remindersOf } from '#shared/domain/reminders.ts'
import { groupOf, lastDayOf, rulesNow, termAt } from '#shared/domain/term.ts'
import { day } from '#shared/kernel/day.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { made } from '#shared/model/change.ts'
import { retainerSchema, type Retainer } from '#shared/model/engagement.ts'
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
    [
      'renews',
      null,
      '2026-01-01',
      { phase: 'running', lastDay: '2026-03-31', noticeBy: '2026-03-01', atEnd: 'renews' },
    ],
    ['renews', null, '2025-06-01', { phase: 'ahead', startsOn: '2026-01-01', lastDay: '2026-03-31' }],
    ['ends', null, '2026-03-31', { phase: 'running', atEnd: 'ends' }],
    ['renews', '2026-08-31', '2026-01-10', { atEnd: 'ends', startsOn: '2026-01-01', lastDay: '2026-08-31' }],
    ['open', null, '2026-01-10', { atEnd: 'open', lastDay: null }],
    ['open', '2026-08-31', '2026-01-10', { atEnd: 'ends' }],
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
    const told = attention(book, '2026-08-01T10:00:00Z' as Instant).filter(
      ({ kind }) => kind === 'ends' || kind === 'notice',
    )
    expect(told).toMatchObject([{ kind: 'ends', term: { lastDay: '2026-08-31' } }])
    const reminders = remindersOf(book, day('2026-08-20'), 20).filter(({ kind }) => kind === 'termEnds')
    expect(reminders).toMatchObject([{ on: '2026-08-31' }])
  }
})

test('the last day that an agreement covers is that of its term, or one that was agreed on before', () => {
  expect(lastDayOf(of('ends'))).toBe('2026-03-31')
  expect(lastDayOf(of('ends', '2026-02-10'))).toBe('2026-02-10')
  expect(lastDayOf(of('renews'))).toBeNull()
  expect(lastDayOf(of('open', '2026-08-31'))).toBe('2026-08-31')
})

describe('the rules as they stand', () => {
  const versions = [
    { from: day('2026-01-01'), fee: minor(100_000), included: 600 },
    { from: day('2026-02-01'), fee: minor(140_000), included: 900, listRate: minor(12_000) },
    { from: day('2026-04-01'), fee: minor(150_000), included: 960 },
  ]
  test.each([
    // Before it starts, those that it begins with.
    ['2025-12-31', 100_000, 10_000],
    ['2026-01-01', 100_000, 10_000],
    ['2026-01-31', 100_000, 10_000],
    ['2026-02-01', 140_000, 12_000],
    ['2026-03-31', 140_000, 12_000],
    // It ended with March: what was agreed for April never came.
    ['2026-04-01', 140_000, 12_000],
    ['2027-01-01', 140_000, 12_000],
  ] as const)('on %s', (today, fee, listRate) => {
    expect(rulesNow({ ...of('ends'), versions }, day(today))).toMatchObject({ fee, listRate })
  })
  test('go on with an agreement that does', () => {
    expect(rulesNow({ ...of('renews'), versions }, day('2027-01-01'))).toMatchObject({ fee: 150_000, listRate: 12_000 })
  })
})

test('a retainer is listed by its status, and one that was signed by its term', () => {
  const retainer = (status: Retainer['status'], archived = false): Retainer => ({
    id: testId(1),
    clientId: testId(2),
    kind: 'retainer',
    name: '',
    status,
    archived,
    follows: null,
    outcome: null,
    proposal: null,
    sentOn: null,
    told: [],
    agreement: of('ends'),
  })
  const groups = (['draft', 'proposed', 'active', 'ended', 'declined'] as const).map((status) =>
    groupOf(retainer(status), day('2026-03-31')),
  )
  expect(groups).toEqual(['drafts', 'proposed', 'active', 'ended', 'ended'])
  expect(groupOf(retainer('active'), day('2026-04-01'))).toBe('ended')
  expect(groupOf(retainer('active'), day('2025-12-31'))).toBe('active')
  expect(groupOf(retainer('draft'), day('2026-04-01'))).toBe('drafts')
  for (const status of ['draft', 'proposed', 'active'] as const)
    expect(groupOf(retainer(status, true), day('2026-03-31'))).toBe('ended')
})
