import { expect, test } from 'vitest'
import { formatter } from '#shared/i18n/format.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import { day } from '#shared/kernel/day.ts'

const [en, it] = [formatter('en'), formatter('it')]

test('English has no article: the sentence says on, by or from', () => {
  expect(theDay(en, day('2027-05-01'), 'long', 'dal')).toBe('1 May 2027')
})

test('Italian elides the article before 8 and 11, and the first is an ordinal', () => {
  expect(theDay(it, day('2027-04-30'), 'long')).toBe('il 30 aprile 2027')
  expect(theDay(it, day('2027-05-01'))).toBe('il 1º maggio')
  expect(theDay(it, day('2027-05-08'))).toBe('l’8 maggio')
  expect(theDay(it, day('2027-06-11'), 'day', 'dal')).toBe('dall’11 giugno')
  expect(theDay(it, day('2027-06-18'), 'day', 'al')).toBe('al 18 giugno')
})
