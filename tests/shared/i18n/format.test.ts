import { describe, expect, test } from 'vitest'
import { formatter, type DayStyle, type MonthStyle } from '#shared/i18n/format.ts'
import { day, monthOf } from '#shared/kernel/day.ts'
import type { Language } from '#shared/model/quantities.ts'
import { instant, ROME } from '#tests/support/agreements.ts'

/** No-break spaces are shown as `_`: a figure and its unit are never parted by the end of a line (design, Words). */
const shown = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, '_')
const MINUS = '\u2212'
const today = day('2026-10-22')

interface Written {
  readonly money: readonly string[]
  readonly amounts: readonly string[]
  readonly days: Readonly<Record<DayStyle, string>>
  readonly months: Readonly<Record<MonthStyle, string>>
  readonly number: string
  readonly list: string
}

const written: Readonly<Record<Language, Written>> = {
  en: {
    money: ['€1,000', '€1,234.56', `${MINUS}€1,200`, '€0', '¥1,500', '$15'],
    amounts: ['4,400.00', '0.00', `${MINUS}12.50`],
    days: {
      full: 'Thursday 22 October',
      long: '22 October 2026',
      day: '22 October',
      short: '22 Oct',
      weekday: 'Thu 22',
      weekdayName: 'Thursday',
      numeric: '22/10/2026',
    },
    months: { long: 'October 2026', name: 'October', short: 'Oct', shortYear: 'Oct 2026' },
    number: '12,345.5',
    list: 'a, b and c',
  },
  it: {
    money: ['1.000_€', '1.234,56_€', `${MINUS}1.200_€`, '0_€', '1.500_¥', '15_$'],
    amounts: ['4.400,00', '0,00', `${MINUS}12,50`],
    days: {
      full: 'giovedì 22 ottobre',
      long: '22 ottobre 2026',
      day: '22 ottobre',
      short: '22 ott',
      weekday: 'gio 22',
      weekdayName: 'giovedì',
      numeric: '22/10/2026',
    },
    months: { long: 'ottobre 2026', name: 'ottobre', short: 'ott', shortYear: 'ott 2026' },
    number: '12.345,5',
    list: 'a, b e c',
  },
}

describe.each<Language>(['en', 'it'])('in %s', (language) => {
  const format = formatter(language)
  const expected = written[language]

  test('money has cents only where they are not zero', () => {
    const amounts = [100_000, 123_456, -120_000, 0].map((minor) => format.money(minor, 'EUR'))
    expect([...amounts, format.money(1500, 'JPY'), format.money(1500, 'USD')].map(shown)).toEqual(expected.money)
  })

  test('in columns it always has', () => {
    expect([440_000, 0, -1250].map((minor) => shown(format.amount(minor, 'EUR')))).toEqual(expected.amounts)
  })

  test('axes have none', () => {
    expect(format.amount(123_456, 'EUR', 'never')).toBe(language === 'en' ? '1,235' : '1.235')
  })

  test('days and months have the words of the language', () => {
    const days = Object.keys(expected.days).map((style) => [style, format.day(today, style as DayStyle)])
    expect(Object.fromEntries(days)).toEqual(expected.days)
    const months = Object.keys(expected.months).map((style) => [
      style,
      format.month(monthOf(today), style as MonthStyle),
    ])
    expect(Object.fromEntries(months)).toEqual(expected.months)
  })

  test('numbers and lists too', () => {
    expect(format.number(12_345.5)).toBe(expected.number)
    expect(format.number(-3)).toBe(`${MINUS}3`)
    expect(format.list(['a', 'b', 'c'])).toBe(expected.list)
  })

  test.each([
    [0.9, '90%'],
    [1.1, '110%'],
    [-0.5, `${MINUS}50%`],
    [0, '0%'],
  ])('the share %d is %s, without a space', (share, text) => {
    expect(format.percent(share)).toBe(text)
  })

  test.each([
    [0, '0:00', '0_min'],
    [59, '0:00', '0_min'],
    [60, '0:01', '1_min'],
    [3600, '1:00', '1_h'],
    [5400, '1:30', '1_h_30_min'],
    [44_999, '12:29', '12_h_29_min'],
    [-5400, `${MINUS}1:30`, `${MINUS}1_h_30_min`],
    [-59, '0:00', '0_min'],
  ])('%i seconds are %s in a column and %s in a sentence', (seconds, column, sentence) => {
    expect(format.hours(seconds)).toBe(column)
    expect(shown(format.duration(seconds))).toBe(sentence)
  })

  test('a timer ticks', () => {
    expect([0, 59, 2538, 36_000].map(format.clock)).toEqual(['0:00:00', '0:00:59', '0:42:18', '10:00:00'])
  })

  test('a time is what the wall clock of the zone shows', () => {
    expect(format.time(instant('2026-10-22T12:29:59Z'), ROME)).toBe('14:29')
    expect(format.time(instant('2026-01-22T08:05:00Z'), ROME)).toBe('9:05')
    expect(format.time(instant('2026-01-22T23:00:00Z'), ROME)).toBe('0:00')
  })
})

test('a share and a time to the last figure that was typed', () => {
  expect(shown(formatter('en').exactDuration(4000))).toBe('1_h_6_min_40_s')
  expect(shown(formatter('it').exactDuration(3600))).toBe('1_h')
  expect(shown(formatter('en').exactDuration(0))).toBe('0_min')
  expect(shown(formatter('en').exactDuration(-3659))).toBe('−1_h_59_s')
  expect([3659, 3600, 5400, -3659, -59, 0].map(formatter('en').exactHours)).toEqual([
    '1:00:59',
    '1:00',
    '1:30',
    '−1:00:59',
    '−0:00:59',
    '0:00',
  ])
  expect(formatter('en').exactPercent(1250)).toBe('12.5%')
  expect(formatter('it').exactPercent(1250)).toBe('12,5%')
  expect(formatter('it').exactPercent(1000)).toBe('10%')
})
