import { describe, expect, test } from 'vitest'
import { incomeByMonth, totalOf, type IncomeMonth } from '#shared/domain/income/by-month.ts'
import { outlook } from '#shared/domain/income/outlook.ts'
import { otherCurrencies } from '#shared/domain/income/signed.ts'
import { steadiness } from '#shared/domain/income/steadiness.ts'
import type { Book } from '#shared/domain/book.ts'
import { day, type Day, type Month } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { made, type Edit } from '#shared/model/change.ts'
import { hourlySchema, projectSchema, retainerSchema, type Engagement } from '#shared/model/engagement.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { agreement, testId } from '#tests/support/agreements.ts'
import { bookOf, clientNamed } from '#tests/support/books.ts'

const today = day('2026-10-22')
const client = clientNamed('Acme')
const on = (text: string): Day => day(text)

const retainer = (terms: Partial<Agreement>, more: Partial<Engagement> = {}): Engagement =>
  retainerSchema.parse({
    id: testId(7001),
    clientId: client.id,
    kind: 'retainer',
    name: '',
    status: 'active',
    agreement: agreement(terms),
    ...more,
  })
const hourly = hourlySchema.parse({
  id: testId(7002),
  clientId: client.id,
  kind: 'hourly',
  name: '',
  rates: [
    { from: null, rate: 6000 },
    { from: '2026-08-16', rate: 9000 },
  ],
})
const hours = (index: number, engagement: Engagement, onDay: string, count: number): Edit =>
  made(
    'entries',
    entrySchema.parse({
      id: testId(7100 + index),
      engagementId: engagement.id,
      note: '',
      tags: [],
      billable: true,
      day: onDay,
      seconds: count * 3600,
    }),
  )
const bookWith = (engagements: readonly Engagement[], ...more: readonly Edit[]): Book =>
  bookOf(made('clients', client), ...engagements.map((engagement) => made('engagements', engagement)), ...more)

const months = (book: Book, from: string, to: string, asOf = today): IncomeMonth[] =>
  incomeByMonth(book, 'EUR', asOf, from as Month, to as Month)
/** `2026-10 guaranteed 1000 hourly 300`: what there is, in whole euro. */
const print = (of: readonly IncomeMonth[]): string[] =>
  of.map(({ month, sums }) =>
    [month, ...Object.entries(sums).flatMap(([kind, sum]) => (sum === 0 ? [] : [kind, String(sum / 100)]))].join(' '),
  )

describe('by month', () => {
  test('three clients at 500 a month are 1,500 guaranteed (domain.md)', () => {
    const three = [1, 2, 3].map((index) =>
      retainer({ versions: [{ from: on('2026-01-01'), fee: minor(50_000), included: 300 }] }, { id: testId(index) }),
    )
    expect(print(months(bookWith(three), '2026-10', '2027-01'))).toEqual([
      '2026-10 guaranteed 1500',
      '2026-11 guaranteed 1500',
      '2026-12 guaranteed 1500',
      '2027-01',
    ])
  })

  test('overage stands in the month in which its period ends, in today’s what the running one comes to so far', () => {
    const anniversary = retainer({ startsOn: on('2026-08-15'), period: { every: 'month', anchor: 'anniversary' } })
    const book = bookWith(
      [anniversary],
      hours(1, anniversary, '2026-09-01', 12),
      hours(2, anniversary, '2026-10-20', 13),
    )
    expect(print(months(book, '2026-08', '2026-11'))).toEqual([
      '2026-08 guaranteed 1000',
      '2026-09 guaranteed 1000 variable 200',
      '2026-10 guaranteed 1000 variable 300',
      '2026-11 guaranteed 1000',
    ])
    const parts = months(book, '2026-10', '2026-10')[0]?.parts ?? []
    expect(parts.map(({ source, isEarned }) => [source.what, isEarned])).toEqual([
      ['fee', false],
      ['overage', true],
    ])
  })

  test('hours are worth the rate of their day; ahead they are the mean of six months, for what is left of this one', () => {
    const work = [
      hours(1, hourly, '2026-08-15', 10),
      hours(2, hourly, '2026-08-16', 10),
      hours(3, hourly, '2026-10-05', 2),
    ]
    const book = bookWith([hourly], ...work)
    // A mean of 1,500 ÷ 6 = 250 a month; of October nine days of 31 are left.
    expect(print(months(book, '2026-07', '2026-12'))).toEqual([
      '2026-07',
      '2026-08 hourly 1500',
      '2026-09',
      '2026-10 hourly 180 estimate 72.58',
      '2026-11 estimate 250',
      '2026-12 estimate 250',
    ])
  })

  test('on the last day of a month nothing of it is left to guess', () => {
    const book = bookWith([hourly], hours(1, hourly, '2026-09-01', 6))
    expect(print(months(book, '2026-10', '2026-11', on('2026-10-31')))).toEqual(['2026-10', '2026-11 estimate 90'])
  })

  test('milestones and top-ups stand on their day, and are earned with it', () => {
    const project = projectSchema.parse({
      id: testId(7003),
      clientId: client.id,
      kind: 'project',
      name: '',
      milestones: [
        { id: testId(1), name: 'Draft', on: '2026-10-22', amount: 100_000 },
        { id: testId(2), name: 'Delivery', on: '2026-10-23', amount: 200_000 },
      ],
    })
    const parts = months(bookWith([project]), '2026-10', '2026-10')[0]?.parts ?? []
    expect(parts.map(({ amount, isEarned, kind }) => [amount, isEarned, kind])).toEqual([
      [100_000, true, 'variable'],
      [200_000, false, 'variable'],
    ])
  })

  test('a draft, a proposal and a declined one are nobody’s income', () => {
    for (const status of ['draft', 'proposed', 'declined'] as const)
      expect(months(bookWith([retainer({}, { status })]), '2026-10', '2026-10').map(totalOf)).toEqual([0])
  })

  test('what was ended or put away keeps its past and has no future', () => {
    for (const more of [{ status: 'ended' }, { archived: true }] as const) {
      const book = bookWith([retainer({ term: { periods: 12, atEnd: 'renews' } }, more)])
      expect(print(months(book, '2026-09', '2026-12'))).toEqual([
        '2026-09 guaranteed 1000',
        '2026-10 guaranteed 1000',
        '2026-11',
        '2026-12',
      ])
    }
  })

  test('another currency is left out, and said', () => {
    const abroad = clientNamed('Dollar Inc', { currency: 'USD' })
    const dollars = retainer({ currency: 'USD' }, { clientId: abroad.id })
    const book = bookWith([dollars], made('clients', abroad))
    expect(months(book, '2026-10', '2026-10').map(totalOf)).toEqual([0])
    expect(otherCurrencies(book, 'EUR')).toEqual([{ currency: 'USD', clientIds: [abroad.id] }])
    expect(otherCurrencies(book, 'USD')).toEqual([])
  })
})

