import { describe, expect, it } from 'vitest'
import { monthChanges } from '#shared/domain/month-close/changes.ts'
import { monthTime } from '#shared/domain/month-close/gaps.ts'
import { firstOpenMonth, monthLedgers, monthsToPass, monthToClose } from '#shared/domain/month-close/ledgers.ts'
import { calendarOf } from '#shared/domain/working-days.ts'
import { day, type Month } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import type { Id } from '#shared/kernel/id.ts'
import { agreement, instant, ROME, testId } from '#tests/support/agreements.ts'
import { session, type Session } from '#tests/support/session.ts'

const CLIENT = testId(1)
const SEPTEMBER = '2026-09' as Month

function begin(now = '2026-10-02T13:11:00Z'): Session {
  const at = session(now)
  at.run('client.create', { name: 'Acme', currency: 'EUR', language: 'en', listRate: minor(10_000) })
  return at
}

function agree(at: Session, other: Partial<Agreement> = {}): Id {
  const ran = at.run('retainer.create', { clientId: CLIENT, agreement: agreement(other) })
  if (!ran.ok || ran.made === undefined) throw new Error('no retainer')
  return ran.made
}

const work = (at: Session, engagementId: Id | null, on: string, hours: number, note = ''): void =>
  void at.run('entry.create', { engagementId, note, when: { day: on, seconds: Math.round(hours * 3600) } })

const starts = (at: Session, month = SEPTEMBER) => monthLedgers(at.book, month).map(({ row }) => row.period.start)

describe('the months that can be passed over', () => {
  const today = day('2026-10-02')
  it('are the last twelve that are over, and none before the first agreement', () => {
    const at = begin()
    expect(monthsToPass(at.book, today)).toEqual({ first: '2025-10', last: SEPTEMBER })
    agree(at, { startsOn: day('2026-07-16') })
    expect(monthsToPass(at.book, today)).toEqual({ first: '2026-07', last: SEPTEMBER })
    agree(at, { startsOn: day('2024-01-01') })
    expect(monthsToPass(at.book, today)).toEqual({ first: '2025-10', last: SEPTEMBER })
    const young = begin()
    agree(young, { startsOn: day('2026-11-01') })
    expect(monthsToPass(young.book, today)).toEqual({ first: SEPTEMBER, last: SEPTEMBER })
  })

  it('begin with the first that has something open', () => {
    const at = begin()
    expect(firstOpenMonth(at.book, today)).toBeNull()
    const id = agree(at, { startsOn: day('2026-07-01') })
    expect(firstOpenMonth(at.book, today)).toBe('2026-07')
    at.run('period.close', { engagementId: id, start: day('2026-08-01'), earlier: true })
    expect(firstOpenMonth(at.book, today)).toBe(SEPTEMBER)
    at.run('period.close', { engagementId: id, start: day('2026-09-01') })
    expect(firstOpenMonth(at.book, today)).toBeNull()
  })
})

