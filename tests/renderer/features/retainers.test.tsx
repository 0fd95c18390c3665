// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { RetainerPlace } from '#renderer/features/retainers/retainer-place.tsx'
import { RetainersPlace } from '#renderer/features/retainers/retainers-place.tsx'
import { lineOf, windowAround } from '#renderer/features/retainers/term-line.ts'
import { clearToasts } from '#renderer/ui/toast.tsx'
import { day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { made, type Edit } from '#shared/model/change.ts'
import { retainerSchema, type Retainer } from '#shared/model/engagement.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { agreement } from '#tests/support/agreements.ts'
import { clientNamed, newId, retainerFor } from '#tests/support/books.ts'
import { plainText, showPlace } from '#tests/support/face.tsx'

const now = Date.parse('2026-10-22T13:11:30Z') // Thursday, 15:11 in Rome
const today = day('2026-10-22')
const halden = clientNamed('Halden & Reyes')
const nordlys = clientNamed('Nordlys')
const verel = clientNamed('Maison Verel')

const agreedWith = (retainer: unknown, more: object): Retainer =>
  retainerSchema.parse({ ...(retainer as Retainer), agreement: agreement(more) })
const renewing = agreedWith(retainerFor(halden, ''), { startsOn: '2025-07-01', term: { periods: 12, atEnd: 'renews' } })
const ending = agreedWith(retainerFor(nordlys, ''), { startsOn: '2026-07-01', term: { periods: 6, atEnd: 'ends' } })
const over = agreedWith(retainerFor(verel, ''), { startsOn: '2025-01-01', term: { periods: 6, atEnd: 'ends' } })
const edits: Edit[] = [
  ...[halden, nordlys, verel].map((client) => made('clients', client)),
  ...[renewing, ending, over].map((retainer) => made('engagements', retainer)),
]
const worked = (engagementId: Id, on: string, hours: number, note = ''): Edit =>
  made('entries', entrySchema.parse({ id: newId(), engagementId, day: on, seconds: hours * 3600, note }))

beforeEach(() => vi.useFakeTimers({ now, toFake: ['Date'] }))
afterEach(() => {
  act(() => clearToasts())
  cleanup()
  vi.useRealTimers()
})

const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }))
const statement = (): string => plainText(document.querySelector('p')?.textContent ?? '')

test('the list says who pays what in advance and what of it stops; the sum opens down to each fee', async () => {
  const { place } = await showPlace(<RetainersPlace />, { now, edits })
  expect(statement()).toBe('Two clients pay €2,000 a month in advance. One of them, €1,000, stops on 31 December.')
  press('€2,000')
  const opened = await screen.findByRole('dialog', { name: 'Fees a month' })
  expect(
    within(opened)
      .getAllByRole('row')
      .map((row) => plainText(row.textContent)),
  ).toEqual([
    'Halden & Reyesto 30 June 2027€1,000.00',
    'Nordlysto 31 December 2026€1,000.00',
    'A month, in advance€2,000.00',
  ])
  fireEvent.keyDown(opened, { key: 'Escape' })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  press('Nordlys')
  expect(place()).toEqual({ name: 'retainer', id: ending.id })
})

test('without a retainer the list teaches how one begins', async () => {
  const { place } = await showPlace(<RetainersPlace />, { now, edits: [made('clients', halden)] })
  expect(screen.getByRole('region', { name: 'No retainers yet' })).toBeTruthy()
  press('Start from a client')
  expect(place()).toEqual({ name: 'clients' })
})

describe('the line of a term', () => {
  const window = windowAround(today)
  const kinds = (retainer: Retainer): string[] => lineOf(retainer, window, today).pieces.map((piece) => piece.kind)

  test('has its signed part up to where income counts it', () => {
    expect(kinds(renewing)).toEqual(['earlier', 'gone', 'signed', 'expected'])
    expect(kinds(ending)).toEqual(['gone', 'signed'])
    const [gone, signed] = lineOf(ending, window, today).pieces
    expect([gone?.to, signed?.to]).toEqual([window.today, lineOf(ending, window, today).end])
  })

  test('meets no gap and no overlap, whatever the agreement', () => {
    for (const retainer of [renewing, ending, over]) {
      const { pieces } = lineOf(retainer, window, today)
      for (const [index, piece] of pieces.entries()) {
        expect(piece.to).toBeGreaterThan(piece.from)
        if (index > 0) expect(piece.from).toBe(pieces[index - 1]?.to)
      }
    }
  })
})

test('a retainer’s page opens a month down to its entries', async () => {
  const entries = [worked(ending.id, '2026-09-03', 4, 'Autumn menu'), worked(ending.id, '2026-09-17', 7.5, 'Captions')]
  await showPlace(<RetainerPlace id={ending.id} />, { now, edits: [...edits, ...entries] })
  press('September')
  const moves = await screen.findByRole('table', { name: 'Moves of September 2026' })
  expect(
    within(moves)
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].map((cell) => plainText(cell.textContent)).join(' | ')),
  ).toEqual([
    '1 | Included for September | +10:00 | 10:00',
    '3 | Autumn menu | −4:00 | 6:00',
    '17 | Captions | −6:00 | 0:00',
    '17 | Captions | −1:30 | −1:30',
    '30 | Past the hours, €150 at €100 | +1:30 | 0:00',
  ])
})

