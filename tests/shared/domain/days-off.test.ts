import { expect, test } from 'vitest'
import { inOrder, withHolidays } from '#shared/domain/days-off.ts'
import { day } from '#shared/kernel/day.ts'
import type { DaysOff } from '#shared/model/preferences.ts'

const range = (from: string, to: string, name: string, source: DaysOff['source']): DaysOff => ({
  from: day(from),
  to: day(to),
  name,
  source,
})
const sea = range('2026-08-10', '2026-08-23', 'Sea', 'user')
const newYear = range('2026-01-01', '2026-01-01', 'New Year', 'holiday')
const christmas = range('2026-12-25', '2026-12-25', 'Christmas', 'holiday')

test('holidays made anew leave the past and the user’s own alone', () => {
  const { source: _source, ...boxing } = range('2026-12-26', '2026-12-26', 'Boxing Day', 'holiday')
  const { source: _other, ...past } = range('2026-06-30', '2026-06-30', 'Past', 'holiday')
  expect(withHolidays([sea, newYear, christmas], [boxing, past], day('2026-07-01'))).toEqual([
    sea,
    newYear,
    { ...boxing, source: 'holiday' },
  ])
})

test('those that begin on the very day are made anew', () => {
  const { source: _source, ...again } = christmas
  expect(withHolidays([christmas], [{ ...again, name: 'Natale' }], day('2026-12-25'))).toEqual([
    { ...christmas, name: 'Natale' },
  ])
  expect(withHolidays([christmas], [], day('2026-12-25'))).toEqual([])
  expect(withHolidays([christmas], [], day('2026-12-26'))).toEqual([christmas])
})

test('days off are kept in order, none twice', () => {
  const longer = { ...sea, to: day('2026-08-24') }
  const own = { ...christmas, source: 'user' as const }
  expect(inOrder([own, longer, christmas, sea, newYear, sea])).toEqual([newYear, sea, longer, christmas, own])
  expect(inOrder([])).toEqual([])
})
