import { describe, expect, test } from 'vitest'
import {
  parseDuration,
  parseMinutes,
  parseMoney,
  parseSignedMoney,
  parsePercent,
  parseRate,
  parseShares,
  parseTime,
  parseWhole,
  type FieldProblem,
} from '#shared/i18n/parse.ts'
import type { Language } from '#shared/model/quantities.ts'

/** A number is what was understood; a text the code of what is wrong. */
type Row = readonly [text: string, expected: number | FieldProblem['code'] | FieldProblem]

const parsed = (outcome: ReturnType<typeof parseTime>): number | FieldProblem =>
  outcome.ok ? outcome.value : outcome.problem
const problemOr = (expected: Row[1]): number | FieldProblem | { code: string } =>
  typeof expected === 'string' ? { code: expected } : expected

const bothLanguages: readonly Row[] = [
  ['0', 0],
  ['12', 1200],
  ['  12 ', 1200],
  ['€ 12', 1200],
  ['EUR 12', 1200],
  ['1 200', 120_000],
  ["1'200", 120_000],
  ['', 'empty'],
  ['   ', 'empty'],
  ['abc', 'notMoney'],
  ['12 euro', 'notMoney'],
  ['1e3', 'notMoney'],
  ['.', 'notMoney'],
  ['-', 'notMoney'],
  ['--5', 'notMoney'],
  ['-5', 'negative'],
  ['−5', 'negative'],
  ['999999999999999', 'tooLarge'],
]

describe.each<[Language, readonly Row[]]>([
  [
    'en',
    [
      ['1.5', 150],
      ['1.50', 150],
      ['.5', 50],
      ['1,000', 100_000],
      ['1,234.56', 123_456],
      ['12,345,678.90', 1_234_567_890],
      ['1,5', { code: 'decimalMark', meant: '1.5' }],
      ['1234,56', { code: 'decimalMark', meant: '1234.56' }],
      ['1,00', { code: 'decimalMark', meant: '1.00' }],
      ['1.505', { code: 'tooManyDecimals', decimals: 2 }],
      ['1.000', { code: 'tooManyDecimals', decimals: 2 }],
      ['1.2.3', 'notMoney'],
      ['1,00,000', 'notMoney'],
      ['1.000,50', 'notMoney'],
    ],
  ],
  [
    'it',
    [
      ['1,5', 150],
      ['1,50', 150],
      [',5', 50],
      ['1.000', 100_000],
      ['1.234,56', 123_456],
      ['12.345.678,90', 1_234_567_890],
      ['1.5', { code: 'decimalMark', meant: '1,5' }],
      ['1234.56', { code: 'decimalMark', meant: '1234,56' }],
      ['1.00', { code: 'decimalMark', meant: '1,00' }],
      ['1,505', { code: 'tooManyDecimals', decimals: 2 }],
      ['1,000', { code: 'tooManyDecimals', decimals: 2 }],
      ['1,2,3', 'notMoney'],
      ['1,000.50', 'notMoney'],
    ],
  ],
])('an amount of money in %s', (language, own) => {
  test.each([...bothLanguages, ...own])('%j', (text, expected) => {
    expect(parsed(parseMoney(text, 'EUR', language))).toEqual(problemOr(expected))
  })

  test('may be below zero where that is an answer', () => {
    const read = (text: string) => parsed(parseSignedMoney(text, 'EUR', language))
    expect(['12', '-12', '− 5', '-€3'].map(read)).toEqual([1200, -1200, -500, -300])
    expect(read('--1')).toEqual({ code: 'negative' })
    expect(read('-')).toEqual({ code: 'empty' })
  })

  test('has the decimals of its currency', () => {
    expect(parsed(parseMoney('1500', 'JPY', language))).toBe(1500)
    expect(parsed(parseMoney(language === 'en' ? '1.5' : '1,5', 'JPY', language))).toEqual({
      code: 'tooManyDecimals',
      decimals: 0,
    })
    expect(parsed(parseMoney(language === 'en' ? '1.505' : '1,505', 'BHD', language))).toBe(1505)
  })
})

const HOUR = 3600

