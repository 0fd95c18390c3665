// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { preferencesOf } from '#shared/domain/book.ts'
import { incomeByMonth, totalOf } from '#shared/domain/income/by-month.ts'
import { formatter } from '#shared/i18n/format.ts'
import { day } from '#shared/kernel/day.ts'
import { made } from '#shared/model/change.ts'
import { cellOf, kinds } from '#renderer/features/income/columns.ts'
import { clearToasts } from '#renderer/ui/toast.tsx'
import { bookOf } from '#tests/support/books.ts'
import { acme, drawnBook, hourlyOf, pineta, retainerOf, withTarget, worked } from '#tests/support/income-book.ts'
import { now, shown, today } from './income-face.tsx'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(now), toFake: ['Date'] })
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 1200, 400))
})

afterEach(() => {
  act(() => clearToasts())
  cleanup()
  vi.useRealTimers()
})

const press = (key: string): boolean => fireEvent.keyDown(document.activeElement ?? document.body, { key })
const month = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name })
const table = (): HTMLElement => screen.getByRole('table', { name: /Income by month/ })
const cells = (row: HTMLElement): (string | null)[] =>
  within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent)

describe('the figures', () => {
  test.each(['en', 'it'] as const)('are the domain’s, each in its month’s column (%s)', (language) => {
    const book = drawnBook()
    shown(book, language)
    const months = incomeByMonth(book, 'EUR', today, '2025-10' as never, '2027-09' as never)
    const format = formatter(language)
    const written = (value: number): string => (value === 0 ? '–' : format.amount(value, 'EUR', 'never'))
    const [head, ...rows] = within(screen.getByRole('table')).getAllByRole('row')
    expect(within(head as HTMLElement).getAllByRole('columnheader')).toHaveLength(24)
    for (const [index, kind] of kinds.entries())
      expect(cells(rows[index] as HTMLElement)).toEqual(months.map((each) => written(cellOf(each, kind))))
    expect(cells(rows.at(-1) as HTMLElement)).toEqual(months.map((each) => written(totalOf(each))))
  })

  test('are the drawing’s, of the year behind', () => {
    shown(drawnBook())
    const rows = within(table()).getAllByRole('row')
    expect(cells(rows.at(-1) as HTMLElement).slice(0, 12)).toEqual([
      '5,400',
      '3,600',
      '4,950',
      '3,950',
      '3,120',
      '5,250',
      '3,200',
      '5,760',
      '4,290',
      '5,200',
      '5,950',
      '5,600',
    ])
    expect(document.body.textContent).toContain('Last 12 months: 56,270, of which 24,000 guaranteed.')
    expect(document.body.textContent).toContain('What is solid in October is earned so far: 400.')
    for (const figure of ['110%', '2 months', '21%', '44%']) expect(month(figure)).toBeTruthy()
  })

  test('are said in a sentence to those who do not see the chart', () => {
    shown(drawnBook())
    expect(
      screen.getByRole('img', { name: /^Income by month, October 2025 to September 2027/ }).getAttribute('aria-label'),
    ).toContain(
      'Guaranteed income falls from €4,400 to €2,200 on 1 January 2027: Nordlys Foods ends, 1,600; Quartieri Legal’s trial ends, 600. Guaranteed income falls from €2,200 to €1,200 on 1 May 2027: Studio Aperta is up for renewal, 1,000.',
    )
  })

  test('leave other currencies out, and say whose', () => {
    const retainer = retainerOf(acme, { startsOn: day('2026-01-01'), currency: 'USD', fee: 100_000 })
    shown(drawnBook(made('clients', acme), made('engagements', retainer)))
    expect(document.body.textContent).toContain('Not in these figures: Acme, paid in US dollars.')
    expect(document.body.textContent).toContain('You can count on €4,400 a month until 31 December')
  })
})

