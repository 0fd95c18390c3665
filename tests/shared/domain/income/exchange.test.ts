import { describe, expect, test } from 'vitest'
import { incomeByMonth } from '#shared/domain/income/by-month.ts'
import { convert, exchangeOf, lacking, questions } from '#shared/domain/income/exchange.ts'
import { day, type Month } from '#shared/kernel/day.ts'
import { made } from '#shared/model/change.ts'
import { exchangeRateSchema } from '#shared/model/exchange-rate.ts'
import { projectSchema } from '#shared/model/engagement.ts'
import { bookOf, clientNamed, newId } from '#tests/support/books.ts'

const march = '2026-03' as Month
const rate = (currency: string, millionths: number, month = '2026-03', to = 'EUR') =>
  exchangeRateSchema.parse({ id: newId(), month, currency, to, millionths })

describe('a conversion', () => {
  test('is exact, whatever the decimals of both currencies', () => {
    const to = (own: string, currency: string, millionths: number, amount: number) =>
      convert(amount, currency, march, exchangeOf([rate(currency, millionths, march, own)], own))
    expect(to('EUR', 'USD', 920_000, 10_001)).toBe(9201) // 92.0092
    expect(to('EUR', 'GBP', 1_150_000, 10)).toBe(12) // 0.115, half away from zero
    expect(to('EUR', 'GBP', 1_150_000, -10)).toBe(-12)
    expect(to('EUR', 'JPY', 6150, 100_000)).toBe(61_500) // 100,000 yen are 615.00
    expect(to('JPY', 'EUR', 162_600_000, 61_500)).toBe(99_999)
    expect(to('EUR', 'BHD', 2_450_000, 1005)).toBe(246) // 1.005 dinars are 2.46225
    expect(to('BHD', 'JPY', 2500, 1001)).toBe(2503) // 2.5025 dinars
    expect(to('JPY', 'BHD', 399_000_000, 1005)).toBe(401)
    expect(to('EUR', 'USD', 920_001, 9_000_000_000_000)).toBe(8_280_009_000_000)
  })

  test('into another than one’s own goes over one’s own, and is rounded once', () => {
    const exchange = exchangeOf([rate('USD', 920_000), rate('GBP', 1_150_000), rate('JPY', 6150)], 'EUR')
    expect(convert(10_000, 'EUR', march, exchange, 'USD')).toBe(10_870) // 108.6957
    expect(convert(10_000, 'GBP', march, exchange, 'USD')).toBe(12_500)
    expect(convert(10_000, 'USD', march, exchange, 'JPY')).toBe(14_959) // 92.00 ÷ 0.00615
    expect(convert(10_000, 'GBP', march, exchange, 'GBP')).toBe(10_000)
    expect(convert(10_000, 'GBP', march, exchange, 'CHF')).toBeNull()
    expect(lacking(['EUR', 'CHF', 'USD'], march, exchange)).toEqual([{ month: march, currency: 'CHF' }])
  })

  test('of one’s own currency is nothing', () => {
    expect(convert(1234, 'EUR', march, exchangeOf([], 'EUR'))).toBe(1234)
  })

  test('never goes by a rate that was given while another currency was one’s own', () => {
    const rates = [rate('USD', 920_000), rate('USD', 790_000, march, 'GBP')]
    expect(convert(10_000, 'USD', march, exchangeOf(rates, 'EUR'))).toBe(9200)
    expect(convert(10_000, 'USD', march, exchangeOf(rates, 'GBP'))).toBe(7900)
    expect(convert(10_000, 'USD', march, exchangeOf(rates, 'CHF'))).toBeNull()
  })

  test('without a rate of that very month and currency is not made', () => {
    const exchange = exchangeOf([rate('USD', 920_000, '2026-02'), rate('GBP', 1_150_000)], 'EUR')
    expect(convert(1234, 'USD', march, exchange)).toBeNull()
    expect(convert(1234, 'USD', '2026-02' as Month, exchange)).toBe(1135)
  })
})

test('questions are asked once, in order', () => {
  const [usd, gbp, later] = [
    { month: march, currency: 'USD' },
    { month: march, currency: 'GBP' },
    { month: '2026-04' as Month, currency: 'CHF' },
  ]
  expect(questions([later, usd, gbp, { ...usd }])).toEqual([gbp, usd, later])
  expect(questions([])).toEqual([])
})

describe('income in several currencies', () => {
  const [euro, dollar, pound] = ['EUR', 'USD', 'GBP'].map((currency) => clientNamed(currency, { currency }))
  const project = (client: typeof euro, on: string, amount: number) =>
    projectSchema.parse({
      id: newId(),
      clientId: client?.id,
      kind: 'project',
      name: '',
      milestones: [{ id: newId(), name: '', on, amount }],
    })
  const book = bookOf(
    ...[euro, dollar, pound].flatMap((client) => (client ? [made('clients', client)] : [])),
    ...[
      project(euro, '2026-03-05', 100_000),
      project(dollar, '2026-03-06', 50_000),
      project(pound, '2026-03-07', 20_000),
      project(pound, '2026-04-07', 30_000),
    ].map((each) => made('engagements', each)),
  )
  const months = (...rates: ReturnType<typeof rate>[]) =>
    incomeByMonth(book, 'EUR', day('2026-05-01'), march, '2026-04' as Month, exchangeOf(rates, 'EUR'))

  test('leaves the others out unless they are asked for', () => {
    const [first, second] = incomeByMonth(book, 'EUR', day('2026-05-01'), march, '2026-04' as Month)
    expect([first?.sums.variable, second?.sums.variable]).toEqual([100_000, 0])
    expect(first).not.toHaveProperty('missing')
  })

  test('brings in those that have a rate, each with what it was, and asks for the others', () => {
    const [first, second] = months(rate('USD', 920_000), rate('GBP', 1_150_000))
    expect(first?.sums.variable).toBe(100_000 + 46_000 + 23_000)
    expect(first?.parts.map(({ amount, was }) => [amount, was])).toEqual([
      [100_000, undefined],
      [46_000, { amount: 50_000, currency: 'USD' }],
      [23_000, { amount: 20_000, currency: 'GBP' }],
    ])
    expect(first).not.toHaveProperty('missing')
    expect(second).toMatchObject({ sums: { variable: 0 }, missing: [{ month: '2026-04', currency: 'GBP' }] })
  })

  test('what is worth less than a cent is no part', () => {
    const [first] = months(rate('USD', 1), rate('GBP', 1))
    expect(first?.parts).toHaveLength(1)
  })
})
