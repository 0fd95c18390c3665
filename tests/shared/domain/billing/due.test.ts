import { describe, expect, test } from 'vitest'
import { toInvoice } from '#shared/domain/billing/due.ts'
import { applyToBook } from '#shared/domain/book.ts'
import { addDays, addToMonth, day, firstDayOf, monthOf, type Day } from '#shared/kernel/day.ts'
import { minor, sumOf } from '#shared/kernel/units.ts'
import { made, removed, replaced } from '#shared/model/change.ts'
import { hourlySchema, projectSchema } from '#shared/model/engagement.ts'
import { testId } from '#tests/support/agreements.ts'
import { client, close, draft, print, retainer, withRetainer, worked } from '#tests/support/bills.ts'
import { bookOf, clientNamed } from '#tests/support/books.ts'

describe('hourly work', () => {
  const hourly = hourlySchema.parse({
    id: testId(60),
    clientId: client.id,
    kind: 'hourly',
    name: '',
    rates: [
      { from: null, rate: 9000 },
      { from: '2026-01-16', rate: 10_000 },
    ],
  })
  const entry = worked('2026-01-15', 1, hourly.id)
  const withHourly = () =>
    bookOf(
      made('clients', client),
      made('engagements', hourly),
      ...[
        worked('2025-12-31', 8, hourly.id),
        entry,
        worked('2026-01-16', 2.5, hourly.id),
        worked('2026-02-01', 5, hourly.id),
      ].map((each) => made('entries', each)),
    )

  test('of the month that is over is a line a rate', () => {
    const book = withHourly()
    draft(book, '2026-01-05')
    const lines = toInvoice(book, day('2026-02-10'))?.[0]?.lines
    expect(lines).toMatchObject([
      { kind: 'hours', period: '2026-01-01', quantity: 3600, unit: 'hour', unitPrice: 9000, owed: 9000 },
      { kind: 'hours', period: '2026-01-01', quantity: 9000, unit: 'hour', unitPrice: 10_000, owed: 25_000 },
    ])
    expect(lines).toHaveLength(2)
    expect(print(withHourly(), '2026-01-31')).toEqual(['hours 2025-12-01 720.00'])
  })

  test('is billed once, and corrected when it changes', () => {
    const book = withHourly()
    draft(book, '2026-01-05')
    expect(print(book, '2026-01-31')).toEqual([])
    draft(book, '2026-02-05')
    expect(print(book, '2026-02-28')).toEqual([])
    applyToBook(book, [removed('entries', entry)])
    expect(print(book, '2026-03-01')).toEqual(['adjustment 2026-01-01 -90.00', 'hours 2026-02-01 500.00'])
  })

  test('that was on a void invoice comes up again, however long ago it was', () => {
    const book = withHourly()
    const [invoice] = draft(book, '2026-01-05', { status: 'issued' })
    if (!invoice) throw new Error('no invoice')
    applyToBook(book, [replaced('invoices', invoice, { ...invoice, status: 'void' })])
    expect(print(book, '2026-03-01')).toEqual([
      'hours 2025-12-01 720.00',
      'hours 2026-01-01 90.00',
      'hours 2026-01-01 250.00',
      'hours 2026-02-01 500.00',
    ])
  })

  test('that was given back whole and was worked after all is an adjustment: its line is on an invoice', () => {
    const all = [entry, worked('2026-01-16', 2.5, hourly.id)]
    const book = bookOf(
      made('clients', client),
      made('engagements', hourly),
      ...all.map((each) => made('entries', each)),
    )
    draft(book, '2026-02-05')
    applyToBook(
      book,
      all.map((each) => removed('entries', each)),
    )
    expect(print(book, '2026-02-06')).toEqual(['adjustment 2026-01-01 -340.00'])
    draft(book, '2026-02-06')
    applyToBook(book, [made('entries', entry)])
    expect(print(book, '2026-02-07')).toEqual(['adjustment 2026-01-01 90.00'])
  })

  test('stays due until it is billed, however long ago it was; a month without work is nothing', () => {
    const book = withHourly()
    const all = [
      'hours 2025-12-01 720.00',
      'hours 2026-01-01 90.00',
      'hours 2026-01-01 250.00',
      'hours 2026-02-01 500.00',
    ]
    expect(print(book, '2026-06-01')).toEqual(all)
    expect(print(book, '2027-06-01')).toEqual(all)
    draft(book, '2027-06-01')
    expect(print(book, '2027-06-01')).toEqual([])
  })
})

