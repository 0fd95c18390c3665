// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { importEntries } from '#shared/commands/import.ts'
import { applyToBook } from '#shared/domain/book.ts'
import { previewImport } from '#shared/domain/import.ts'
import { LARGEST_FILE_MB } from '#shared/formats/rows.ts'
import { readToggl } from '#shared/formats/toggl.ts'
import type { Bridge, Events } from '#shared/ipc.ts'
import { done, refused } from '#shared/kernel/refusal.ts'
import type { Zone } from '#shared/kernel/instant.ts'
import { ImportPlace } from '#renderer/features/importing/import-place.tsx'
import type { Mirror } from '#renderer/mirror.ts'
import { clearToasts, ToastRegion } from '#renderer/ui/toast.tsx'
import { WordsProvider } from '#renderer/words.tsx'
import { WorkspaceProvider } from '#renderer/workspace.tsx'
import { bookOf, contextAt } from '#tests/support/books.ts'

const header = 'Client,Project,Description,Start date,Start time,Duration'
const good = 'Acme,Website,Review,2026-03-04,09:00:00,1:30:00\n,Admin,Mail,2026-03-05,10:00:00,0:30:00'
const context = contextAt('2026-10-22T12:00:00Z')
const file = (rows: string): string => `${header}\n${rows}\n`

let book = bookOf()
let texts: string[] = []
let ask: (event: Events['ask']) => void = () => undefined
const calls = {
  chooseImport: vi.fn<Bridge['chooseImport']>(),
  offerImport: vi.fn<Bridge['offerImport']>(),
  previewImport: vi.fn<Bridge['previewImport']>(),
  commitImport: vi.fn<Bridge['commitImport']>(),
  undo: vi.fn<Bridge['undo']>(),
}

/** What main does with a file, in memory: the token is the place of its text in `texts`. */
beforeEach(() => {
  vi.resetAllMocks()
  book = bookOf()
  texts = []
  const read = (token: string, zone: Zone) => readToggl(texts[Number(token)] ?? '', zone, context.now)
  const offer = async (name: string, text: string) => done({ token: String(texts.push(text) - 1), name })
  calls.chooseImport.mockImplementation(() => offer('toggl.csv', file(good)))
  calls.offerImport.mockImplementation(({ name, text }) => offer(name, text))
  calls.previewImport.mockImplementation(async ({ token, zone }) => {
    const figures = previewImport(read(token, zone as Zone), 'toggl', zone as Zone, book.workspace)
    return done({ token, name: 'toggl.csv', ...figures })
  })
  calls.commitImport.mockImplementation(async ({ token, zone }) => {
    const outcome = read(token, zone as Zone)
    const rows = outcome.ok ? outcome.file.rows : []
    const input = importEntries.input.parse({ source: 'toggl', language: 'en', rows })
    const ran = importEntries.run(book, input, context)
    if (!ran.ok) return ran
    applyToBook(book, ran.edits)
    return done({ seq: 1, entries: ran.edits.filter((edit) => edit.table === 'entries').length })
  })
  calls.undo.mockResolvedValue(done({ seq: 2, label: 'import.entries' }))
  const on = (name: string, listener: typeof ask) => {
    if (name === 'ask') ask = listener
    return () => undefined
  }
  vi.stubGlobal('mainstay', { ...calls, on })
})

afterEach(() => {
  act(() => clearToasts())
  cleanup()
  vi.unstubAllGlobals()
})

async function open(language: 'en' | 'it' = 'en'): Promise<void> {
  const mirror = { view: () => view, subscribe: () => () => undefined } as unknown as Mirror
  const view = { book }
  render(
    <WorkspaceProvider mirror={mirror}>
      <WordsProvider language={language}>
        <ImportPlace />
        <ToastRegion label="Messages" />
      </WordsProvider>
    </WorkspaceProvider>,
  )
  await act(async () => ask({ what: 'import' }))
  await dialogIsFetched()
}
/** It comes with the first file. */
const dialogIsFetched = () => act(() => vi.dynamicImportSettled())
const dialog = () => screen.getByRole('dialog')
const press = (name: string | RegExp) => act(async () => fireEvent.click(screen.getByRole('button', { name })))
const cells = (table: string) =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent))

