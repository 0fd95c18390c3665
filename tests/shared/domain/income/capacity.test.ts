import { describe, expect, test } from 'vitest'
import { capacity, overCommitted, type CapacityMonth } from '#shared/domain/income/capacity.ts'
import { applyToBook, emptyBook, type Book } from '#shared/domain/book.ts'
import { day, type Month } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { made } from '#shared/model/change.ts'
import { retainerSchema, type Retainer } from '#shared/model/engagement.ts'
import { preferencesId, preferencesSchema, type Preferences } from '#shared/model/preferences.ts'
import { emptyWorkspace } from '#shared/model/workspace.ts'
import { agreement, ROME, testId, work } from '#tests/support/agreements.ts'

const HOUR = 3600
const TODAY = day('2026-04-15')
const month = (text: string): Month => text as Month

type Told = Partial<Preferences> & { readonly off?: readonly (readonly [from: string, to: string])[] }
type Agreed = Partial<Agreement> & { readonly is?: Partial<Retainer> }
type Worked = readonly (readonly [retainer: number, on: string, hours: number])[]

/** Retainers 1, 2, 3 … of agreements, in a week of five days of eight hours. */
function bookWith(agreed: readonly Agreed[], { off = [], ...told }: Told = {}, worked: Worked = []): Book {
  const book = emptyBook(emptyWorkspace('all'), new Map())
  const daysOff = off.map(([from, to]) => ({ from, to, name: '' }))
  const said = { id: preferencesId, timeZone: ROME, currency: 'EUR', listRate: 10_000, daysOff, ...told }
  const retainers = agreed.map(({ is = {}, ...terms }, index) => {
    const record = { id: testId(index + 1), clientId: testId(99), kind: 'retainer', name: '', status: 'active' }
    return made('engagements', retainerSchema.parse({ ...record, agreement: agreement(terms), ...is }))
  })
  const entries = worked.map(([retainer, on, hours], index) =>
    made('entries', { ...work(index + 200, { on, hours }), engagementId: testId(retainer) }),
  )
  applyToBook(book, [made('preferences', preferencesSchema.parse(said)), ...retainers, ...entries])
  return book
}

const seen = (book: Book, from: string, to = from): CapacityMonth[] => capacity(book, TODAY, month(from), month(to))
/** Hours, for a reader. */
const committed = (book: Book, from: string, to = from): number[] =>
  seen(book, from, to).map((each) => each.committed / HOUR)

const year = (included: number): Partial<Agreement> => ({
  startsOn: day('2026-01-01'),
  period: { every: 'year', anchor: 'calendar' },
  term: { periods: 1, atEnd: 'ends' },
  versions: [{ from: day('2026-01-01'), fee: minor(0), included }],
})

describe('what there is to sell', () => {
  test('is the working days by the hours of one, less the days off', () => {
    expect(seen(bookWith([]), '2026-05')).toEqual([
      {
        month: '2026-05',
        workingDays: 21,
        available: 21 * 8 * HOUR,
        committed: 0,
        toSell: 21 * 8 * HOUR,
        over: 0,
        parts: [],
      },
    ])
    const part = { workingDays: [1, 2, 3], minutesPerDay: 330, off: [['2026-05-11', '2026-05-24']] as const }
    // Mondays 4 and 25, Tuesdays 5 and 26, Wednesdays 6 and 27.
    expect(seen(bookWith([], part), '2026-05')[0]?.available).toBe(6 * 330 * 60)
  })

  test('is what retainers have not taken, and in which months they have taken more', () => {
    const versions = [
      { from: day('2026-01-01'), fee: minor(0), included: 160 * 60 },
      { from: day('2026-06-01'), fee: minor(0), included: 176 * 60 },
    ]
    const book = bookWith([{ versions }, {}])
    const months = seen(book, '2026-05', '2026-07')
    expect(months.map(({ toSell, over }) => [toSell / HOUR, over / HOUR])).toEqual([
      [0, 2],
      [0, 10],
      [0, 2],
    ])
    expect(overCommitted(seen(bookWith([{ versions }]), '2026-05', '2026-07'))).toEqual([])
    expect(overCommitted(months).map((each) => each.month)).toEqual(['2026-05', '2026-06', '2026-07'])
    expect(seen(bookWith([{}]), '2026-05')[0]).toMatchObject({ committed: 10 * HOUR, toSell: 158 * HOUR, over: 0 })
  })
})

