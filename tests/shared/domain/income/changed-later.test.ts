import { expect, test } from 'vitest'
import { doneOf, type Book } from '#shared/domain/book.ts'
import { incomeByMonth } from '#shared/domain/income/by-month.ts'
import { day, type Day, type Month } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { topUpSchema, type Agreement } from '#shared/model/agreement.ts'
import { made, type Edit } from '#shared/model/change.ts'
import { retainerSchema, type Engagement, type Retainer } from '#shared/model/engagement.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { agreement, testId } from '#tests/support/agreements.ts'
import { bookOf, clientNamed } from '#tests/support/books.ts'
import { closed } from '#tests/support/closings.ts'

// What is agreed or worked later on: other terms, an end, work on a closed period.

const client = clientNamed('Acme')
const on = (text: string): Day => day(text)
const retainer = (terms: Partial<Agreement>): Retainer =>
  retainerSchema.parse({
    id: testId(1),
    clientId: client.id,
    kind: 'retainer',
    name: '',
    status: 'active',
    agreement: agreement(terms),
  })
const hours = (index: number, { id }: Engagement, onDay: string, count: number): Edit =>
  made('entries', entrySchema.parse({ id: testId(100 + index), engagementId: id, day: onDay, seconds: count * 3600 }))
const bookWith = (engagements: readonly Engagement[], ...more: readonly Edit[]): Book =>
  bookOf(made('clients', client), ...engagements.map((engagement) => made('engagements', engagement)), ...more)

/** `2026-10 guaranteed 1000 variable 300`: what there is, in whole euro. */
const months = (book: Book, from: string, to: string): string[] =>
  incomeByMonth(book, 'EUR', on('2026-10-22'), from as Month, to as Month).map(({ month, sums }) =>
    [month, ...Object.entries(sums).flatMap(([kind, sum]) => (sum === 0 ? [] : [kind, String(sum / 100)]))].join(' '),
  )

test('of one whose end was agreed on, all up to it can be counted on, whatever its notice', () => {
  for (const atEnd of ['open', 'renews'] as const) {
    const terms = { term: { periods: 3, atEnd }, noticeDays: 14, endsOn: on('2027-02-28') }
    expect(months(bookWith([retainer(terms)]), '2026-12', '2027-03')).toEqual([
      '2026-12 guaranteed 1000',
      '2027-01 guaranteed 1000',
      '2027-02 guaranteed 1000',
      '2027-03',
    ])
  }
})

test('a top-up that was dated after the end that was agreed on since brings nothing', () => {
  const topUps = ['2026-08-10', '2026-09-10'].map((each, index) =>
    topUpSchema.parse({ id: testId(10 + index), on: each, amount: 60, price: 12_000 }),
  )
  const of = (endsOn: Day | null): string[] => months(bookWith([retainer({ topUps, endsOn })]), '2026-08', '2026-09')
  expect(of(null)).toEqual(['2026-08 guaranteed 1000 variable 120', '2026-09 guaranteed 1000 variable 120'])
  expect(of(on('2026-08-31'))).toEqual(['2026-08 guaranteed 1000 variable 120', '2026-09'])
})

test('overage that is absorbed at first and billed later is income from then on', () => {
  const terms = { fee: minor(100_000), included: 600 }
  const versions = [
    { ...terms, from: on('2026-01-01') },
    { ...terms, from: on('2026-09-01'), overage: { policy: 'bill' } as const },
  ]
  const changed = retainer({ overage: { policy: 'absorb' }, versions })
  const book = bookWith([changed], hours(1, changed, '2026-08-10', 12), hours(2, changed, '2026-09-10', 13))
  expect(months(book, '2026-08', '2026-09')).toEqual([
    '2026-08 guaranteed 1000',
    '2026-09 guaranteed 1000 variable 300',
  ])
})

test('what is worked on a closed period later is earned, as its adjustment is billed', () => {
  const closedOne = retainer({})
  const before = hours(1, closedOne, '2026-09-10', 12)
  const done = doneOf(bookWith([closedOne], before), closedOne.id)
  const closings = [...closed(agreement({}), done, 9).values()].map((closing) =>
    made('closings', { ...closing, engagementId: closedOne.id }),
  )
  const book = bookWith([closedOne], before, ...closings, hours(2, closedOne, '2026-09-20', 1))
  expect(closings).toHaveLength(9)
  expect(months(book, '2026-09', '2026-09')).toEqual(['2026-09 guaranteed 1000 variable 300'])
})