/** Drags a file over the window, and drops it. @returns whether each was kept from opening in place of the app. */
async function drag(type: 'dragover' | 'dragleave' | 'drop', dropped: Partial<File> | null): Promise<boolean> {
  const event = new Event(type, { cancelable: true })
  const dataTransfer = { types: dropped ? ['Files'] : ['text/plain'], files: dropped ? [dropped] : [] }
  Object.assign(event, { dataTransfer, relatedTarget: null })
  await act(async () => window.dispatchEvent(event))
  await dialogIsFetched()
  return event.defaultPrevented
}

test('shows what is in a file before it comes in, and brings it in', async () => {
  await open()
  expect(dialog().textContent).toContain('2 entries, 2\u00a0h, from 4 March 2026 to 5 March 2026')
  expect(dialog().textContent).toContain('2 rows read · 1 new client')
  expect(cells('Clients')).toEqual([
    ['Client', 'Entries', 'Hours'],
    ['AcmeNew', '1', '1:30'],
    ['Own workno client, not billable', '1', '0:30'],
    ['Total', '2', '2:00'],
  ])
  await press('Import 2 entries')
  expect(calls.commitImport).toHaveBeenCalledExactlyOnceWith({ token: '0', zone: 'Europe/London' })
  expect(book.workspace.tables.entries.size).toBe(2)
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByRole('status').textContent).toBe('Imported 2 entries')
  await press('Undo')
  expect(calls.undo).toHaveBeenCalledOnce()
})

test('a file of one day names it once', async () => {
  calls.chooseImport.mockImplementation(() =>
    calls.offerImport({ name: 'a.csv', text: file('Acme,Website,Review,2026-03-04,09:00:00,1:30:00') }),
  )
  await open()
  expect(dialog().textContent).toContain('1 entry, 1\u00a0h\u00a030\u00a0min, on 4 March 2026')
})

test('says which rows stay out and why', async () => {
  calls.chooseImport.mockImplementation(() =>
    calls.offerImport({
      name: 'a.csv',
      text: file(`${good}\nAcme,,,2026-02-30,09:00:00,1:00:00\nAcme,,,,09:00:00,1:00:00`),
    }),
  )
  await open()
  expect(dialog().textContent).toContain('2 rows read · 1 new client · 2 left out')
  expect(cells('Left out').slice(1)).toEqual([
    ['4', 'Start date', '2026-02-30', 'February 2026 has 28 days'],
    ['5', 'Start date', '–', 'The start is missing'],
  ])
})

test('of very many rows that stay out the first hundred are shown', async () => {
  const rows = Array.from({ length: 150 }, () => 'Acme,,,soon,09:00:00,1:00:00').join('\n')
  calls.chooseImport.mockImplementation(() => calls.offerImport({ name: 'a.csv', text: file(rows) }))
  await open()
  expect(dialog().textContent).toContain('No entry in this file can be read')
  expect(cells('Left out')).toHaveLength(101)
  expect(dialog().textContent).toContain('and 50 more rows')
  expect(screen.queryByRole('button', { name: /Import/ })).toBeNull()
})

test('a file that is here already has nothing to import', async () => {
  await open()
  await press('Import 2 entries')
  await act(async () => ask({ what: 'import' }))
  expect(dialog().textContent).toContain('All 2 entries in this file are here already')
  expect(screen.queryByRole('button', { name: /Import/ })).toBeNull()
})

test('is read anew in another zone, and comes in as it was shown', async () => {
  await open()
  const zone = screen.getByRole('combobox', { name: 'Time zone of the file' })
  act(() => zone.focus())
  fireEvent.change(zone, { target: { value: 'new york' } })
  await act(async () => fireEvent.click(screen.getByRole('option', { name: 'America/New York' })))
  expect(calls.previewImport).toHaveBeenLastCalledWith({ token: '0', zone: 'America/New_York' })
  await press('Import 2 entries')
  expect(calls.commitImport).toHaveBeenCalledExactlyOnceWith({ token: '0', zone: 'America/New_York' })
})