describe('the ledgers of a month', () => {
  it('are those of the periods that end in it: months, quarters with their last, anniversaries where they are over', () => {
    const at = begin()
    agree(at)
    agree(at, { period: { every: 'quarter', anchor: 'calendar' } })
    agree(at, { startsOn: day('2026-01-16'), period: { every: 'month', anchor: 'anniversary' } })
    agree(at, { startsOn: day('2026-10-01') })
    agree(at, { period: { every: 'year', anchor: 'calendar' } })
    expect(starts(at)).toEqual(['2026-09-01', '2026-07-01', '2026-08-16'])
    expect(starts(at, '2026-08' as Month)).toEqual(['2026-08-01', '2026-07-16'])
  })

  it('have the last one of an agreement that ended in the middle of the month', () => {
    const at = begin()
    const id = agree(at)
    at.run('retainer.endEarly', { id, endsOn: day('2026-09-12') })
    expect(starts(at)).toEqual(['2026-09-01'])
    expect(starts(at, '2026-10' as Month)).toEqual([])
  })

  it('ask first where time went past the hours and is not absorbed, and close earlier ones along', () => {
    const at = begin()
    const plain = agree(at)
    const over = agree(at)
    const absorbed = agree(at, { overage: { policy: 'absorb' } })
    const borrows = agree(at, { overage: { policy: 'borrow' } })
    for (const id of [over, absorbed, borrows]) work(at, id, '2026-09-10', 12)
    expect(monthLedgers(at.book, SEPTEMBER).map(({ retainer, asks, earlier }) => [retainer.id, asks, earlier])).toEqual(
      [
        [over, true, 8],
        [borrows, true, 8],
        [plain, false, 8],
        [absorbed, false, 8],
      ],
    )
    at.run('period.close', { engagementId: over, start: day('2026-09-01'), earlier: true })
    expect(monthLedgers(at.book, SEPTEMBER).find(({ retainer }) => retainer.id === over)).toMatchObject({
      asks: false,
      earlier: 0,
      closing: { start: '2026-09-01' },
    })
  })

  it('have each of two periods that end in it, the earlier one first, with its own decision and report', () => {
    const at = begin('2026-09-01T10:00:00Z')
    const id = agree(at, { startsOn: day('2026-01-16'), period: { every: 'month', anchor: 'anniversary' } })
    at.run('period.close', { engagementId: id, start: day('2026-07-16'), earlier: true })
    at.run('retainer.endEarly', { id, endsOn: day('2026-09-20') })
    at.now = instant('2026-10-02T13:11:00Z')
    work(at, id, '2026-09-05', 15)
    const pass = () => monthLedgers(at.book, SEPTEMBER).map((l) => [l.row.period.start, l.asks, l.waits, l.earlier])
    expect(pass()).toEqual([
      ['2026-08-16', true, false, 0],
      ['2026-09-16', false, true, 0],
    ])
    expect(monthToClose(at.book, day('2026-10-02'))).toMatchObject({ open: 2, unsent: 0 })
    at.run('period.close', { engagementId: id, start: day('2026-08-16'), goodwill: 'A favour' })
    expect(pass()).toEqual([
      ['2026-08-16', false, false, 0],
      ['2026-09-16', false, false, 0],
    ])
    expect(firstOpenMonth(at.book, day('2026-10-02'))).toBe(SEPTEMBER)
    expect(monthToClose(at.book, day('2026-10-02'))).toMatchObject({ open: 1, unsent: 1 })
  })

  it('are none of what is not signed, or was put away', () => {
    const at = begin()
    at.run('retainer.create', { clientId: CLIENT, agreement: agreement(), status: 'proposed' })
    const away = agree(at)
    at.run('retainer.endEarly', { id: away, endsOn: day('2026-09-30') })
    at.run('engagement.update', { id: away, archived: true })
    expect(starts(at)).toEqual([])
  })
})

describe('the month to close', () => {
  const toClose = (at: Session, today = '2026-10-02') => monthToClose(at.book, day(today))

  it('is the last one that is over, while ledgers are open or reports are not sent', () => {
    const at = begin()
    const id = agree(at)
    expect(toClose(at)).toEqual({ month: SEPTEMBER, open: 1, unsent: 0 })
    at.run('period.close', { engagementId: id, start: day('2026-09-01'), earlier: true })
    expect(toClose(at)).toEqual({ month: SEPTEMBER, open: 0, unsent: 1 })
    const closing = at.book.closings.get(id)?.get(day('2026-09-01'))
    at.run('period.send', { id: closing?.id ?? testId(99) })
    expect(toClose(at)).toBeNull()
  })

  it('is done when the user says so, though a report was not sent; but not while a ledger is open', () => {
    const at = begin()
    const id = agree(at)
    at.run('month.note', { month: SEPTEMBER, finished: true })
    expect(toClose(at)).toMatchObject({ open: 1 })
    at.run('period.close', { engagementId: id, start: day('2026-09-01'), earlier: true })
    expect(toClose(at)).toBeNull()
  })

  it('is none without retainers', () => {
    expect(toClose(begin())).toBeNull()
  })
})

