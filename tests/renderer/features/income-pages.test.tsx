// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { applyToBook } from '#shared/domain/book.ts'
import { moneyCell } from '#shared/formats/delimited.ts'
import type { Bridge } from '#shared/ipc.ts'
import { day } from '#shared/kernel/day.ts'
import { done } from '#shared/kernel/refusal.ts'
import { made } from '#shared/model/change.ts'
import { clientNamed } from '#tests/support/books.ts'
import { acme, drawnBook, obel, retainerOf, worked } from '#tests/support/income-book.ts'
import { forfettario, invoiceOf, lineOf, paymentOf, vat } from '#tests/support/invoices.ts'
import { eachOnThePages, open, rowsOf, shown, text } from './income-face.tsx'

eachOnThePages()

describe('other months', () => {
  test('a year earlier and back, as far as there was income', () => {
    shown(drawnBook())
    const months = (): string | null =>
      screen.getByRole('table', { name: /^Income by month/ }).getAttribute('aria-label')
    expect(months()).toContain('October 2025 to September 2027')
    fireEvent.click(screen.getByRole('button', { name: 'A year earlier' }))
    expect(months()).toContain('October 2024 to September 2026')
    expect(screen.getByRole('button', { name: 'A year earlier' }).hasAttribute('disabled')).toBe(true)
    fireEvent.click(screen.getByRole('button', { name: 'Back to now' }))
    expect(months()).toContain('October 2025 to September 2027')
    fireEvent.click(screen.getByRole('button', { name: 'A year later' }))
    fireEvent.click(screen.getByRole('button', { name: 'A year later' }))
    expect(months()).toContain('October 2027 to September 2029')
    expect(screen.getByRole('button', { name: 'A year later' }).hasAttribute('disabled')).toBe(true)
  })

  test('the figures go to a file with their cents', async () => {
    shown(drawnBook())
    const saveTable = vi.fn<Bridge['saveTable']>(async () => done({ name: 'Mainstay Income.csv' }))
    Object.assign(window, { mainstay: { saveTable } })
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Save Income as a table (CSV)' })))
    const [{ rows, name } = { rows: [], name: '' }] = saveTable.mock.calls[0] ?? []
    expect(name).toBe('Mainstay Income')
    expect(rows[0]).toEqual([
      'Month',
      'Guaranteed (EUR)',
      'Expected (EUR)',
      'Variable (EUR)',
      'Hourly (EUR)',
      'Total (EUR)',
    ])
    expect(rows[15]).toEqual(['2026-12', 4400, 0, 1600, 1341.67, 7341.67])
    expect(rows).toHaveLength(25)
  })
})

describe('another currency', () => {
  test('a rate is asked for, and then its fees are in the figures', async () => {
    const retainer = retainerOf(acme, { startsOn: day('2026-01-01'), currency: 'USD', fee: 100_000 })
    const { execute } = shown(drawnBook(made('clients', acme), made('engagements', retainer)))
    const guaranteed = (): string | null | undefined => rowsOf(/^Income by month/)[1]?.[13]
    expect(guaranteed()).toBe('4,400')
    fireEvent.click(screen.getByRole('button', { name: 'Give a rate for USD' }))
    const field = screen.getByRole('textbox', { name: 'One USD in October 2026 is' })
    fireEvent.change(field, { target: { value: 'two' } })
    fireEvent.click(screen.getByRole('button', { name: 'Use this rate' }))
    expect(text()).toContain('A rate above zero, like 1.0834')
    expect(execute).not.toHaveBeenCalled()
    fireEvent.change(field, { target: { value: '0.92' } })
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Use this rate' })))
    expect(guaranteed()).toBe('5,320')
    expect(text()).toContain('Acme, paid in US dollars, at the rates that you gave')
    expect(screen.queryByRole('button', { name: 'Give a rate for USD' })).toBeNull()
  })

  test('so it is for an invoice that was written by hand, where nothing is agreed in it', async () => {
    const invoice = invoiceOf([lineOf(100_000, vat(0), { kind: 'other' })], { clientId: acme.id, currency: 'USD' })
    shown(
      drawnBook(
        made('clients', acme),
        made('invoices', invoice),
        made('payments', { ...paymentOf(invoice, '2026-09-15', 100_000), on: day('2026-09-15') }),
      ),
    )
    expect(text()).not.toContain('Acme')
    fireEvent.click(screen.getByRole('radio', { name: 'Paid' }))
    expect(text()).toContain('Not in these figures: Acme, paid in US dollars.')
    const total = (): string | null | undefined => rowsOf('Money by the day it comes in').at(-1)?.[12]
    const before = total()
    fireEvent.click(screen.getByRole('button', { name: 'Give a rate for USD' }))
    fireEvent.change(screen.getByRole('textbox', { name: /^One USD in/ }), { target: { value: '0.92' } })
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Use this rate' })))
    expect([before, total()]).toEqual(['–', '920'])
    fireEvent.click(screen.getByRole('radio', { name: 'Earned' }))
  })
})