test('a file of another tracker is named, with what to do', async () => {
  calls.chooseImport.mockImplementation(() =>
    calls.offerImport({ name: 'kimai.csv', text: 'Date,From,To,Duration,Customer,Project,Activity\n' }),
  )
  await open()
  expect(screen.getByRole('alert').textContent).toBe(
    'This looks like a report of Kimai. For now Mainstay reads the detailed report of Toggl Track, exported as CSV.',
  )
  expect(screen.queryByRole('combobox')).toBeNull()
})

test('what main refuses is said in place: before the file is read, and after', async () => {
  calls.chooseImport.mockResolvedValueOnce(refused({ code: 'fileUnreadable' }))
  await open()
  expect(screen.getByRole('alert').textContent).toBe('The file could not be read')
  await press('Choose another file')
  calls.commitImport.mockResolvedValueOnce(refused({ code: 'notSaved', cause: 'full' }))
  await press('Import 2 entries')
  expect(screen.getByRole('alert').textContent).toContain('the disk is full')
  expect(screen.getByRole('button', { name: 'Import 2 entries' })).toBeTruthy()
})

test('changing one’s mind leaves things as they were', async () => {
  calls.chooseImport.mockResolvedValueOnce(done(null))
  await open()
  expect(screen.queryByRole('dialog')).toBeNull()
  await act(async () => ask({ what: 'settings' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  await act(async () => ask({ what: 'import' }))
  await press('Cancel')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(book.workspace.tables.entries.size).toBe(0)
})

test('a file can be dropped anywhere; a hint says what for', async () => {
  calls.chooseImport.mockResolvedValueOnce(done(null))
  await open('it')
  const bytes = new TextEncoder().encode(file(good)).buffer
  expect(await drag('dragover', { name: 'toggl.csv' })).toBe(true)
  expect(screen.getByRole('status').textContent).toContain('Lascia qui il file')
  await drag('dragleave', { name: 'toggl.csv' })
  expect(screen.queryByRole('status')).toBeNull()
  expect(await drag('drop', { name: 'toggl.csv', size: 100, arrayBuffer: async () => bytes })).toBe(true)
  expect(calls.offerImport).toHaveBeenCalledExactlyOnceWith({ name: 'toggl.csv', text: file(good) })
  expect(dialog().textContent).toContain('2 voci, 2\u00a0h, dal 4 marzo 2026 al 5 marzo 2026')
})

test('a file of an old spreadsheet keeps its letters', async () => {
  calls.chooseImport.mockResolvedValueOnce(done(null))
  await open()
  const bytes = new Uint8Array([0x43, 0x61, 0x66, 0x66, 0xe8]).buffer
  await drag('drop', { name: 'a.csv', size: 5, arrayBuffer: async () => bytes })
  expect(calls.offerImport).toHaveBeenCalledExactlyOnceWith({ name: 'a.csv', text: 'Caffè' })
})

test('what is dropped and is no file is left to others', async () => {
  calls.chooseImport.mockResolvedValueOnce(done(null))
  await open()
  expect(await drag('dragover', null)).toBe(false)
  expect(await drag('drop', null)).toBe(false)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test.each<[what: string, dropped: Partial<File>, says: string]>([
  [
    'a folder',
    { name: 'a', size: 0, arrayBuffer: () => Promise.reject(new Error('a folder')) },
    'The file could not be read',
  ],
  [
    'too large a file',
    { name: 'a', size: LARGEST_FILE_MB * 1_000_000 + 1 },
    `The file is larger than ${LARGEST_FILE_MB} MB`,
  ],
])('%s that is dropped is refused in place', async (_what, dropped, says) => {
  calls.chooseImport.mockResolvedValueOnce(done(null))
  await open()
  await drag('drop', dropped)
  expect(screen.getByRole('alert').textContent).toBe(says)
  expect(calls.offerImport).not.toHaveBeenCalled()
})
