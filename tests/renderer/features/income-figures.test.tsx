// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { done } from '#shared/kernel/refusal.ts'
import { made } from '#shared/model/change.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { newId } from '#tests/support/books.ts'
import { acme, drawnBook, hourlyOf, pineta, retainerOf, worked } from '#tests/support/income-book.ts'
import { eachOnThePages, open, rowsOf, shown, text } from './income-face.tsx'

eachOnThePages()

afterEach(() => {
  open('Month by month')
  fireEvent.click(screen.getByRole('radio', { name: 'Earned' })) // the basis is remembered too
})

const toCash = (): void => void fireEvent.click(screen.getByRole('radio', { name: 'Paid' }))
const press = (key: string): boolean => fireEvent.keyDown(document.activeElement ?? document.body, { key })
const own = (start: string, end: string) =>
  entrySchema.parse({ id: newId(), engagementId: null, note: '', tags: [], billable: true, start, end })

describe('where it comes from', () => {
  test('quarter by quarter, and when the work is done', () => {
    shown(drawnBook(made('entries', own('2026-10-05T08:00:00Z', '2026-10-05T11:00:00Z'))))
    open('Where it comes from')
    const [heads, retained, projects, hourly, part, all] = rowsOf('Where income comes from')
    // The last whole quarter: after the running one is the axis’ margin.
    const at = (heads ?? []).length - 3
    expect([retained?.[at], hourly?.[at], projects?.[at], part?.[at], all?.[at]]).toEqual([
      '11,400',
      '3,650',
      '1,700',
      '68%',
      '16,750',
    ])
    const [hours, monday] = rowsOf(/^Hours worked in the last twelve months/)
    // Nine to noon in London’s summer; after the hours, the whole day.
    expect(hours).toEqual(['', '9', '10', '11', 'All'])
    expect(monday).toEqual(['Monday', '1', '1', '1', '3'])
  })

  test('its shares open who they came from, and how far months strayed opens their mean', () => {
    shown(drawnBook())
    open('Where it comes from')
    fireEvent.click(screen.getByRole('button', { name: '68%' }))
    expect(rowsOf('Q3 2026').at(-1)).toEqual(['From retainers: 11,400.00 of 16,750.00', '68%'])
    expect(
      rowsOf('Q3 2026').every(([, source], index, all) => index === all.length - 1 || source === 'Retainers'),
    ).toBe(true)
  })
})

describe('the hours of the week', () => {
  test('each figure opens whose they are; arrows pass over hours without work', () => {
    const hourly = hourlyOf(pineta)
    shown(
      drawnBook(
        made('engagements', hourly),
        made('entries', own('2026-10-05T08:00:00Z', '2026-10-05T09:00:00Z')),
        made('entries', { ...own('2026-10-05T10:00:00Z', '2026-10-05T12:00:00Z'), engagementId: hourly.id }),
        made('entries', own('2026-10-07T10:00:00Z', '2026-10-07T10:20:00Z')),
      ),
    )
    open('Where it comes from')
    const table = screen.getByRole('table', { name: /^Hours worked/ })
    const stops = within(table)
      .getAllByRole('button')
      .filter(({ tabIndex }) => tabIndex === 0)
    expect(stops.map((stop) => stop.getAttribute('aria-label'))).toEqual(['Monday, 9 to 10: 1\u00a0h'])
    act(() => stops[0]?.focus())
    press('ArrowRight')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Monday, 11 to 12: 1\u00a0h')
    press('ArrowDown')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Wednesday, 11 to 12: 20\u00a0min')
    expect(document.activeElement?.textContent).toBe('<1')
    press('ArrowDown')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Wednesday, 11 to 12: 20\u00a0min')
    press('ArrowUp')
    press('End')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Monday: 3\u00a0h')
    fireEvent.click(document.activeElement as HTMLElement)
    expect(rowsOf('Monday')).toEqual([
      ['Pineta Hotels', '', '2:00'],
      ['Own work', '', '1:00'],
      ['All', '3:00'],
    ])
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Pineta Hotels' }))
    expect(screen.getByRole('status').textContent).toContain('client:')
    expect(screen.getByRole('status').textContent).toContain('"view":"list"')
  })

  test('time that was told by its day alone is not left out in silence', () => {
    const hourly = hourlyOf(acme)
    shown(drawnBook(made('clients', acme), made('engagements', hourly), worked(hourly, '2026-10-01', 5)))
    open('Where it comes from')
    expect(text()).toMatch(/No time of the last twelve months has a clock: [\d,]+.h.*told by the day alone/)
    cleanup()
    shown(
      drawnBook(
        made('clients', acme),
        made('engagements', hourly),
        made('entries', own('2026-10-05T08:00:00Z', '2026-10-05T11:00:00Z')),
      ),
    )
    expect(text()).toMatch(
      /3\u00a0h in all; the day with the most is Monday\. Another [\d,]+\u00a0h.* told by the day alone/,
    )
  })
})

