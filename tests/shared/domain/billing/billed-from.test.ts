import { describe, expect, test } from 'vitest'
import { billedFrom } from '#shared/domain/billing/billed-from.ts'
import { undecidedOverage } from '#shared/domain/billing/due.ts'
import { applyToBook } from '#shared/domain/book.ts'
import { day } from '#shared/kernel/day.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { made, replaced } from '#shared/model/change.ts'
import { hourlySchema, type Hourly } from '#shared/model/engagement.ts'
import { idAt } from '#shared/sample/ids.ts'
import { change, client, draft, print, retainer, withRetainer, worked } from '#tests/support/bills.ts'
import { bookOf } from '#tests/support/books.ts'

const madeOn = (at: string) => idAt(`${at}T09:00:00Z` as Instant, 'engagement')
const today = day('2026-11-28')
const hourlyMade = (at: string, more: Partial<Hourly> = {}) =>
  hourlySchema.parse({
    id: madeOn(at),
    clientId: client.id,
    kind: 'hourly',
    name: '',
    rates: [{ from: null, rate: 10_000 }],
    ...more,
  })
const months = ['2026-06-10', '2026-07-10', '2026-08-10', '2026-09-10', '2026-10-10', '2026-11-10']
const withHours = (hourly: Hourly) =>
  bookOf(
    made('clients', client),
    made('engagements', hourly),
    ...months.map((on) => made('entries', worked(on, 1, hourly.id))),
  )

describe('until the user says another day', () => {
  test('it is the first of the month in which the work was written down', () => {
    expect(billedFrom(hourlyMade('2026-11-28'), today)).toBe('2026-11-01')
    expect(billedFrom(hourlyMade('2026-09-01'), today)).toBe('2026-09-01')
    expect(billedFrom(hourlyMade('2026-11-01'), today)).toBe('2026-11-01')
  })

  test('that day is the user’s own, whatever the day is at Greenwich', () => {
    const inNewYork = hourlyMade('2026-05-01', { writtenOn: day('2026-04-30') })
    for (const on of ['2026-04-30', '2026-05-01', '2026-06-01'])
      expect(billedFrom(inNewYork, day(on))).toBe('2026-04-01')
  })

  test('of a retainer no later than the period that ran then', () => {
    const at = (on: string, startsOn: string, anchor: 'calendar' | 'anniversary' = 'anniversary') => {
      const period = { every: 'month', anchor } as const
      return billedFrom(retainer({ startsOn: day(startsOn), period }, { id: madeOn(on) }), today)
    }
    expect(at('2026-11-10', '2026-02-16')).toBe('2026-10-16')
    expect(at('2026-11-20', '2026-02-16')).toBe('2026-11-01')
    expect(at('2026-11-20', '2026-02-16', 'calendar')).toBe('2026-11-01')
    expect(at('2026-11-20', '2026-12-01')).toBe('2026-11-01')
  })

  test('a clock that was years ahead when it was written down hides nothing', () => {
    expect(billedFrom(hourlyMade('2099-05-05'), today)).toBe('2026-11-01')
  })

  test('an imported history does not come up, what was just over does, and from then on all until it is billed', () => {
    const book = withHours(hourlyMade('2026-11-28'))
    expect(print(book, '2026-11-28')).toEqual(['hours 2026-10-01 100.00'])
    expect(print(book, '2027-06-01')).toEqual(['hours 2026-10-01 100.00', 'hours 2026-11-01 100.00'])
  })
})

describe('a day that was said', () => {
  test('brings up what fell due from it on, and gives up what did before', () => {
    const at = (billedFrom: string) =>
      print(withHours(hourlyMade('2026-11-28', { billedFrom: day(billedFrom) })), '2026-11-28')
    expect(at('2026-08-01')).toEqual(['hours 2026-07-01 100.00', 'hours 2026-08-01 100.00'].concat(at('2026-10-01')))
    expect(at('2026-08-02')).toEqual(['hours 2026-08-01 100.00'].concat(at('2026-10-01')))
    expect(at('2026-11-02')).toEqual([])
  })

  test('leaves what was billed before it to be corrected, and gives up what is void', () => {
    const hourly = hourlyMade('2026-06-01')
    const book = withHours(hourly)
    const [july] = draft(book, '2026-08-01', { status: 'issued' })
    if (!july) throw new Error('no invoice')
    applyToBook(book, [
      replaced('engagements', hourly, { ...hourly, billedFrom: day('2026-11-15') }),
      made('entries', worked('2026-07-11', 2, hourly.id)),
    ])
    expect(print(book, '2026-11-28')).toEqual(['adjustment 2026-07-01 200.00'])
    applyToBook(book, [replaced('invoices', july, { ...july, status: 'void' })])
    expect(print(book, '2026-11-28')).toEqual([])
    expect(print(book, '2026-12-01')).toEqual(['hours 2026-11-01 100.00'])
  })

  test('takes a retainer’s fees by the day on which they begin, what went past by the day after', () => {
    const of = retainer({}, { id: madeOn('2026-01-01') })
    const book = withRetainer(of, worked('2026-02-10', 12, of.id), worked('2026-03-10', 11, of.id))
    expect(undecidedOverage(book, day('2026-04-05'))).toHaveLength(2)
    change(book, of, {}, { billedFrom: day('2026-03-10') })
    expect(print(book, '2026-04-05')).toEqual(['fee 2026-04-01 1000.00'])
    expect(undecidedOverage(book, day('2026-04-05')).map(({ row }) => row.period.start)).toEqual(['2026-03-01'])
    change(book, of, {}, { billedFrom: day('2026-05-01') })
    expect(undecidedOverage(book, day('2026-04-05'))).toEqual([])
  })
})