test.each<Row>([
  ['1:30', 1.5 * HOUR],
  ['0:05', 300],
  ['01:00', HOUR],
  ['1:30:15', 1.5 * HOUR + 15],
  ['25:00', 25 * HOUR],
  ['100:00', 100 * HOUR],
  ['1.5', 1.5 * HOUR],
  ['1,5', 1.5 * HOUR],
  ['2', 2 * HOUR],
  ['0', 0],
  ['0.25', 900],
  ['90m', 1.5 * HOUR],
  ['90 min', 1.5 * HOUR],
  ['90 minuti', 1.5 * HOUR],
  ["90'", 1.5 * HOUR],
  ['90 min.', 1.5 * HOUR],
  ['1 minuto', 60],
  ['.5', 0.5 * HOUR],
  [',25', 900],
  ['.5 h', 0.5 * HOUR],
  ['1:30 h', 1.5 * HOUR],
  ["1h 30'", 1.5 * HOUR],
  ['1 ora e 30 minuti', 1.5 * HOUR],
  ['1 hour and 30 minutes', 1.5 * HOUR],
  ['2 hours', 2 * HOUR],
  ['9999', 9999 * HOUR],
  ['1h', HOUR],
  ['1h30', 1.5 * HOUR],
  ['1h30m', 1.5 * HOUR],
  ['1 h 30 min', 1.5 * HOUR],
  ['1 H 30 Min', 1.5 * HOUR],
  ['2 ore', 2 * HOUR],
  ['1 ora 15', 1.25 * HOUR],
  ['1,5 h', 1.5 * HOUR],
  ['', 'empty'],
  [' ', 'empty'],
  ['abc', 'notDuration'],
  ['h', 'notDuration'],
  ['1:5', 'notDuration'],
  ['1:60', 'noSuchMinute'],
  ['1:30:60', 'noSuchMinute'],
  ['-1', 'negative'],
  ['1e3', 'notDuration'],
  ['1.000,5', 'notDuration'],
  ['.', 'notDuration'],
  ["'", 'notDuration'],
  ['9-10', 'notDuration'],
  ['−1', 'negative'],
  ['9999:01', 'tooLong'],
  ['99999999h', 'tooLong'],
  ['99999999', 'tooLong'],
  ['99999999 min', 'tooLong'],
])('the duration %j', (text, expected) => {
  expect(parsed(parseDuration(text))).toEqual(problemOr(expected))
})

test.each<Row>([
  ['9:30', 9.5 * HOUR],
  ['9.30', 9.5 * HOUR],
  ['9,30', 9.5 * HOUR],
  ['9h30', 9.5 * HOUR],
  ['930', 9.5 * HOUR],
  ['0930', 9.5 * HOUR],
  ['9', 9 * HOUR],
  ['14', 14 * HOUR],
  ['0:00', 0],
  ['23:59', 24 * HOUR - 60],
  ['', 'empty'],
  ['abc', 'notTime'],
  ['9:3', 'notTime'],
  ['9:30:00', 'notTime'],
  ['24:00', 'noSuchHour'],
  ['25:00', 'noSuchHour'],
  ['2500', 'noSuchHour'],
  ['9:60', 'noSuchMinute'],
  ['-9', 'notTime'],
])('the time %j', (text, expected) => {
  expect(parsed(parseTime(text))).toEqual(problemOr(expected))
})

test.each<Row>([
  ['12', 12],
  [' 0 ', 0],
  ['', 'empty'],
  ['abc', 'notWhole'],
  ['1.5', 'notWhole'],
  ['1,5', 'notWhole'],
  ['-3', 'negative'],
  ['100001', 'tooLarge'],
])('the whole number %j', (text, expected) => {
  expect(parsed(parseWhole(text))).toEqual(problemOr(expected))
})

test.each<Row>([
  ['10', 1000],
  ['12.5', 1250],
  ['12,5 %', 1250],
  ['0.25%', 25],
  ['100', 10_000],
  ['0', 0],
  ['', 'empty'],
  ['%', 'empty'],
  ['100.01', 'pastTheWhole'],
  ['-5', 'negative'],
  ['1.555', 'notPercent'],
  ['ten', 'notPercent'],
])('the share %j', (text, expected) => {
  expect(parsed(parsePercent(text))).toEqual(problemOr(expected))
})

test.each<Row>([
  ['1.0834', 1_083_400],
  ['0,92', 920_000],
  ['160', 160_000_000],
  ['0.000001', 1],
  ['', 'empty'],
  ['0', 'notRate'],
  ['-1', 'negative'],
  ['1.0000001', 'notRate'],
  ['1 USD', 'notRate'],
])('the rate %j', (text, expected) => {
  expect(parsed(parseRate(text))).toEqual(problemOr(expected))
})

test.each<Row>([
  ['30', 1800],
  ['90', 5400],
  ['90m', 5400],
  ['1:30', 5400],
  ['1.5 h', 5400],
  ['0', 0],
  ['', 'empty'],
  ['-5', 'negative'],
  ['soon', 'notDuration'],
])('the minutes %j', (text, expected) => {
  expect(parsed(parseMinutes(text))).toEqual(problemOr(expected))
})

test.each<[string, number[] | FieldProblem]>([
  ['', []],
  ['80, 100', [80, 100]],
  ['100;50 80%', [50, 80, 100]],
  ['80 80', [80]],
  ['0, 80', { code: 'notShares' }],
  ['80.5', { code: 'notShares' }],
  ['80, 301', { code: 'notShares' }],
  ['1 2 3 4 5 6 7', { code: 'notShares' }],
])('shares "%s"', (text, expected) => {
  const read = parseShares(text)
  expect(read.ok ? read.value : read.problem).toEqual(expected)
})