describe('steadiness', () => {
  const own = [hourly]
  const clientOf = () => client.id

  test('the variation of the drawing’s twelve months is 21 %', () => {
    const earned = [5400, 3600, 4950, 3950, 3120, 5250, 3200, 5760, 4290, 5200, 5950, 5600]
    const project = projectSchema.parse({
      id: testId(7004),
      clientId: client.id,
      kind: 'project',
      name: '',
      milestones: earned.map((euro, index) => ({
        id: testId(index),
        name: '',
        on: `${index < 3 ? 2025 : 2026}-${String(((index + 9) % 12) + 1).padStart(2, '0')}-15`,
        amount: euro * 100,
      })),
    })
    const steady = steadiness(months(bookWith([project]), '2025-10', '2027-09'), '2026-10' as Month, null, clientOf)
    expect(steady.variation).toMatchObject({ mean: 468_917, basisPoints: 2068 })
    expect(steady.behind.clients).toEqual([{ clientId: client.id, amount: 5_627_000, basisPoints: 10_000 }])
    expect(steady.coverageBasisPoints).toBeNull()
  })

  test('it is counted from the first month with income, and of fewer than three it says nothing', () => {
    const at = (asOf: string) =>
      steadiness(
        months(
          bookWith(own, hours(1, hourly, '2026-07-01', 10), hours(2, hourly, '2026-09-01', 10)),
          '2025-10',
          '2026-12',
          on(asOf),
        ),
        asOf.slice(0, 7) as Month,
        null,
        clientOf,
      ).variation
    expect(at('2026-09-15')).toBeNull()
    expect(at('2026-10-15')?.months.map(({ month }) => month)).toEqual(['2026-07', '2026-08', '2026-09'])
  })

  test('the target: this month’s share, and the months in a row after it', () => {
    const book = bookWith([retainer({ term: { periods: 12, atEnd: 'ends' } })])
    const of = (target: number) => steadiness(months(book, '2025-10', '2027-09'), '2026-10' as Month, target, clientOf)
    expect(of(80_000)).toMatchObject({ coverageBasisPoints: 12_500, firstShort: { month: '2027-01' } })
    expect(of(80_000).covered.map(({ month }) => month)).toEqual(['2026-11', '2026-12'])
    expect(outlook([{ clientId: 'a', agreement: agreement() }], 80_000, today).monthsCovered).toBe(2)
    // Met to the cent is met, and a cent more is not.
    expect(of(100_000).covered.map(({ month }) => month)).toEqual(['2026-11', '2026-12'])
    expect(of(100_001)).toMatchObject({ covered: [], coverageBasisPoints: 10_000, firstShort: { month: '2026-11' } })
  })
})