describe('capacity', () => {
  test('committed and free hours of each month, and what takes them', () => {
    shown(drawnBook())
    open('Capacity')
    const [, committed, expected, available, toSell] = rowsOf('Hours committed and hours there are')
    // 10 h each of four retainers; 22 working days of eight hours in October 2026.
    expect(committed?.slice(0, 3)).toEqual(['Committed', '40:00', '40:00'])
    expect(available?.[1]).toBe('176:00')
    expect(toSell?.[1]).toBe('136:00')
    expect(expected?.[1]).toBe('–')
    fireEvent.click(screen.getByRole('button', { name: 'October 2026: 40\u00a0h committed' }))
    const rows = within(screen.getByRole('dialog')).getAllByRole('row')
    expect(rows.map((row) => row.textContent)).toContain('Nordlys Foodsagreed10:00')
    expect(rows.at(-1)?.textContent).toBe('Committed, of 176\u00a0h40:00')
  })
})

describe('what an hour brings', () => {
  test('against the list, the least first; a row opens to its work and months', () => {
    const book = drawnBook()
    const project = [...book.workspace.tables.engagements.values()].find(({ clientId }) => clientId === obel.id)
    if (project) applyToBook(book, [worked(project, '2026-09-10', 160)])
    shown(book)
    open('What an hour brings')
    expect(text()).toMatch(/In the last twelve months an hour brought €[\d.,]+/)
    const rows = rowsOf('What an hour of each client brings').filter((row) => row.length > 1)
    const share = (row: readonly (string | null)[]): number => Number.parseFloat(row[5] ?? '')
    const shares = rows.slice(1).map(share)
    expect(shares.length).toBeGreaterThan(1)
    expect(shares).toEqual(shares.toSorted((one, other) => one - other))
    fireEvent.click(screen.getByRole('button', { name: 'Pineta Hotels' }))
    const months = rowsOf('What an hour of Pineta Hotels brings, month by month')
    expect(months[0]?.slice(1)).toHaveLength(12)
    expect(months.at(-1)).toContain('100.00')
  })
})

describe('a press on a bar', () => {
  /** In the middle of a column of the chart, whose table has so many, right of its rows' names. */
  const press = (at: number, count: number, left: number): void => {
    const chart = screen.getAllByRole('img').at(0) as HTMLElement
    fireEvent.click(chart, { clientX: left + ((1200 - left) / count) * (at + 0.5), detail: 1 })
  }

  test('opens what takes the month’s hours', () => {
    shown(drawnBook())
    open('Capacity')
    press(0, 12, 132)
    expect(rowsOf('October 2026').length).toBeGreaterThan(1)
  })

  test('opens who a quarter’s income came from; they add up to it', () => {
    shown(drawnBook())
    open('Where it comes from')
    const heads = within(screen.getByRole('table', { name: 'Where income comes from' })).getAllByRole('button')
    press(heads.length - 2, heads.length, 132)
    const [name, total] = (heads.at(-2)?.getAttribute('aria-label') ?? '').split(': ')
    const rows = rowsOf(name ?? '')
    const whole = (text: string | null | undefined): number => Number(text?.replaceAll(/[^\d.]/g, ''))
    expect(whole(rows.at(-1)?.at(-1))).toBe(whole(total))
    const sum = rows.slice(0, -1).reduce((all, row) => all + whole(row.at(-1)), 0)
    expect(sum).toBeCloseTo(whole(total))
    expect(sum).toBeGreaterThan(0)
  })
})

