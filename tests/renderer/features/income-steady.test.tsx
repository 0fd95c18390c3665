// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { made } from '#shared/model/change.ts'
import { bookOf } from '#tests/support/books.ts'
import { drawnBook, obel, projectOf, retainerOf, withTarget } from '#tests/support/income-book.ts'
import { eachOnThePages, rowsOf, shown, text } from './income-face.tsx'

eachOnThePages()

describe('what if', () => {
  test('the largest client left: sentence, figures and table follow, and the difference is said', () => {
    shown(drawnBook())
    fireEvent.click(screen.getByRole('switch', { name: 'Halden & Reyes left' }))
    expect(text()).toContain('You can count on €3,200 a month until 31 December, 20% short')
    expect(text()).toContain('Guaranteed in the next twelve months: €14,800 instead of €24,400.')
    expect(text()).toContain('No month ahead covers the target, as things are 2.')
    fireEvent.click(screen.getByRole('switch', { name: 'Halden & Reyes left' }))
    expect(text()).toContain('You can count on €4,400 a month until 31 December')
    expect(text()).not.toContain('instead of')
  })

  test('the readiest client signed', () => {
    shown(drawnBook())
    const more = screen.getByRole('switch', { name: /^Pineta Hotels signed .* a month for €/ })
    fireEvent.click(more)
    expect(text()).toMatch(/Guaranteed in the next twelve months: €[\d,]+ instead of €24,400\./)
    expect(text()).not.toContain('Hourly ahead is the mean')
  })
})

test('both at once: what leaves and what comes are told of together, and taking one back leaves the other', () => {
  shown(drawnBook())
  const left = screen.getByRole('switch', { name: 'Halden & Reyes left' })
  const signed = screen.getByRole('switch', { name: /^Pineta Hotels signed .* a month for €/ })
  const then = (): number =>
    Number(/Guaranteed in the next twelve months: €([\d,]+) instead of/.exec(text())?.[1]?.replaceAll(',', '') ?? 0)
  fireEvent.click(signed)
  const more = then()
  fireEvent.click(left)
  // Without the 9,600 of Halden & Reyes in the year ahead, whoever else signed.
  expect(then()).toBe(more - 9600)
  expect(text()).toMatch(/What if Halden & Reyes left and Pineta Hotels signed .* a month for €[\d,.]+:/)
  fireEvent.click(signed)
  expect(rowsOf(/^Income by month/).at(1)?.[14]).toBe('3,200')
  expect(then()).toBe(14_800)
})

describe('a fee for a year', () => {
  const yearly = retainerOf(obel, {
    fee: 4_800_000,
    startsOn: day('2026-01-01'),
    period: { every: 'year', anchor: 'calendar' },
    term: { periods: 3, atEnd: 'ends' },
  })
  test('stands in its month in the sentence, the steadiness and the table alike', () => {
    shown(withTarget(bookOf(made('clients', obel), made('engagements', yearly)), 4000))
    expect(text()).toContain(
      'You can count on €48,000 in the next 12 months: €4,000 a month on average, exactly your target. October itself has nothing guaranteed',
    )
    expect(text()).toContain('0%of the target is guaranteed this month')
    const guaranteed = rowsOf(/^Income by month/).at(1) ?? []
    expect(guaranteed.filter((cell) => cell === '48,000')).toHaveLength(2)
    fireEvent.click(screen.getByRole('button', { name: '€48,000' }))
    expect(rowsOf('Guaranteed in the next 12 months')).toEqual([
      ['January 2027', '', '48,000.00'],
      ['Total', '48,000.00'],
    ])
  })
})

describe('the largest client', () => {
  const words = 'of retainer fees in the next 12 months come from'
  test('is named, and where too much hangs on one, it is said', () => {
    shown(drawnBook())
    expect(text()).toContain(words)
    expect(text()).not.toContain('too much to lose at once')
    cleanup()
    // What was earned is behind: with that nothing can be lost.
    shown(drawnBook(made('engagements', projectOf(obel, [['2026-09-01', 90_000]]))))
    expect(text()).not.toContain('too much to lose at once')
    cleanup()
    const signed = retainerOf(obel, { fee: 400_000, startsOn: day('2026-10-01'), term: { periods: 12, atEnd: 'ends' } })
    shown(drawnBook(made('engagements', signed)))
    expect(text()).toContain(`${words} Obel Robotics: too much to lose at once`)
  })
})
