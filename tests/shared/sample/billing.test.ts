import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPaper } from '#shared/documents/kept-paper.ts'
import { toInvoice, undecidedOverage } from '#shared/domain/billing/due.ts'
import { invoiceList } from '#shared/domain/billing/listed.ts'
import { gapsIn } from '#shared/domain/billing/numbers.ts'
import { unpaidAdvance } from '#shared/domain/billing/status.ts'
import { addDays, day, daysBetween } from '#shared/kernel/day.ts'
import { atWallClock, type Zone } from '#shared/kernel/instant.ts'
import { sampleBook } from '#tests/support/sample-book.ts'

const ROME = 'Europe/Rome' as Zone
const on = (offset: number) => {
  const today = addDays(day('2025-01-01'), offset)
  return sampleBook(today, atWallClock(today, 12 * 3600, ROME), ROME)
}
const sampleDay = fc.integer({ min: 0, max: daysBetween(day('2025-01-01'), day('2029-12-31')) })

test('on any day one invoice is late, one is part paid, and numbers have no gaps', () => {
  fc.assert(
    fc.property(sampleDay, (offset) => {
      const { book, today } = on(offset)
      const { invoices } = book.workspace.tables
      const { open, drafts } = invoiceList(book, today)
      const inState = (state: string) => open.filter(({ standing }) => standing.state === state)
      expect(drafts).toEqual([])
      expect(inState('overdue')).toHaveLength(1)
      expect(inState('partPaid')).toHaveLength(1)
      const years = new Set([...invoices.values()].map(({ year }) => year ?? 0))
      for (const year of years) expect(gapsIn(invoices.values(), { year, series: '' })).toEqual([])
      expect([...invoices.values()].every(({ issuedOn }) => issuedOn <= today)).toBe(true)
    }),
    { numRuns: 30 },
  )
})

test('on the day of the drawings an advance is unpaid and last month is left to invoice', () => {
  const sample = on(daysBetween(day('2025-01-01'), day('2026-10-18')))
  const { book, today } = sample
  expect(unpaidAdvance(book, sample.engagement('Nordlys Foods', 'retainer'), today)).not.toBeNull()
  const kinds = (toInvoice(book, today) ?? []).flatMap(({ lines }) => lines.map(({ kind }) => kind))
  expect(kinds).toEqual(['hours'])
  expect(undecidedOverage(book, today).map(({ row }) => row.period.start)).toEqual(['2026-09-01'])
})

test('periods are closed up to the month before last, and reported', () => {
  const { book } = on(daysBetween(day('2025-01-01'), day('2026-10-18')))
  const closings = [...book.workspace.tables.closings.values()]
  expect(closings.length).toBeGreaterThan(15)
  expect(closings.every(({ sentAt }) => sentAt !== null)).toBe(true)
  // As its client got it: by its own name and in their language.
  for (const { report, start } of closings) {
    const paper = readPaper(report?.sent?.paper)
    expect(paper?.title).toMatch(/^(Report for|Resoconto di) /)
    expect(paper?.facts[0]?.[1]).toContain(start.slice(0, 4))
  }
  expect(
    closings
      .map(({ end }) => end)
      .toSorted()
      .at(-1),
  ).toBe('2026-09-01')
})