describe('what is committed', () => {
  test('names who has it, and whether that is signed', () => {
    const renews = { term: { periods: 5, atEnd: 'renews' } } as const
    expect(seen(bookWith([renews, {}]), '2026-05', '2026-06').map(({ parts }) => parts)).toEqual([
      [
        { engagementId: testId(1), committed: 10 * HOUR, source: 'agreed', isGuaranteed: true },
        { engagementId: testId(2), committed: 10 * HOUR, source: 'agreed', isGuaranteed: true },
      ],
      [
        { engagementId: testId(1), committed: 10 * HOUR, source: 'agreed', isGuaranteed: false },
        { engagementId: testId(2), committed: 10 * HOUR, source: 'agreed', isGuaranteed: true },
      ],
    ])
  })

  test('is shared out by the working days of the period, largest remainder, and adds up', () => {
    // 261 weekdays in 2026: 22 of them in January, 20 in February, 22 in March.
    const parts = committed(bookWith([year(100 * 60)]), '2026-01', '2026-12')
    expect(parts.reduce((sum, part) => sum + part * HOUR, 0)).toBe(100 * HOUR)
    expect(parts.slice(0, 3).map((part) => Math.round(part * HOUR))).toEqual([30_345, 27_586, 30_345])
  })

  test('moves from the months with days off to the others', () => {
    const anniversary: Partial<Agreement> = {
      startsOn: day('2026-05-16'),
      period: { every: 'month', anchor: 'anniversary' },
      term: { periods: 1, atEnd: 'ends' },
    }
    // Monday 18 May to Friday 29: ten days; 1 to 15 June: eleven.
    expect(committed(bookWith([anniversary]), '2026-05', '2026-07')).toEqual([17_143 / HOUR, 18_857 / HOUR, 0])
    expect(committed(bookWith([anniversary], { off: [['2026-06-01', '2026-06-30']] }), '2026-05', '2026-06')).toEqual([
      10, 0,
    ])
    // Nobody works at all: it is due all the same.
    expect(committed(bookWith([anniversary], { off: [['2026-05-01', '2026-06-30']] }), '2026-05', '2026-06')).toEqual([
      5, 5,
    ])
  })

  test('of a partial period is what it grants', () => {
    const midMonth = { startsOn: day('2026-05-16'), term: { periods: 1, atEnd: 'ends' } } as const
    // 16 of 31 days are 310 minutes; 15 of 30 days are 300.
    expect(committed(bookWith([midMonth]), '2026-04', '2026-07')).toEqual([0, 310 / 60, 5, 0])
  })

  test('has top-ups in it, and no pause', () => {
    const topUps = [
      { id: testId(50), on: day('2026-05-31'), amount: 120, price: minor(0), reason: '' },
      { id: testId(51), on: day('2026-06-01'), amount: 60, price: minor(0), reason: '' },
    ]
    const versions = [
      { from: day('2026-01-01'), fee: minor(0), included: 600 },
      { from: day('2026-06-01'), fee: minor(0), included: 0, isPause: true },
      { from: day('2026-07-01'), fee: minor(0), included: 600 },
    ]
    expect(committed(bookWith([{ topUps }]), '2026-05', '2026-07')).toEqual([12, 11, 10])
    expect(committed(bookWith([{ versions }]), '2026-05', '2026-07')).toEqual([10, 0, 10])
  })

  test('is nothing of what is not under way, or over', () => {
    const not = (is: Partial<Retainer>) => committed(bookWith([{ is }]), '2026-05')
    expect([not({ status: 'proposed' }), not({ status: 'ended' }), not({ archived: true })]).toEqual([[0], [0], [0]])
    expect(committed(bookWith([{ endsOn: day('2026-05-31') }]), '2026-05', '2026-06')).toEqual([10, 0])
  })
})

describe('agreements that name no time', () => {
  const access: Partial<Agreement> = { basis: 'access', term: { periods: 12, atEnd: 'ends' } }
  const worked: Worked = [
    [1, '2025-12-31', 50],
    [1, '2026-01-10', 7],
    [1, '2026-02-10', 20],
    [1, '2026-03-31', 5],
    [1, '2026-04-01', 50],
  ]

  test('take what they took a working day in the last three whole months', () => {
    // 32 h in 64 working days: half an hour a day. May has 21.
    const book = bookWith([access], {}, worked)
    expect(seen(book, '2026-05')[0]?.parts).toEqual([
      { engagementId: testId(1), committed: 10.5 * HOUR, source: 'tracked', isGuaranteed: true },
    ])
    expect(committed(book, '2026-06')).toEqual([11])
    expect(committed(bookWith([{ ...access, basis: 'deliverables' }], {}, worked), '2026-06')).toEqual([11])
  })

  test('from their start on', () => {
    // 9 to 31 March: 17 working days.
    const late = { ...access, startsOn: day('2026-03-09') }
    expect(committed(bookWith([late], {}, [[1, '2026-03-31', 17]]), '2026-05')).toEqual([21])
  })

  test('and without the months in which they were paused', () => {
    const versions = [
      { from: day('2026-01-01'), fee: minor(0), included: 0 },
      { from: day('2026-02-01'), fee: minor(0), included: 0, isPause: true },
      { from: day('2026-03-01'), fee: minor(0), included: 0 },
    ]
    // January and March: 44 working days, 12 h.
    expect(committed(bookWith([{ ...access, versions }], {}, worked), '2026-06')).toEqual([6])
  })

  test('are not known before they had a whole month', () => {
    expect(committed(bookWith([{ ...access, startsOn: day('2026-04-01') }], {}, worked), '2026-05')).toEqual([0])
  })
})
