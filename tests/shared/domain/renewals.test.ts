import { describe, expect, test } from 'vitest'
import { countCauses, dueRenewals, termOutcomes } from '#shared/domain/renewals.ts'
import { recordOf, recordOfTerm } from '#shared/domain/record.ts'
import type { Book } from '#shared/domain/book.ts'
import { day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { made, type Edit } from '#shared/model/change.ts'
import { deliverySchema } from '#shared/model/delivery.ts'
import { retainerSchema, type Retainer } from '#shared/model/engagement.ts'
import { agreement, testId, work } from '#tests/support/agreements.ts'
import { bookOf, clientNamed, hourlyFor } from '#tests/support/books.ts'

const today = day('2026-10-22')
const client = clientNamed('Acme')
const retainer = (id: number, terms: Partial<Agreement>, more: object = {}): Retainer =>
  retainerSchema.parse({
    id: testId(id),
    clientId: client.id,
    kind: 'retainer',
    name: '',
    status: 'active',
    agreement: agreement(terms),
    ...more,
  })
const workOn = (id: Id, on: string, hours: number, index: number): Edit =>
  made('entries', { ...work(index, { on, hours }), engagementId: id })
const bookWith = (retainers: readonly Retainer[], edits: readonly Edit[] = []): Book =>
  bookOf(made('clients', client), ...retainers.map((each) => made('engagements', each)), ...edits)

/** Six months that end with November; thirty days of notice are over on 31 October. */
const ending = retainer(101, { startsOn: day('2026-06-01'), term: { periods: 6, atEnd: 'ends' } })
const fee = (amount: number, startsOn: string): Partial<Agreement> => ({
  startsOn: day(startsOn),
  versions: [{ from: day(startsOn), fee: minor(amount), included: 600 }],
})

describe('what is due for renewal', () => {
  test('is a term with its end, by when to say so, its step, and what it was used for', () => {
    const [due, ...others] = dueRenewals(bookWith([ending], [workOn(ending.id, '2026-06-03', 8, 1)]), today)
    expect(others).toEqual([])
    expect(due).toMatchObject({
      lastDay: '2026-11-30',
      noticeBy: '2026-10-31',
      isDue: true,
      renewsItself: false,
      draft: null,
      ladder: { next: { term: { periods: 12 }, startsOn: '2026-12-01' } },
    })
    expect([due?.record?.delivered, due?.record?.agreed, due?.record?.rows.length]).toEqual([28_800, 4 * 36_000, 4])
  })

  test('thirty days before the last for notice it is time, and not before', () => {
    expect(dueRenewals(bookWith([ending]), day('2026-10-01'))[0]?.isDue).toBe(true)
    expect(dueRenewals(bookWith([ending]), day('2026-09-30'))[0]?.isDue).toBe(false)
  })

  test('the nearest end comes first; what stays open, is yet to begin or is no agreement has none', () => {
    const others = [
      retainer(102, { term: { periods: 12, atEnd: 'renews' } }),
      retainer(103, { term: { periods: 12, atEnd: 'open' } }),
      retainer(104, { startsOn: day('2026-11-01') }),
      retainer(105, {}, { status: 'proposed' }),
      retainer(106, {}, { archived: true }),
    ]
    const due = dueRenewals(bookWith([...others, ending]), today)
    expect(due.map((each) => [each.retainer.id, each.renewsItself])).toEqual([
      [ending.id, false],
      [testId(102), true],
    ])
  })

  test('a next term that is written is gone on with; one that is signed settles it', () => {
    const next = (status: string): Retainer =>
      retainer(110, { startsOn: day('2026-12-01') }, { status, follows: ending.id })
    expect(dueRenewals(bookWith([ending, next('draft')]), today)[0]?.draft?.id).toBe(testId(110))
    expect(dueRenewals(bookWith([ending, next('active')]), today)).toEqual([])
    expect(dueRenewals(bookWith([ending, next('declined')]), today)[0]?.draft).toBeNull()
  })

  test('what is over stays for two months, or until it was told why nothing followed', () => {
    expect(dueRenewals(bookWith([ending]), day('2027-01-29'))).toHaveLength(1)
    expect(dueRenewals(bookWith([ending]), day('2027-01-30'))).toEqual([])
    const told = { ...ending, outcome: { on: day('2026-12-01'), cause: 'price' as const, note: '' } }
    expect(dueRenewals(bookWith([told]), day('2026-12-02'))).toEqual([])
  })
})

describe('what became of a term', () => {
  const before = retainer(201, { ...fee(100_000, '2026-01-01'), term: { periods: 6, atEnd: 'ends' } })
  const after = (amount: number, more: object = {}): Retainer =>
    retainer(202, fee(amount, '2026-07-01'), { follows: before.id, ...more })

  test.each([
    [100_000, 'renewed'],
    [120_000, 'grown'],
    [90_000, 'shrunk'],
  ])('followed for %i it is %s', (amount, kind) => {
    expect(termOutcomes(bookWith([before, after(amount)]), today)).toEqual([
      { retainer: before, on: '2026-07-01', kind, before: 100_000, after: amount, why: null },
    ])
  })

  test('followed by nothing it is lost, with the reason if somebody told; not before its end, nor while one is proposed', () => {
    const why = { on: day('2026-07-02'), cause: 'need' as const, note: 'Own people' }
    expect(termOutcomes(bookWith([{ ...before, outcome: why }]), today)).toMatchObject([
      { kind: 'lost', before: 100_000, after: null, why },
    ])
    expect(termOutcomes(bookWith([before]), day('2026-06-30'))).toEqual([])
    expect(termOutcomes(bookWith([before, after(1, { status: 'proposed' })]), today)).toEqual([])
  })

  test('a fee of another currency is not compared', () => {
    const other = retainer(202, { ...fee(1, '2026-07-01'), currency: 'GBP' }, { follows: before.id })
    expect(termOutcomes(bookWith([before, other]), today)[0]?.kind).toBe('renewed')
  })

  test('a term that went on by itself is one, at the fee that it went on for; a pause is no fee', () => {
    const goesOn = retainer(203, {
      term: { periods: 3, atEnd: 'renews' },
      versions: [
        { from: day('2026-01-01'), fee: minor(100_000), included: 600 },
        { from: day('2026-04-01'), fee: minor(110_000), included: 600 },
        {
          from: day('2026-07-01'),
          fee: minor(0),
          included: 0,
          isPause: true,
          insteadOf: { fee: minor(110_000), included: 600 },
        },
        { from: day('2026-08-01'), fee: minor(110_000), included: 600 },
        { from: day('2026-10-01'), fee: minor(50_000), included: 300 },
      ],
    })
    expect(termOutcomes(bookWith([goesOn]), today).map(({ on, kind }) => [on, kind])).toEqual([
      ['2026-10-01', 'shrunk'],
      ['2026-07-01', 'renewed'],
      ['2026-04-01', 'grown'],
    ])
  })

  test('the causes that were named are counted, of proposals and of terms, the commonest first', () => {
    const no = (id: number, cause: string): Retainer =>
      retainer(id, {}, { status: 'declined', outcome: { on: today, cause, note: '' } })
    const lost = { ...before, outcome: { on: today, cause: 'time' as const, note: '' } }
    const silent = retainer(305, {}, { status: 'declined' })
    expect(countCauses(bookWith([no(301, 'price'), no(302, 'time'), lost, silent]), today)).toEqual([
      { cause: 'time', declined: 1, lost: 1 },
      { cause: 'price', declined: 1, lost: 0 },
    ])
    const putAway = [no(301, 'price'), lost].map((each) => ({ ...each, archived: true }))
    expect(countCauses(bookWith([...putAway, silent]), today)).toHaveLength(2)
  })
})

describe('the record', () => {
  const next = retainer(401, { startsOn: day('2026-11-01') }, { status: 'draft', follows: testId(402) })
  const last = retainer(402, { startsOn: day('2026-08-01'), term: { periods: 3, atEnd: 'ends' } })

  test('is of the term before: what was agreed and delivered in each period that is over', () => {
    const edits = [workOn(last.id, '2026-08-04', 9, 1), workOn(last.id, '2026-10-02', 5, 2)]
    expect(recordOf(bookWith([next, last], edits), next, today)).toMatchObject({
      rows: [
        { start: '2026-08-01', end: '2026-09-01', agreed: 36_000, delivered: 32_400 },
        { start: '2026-09-01', end: '2026-10-01', agreed: 36_000, delivered: 0 },
      ],
      agreed: 72_000,
      delivered: 32_400,
      onTime: null,
    })
  })

  test('of deliverables it says how many came within their period', () => {
    const articles = retainer(402, {
      startsOn: day('2026-08-01'),
      basis: 'deliverables',
      versions: [{ from: day('2026-08-01'), fee: minor(1), included: 4 }],
    })
    const delivered = (on: string, units: number, id: number): Edit =>
      made('deliveries', deliverySchema.parse({ id: testId(id), engagementId: articles.id, day: on, units }))
    const edits = [delivered('2026-08-31', 5, 1), delivered('2026-09-01', 3, 2)]
    expect(recordOf(bookWith([next, articles], edits), next, today)).toMatchObject({
      agreed: 8,
      delivered: 8,
      onTime: { done: 7, all: 8 },
    })
    // What was carried was handed over late: of September's five one was agreed for August.
    const rolling = { ...articles, agreement: { ...articles.agreement, rollover: { periods: 1, cap: null } } }
    const late = [delivered('2026-08-31', 3, 1), delivered('2026-09-01', 5, 2)]
    expect(recordOf(bookWith([next, rolling], late), next, today)?.onTime).toEqual({ done: 7, all: 8 })
    // What was borrowed of September was handed over early.
    const borrowing = { ...articles, agreement: { ...articles.agreement, overage: { policy: 'borrow' as const } } }
    const early = [delivered('2026-08-31', 6, 1), delivered('2026-09-01', 2, 2)]
    expect(recordOf(bookWith([next, borrowing], early), next, today)?.onTime).toEqual({ done: 8, all: 8 })
    // What was topped up in August and came in September was late.
    const topUps = [{ id: testId(9), on: day('2026-08-18'), amount: 2, price: minor(1), reason: '' }]
    const topped = { ...articles, agreement: { ...articles.agreement, topUps } }
    const slow = [delivered('2026-08-31', 4, 1), delivered('2026-09-01', 6, 2)]
    expect(recordOf(bookWith([next, topped], slow), next, today)?.onTime).toEqual({ done: 8, all: 10 })
  })

  test('of a client without an agreement it is the months that were tracked; of nobody there is none', () => {
    const hourly = hourlyFor(client, '')
    const edits = [
      made('engagements', hourly),
      workOn(hourly.id, '2026-07-02', 3, 1),
      workOn(hourly.id, '2026-09-02', 4, 2),
    ]
    const first = retainer(403, {}, { status: 'draft' })
    expect(recordOf(bookWith([first], edits), first, today)).toMatchObject({
      agreement: null,
      rows: [
        { start: '2026-07-01', agreed: null, delivered: 10_800 },
        { start: '2026-08-01', delivered: 0 },
        { start: '2026-09-01', delivered: 14_400 },
      ],
      delivered: 25_200,
    })
    expect(recordOf(bookWith([first]), first, today)).toBeNull()
    expect(recordOfTerm(bookWith([last]), { ...last, agreement: agreement({ basis: 'access' }) }, today)).toBeNull()
  })
})
