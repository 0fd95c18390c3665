import { describe, expect, test } from 'vitest'
import { applyToBook, type Book } from '#shared/domain/book.ts'
import { remindersOf } from '#shared/domain/reminders.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { made } from '#shared/model/change.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { retainerSchema } from '#shared/model/engagement.ts'
import { invoiceSchema } from '#shared/model/invoice.ts'
import { agreement, testId } from '#tests/support/agreements.ts'
import { bookOf } from '#tests/support/books.ts'

/** Invoices go out ten days before a period, as the preferences have it by themselves. */
function bookWith(...agreed: readonly (Partial<Agreement> & { readonly is?: Partial<Retainer> })[]): Book {
  return bookOf(
    ...agreed.map(({ is = {}, ...terms }, index) => {
      const record = { id: testId(index + 1), clientId: testId(99), kind: 'retainer', name: '', status: 'active' }
      return made('engagements', retainerSchema.parse({ ...record, agreement: agreement(terms), ...is }))
    }),
  )
}

const told = (book: Book, today: string, within: number): string[] =>
  remindersOf(book, day(today), within).map(
    ({ kind, on, retainer, period }) =>
      `${on} ${kind} ${Number(retainer.id.slice(-2))}${period ? ` ${period.start}` : ''}`,
  )
/** Without the invoices, which come every month. */
const dates = (book: Book, today: string, within: number): string[] =>
  told(book, today, within).filter((line) => !line.includes('invoice'))

describe('a term', () => {
  test('asks for notice, then ends', () => {
    expect(dates(bookWith({}), '2026-11-01', 60)).toEqual(['2026-12-01 notice 1', '2026-12-31 termEnds 1'])
  })

  test('that renews is the running one', () => {
    const renews = { term: { periods: 6, atEnd: 'renews' }, noticeDays: 45 } as const
    expect(dates(bookWith(renews), '2026-05-01', 60)).toEqual(['2026-05-16 notice 1', '2026-06-30 termEnds 1'])
    expect(dates(bookWith(renews), '2026-07-01', 200)).toEqual(['2026-11-16 notice 1', '2026-12-31 termEnds 1'])
  })

  test('that is open has no dates, one that is over has none ahead', () => {
    expect(dates(bookWith({ term: { periods: 6, atEnd: 'open' } }), '2026-06-01', 400)).toEqual([])
    expect(told(bookWith({}), '2027-01-01', 400)).toEqual([])
  })

  test.each([
    ['2026-11-24', 6, []],
    ['2026-11-24', 7, ['2026-12-01 notice 1']],
    ['2026-12-01', 0, ['2026-12-01 notice 1']],
    ['2026-12-02', 28, []],
    ['2026-12-02', 29, ['2026-12-31 termEnds 1']],
    ['2026-12-31', 0, ['2026-12-31 termEnds 1']],
  ])('on %s, %i days ahead', (today, within, expected) => {
    expect(dates(bookWith({}), today, within)).toEqual(expected)
  })
})

describe('a pause', () => {
  const versions = [
    { from: day('2026-01-01'), fee: minor(100_000), included: 600 },
    { from: day('2026-03-01'), fee: minor(0), included: 0, isPause: true },
    { from: day('2026-05-01'), fee: minor(120_000), included: 600 },
  ]

  test('ends on its last day, whether it has begun or not', () => {
    expect(dates(bookWith({ versions }), '2026-02-20', 70)).toEqual(['2026-04-30 pauseEnds 1 2026-04-01'])
    expect(dates(bookWith({ versions }), '2026-04-30', 0)).toEqual(['2026-04-30 pauseEnds 1 2026-04-01'])
    expect(dates(bookWith({ versions }), '2026-05-01', 30)).toEqual([])
  })

  test('is not invoiced', () => {
    expect(told(bookWith({ versions }), '2026-02-01', 90)).toEqual([
      '2026-04-21 invoice 1 2026-05-01',
      '2026-04-30 pauseEnds 1 2026-04-01',
    ])
  })

  test('that goes on to the end of the term has no end of its own', () => {
    expect(dates(bookWith({ versions: versions.slice(0, 2) }), '2026-03-01', 250)).toEqual([])
  })
})

describe('a period is invoiced', () => {
  test('so many days before it starts', () => {
    expect(told(bookWith({}), '2026-01-22', 0)).toEqual(['2026-01-22 invoice 1 2026-02-01'])
    expect(told(bookWith({}), '2026-01-23', 26)).toEqual([])
    expect(told(bookWith({}), '2026-01-23', 27)).toEqual(['2026-02-19 invoice 1 2026-03-01'])
    expect(told(bookWith({}), '2025-12-01', 30)).toEqual(['2025-12-22 invoice 1 2026-01-01'])
  })

  test('once: what is issued is done, a draft and a void one are not', () => {
    const book = bookWith({})
    const invoice = (index: number, start: string, status: string) => {
      const line = {
        id: testId(90 + index),
        kind: 'fee',
        text: '',
        engagementId: testId(1),
        period: start,
        amount: 100_000,
      }
      const vat = { basisPoints: 2200 }
      return made(
        'invoices',
        invoiceSchema.parse({
          id: testId(80 + index),
          clientId: testId(99),
          type: 'invoice',
          status,
          issuedOn: '2026-01-01',
          dueOn: '2026-01-15',
          currency: 'EUR',
          language: 'en',
          lines: [{ ...line, vat }],
          tax: { vat },
        }),
      )
    }
    applyToBook(book, [
      invoice(1, '2026-02-01', 'issued'),
      invoice(2, '2026-03-01', 'draft'),
      invoice(3, '2026-04-01', 'void'),
    ])
    expect(told(book, '2026-01-20', 70)).toEqual(['2026-02-19 invoice 1 2026-03-01', '2026-03-22 invoice 1 2026-04-01'])
  })

  test('only where something is owed', () => {
    const versions = [{ from: day('2026-01-01'), fee: minor(0), included: 600 }]
    expect(told(bookWith({ versions }), '2026-01-22', 60)).toEqual([])
  })
})

test('those of all retainers come in order, and only of those under way', () => {
  const anniversary = { startsOn: day('2026-01-20'), period: { every: 'month', anchor: 'anniversary' } } as const
  const book = bookWith(
    { is: { status: 'proposed' } },
    {},
    { ...anniversary },
    { is: { archived: true } },
    { is: { status: 'ended' } },
  )
  expect(told(book, '2026-02-01', 30)).toEqual(['2026-02-10 invoice 3 2026-02-20', '2026-02-19 invoice 2 2026-03-01'])
})