describe('what is unclear in the time of a month', () => {
  const time = (at: Session) =>
    monthTime(
      at.book.workspace.tables.entries.values(),
      SEPTEMBER,
      ROME,
      at.now,
      calendarOf({ workingDays: [1], daysOff: [], minutesPerDay: 480 }),
    )
  const span = (at: Session, engagementId: Id | null, from: string, to: string): void =>
    void at.run('entry.create', {
      engagementId,
      when: { start: instant(`${from}:00Z`), end: instant(`${to}:00Z`) },
    })

  it('is each gap of each day, with what was worked on before it', () => {
    const at = begin()
    const id = agree(at)
    span(at, id, '2026-09-01T08:00', '2026-09-01T09:00')
    span(at, null, '2026-09-01T09:30', '2026-09-01T10:00')
    span(at, id, '2026-09-01T10:04', '2026-09-01T11:00')
    span(at, id, '2026-09-02T07:00', '2026-09-02T08:00')
    span(at, id, '2026-09-02T09:00', '2026-09-02T10:00')
    span(at, id, '2026-10-01T07:00', '2026-10-01T08:00')
    expect(time(at).gaps).toMatchObject([
      { day: '2026-09-01', seconds: 1800, before: id },
      { day: '2026-09-02', seconds: 3600, before: id },
    ])
  })

  it('is what two entries share, by day, from a minute on', () => {
    const at = begin()
    const id = agree(at)
    span(at, id, '2026-09-01T08:00', '2026-09-01T10:00')
    span(at, null, '2026-09-01T09:00', '2026-09-01T11:00')
    span(at, id, '2026-09-02T08:00', '2026-09-02T09:00')
    span(at, null, '2026-09-02T09:00', '2026-09-02T10:00')
    expect(time(at).twice).toEqual([{ day: '2026-09-01', seconds: 3600 }])
  })

  it('is each working day without time, and what is for nobody, by its note', () => {
    const at = begin()
    work(at, null, '2026-09-07', 1, 'books')
    work(at, null, '2026-09-14', 2, 'Acme?')
    work(at, null, '2026-09-21', 0.5, 'books')
    work(at, null, '2026-10-01', 9, 'books')
    const { empty, own } = time(at)
    expect(empty).toEqual(['2026-09-28'])
    expect(own.map(({ note, seconds }) => [note, seconds])).toEqual([
      ['Acme?', 7200],
      ['books', 5400],
    ])
    expect(own[1]?.files['2026-09']).toHaveLength(2)
  })
})

describe('what changed', () => {
  it('asks for the rate of a currency that the month was paid in', () => {
    const at = begin()
    agree(at, { currency: 'USD' })
    expect(monthChanges(at.book, SEPTEMBER, day('2026-10-02'))).toMatchObject({
      missing: ['USD'],
      earned: { guaranteed: 0 },
    })
    at.run('exchangeRate.set', { months: ['2026-09'], currency: 'USD', millionths: 900_000 })
    expect(monthChanges(at.book, SEPTEMBER, day('2026-10-02'))).toMatchObject({
      missing: [],
      earned: { guaranteed: 90_000 },
    })
  })

  it('is counted from the month’s first day by the agreements as they are, until a pass has left its own figures', () => {
    const at = begin()
    agree(at)
    const first = monthChanges(at.book, SEPTEMBER, day('2026-10-02'))
    // Sept to Dec, and Oct to Dec, at 1,000.00.
    expect(first).toMatchObject({
      isKept: false,
      earned: { guaranteed: 100_000 },
      before: { guaranteed: 400_000 },
      now: { guaranteed: 300_000 },
    })
    at.run('month.note', { month: SEPTEMBER, finished: true })
    agree(at, { startsOn: day('2026-11-01') })
    at.now = instant('2026-11-03T09:00:00Z')
    expect(monthChanges(at.book, '2026-10' as Month, day('2026-11-03'))).toMatchObject({
      isKept: true,
      before: { guaranteed: 300_000 },
      now: { guaranteed: 200_000 + 1_200_000 },
    })
  })
})