describe('a project', () => {
  const part = (index: number, on: string, amount: number) => ({
    id: testId(index),
    name: '',
    on: day(on),
    amount: minor(amount),
  })
  const project = projectSchema.parse({
    id: testId(70),
    clientId: client.id,
    kind: 'project',
    name: '',
    milestones: [
      part(71, '2026-01-31', 100_000),
      part(72, '2026-02-01', 200_000),
      part(73, '2026-03-10', 300_000),
      part(74, '2026-03-10', 0),
    ],
  })
  const book = () => bookOf(made('clients', client), made('engagements', project))

  test('is due from its day on, until it is billed', () => {
    expect(print(book(), '2026-01-31')).toEqual(['milestone 2026-01-31 1000.00'])
    expect(print(book(), '2026-03-09')).toEqual(['milestone 2026-01-31 1000.00', 'milestone 2026-02-01 2000.00'])
    expect(print(book(), '2027-03-10')).toEqual([
      'milestone 2026-01-31 1000.00',
      'milestone 2026-02-01 2000.00',
      'milestone 2026-03-10 3000.00',
    ])
  })

  test('is billed once, wherever its day moves, and corrected when its amount does', () => {
    const at = book()
    draft(at, '2026-02-01')
    expect(print(at, '2026-03-09')).toEqual([])
    const milestones = [
      part(71, '2026-04-20', 90_000),
      part(72, '2026-04-20', 200_000),
      part(73, '2026-05-10', 300_000),
    ]
    applyToBook(at, [replaced('engagements', project, { ...project, milestones })])
    expect(print(at, '2026-03-10')).toEqual(['adjustment 2026-04-20 -100.00'])
    draft(at, '2026-03-10')
    expect(print(at, '2026-08-30')).toEqual(['milestone 2026-05-10 3000.00'])
  })
})

test('a part of a project that was void, or given back, comes up again, however long ago it was', () => {
  const own = { id: testId(75), name: '', on: day('2026-01-31'), amount: minor(100_000) }
  const common = { id: testId(70), clientId: client.id, kind: 'project', name: '' }
  const project = projectSchema.parse({ ...common, milestones: [own] })
  const book = bookOf(made('clients', client), made('engagements', project))
  const [invoice] = draft(book, '2026-02-01', { status: 'issued' })
  if (!invoice) throw new Error('no invoice')
  const none = { ...project, milestones: [{ ...own, amount: minor(0) }] }
  const other = bookOf(made('clients', client), made('engagements', none), made('invoices', invoice))
  draft(other, '2026-02-02')
  applyToBook(other, [replaced('engagements', none, project)])
  expect(print(other, '2026-02-03')).toEqual(['adjustment 2026-01-31 1000.00'])

  applyToBook(book, [replaced('invoices', invoice, { ...invoice, status: 'void' })])
  expect(print(book, '2026-01-30')).toEqual([])
  expect(print(book, '2026-08-30')).toEqual(['milestone 2026-01-31 1000.00'])
})

describe('together', () => {
  test('a client has one invoice a currency', () => {
    const yen = retainer({ currency: 'JPY' }, { id: testId(51) })
    const other = clientNamed('Other')
    const theirs = retainer({}, { id: testId(52), clientId: other.id })
    const second = retainer({}, { id: testId(53) })
    const book = bookOf(
      made('clients', client),
      made('clients', other),
      ...[retainer(), yen, theirs, second].map((each) => made('engagements', each)),
    )
    const bills = toInvoice(book, day('2026-01-01')) ?? []
    expect(bills.map(({ clientId, currency, net }) => [clientId, currency, net])).toEqual([
      [client.id, 'EUR', 200_000],
      [client.id, 'JPY', 100_000],
      [other.id, 'EUR', 100_000],
    ])
  })

  test('what has no client is nobody’s, and while the past is counted nobody knows', () => {
    const book = bookOf(made('engagements', retainer()))
    expect(toInvoice(book, day('2026-01-01'))).toEqual([])
    book.totals = null
    expect(toInvoice(book, day('2026-01-01'))).toBeNull()
  })

  test('a whole year, drafted when it comes up, bills what the ledger owes', () => {
    const entries = Array.from({ length: 12 }, (_, month) =>
      worked(`2026-${String(month + 1).padStart(2, '0')}-10`, 9 + month * 0.5),
    )
    const of = retainer()
    const book = withRetainer(of, ...entries)
    let billed = 0
    for (let on: Day = day('2025-12-01'); on < '2027-02-01'; on = addDays(on, 1)) {
      if (on > '2026-02-01' && on < '2027-01-31' && on.endsWith('-03'))
        close(book, of, firstDayOf(addToMonth(monthOf(on), -1)))
      for (const { lines } of draft(book, on)) billed += sumOf(lines, ({ amount }) => amount)
    }
    // Twelve fees; over by 0.5 … 4.5 h from the fourth month on: 22.5 h.
    expect(billed).toBe(1_200_000 + 225_000)
  })
})
