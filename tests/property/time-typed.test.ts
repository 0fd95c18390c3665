import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatter } from '#shared/i18n/format.ts'
import { LONGEST_NIGHT, parseRange, parseWork } from '#shared/i18n/parse-range.ts'
import { parseDuration } from '#shared/i18n/parse.ts'
import type { Language } from '#shared/model/quantities.ts'

/** Whole minutes, of which no way to print loses anything; up to the most that a field takes. */
const someMinutes = fc.oneof(fc.integer({ min: 0, max: 9999 * 60 }), fc.integer({ min: 0, max: 24 * 60 }))
const aMinute = fc.integer({ min: 0, max: 24 * 60 - 1 })
const DAY = 24 * 3600

describe.each<Language>(['en', 'it'])('in %s', (language) => {
  const { hours, duration } = formatter(language)

  test('a duration is read back as it is written', () => {
    fc.assert(
      fc.property(someMinutes, fc.constantFrom(hours, duration), (minutes, print) => {
        const value = minutes * 60
        expect(parseDuration(print(value))).toEqual({ ok: true, value })
        expect(parseWork(print(value))).toEqual({ ok: true, value: { kind: 'duration', seconds: value } })
      }),
      { numRuns: 2000 },
    )
  })

  test('of a stretch of the clock the end comes after the start, by less than a night or within the day', () => {
    const dashes = fc.constantFrom('-', '–', ' – ', ' to ', ' alle ')
    const marks = fc.constantFrom(':', '.')
    fc.assert(
      fc.property(aMinute, aMinute, dashes, marks, (start, end, dash, mark) => {
        const print = (minutes: number): string => hours(minutes * 60).replace(':', mark)
        const [from, sameDay] = [start * 60, end * 60]
        const read = parseRange(`${print(start)}${dash}${print(end)}`)
        const night = sameDay + DAY - from
        if (sameDay === from) expect(read).toEqual({ ok: false, problem: { code: 'sameTime' } })
        else if (sameDay > from) expect(read).toEqual({ ok: true, value: { from, to: sameDay } })
        else if (night < LONGEST_NIGHT) expect(read).toEqual({ ok: true, value: { from, to: from + night } })
        else expect(read).toEqual({ ok: false, problem: { code: 'longNight', hours: Math.floor(night / 3600) } })
      }),
      { numRuns: 2000 },
    )
  })
})

test('nothing that can be typed is a fault of the program', () => {
  const typed = fc.oneof(
    fc.string(),
    fc
      .array(fc.constantFrom('9', '1', '30', ':', '.', ',', '-', '–', 'h', 'm', ' ', 'to', 'alle', "'"), {
        maxLength: 8,
      })
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(typed, (text) => {
      const read = parseWork(text)
      if (!read.ok) return
      const length = read.value.kind === 'duration' ? read.value.seconds : read.value.to - read.value.from
      expect(Number.isSafeInteger(length) && length >= 0).toBe(true)
    }),
    { numRuns: 5000 },
  )
})