test('who was led to a period finds its row open, in its year of a long ledger, and has it marked as the arrival', async () => {
  const long = agreedWith(retainerFor(halden, ''), { startsOn: '2024-03-01', term: { periods: 36, atEnd: 'ends' } })
  await showPlace(<RetainerPlace id={long.id} period={day('2024-05-01')} />, {
    now,
    edits: [...edits, made('engagements', long), worked(long.id, '2024-05-03', 11)],
  })
  await screen.findByRole('table', { name: 'Moves of May 2024' })
  const arrival = document.querySelectorAll('[data-arrival]')
  expect([...arrival].map((each) => each.textContent)).toEqual(['May'])
  expect(arrival[0]?.closest('button')?.getAttribute('aria-expanded')).toBe('true')
})

test('one with time, or that was signed, is not deleted; a draft is', async () => {
  const { book } = await showPlace(<RetainerPlace id={ending.id} />, {
    now,
    edits: [...edits, worked(ending.id, '2026-09-03', 4)],
  })
  const remove = async (): Promise<void> => {
    press('More for Nordlys')
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Delete this retainer' }))
  }
  await remove()
  await screen.findByText('4 h are tracked on it, so it stays. Archive it instead', { normalizer: plainText })
  expect(book.workspace.tables.engagements.has(ending.id)).toBe(true)
  cleanup()
  const { book: signed } = await showPlace(<RetainerPlace id={ending.id} />, { now, edits })
  await remove()
  await screen.findByText(/^The client was sent it, or signed or declined it, so it stays/)
  expect(signed.workspace.tables.engagements.has(ending.id)).toBe(true)
  cleanup()
  const draft = { ...ending, id: newId(), status: 'draft' as const }
  const drafted = [...edits, made('engagements', draft)]
  const { book: other } = await showPlace(<RetainerPlace id={draft.id} />, { now, edits: drafted })
  await remove()
  await waitFor(() => expect(other.workspace.tables.engagements.has(draft.id)).toBe(false))
  expect(screen.getByRole('region', { name: 'This retainer is not there any more' })).toBeTruthy()
})

test('one that is over names the years of its months, and offers no timer', async () => {
  await showPlace(<RetainerPlace id={over.id} />, { now, edits: [...edits, worked(over.id, '2025-02-03', 4)] })
  expect(screen.getByText(/^From/, { selector: 'p' }).textContent).toContain('From January 2025 to June 2025')
  expect(screen.queryByRole('button', { name: 'Start timer' })).toBeNull()
  cleanup()
  await showPlace(<RetainerPlace id={ending.id} />, { now, edits })
  expect(screen.getByText(/^From/, { selector: 'p' }).textContent).toContain('From July to September')
  expect(screen.getByRole('button', { name: 'Start timer' })).toBeTruthy()
})

test('a figure of the ledger opens down to the days and what was done on them, and they come to it', async () => {
  const used = [worked(renewing.id, '2026-10-05', 1, 'Brief'), worked(renewing.id, '2026-10-06', 0.25, 'Call')]
  await showPlace(<RetainerPlace id={renewing.id} />, { now, edits: [...edits, ...used] })
  press('1:15')
  const opened = await screen.findByRole('dialog', { name: 'Used in October 2026' })
  const lines = within(opened)
    .getAllByRole('row')
    .map((row) => plainText([...row.children].map((cell) => cell.textContent).join(' | ')))
  await waitFor(() =>
    expect(lines).toEqual(['5 October | Brief | 1:00', '6 October | Call | 0:15', 'Used in October 2026 | 1:15']),
  )
})

test('one that was declined has no months and no timer: it says why, here and in the list', async () => {
  const outcome = { on: day('2026-03-02'), cause: 'price' as const, note: 'half of it elsewhere' }
  const no = made('engagements', { ...over, status: 'declined' as const, outcome })
  await showPlace(<RetainerPlace id={over.id} />, { now, edits: [...edits, no] })
  expect(screen.getByText('The price: half of it elsewhere')).toBeTruthy()
  expect(screen.getAllByText('declined').length).toBeGreaterThan(0)
  expect(screen.queryByRole('table')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Start timer' })).toBeNull()
  cleanup()
  await showPlace(<RetainersPlace />, { now, edits: [...edits, no] })
  expect(plainText(document.body.textContent)).toContain('declined (The price: half of it elsewhere)')
})

test('what has changed in a closed month stands under it, and leads to what the next one opens with', async () => {
  const { bridge } = await showPlace(<RetainerPlace id={ending.id} />, {
    now,
    edits: [...edits, worked(ending.id, '2026-07-10', 9)],
  })
  const ledgerRows = (): string[] =>
    within(screen.getByRole('table', { name: 'Ledger' }))
      .getAllByRole('row')
      .map((row) => plainText(row.textContent))
  await screen.findByRole('table', { name: 'Ledger' })
  const close = { engagementId: ending.id, start: '2026-07-01' }
  await act(async () => void (await bridge.execute({ name: 'period.close', input: close })))
  expect(ledgerRows().some((row) => row.includes('changed since'))).toBe(false)
  const late = { engagementId: ending.id, when: { day: '2026-07-20', seconds: 3.5 * 3600 } }
  await act(async () => void (await bridge.execute({ name: 'entry.create', input: late })))
  const rows = ledgerRows()
  const july = rows.findIndex((row) => row.startsWith('July'))
  // 9 of 10 hours used, then 3:30 more: one of them was there, 2:30 are past it.
  expect(rows[july]).toBe('July–10:00–9:001:00––111.11')
  expect(rows[july + 1]).toBe('Changed after July 2026 was closedchanged since+€250.00––+2:30+3:30−1:00–––')
})