describe('the columns of every table', () => {
  test.each([
    ['Capacity', 'Hours committed and hours there are', 12],
    ['Where it comes from', 'Where income comes from', 5],
  ])('%s: one can be reached with Tab, arrows, Home and End go on', (page, name, atLeast) => {
    shown(drawnBook())
    open(page)
    const heads = within(screen.getByRole('table', { name })).getAllByRole('button')
    expect(heads.length).toBeGreaterThanOrEqual(atLeast)
    const stops = heads.filter(({ tabIndex }) => tabIndex === 0)
    expect(stops).toHaveLength(1)
    act(() => stops[0]?.focus())
    press('Home')
    expect(document.activeElement).toBe(heads[0])
    press('ArrowRight')
    expect(document.activeElement).toBe(heads[1])
    press('End')
    expect(document.activeElement).toBe(heads.at(-1))
    press('ArrowRight')
    expect(document.activeElement).toBe(heads.at(-1))
  })
})

describe('figures of capacity and of rates', () => {
  test('hours that are left open what takes the month, and how many days it has', () => {
    shown(drawnBook())
    open('Capacity')
    fireEvent.click(within(screen.getByText(/^You can still sell/)).getByRole('button'))
    const opened = screen.getByRole('dialog').textContent
    expect(opened).toMatch(/\d+ working days of 8\u00a0h: \d+\u00a0h\. \d+\u00a0h are left to sell\./)
  })

  test('what an hour brings opens what was earned, for how many hours, work by work', () => {
    const hourly = hourlyOf(acme)
    shown(drawnBook(made('clients', acme), made('engagements', hourly), worked(hourly, '2026-09-10', 6)))
    open('What an hour brings')
    const row = screen.getByRole('button', { name: 'Acme USD' }).closest('tr') as HTMLElement
    fireEvent.click(within(row).getByRole('button', { name: '6:00' }))
    const [work, total] = rowsOf('Acme')
    expect(work?.slice(1)).toEqual(['6\u00a0h worked', '600.00'])
    expect(total).toEqual(['600.00 for 6\u00a0h, an hour', '100.00'])
  })
})

describe('another currency', () => {
  const term = { periods: 12, atEnd: 'renews' } as const
  const retainer = retainerOf(acme, { startsOn: day('2024-01-01'), term, currency: 'USD', fee: 100_000 })
  const book = () => drawnBook(made('clients', acme), made('engagements', retainer))
  const give = async (): Promise<void> => {
    fireEvent.click(screen.getByRole('button', { name: 'Give a rate for USD' }))
    const field = within(screen.getByRole('dialog')).getByRole('textbox')
    fireEvent.change(field, { target: { value: '0.92' } })
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Use this rate' })))
  }

  test('rates are asked for in the months that are shown, whichever these are', async () => {
    Object.assign(window, { mainstay: { saveTable: async () => done({ name: '' }) } })
    const { execute } = shown(book())
    await give()
    expect(screen.queryByRole('button', { name: 'Give a rate for USD' })).toBeNull()
    expect(text()).toContain('at the rates that you gave; the sentence at the top counts without.')
    fireEvent.click(screen.getByRole('button', { name: 'A year earlier' }))
    expect(text()).toContain('for want of a rate: Acme')
    await give()
    const [, given] = execute.mock.calls.map(([, input]) => input as { months: string[] })
    expect(given?.months[0]).toBe('2024-10')
    expect(given?.months).not.toContain('2026-10')
  })

  test('as money comes in no sentence counts without it, and none is spoken of', async () => {
    shown(book())
    await give()
    toCash()
    expect(text()).toContain('Acme, paid in US dollars, at the rates that you gave.')
    expect(text()).not.toContain('counts without')
  })
})
