import { describe, expect, it } from 'vitest'
import { reportOf, type Report } from '#shared/domain/report/report.ts'
import { day, type Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { minor, sumOf } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { agreement, instant, testId } from '#tests/support/agreements.ts'
import { session, type Session } from '#tests/support/session.ts'

const [CLIENT, RETAINER] = [testId(1), testId(2)]
const JANUARY = day('2026-01-01')
const FEBRUARY = day('2026-02-01')

function begin(other: Partial<Agreement> = {}): Session {
  const at = session('2026-10-22T13:11:00Z')
  at.run('client.create', { name: 'Acme', currency: 'EUR', language: 'en', listRate: minor(10_000) })
  at.run('retainer.create', { clientId: CLIENT, agreement: agreement(other) })
  return at
}

interface Noted {
  readonly on: string
  readonly minutes: number
  readonly note?: string
  readonly task?: string
  readonly tags?: string[]
  readonly billable?: boolean
  readonly perkId?: string
}
function note(at: Session, { on, minutes, ...words }: Noted): void {
  const ran = at.run('entry.create', { engagementId: RETAINER, when: { day: on, seconds: minutes * 60 }, ...words })
  expect(ran).toMatchObject({ ok: true })
}

function told(at: Session, start = JANUARY): Report {
  const retainer = at.book.workspace.tables.engagements.get(RETAINER)
  const report = retainer?.kind === 'retainer' ? reportOf(at.book, retainer, start) : null
  if (!report) throw new Error('no such period')
  return report
}

const closingIn = (at: Session, start = JANUARY) => {
  const closing = at.book.closings.get(RETAINER)?.get(start)
  if (!closing) throw new Error('not closed')
  return closing
}

const shape = ({ work }: Report) =>
  work.map(({ title, seconds, lines }) => [
    title,
    seconds / 60,
    ...lines.map(({ text, seconds: of }) => `${text} ${of / 60}`),
  ])

function threeDays(): Session {
  const at = begin()
  note(at, { on: '2026-01-05', minutes: 60, note: 'mtg', task: 'Site', tags: ['call'] })
  note(at, { on: '2026-01-06', minutes: 90, note: 'draft', task: 'Text', tags: ['writing', 'call'] })
  note(at, { on: '2026-01-07', minutes: 30, note: 'mtg', task: 'Site' })
  note(at, { on: '2026-01-08', minutes: 20, note: 'mail' })
  note(at, { on: '2026-01-09', minutes: 45, note: 'own mistake', billable: false })
  note(at, { on: '2026-02-02', minutes: 45, note: 'in the next month' })
  return at
}

describe('what was done', () => {
  it('stands by task, what took longest first and what has none last; the same note is one line', () => {
    expect(shape(told(threeDays()))).toEqual([
      ['Site', 90, 'mtg 90'],
      ['Text', 90, 'draft 90'],
      ['', 20, 'mail 20'],
    ])
  })

  it('stands by day, and by the tags of an entry together', () => {
    const at = threeDays()
    at.run('period.close', { engagementId: RETAINER, start: JANUARY })
    const { id } = closingIn(at)
    at.run('report.write', { id, by: 'day' })
    expect(told(at).work.map(({ title }) => title)).toEqual(['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08'])
    at.run('report.write', { id, by: 'tag' })
    expect(shape(told(at))).toEqual([
      ['call, writing', 90, 'draft 90'],
      ['call', 60, 'mtg 60'],
      ['', 50, 'mtg 30', 'mail 20'],
    ])
  })

  it('is said in the words that the user chose, and the entries stay as they were', () => {
    const at = threeDays()
    at.run('period.close', { engagementId: RETAINER, start: JANUARY })
    const before = JSON.stringify([...at.book.workspace.tables.entries])
    at.run('report.write', {
      id: closingIn(at).id,
      words: [
        { from: 'mtg', to: 'A meeting on the new site' },
        { from: 'mail', to: '' },
        { from: 'Text', to: 'Copywriting' },
      ],
    })
    expect(shape(told(at))).toEqual([
      ['Site', 90, 'A meeting on the new site 90'],
      ['Copywriting', 90, 'draft 90'],
      ['', 20, ' 20'],
    ])
    expect(JSON.stringify([...at.book.workspace.tables.entries])).toBe(before)
  })

  it('is what the ledger has as used: an entry over midnight by its part, rounded as agreed', () => {
    const at = begin({ rounding: { mode: 'up', minutes: 15 } })
    at.run('entry.create', {
      engagementId: RETAINER,
      note: 'late',
      when: { start: instant('2026-01-31T22:00:00Z'), end: instant('2026-02-01T00:05:00Z') },
    })
    const { work, row, since } = told(at)
    expect(sumOf(work, ({ seconds }) => seconds)).toBe(row.used)
    expect(since).toBe(0)
    expect(told(at, FEBRUARY).work).toMatchObject([{ seconds: 65 * 60 }])
  })
})

describe('what it leads to', () => {
  it('adds up with perks: what their quota covers is no used time, and has its share of their value', () => {
    const perks = [
      { id: 'review', name: 'Review', minutes: 60, count: null, value: minor(10_000) },
      { id: 'call', name: 'Call', minutes: null, count: 4, value: minor(20_000) },
      { id: 'line', name: 'Priority line', minutes: null, count: null, value: minor(5000) },
    ]
    const at = begin({ perks })
    note(at, { on: '2026-01-05', minutes: 45, note: 'a look', perkId: 'review' })
    note(at, { on: '2026-01-06', minutes: 120, note: 'text' })
    at.run('delivery.record', { engagementId: RETAINER, day: day('2026-01-07'), units: 3, perkId: 'call' })
    const report = told(at)
    expect(report).toMatchObject({ covered: 45 * 60, since: 0, row: { used: 7200 } })
    expect(report.perks.map(({ perk, value }) => [perk.name, value])).toEqual([
      ['Review', 7500],
      ['Call', 15_000],
      ['Priority line', 5000],
    ])
  })

  it('says what is left and until when, what expires first coming first', () => {
    const at = begin({ rollover: { periods: 2, cap: null } })
    note(at, { on: '2026-01-05', minutes: 480 })
    note(at, { on: '2026-02-05', minutes: 60 })
    expect(told(at, FEBRUARY).balance).toEqual([
      { amount: 3600, until: '2026-03-31' },
      { amount: 36_000, until: '2026-04-30' },
    ])
  })

  it('says what was taken of the next period', () => {
    const at = begin({ overage: { policy: 'borrow' } })
    note(at, { on: '2026-01-05', minutes: 690 })
    expect(told(at).balance).toEqual([{ amount: -5400, until: null }])
  })

  it('lists what was handed over, and what was added', () => {
    const at = begin({ basis: 'deliverables', versions: [{ from: JANUARY, fee: minor(200_000), included: 4 }] })
    at.run('delivery.record', { engagementId: RETAINER, day: day('2026-01-20'), note: 'Second' })
    at.run('delivery.record', { engagementId: RETAINER, day: day('2026-01-10'), note: 'First' })
    at.run('delivery.record', { engagementId: RETAINER, day: day('2026-02-01'), note: 'Third' })
    at.run('retainer.topUp', { id: RETAINER, on: day('2026-01-12'), amount: 1, price: 0, reason: 'A delay' })
    const report = told(at)
    expect(report.deliveries.map(({ note: words }) => words)).toEqual(['First', 'Second'])
    expect(report.topUps).toMatchObject([{ amount: 1, price: 0, reason: 'A delay' }])
    expect(report.made.saysTime).toBe(false)
  })

  it('has the twelve periods up to it', () => {
    const at = begin()
    expect(told(at, day('2026-03-01')).course.map(({ period }) => period.start)).toEqual([
      JANUARY,
      FEBRUARY,
      '2026-03-01',
    ])
  })
})

describe('later changes', () => {
  it('of a period that is closed show as what has changed since', () => {
    const at = threeDays()
    at.run('period.close', { engagementId: RETAINER, start: JANUARY })
    note(at, { on: '2026-01-12', minutes: 60, note: 'forgotten' })
    const report = told(at)
    expect(report.row.used).toBe(200 * 60)
    expect(report.since).toBe(-3600)
    expect(report.changes).toEqual([])
  })

  it('of an earlier period are on the next report, and once told not on the one after', () => {
    const at = threeDays()
    for (const start of [JANUARY, FEBRUARY]) at.run('period.close', { engagementId: RETAINER, start })
    note(at, { on: '2026-01-12', minutes: 60, note: 'forgotten' })
    expect(told(at, FEBRUARY).changes).toMatchObject([{ closing: { start: JANUARY }, by: { used: 3600 }, amount: 0 }])
    at.run('period.send', { id: closingIn(at, FEBRUARY).id, report: { paper: '{}', table: '[]' } })
    at.run('period.close', { engagementId: RETAINER, start: day('2026-03-01') })
    expect(told(at, day('2026-03-01')).changes).toEqual([])
    note(at, { on: '2026-01-13', minutes: 30, note: 'and more' })
    expect(told(at, day('2026-03-01')).changes).toMatchObject([{ by: { used: 1800 } }])
  })

  it('are told by what they differ from what was told last, as they are billed, and taken back as well', () => {
    const at = begin()
    const entries: Id[] = []
    const more = (on: string) => {
      const ran = at.run('entry.create', { engagementId: RETAINER, when: { day: day(on), seconds: 3600 } })
      if (ran.ok && ran.made !== undefined) entries.push(ran.made)
    }
    const pass = (start: Day) => {
      at.run('period.close', { engagementId: RETAINER, start })
      const { changes } = told(at, start)
      at.run('period.send', { id: closingIn(at, start).id, report: { paper: '{}', table: '[]' } })
      return changes.map(({ closing, by: { used }, amount }) => [closing.start, used, amount])
    }
    note(at, { on: '2026-01-05', minutes: 660 })
    expect(pass(day('2026-01-01'))).toEqual([])
    more('2026-01-06')
    expect(pass(day('2026-02-01'))).toEqual([[JANUARY, 3600, 10_000]])
    more('2026-01-07')
    expect(pass(day('2026-03-01'))).toEqual([[JANUARY, 3600, 10_000]])
    for (const id of entries) expect(at.run('entry.remove', { id, month: '2026-01' })).toMatchObject({ ok: true })
    expect(pass(day('2026-04-01'))).toEqual([[JANUARY, -7200, -20_000]])
    expect(pass(day('2026-05-01'))).toEqual([])
  })
})
