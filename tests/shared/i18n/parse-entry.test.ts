import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEntry, printEntry, workIn } from '#shared/i18n/parse-entry.ts'
import { addDays, day } from '#shared/kernel/day.ts'
import type { Typed } from '#shared/i18n/parse-range.ts'
import { seconds } from '#shared/kernel/units.ts'

/** A Thursday. */
const today = day('2026-10-22')
const HOUR = 3600
const range = (from: number, to: number): Typed => ({ kind: 'range', from: from * HOUR, to: to * HOUR })
const lasts = (hours: number): Typed => ({ kind: 'duration', seconds: seconds(hours * HOUR) })
const read = (text: string) => {
  const reading = parseEntry(text, today)
  return reading.ok ? reading.value : reading.problem
}

describe('a typed entry', () => {
  test.each([
    ['9:30-11 acme review #call', null, range(9.5, 11), 'acme review', ['call']],
    ['1,5h acme', null, lasts(1.5), 'acme', []],
    ['1.5h acme', null, lasts(1.5), 'acme', []],
    ['yesterday 14-16', '2026-10-21', range(14, 16), '', []],
    ['ieri 14-16', '2026-10-21', range(14, 16), '', []],
    ['dalle 9 alle 10:30 acme', null, range(9, 10.5), 'acme', []],
    ['from 9 to 10:30 acme', null, range(9, 10.5), 'acme', []],
    ['1 h 30 min acme', null, lasts(1.5), 'acme', []],
    ['l’altro ieri 9-10 acme', '2026-10-20', range(9, 10), 'acme', []],
    ['the day before yesterday 9-10 acme', '2026-10-20', range(9, 10), 'acme', []],
    ['lunedì 9-10 acme', '2026-10-19', range(9, 10), 'acme', []],
    ['thursday 9-10 acme', '2026-10-15', range(9, 10), 'acme', []],
    ['21/10 9-10 acme', '2026-10-21', range(9, 10), 'acme', []],
    // The nearest such day, one that has not come yet as well: it is told, and not kept a year before.
    ['24/12 9-10 acme', '2026-12-24', range(9, 10), 'acme', []],
    ['24/12/2025 9-10 acme', '2025-12-24', range(9, 10), 'acme', []],
    ['24/3 9-10 acme', '2026-03-24', range(9, 10), 'acme', []],
    ['3 nov 9-10 acme', '2026-11-03', range(9, 10), 'acme', []],
    ['3 nov 2025 9-10 acme', '2025-11-03', range(9, 10), 'acme', []],
    ['October 3rd 9-10 acme', '2026-10-03', range(9, 10), 'acme', []],
    ['1º ottobre 9-10 acme', '2026-10-01', range(9, 10), 'acme', []],
    ['acme 3 ottobre 1h', '2026-10-03', lasts(1), 'acme', []],
    ['9:30 am - 1:15 pm acme', null, range(9.5, 13.25), 'acme', []],
    ['9:30am-11am acme', null, range(9.5, 11), 'acme', []],
    ['2-4pm acme', null, range(14, 16), 'acme', []],
    ['11-1pm acme', null, range(11, 13), 'acme', []],
    ['from 9 am to 12 pm acme', null, range(9, 12), 'acme', []],
    ['12am-1am acme', null, range(0, 1), 'acme', []],
    ['mezz’ora acme', null, lasts(0.5), 'acme', []],
    ['un’ora acme', null, lasts(1), 'acme', []],
    ['half an hour acme', null, lasts(0.5), 'acme', []],
    ['an hour and a half acme', null, lasts(1.5), 'acme', []],
    ['1 ora e mezza acme', null, lasts(1.5), 'acme', []],
    ['2 hours and a half acme', null, lasts(2.5), 'acme', []],
    ['2026-10-01 22-1 acme', '2026-10-01', range(22, 25), 'acme', []],
    ['acme review ieri 14-16', '2026-10-21', range(14, 16), 'acme review', []],
    ['acme sprint 3 9-10', null, range(9, 10), 'acme sprint 3', []],
    ['#"two words" 9-10 acme #call #3', null, range(9, 10), 'acme #3', ['two words', 'call']],
    ['9 - 11 acme review', null, range(9, 11), 'acme review', []],
    ['1:30 - call with Bob', null, lasts(1.5), '- call with Bob', []],
    ['yesterday acme 14-15', '2026-10-21', range(14, 15), 'acme', []],
    ['l’altro ieri acme review 14-15', '2026-10-20', range(14, 15), 'acme review', []],
    ['21/10 acme 14-15', '2026-10-21', range(14, 15), 'acme', []],
    ['14-15 ieri acme', '2026-10-21', range(14, 15), 'acme', []],
    ['14-15 lunedì acme', '2026-10-19', range(14, 15), 'acme', []],
    ['14-15 acme yesterday', '2026-10-21', range(14, 15), 'acme', []],
    ['yesterday acme 1h', '2026-10-21', lasts(1), 'acme', []],
    // Words of the note, and names that are written out.
    ['14-15 acme report of yesterday', null, range(14, 15), 'acme report of yesterday', []],
    ['14-15 acme prepara per domani', null, range(14, 15), 'acme prepara per domani', []],
    ['14-15 acme plan monday', null, range(14, 15), 'acme plan monday', []],
    ['14-15 sat with Bob', null, range(14, 15), 'sat with Bob', []],
    ['mar acme 14-15', null, range(14, 15), 'mar acme', []],
    ['14-15 ieri oggi: note', null, range(14, 15), 'ieri oggi: note', []],
    ['monday 14-15 ieri acme', '2026-10-19', range(14, 15), 'ieri acme', []],
  ])('%s', (text, on, times, words, tags) => {
    expect(read(text)).toEqual({ day: on, times, words, tags })
  })

  test.each([
    ['', { code: 'empty' }],
    ['acme review', { code: 'noTimes' }],
    ['acme sprint 3', { code: 'noTimes' }],
    ['25-26 acme', { code: 'noSuchHour' }],
    ['9-9 acme', { code: 'sameTime' }],
    ['9-5 acme', { code: 'longNight', hours: 20 }],
    ['9 - 5 acme review', { code: 'longNight', hours: 20 }],
    ['9 to 5 acme', { code: 'longNight', hours: 20 }],
    ['dalle 9 alle 5 acme', { code: 'longNight', hours: 20 }],
    ['yesterday 9 - 5', { code: 'longNight', hours: 20 }],
    ['acme 9 - 5', { code: 'longNight', hours: 20 }],
    ['acme 9-5', { code: 'longNight', hours: 20 }],
    ['9 – 9 acme', { code: 'sameTime' }],
    ['31 nov 9-10 acme', { code: 'noSuchDay' }],
    ['13pm-2pm acme', { code: 'noSuchHour' }],
    ['9 - 25 acme', { code: 'noSuchHour' }],
    ['9 - 10:75 acme', { code: 'noSuchMinute' }],
    ['31/6 acme 9-10', { code: 'noSuchDay' }],
    ['31/6 9-10 acme', { code: 'noSuchDay' }],
    ['99999999h acme', { code: 'tooLong' }],
  ])('%s is told as what is wrong', (text, problem) => expect(read(text)).toEqual(problem))
})

