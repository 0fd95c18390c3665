// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import type { Bridge } from '#shared/ipc.ts'
import { day } from '#shared/kernel/day.ts'
import { done } from '#shared/kernel/refusal.ts'
import { made } from '#shared/model/change.ts'
import { looks, type Look } from '#renderer/features/income/columns.ts'
import { bookOf, clientNamed } from '#tests/support/books.ts'
import { drawnBook, projectOf, retainerOf, worked } from '#tests/support/income-book.ts'
import { eachOnThePages, open, rowsOf, shown, text } from './income-face.tsx'

eachOnThePages()

/** The parts of each bar as they lie on one another, from the base up. */
function stacks(): Look[][] {
  const bars = new Map<number, { look: Look; y: number }[]>()
  for (const rect of document.querySelectorAll('svg rect')) {
    const look = looks.find((each) => rect.getAttribute('class')?.startsWith(`_${each}_`))
    if (look === undefined) continue
    const at = Math.floor(Number(rect.getAttribute('x')))
    bars.set(at, [...(bars.get(at) ?? []), { look, y: Number(rect.getAttribute('y')) }])
  }
  return [...bars.values()].map((parts) => parts.toSorted((a, b) => b.y - a.y).map(({ look }) => look))
}

describe('other months', () => {
  test('leave the stack as it is: guaranteed at the base, then expected, variable, hourly', () => {
    shown(drawnBook())
    const before = stacks()
    expect(before.some((parts) => parts.length > 2)).toBe(true)
    for (const name of ['A year earlier', 'Back to now']) fireEvent.click(screen.getByRole('button', { name }))
    expect(stacks()).toEqual(before)
    for (const parts of before) expect(parts).toEqual(looks.filter((look) => parts.includes(look)))
  })
})

describe('what past the hours of a retainer came to', () => {
  test('leads from its month to the period’s own row of the ledger, by its name and by its figure', () => {
    const client = clientNamed('Halden Paper')
    const retainer = retainerOf(client, { startsOn: day('2026-01-01'), fee: 100_000 })
    const book = bookOf(made('clients', client), made('engagements', retainer), worked(retainer, '2026-07-10', 13.25))
    for (const pressed of ['Halden Paper', '325.00']) {
      shown(book)
      fireEvent.click(screen.getByRole('button', { name: /^July 2026: / }))
      const row = screen.getByRole('row', { name: /past the hours/ })
      fireEvent.click(within(row).getByRole('button', { name: pressed }))
      expect(JSON.parse(screen.getByRole('status').textContent ?? '')).toEqual({
        name: 'retainer',
        id: retainer.id,
        period: '2026-07-01',
      })
      if (pressed === 'Halden Paper') cleanup()
    }
  })

  test('stands where the table has it: the rows add up to the table’s, and the file has all of them', async () => {
    const retainer = retainerOf(clientNamed('Halden Paper'), { startsOn: day('2026-01-01'), fee: 100_000 })
    const client = { ...clientNamed('Halden Paper'), id: retainer.clientId }
    shown(bookOf(made('clients', client), made('engagements', retainer), worked(retainer, '2026-07-10', 13.25)))
    open('Where it comes from')
    const [heads, retained, projects] = rowsOf('Where income comes from')
    const at = (heads ?? []).findIndex((head) => head?.startsWith('Q3'))
    expect([retained?.[at], projects?.[at]]).toEqual(['3,000', '325'])
    fireEvent.click(screen.getByRole('button', { name: /^Q3 2026: / }))
    expect(rowsOf('Q3 2026')).toEqual([
      ['Halden Paper', 'Retainers', '3,000.00'],
      ['Halden Paper', 'Projects', '325.00'],
      ['Earned', '3,325.00'],
    ])
    expect(text()).toContain('This quarter is not over yet.')
    const saveTable = vi.fn<Bridge['saveTable']>(async () => done({ name: 'x.csv' }))
    Object.assign(window, { mainstay: { saveTable } })
    const name = 'Save Where income comes from as a table (CSV)'
    await act(async () => fireEvent.click(screen.getByRole('button', { name })))
    expect(saveTable.mock.calls[0]?.[0].rows[3]).toEqual(['2026-07', '2026-09', 3000, 325, 0, 3325, 90.23])
  })

  test('years that are over are not said to run', () => {
    const project = projectOf(clientNamed('Old'), [['2012-05-01', 900]])
    shown(
      bookOf(
        made('clients', { ...clientNamed('Old'), id: project.clientId }),
        made('engagements', project),
        worked(project, '2012-04-03', 5),
      ),
    )
    open('Where it comes from')
    expect(text()).not.toContain('is not over yet')
    expect(text()).toContain('No time from May 2011 to April 2012 has a clock')
  })
})