describe('with the keys', () => {
  test('one month can be reached with Tab; arrows, Home and End go on, and the others fade', () => {
    shown(drawnBook())
    const reachable = within(table())
      .getAllByRole('button')
      .filter(({ tabIndex }) => tabIndex === 0)
    expect(reachable.map((button) => button.getAttribute('aria-label'))).toEqual(['October 2026: €6,790'])
    act(() => reachable[0]?.focus())
    press('ArrowRight')
    expect(document.activeElement).toBe(month(/^November 2026/))
    const faded = (): number => table().querySelectorAll('tbody td[class*=dim]').length
    expect(faded()).toBe(4 * 23)
    press('Home')
    expect(document.activeElement).toBe(month(/^October 2025/))
    press('ArrowLeft')
    expect(document.activeElement).toBe(month(/^October 2025/))
    press('End')
    expect(document.activeElement).toBe(month(/^September 2027/))
    press('Escape')
    expect(faded()).toBe(0)
    press('ArrowLeft')
    expect(document.activeElement).toBe(month(/^August 2027/))
  })

  test('Enter opens what is behind a month, which adds up to it, and Escape returns', () => {
    shown(drawnBook())
    const december = month(/^December 2026/)
    act(() => december.focus())
    // What Enter does to a button.
    fireEvent.click(december)
    const opened = screen.getByRole('dialog', { name: 'December 2026' })
    const figures = within(opened)
      .getAllByRole('row')
      .map((row) => row.textContent)
    expect(figures).toEqual([
      'Nordlys Foodsfee for December, guaranteed1,600.00',
      'Halden & Reyesfee for December, guaranteed1,200.00',
      'Studio Apertafee for December, guaranteed1,000.00',
      'Quartieri Legalfee for December, guaranteed600.00',
      'Obel RoboticsFirst draft, 18 Dec1,600.00',
      'Pineta Hotelsmean of six months1,341.67',
      'Total7,341.67',
    ])
    fireEvent.keyDown(opened, { key: 'Escape' })
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('a client’s name leads to the agreement', () => {
    shown(drawnBook())
    fireEvent.click(month(/^December 2026/))
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Nordlys Foods' }))
    expect(screen.getByRole('status').textContent).toContain('"name":"retainer"')
  })
})

test('what is earned so far opens what it is made of, and no more; its figures lead on as their names do', () => {
  shown(drawnBook())
  fireEvent.click(month('400'))
  const opened = screen.getByRole('dialog', { name: 'October 2026' })
  const rows = within(opened).getAllByRole('row')
  expect(rows.map((row) => row.textContent)).toEqual(['Pineta Hotels4\u00a0h worked400.00', 'Total400.00'])
  fireEvent.click(within(opened).getByRole('button', { name: '400.00' }))
  expect(screen.getByRole('status').textContent).toContain('"view":"list"')
})

test('a press on the chart opens the month under it', () => {
  shown(drawnBook())
  const chart = screen.getByRole('img', { name: /^Income by month/ })
  // 1,200 wide: 24 columns of 45 from 86 on.
  fireEvent.pointerMove(chart, { clientX: 86 + 45 * 12 + 20 })
  expect(table().querySelectorAll('tbody td[class*=dim]')).toHaveLength(4 * 23)
  fireEvent.click(chart, { clientX: 86 + 45 * 12 + 20 })
  expect(screen.getByRole('dialog', { name: 'October 2026' }).textContent).toContain('Earned so far: 400.00.')
})

test('the sentence’s figures open who pays until when', () => {
  shown(drawnBook())
  fireEvent.click(month('€2,200'))
  const opened = screen.getByRole('dialog', { name: 'Guaranteed from 1 January' })
  expect(opened.textContent).toContain('Halden & Reyesto 30 Jun, then renews1,200.00')
  expect(opened.textContent).toContain('Before that day: Nordlys Foods ends, 1,600; Quartieri Legal’s trial ends, 600.')
})

describe('the target', () => {
  const field = (): HTMLInputElement => within(screen.getByRole('dialog')).getByRole('textbox')
  const write = (text: string): void => {
    fireEvent.change(field(), { target: { value: text } })
    fireEvent.submit(field().form as HTMLFormElement)
  }

  test('is set, and the sentence follows', async () => {
    const { execute, book } = shown(drawnBook())
    fireEvent.click(month('Target €4,000'))
    expect(field().value).toBe('4,000.00')
    await act(async () => write('5,500'))
    expect(execute).toHaveBeenCalledWith('preferences.set', { target: 550_000 })
    expect(preferencesOf(book().workspace).target).toBe(550_000)
    expect(document.body.textContent).toContain('20% short of your target')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('of nothing, or of what is no amount, is not', async () => {
    const { execute } = shown(drawnBook())
    fireEvent.click(month('Target €4,000'))
    await act(async () => write('1,5'))
    expect(screen.getByRole('dialog').textContent).toContain('Did you mean 1.5?')
    await act(async () => write('0'))
    expect(screen.getByRole('dialog').textContent).toContain('A target is more than nothing.')
    expect(execute).not.toHaveBeenCalled()
  })

  test('can be taken away; what compares with it goes too', async () => {
    shown(drawnBook())
    fireEvent.click(month('Target €4,000'))
    await act(async () => fireEvent.click(month('No target')))
    expect(month('Set a target')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '110%' })).toBeNull()
    expect(document.body.textContent).not.toContain('over your target')
  })
})

describe('with little', () => {
  test('nothing at all: it says what will be here, and how it begins', () => {
    shown(withTarget(bookOf(), null))
    expect(screen.getByRole('region', { name: 'Your income will stand here' })).toBeTruthy()
    expect(screen.queryByRole('table')).toBeNull()
    fireEvent.click(month('New retainer'))
    expect(screen.getByRole('status').textContent).toContain('newRetainer')
  })

  test('only work in another currency: it is said, and no figure is made of it', () => {
    const retainer = retainerOf(acme, { startsOn: day('2026-01-01'), currency: 'USD', fee: 100_000 })
    shown(bookOf(made('clients', acme), made('engagements', retainer)))
    expect(screen.getByRole('region').textContent).toContain('Not in these figures: Acme, paid in US dollars.')
    expect(screen.queryByRole('table')).toBeNull()
  })

  test('a last retainer that ended: that is said, with its day', () => {
    const term = { periods: 3, atEnd: 'ends' } as const
    const retainer = retainerOf(pineta, { startsOn: day('2026-01-01'), term, fee: 100_000 })
    shown(bookOf(made('clients', pineta), made('engagements', retainer)))
    expect(document.body.textContent).toContain('the last retainer ended on 31 March 2026.')
    expect(table()).toBeTruthy()
  })

  test('hours and no retainer: nothing is guaranteed, the hours are there', () => {
    const hourly = hourlyOf(pineta)
    const book = bookOf(made('clients', pineta), made('engagements', hourly), worked(hourly, '2026-09-10', 6))
    shown(book, 'it')
    expect(document.body.textContent).toContain('Ancora niente è garantito')
    expect(document.body.textContent).toContain('Il mese da settembre 2026: 600, di cui 0 garantite.')
    expect(screen.getByRole('region', { name: 'Rendine certa una parte' })).toBeTruthy()
  })

  test('totals that are still being counted: no figure is shown that would be wrong', () => {
    shown({ ...drawnBook(), totals: null })
    expect(screen.queryByRole('table')).toBeNull()
    expect(screen.getByRole('heading', { name: 'Income' })).toBeTruthy()
  })
})