describe('what it was for', () => {
  const names = ['Acme, Site', 'Acme, Site: care', 'Obel']
  const find = (text: string): number | null => {
    const at = names.findIndex((name) => name.toLowerCase().includes(text.toLowerCase()))
    return at === -1 ? null : at
  }
  test.each([
    ['acme review', 0, 'review'],
    ['obel', 2, ''],
    ['Acme, Site: review: second', 0, 'review: second'],
    ['acme, site: care: review', 1, 'review'],
    ['nobody review', null, 'nobody review'],
    ['', null, ''],
    ['acme - review', 0, 'review'],
    ['- acme review', 0, 'review'],
    ['- nobody', null, 'nobody'],
    ['-', null, ''],
  ])('%s', (words, index, note) => expect(workIn(words, names, find)).toEqual({ index, note }))
})

test('a typed entry parses what it prints', () => {
  const word = fc.string({ unit: fc.constantFrom(...Array.from('abcàéXYZ019-.,:/&\'’"')), minLength: 1, maxLength: 8 })
  const text = fc.array(word, { maxLength: 4 }).map((parts) => parts.join(' '))
  const name = fc
    .tuple(fc.constantFrom('A', 'h', 'Ω', '3', 'to', 'ieri'), text)
    .map(([first, rest]) => `${first} ${rest.replaceAll(':', '')}`.trim().replaceAll(/\s+/g, ' '))
  const tag = fc
    .array(fc.string({ unit: fc.constantFrom(...Array.from('abcàé09-.')), maxLength: 5 }), {
      minLength: 1,
      maxLength: 2,
    })
    .map((parts) => `t${parts.join(' ').trim()}`)
  const minute = fc.integer({ min: 0, max: 24 * 60 - 1 })
  const times = fc.oneof(
    fc
      .tuple(minute, fc.integer({ min: 1, max: 14 * 60 - 1 }))
      .map(([from, length]): Typed => ({ kind: 'range', from: from * 60, to: (from + length) * 60 })),
    fc.integer({ min: 0, max: 24 * 60 }).map((long): Typed => ({ kind: 'duration', seconds: seconds(long * 60) })),
  )
  const on = fc.option(fc.integer({ min: 0, max: 4000 }).map((back) => addDays(today, -back)))
  fc.assert(
    fc.property(
      on,
      times,
      fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
      text,
      fc.uniqueArray(tag, { maxLength: 2 }),
      (...all) => {
        const [entryDay, entryTimes, names, note, tags] = all
        const printed = printEntry({ day: entryDay, times: entryTimes, tags, name: names[0] ?? '', note })
        const reading = parseEntry(printed, today)
        expect(reading).toMatchObject({ ok: true, value: { day: entryDay, times: entryTimes, tags } })
        if (reading.ok) expect(workIn(reading.value.words, names, () => null)).toEqual({ index: 0, note })
      },
    ),
    { numRuns: 400 },
  )
})

test('nothing that can be typed is a fault of the program', () => {
  const parts = ['9', '-', ':', 'h', 'to', 'alle', '#', '"', '#a', 'ieri', '31/6', 'l’altro', '2026-13-01', 'acme', '']
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(fc.constantFrom(...parts)).map((list) => list.join(' ')),
      ),
      (text) => {
        const reading = parseEntry(text, today)
        expect(typeof reading.ok).toBe('boolean')
      },
    ),
    { numRuns: 400 },
  )
})
