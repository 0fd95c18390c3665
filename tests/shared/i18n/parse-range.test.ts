import { describe, expect, test } from 'vitest'
import { parseRange, parseWork } from '#shared/i18n/parse-range.ts'
import type { FieldProblem } from '#shared/i18n/parse.ts'
import { fieldProblemText } from '#shared/i18n/problems.ts'
import { translator } from '#shared/i18n/languages.ts'

const HOUR = 3600
const at = (hours: number, minutes = 0): number => hours * HOUR + minutes * 60

describe('a stretch of the clock', () => {
  test.each([
    ['9-10:30', at(9), at(10, 30)],
    ['9:30-11', at(9, 30), at(11)],
    ['9.30–11.00', at(9, 30), at(11)],
    ['9:30 — 11', at(9, 30), at(11)],
    ['  09:00 - 10:30 ', at(9), at(10, 30)],
    ['0930-1100', at(9, 30), at(11)],
    ['9h30-11h00', at(9, 30), at(11)],
    ['0-0:01', 0, 60],
    ['22-1', at(22), at(25)],
    ['23:59-0:00', at(23, 59), at(24)],
    ['22-24', at(22), at(24)],
    ['22-24:00', at(22), at(24)],
    ['0-24', 0, at(24)],
    ['dalle 9 alle 10:30', at(9), at(10, 30)],
    ['Dalle 9.30 alle 11', at(9, 30), at(11)],
    ['dalle 22 all’1', at(22), at(25)],
    ["dall'1 alle 3", at(1), at(3)],
    ['9 alle 11', at(9), at(11)],
    ['dalle 9 a 11', at(9), at(11)],
    ['from 9 to 10:30', at(9), at(10, 30)],
    ['9 to 11', at(9), at(11)],
    ['9:30 until 11', at(9, 30), at(11)],
    ['9 till 11', at(9), at(11)],
    // 13 h 59 min of a night, and not a minute more.
    ['20-9:59', at(20), at(33, 59)],
  ])('%j', (text, from, to) => {
    expect(parseRange(text)).toEqual({ ok: true, value: { from, to } })
    expect(parseWork(text)).toEqual({ ok: true, value: { kind: 'range', from, to } })
  })

  test.each<[string, FieldProblem]>([
    ['', { code: 'empty' }],
    ['  ', { code: 'empty' }],
    ['9-9', { code: 'sameTime' }],
    ['9-9:00', { code: 'sameTime' }],
    ['25:00-26:00', { code: 'noSuchHour' }],
    ['9-25:00', { code: 'noSuchHour' }],
    ['24-25', { code: 'noSuchHour' }],
    ['24:00-1', { code: 'noSuchHour' }],
    ['9-24:01', { code: 'noSuchHour' }],
    ['9:60-10', { code: 'noSuchMinute' }],
    ['9-10:75', { code: 'noSuchMinute' }],
    ['nine-10', { code: 'notTime' }],
    ['9-ten', { code: 'notTime' }],
    ['9 to ten', { code: 'notTime' }],
    ['9-5', { code: 'longNight', hours: 20 }],
    ['9:30-5', { code: 'longNight', hours: 19 }],
    ['20-10', { code: 'longNight', hours: 14 }],
    ['9', { code: 'notRange' }],
    ['9-', { code: 'notRange' }],
    ['-9', { code: 'notRange' }],
    ['9-10-11', { code: 'notRange' }],
    ['9to11', { code: 'notRange' }],
    ['dalle 9', { code: 'notRange' }],
  ])('%j is none', (text, problem) => {
    expect(parseRange(text)).toEqual({ ok: false, problem })
  })
})

describe('what was typed where work is asked for', () => {
  test.each([
    ['1:30', 1.5 * HOUR],
    ['9', 9 * HOUR],
    ['90m', 1.5 * HOUR],
    ['25:00', 25 * HOUR],
    ['1 h 30 min', 1.5 * HOUR],
  ])('%j is a duration', (text, length) => {
    expect(parseWork(text)).toEqual({ ok: true, value: { kind: 'duration', seconds: length } })
  })

  test.each<[string, FieldProblem['code']]>([
    ['', 'empty'],
    ['-1', 'negative'],
    ['abc', 'notDuration'],
    ['1:60', 'noSuchMinute'],
    ['9-9', 'sameTime'],
    ['9-25', 'noSuchHour'],
    ['nine to ten', 'notDuration'],
  ])('%j is neither', (text, code) => {
    expect(parseWork(text)).toEqual({ ok: false, problem: { code } })
  })
})

test('what is wrong is said in both languages', () => {
  const said = (problem: FieldProblem): string[] =>
    (['en', 'it'] as const).map((language) => fieldProblemText(translator(language), problem))
  expect(said({ code: 'notRange' })).toEqual([
    'Not a stretch of time. Write 9-10:30',
    'Non è un intervallo. Scrivi 9-10:30',
  ])
  expect(said({ code: 'sameTime' })).toEqual([
    'From a time to the same time is no time at all',
    'Da un’ora alla stessa ora non passa tempo',
  ])
  expect(said({ code: 'longNight', hours: 20 })).toEqual([
    'Over midnight that would be 20 hours or more. Write 17 for 5 in the afternoon',
    'Passando la mezzanotte sarebbero 20 ore o più. Le 5 del pomeriggio si scrivono 17',
  ])
})