describe('as money comes in', () => {
  const client = clientNamed('Halden Paper')
  const invoice = (on: string, dueOn: string, amount: number, number: number) =>
    invoiceOf([lineOf(amount, vat(2200), { kind: 'fee' })], {
      clientId: client.id,
      issuedOn: day(on),
      dueOn: day(dueOn),
      number,
      tax: forfettario,
    })
  const [september, october] = [
    invoice('2026-09-01', '2026-09-16', 100_000, 1),
    invoice('2026-10-01', '2026-10-16', 50_000, 2),
  ]
  const book = () =>
    drawnBook(
      made('clients', client),
      made('invoices', september),
      made('invoices', october),
      made('payments', { ...paymentOf(september, '2026-09-20', 122_000), on: day('2026-09-20') }),
    )
  const toCash = (): void => void fireEvent.click(screen.getByRole('radio', { name: 'Paid' }))
  afterEach(() => fireEvent.click(screen.getByRole('radio', { name: 'Earned' })))

  test('the sentence says what came in and what is late, and both figures open', () => {
    shown(book())
    toCash()
    expect(text()).toContain(
      'In the last twelve months €1,000 came in. €500 is invoiced and not paid yet, €500 of it late',
    )
    fireEvent.click(screen.getByRole('button', { name: /^€1,000/ }))
    expect(rowsOf('Came in, the last twelve months')).toEqual([
      ['September 2026', '', '1,000.00'],
      ['Income', '1,000.00'],
    ])
  })

  test('a month opens what was paid, what is late, what will be invoiced; its total is the table’s', () => {
    shown(book())
    toCash()
    fireEvent.click(screen.getByRole('button', { name: /^September 2026: / }))
    expect(rowsOf('September 2026')).toEqual([
      ['Halden Paper', '2026-001, paid 20 Sep', '1,000.00'],
      ['Income', '1,000.00'],
    ])
    expect(text()).toContain('1,220.00 came in; 220.00 of it were taxes.')
    const october = /^October 2026: €(.*)$/.exec(
      screen.getByRole('button', { name: /^October 2026: / }).getAttribute('aria-label') ?? '',
    )
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })
    fireEvent.click(screen.getByRole('button', { name: /^October 2026: / }))
    const rows = rowsOf('October 2026')
    expect(rows.find(([name]) => name === 'Halden Paper')).toEqual([
      'Halden Paper',
      '2026-002, late, was due 16 Oct',
      '500.00',
    ])
    expect(rows.at(-1)?.at(-1)).toBe(`${october?.[1]}.00`)
  })

  test('the figures go to a file, paid and open apart', async () => {
    shown(book())
    toCash()
    const saveTable = vi.fn<Bridge['saveTable']>(async () => done({ name: 'x.csv' }))
    Object.assign(window, { mainstay: { saveTable } })
    await act(async () => fireEvent.click(screen.getByRole('button', { name: /^Save Money by the day it comes in/ })))
    const [{ rows } = { rows: [] }] = saveTable.mock.calls[0] ?? []
    expect(rows[0]?.slice(0, 5)).toEqual([
      'Month',
      'Fees, Paid (EUR)',
      'Variable, Paid (EUR)',
      'Hourly, Paid (EUR)',
      'Fees, Invoiced, not paid (EUR)',
    ])
    expect(rows.find(([month]) => month === '2026-09')?.[1]).toEqual(moneyCell(100_000, 'EUR'))
    expect(rows.find(([month]) => month === '2026-10')?.[4]).toEqual(moneyCell(50_000, 'EUR'))
  })
})
