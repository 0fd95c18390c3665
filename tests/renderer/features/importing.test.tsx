// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { LARGEST_FILE_MB } from '#shared/formats/rows.ts'
import type { Bridge } from '#shared/ipc.ts'
import { refused } from '#shared/kernel/refusal.ts'
import { made } from '#shared/model/change.ts'
import { clearToasts } from '#renderer/ui/toast.tsx'
import { clientNamed, hourlyFor } from '#tests/support/books.ts'
import {
  header,
  good,
  file,
  bytesOf,
  open,
  isRead,
  said,
  press,
  cells,
  pick,
  entriesOf,
} from '#tests/support/import-face.tsx'

afterEach(() => {
  act(() => clearToasts())
  cleanup()
})

/** Drags a file over the window, and drops it. @returns whether each was kept from opening in place of the app. */
async function drag(type: 'dragover' | 'dragleave' | 'drop', dropped: Partial<File> | null): Promise<boolean> {
  const event = new Event(type, { cancelable: true })
  const dataTransfer = { types: dropped ? ['Files'] : ['text/plain'], files: dropped ? [dropped] : [] }
  Object.assign(event, { dataTransfer, relatedTarget: null })
  await act(async () => window.dispatchEvent(event))
  await isRead()
  return event.defaultPrevented
}

test('shows what is in a file before it comes in, and brings it in', async () => {
  const app = await open()
  expect(said()).toContain('hours.csv · From Toggl Track · UTF-8')
  expect(said()).toContain('2 entries, 2 h, from 4 March 2026 to 5 March 2026')
  expect(said()).toContain('2 rows read · 1 new client')
  expect(cells('Clients')).toEqual([
    ['In the file', 'Goes to', 'Entries', 'Hours'],
    ['Acme', 'New client', '1', '1:30'],
    ['Website', 'New: Website', '1', '1:30'],
    ['No client', 'Own work', '1', '0:30'],
    ['Total', '', '2', '2:00'],
  ])
  await press('Import 2 entries')
  expect(entriesOf(app)).toHaveLength(2)
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByRole('status').textContent).toBe('Imported 2 entries')
  await press('Undo')
  expect(entriesOf(app)).toHaveLength(0)
})

test('says which rows stay out and why', async () => {
  await open({ text: file(`${good}\nAcme,,,2026-02-30,09:00:00,1:00:00\nAcme,,,2026-03-04,09:00:00,-1:00:00`) })
  expect(said()).toContain('2 rows read · 1 new client · 2 left out')
  expect(cells('Left out').slice(1)).toEqual([
    ['4', 'Start date', '2026-02-30', 'February 2026 has 28 days'],
    ['5', 'Duration', '-1:00:00', 'Less than no time. Check the sign'],
  ])
})

test('of very many rows that stay out the first hundred are shown', async () => {
  await open({ text: file(Array.from({ length: 150 }, () => 'Acme,,,soon,09:00:00,1:00:00').join('\n')) })
  expect(said()).toContain('No entry in this file can be read')
  expect(cells('Left out')).toHaveLength(101)
  expect(said()).toContain('and 50 more rows')
  expect(screen.queryByRole('button', { name: /Import/ })).toBeNull()
})

test('what is longer than anyone works is shown, and can be left out', async () => {
  await open({ text: file(`${good}\nAcme,Website,Forgotten,2026-03-06,09:00:00,23:00:00`) })
  expect(cells('Longer than 16 hours').slice(1)).toEqual([['4', 'Acme · Website · Forgotten', '23:00']])
  await act(async () => fireEvent.click(screen.getByRole('checkbox', { name: 'Leave them out' })))
  await isRead()
  await press('Import 2 entries')
})

test('a file that is here already has nothing to import', async () => {
  const { ask } = await open()
  await press('Import 2 entries')
  await ask()
  expect(said()).toContain('All 2 entries in this file are here already')
  expect(screen.queryByRole('button', { name: /Import/ })).toBeNull()
})

test('is read anew in another zone, and comes in as it was shown', async () => {
  const app = await open()
  const zone = screen.getByRole('combobox', { name: 'Time zone of the file' })
  act(() => zone.focus())
  fireEvent.change(zone, { target: { value: 'new york' } })
  await act(async () => fireEvent.click(screen.getByRole('option', { name: 'America/New York' })))
  await isRead()
  await press('Import 2 entries')
  expect(entriesOf(app)).toMatchObject([{ start: '2026-03-04T14:00:00Z' }, { start: '2026-03-05T15:00:00Z' }])
})

test('a client of the file is one who is here, under another name, and its project an engagement of theirs', async () => {
  const birch = clientNamed('Birch')
  const site = hourlyFor(birch, 'Site')
  const app = await open({ edits: [made('clients', birch), made('engagements', site)] })
  await pick(/Where Acme goes/, 'Birch')
  expect(cells('Clients').slice(1, 3)).toEqual([
    ['Acme', 'Birch', '1', '1:30'],
    ['Website', 'New: Website', '1', '1:30'],
  ])
  await pick(/Where Website goes/, 'Site')
  await press('Import 2 entries')
  expect(entriesOf(app).map(({ engagementId }) => engagementId)).toEqual([site.id, null])
  expect(app.book.workspace.tables.clients.size).toBe(1)
})

test('a client of the file can be no client', async () => {
  const app = await open()
  await pick(/Where Acme goes/, /Own work/)
  await press('Import 2 entries')
  expect(app.book.workspace.tables.clients.size).toBe(0)
  expect(entriesOf(app)[0]).toMatchObject({ engagementId: null, billable: false, task: 'Acme: Website' })
})

const unknown = 'Quando,Chi,Quanto,Cosa\n2026-03-04,Acme,1:30,Revisione\n2026-03-05,Betulla,0:45,Posta\n'

test('a table that nobody knows is mapped column by column, and is known the next time', async () => {
  const app = await open({ text: unknown })
  expect(said()).toContain('Which column holds the day, or the start?')
  expect(screen.queryByRole('button', { name: /Import/ })).toBeNull()
  await pick(/What Quando holds/, 'Day')
  expect(said()).toContain('Which column holds the end, or how long it took?')
  await pick(/What Quanto holds/, 'How long it took')
  await pick(/What Chi holds/, 'Note')
  await pick(/What Chi holds/, 'Client')
  await pick(/What Cosa holds/, 'Note')
  expect(said()).toContain('2 entries, 2 h 15 min, from 4 March 2026 to 5 March 2026')
  await press('Import 2 entries')
  expect(entriesOf(app)).toMatchObject([
    { day: '2026-03-04', seconds: 5400, note: 'Revisione' },
    { day: '2026-03-05', seconds: 2700, note: 'Posta' },
  ])
  app.choose.mockImplementation(() =>
    app.bridge.offerImport({ name: 'more.csv', bytes: bytesOf(`${unknown}2026-03-06,Acme,2:00,Altro\n`) }),
  )
  await app.ask()
  expect(said()).toContain('The columns are read as they were the last time')
  await press('Import 1 entry')
  expect(entriesOf(app)).toHaveLength(3)
})

test('what main refuses is said in place: before the file is read, and after', async () => {
  const why = refused({ code: 'fileUnreadable', name: 'hours.csv', cause: 'denied' })
  const { bridge } = await open({
    instead: { chooseImport: vi.fn<Bridge['chooseImport']>().mockResolvedValueOnce(why) },
  })
  expect(screen.getByRole('alert').textContent).toBe('The system does not let Mainstay read hours.csv')
  Object.assign(bridge, {
    chooseImport: () => bridge.offerImport({ name: 'a.csv', bytes: bytesOf(file(good)) }),
    commitImport: async () => refused({ code: 'notSaved', cause: 'full' }),
  })
  await press('Choose another file')
  await press('Import 2 entries')
  expect(screen.getByRole('alert').textContent).toContain('the disk is full')
  expect(screen.getByRole('button', { name: 'Import 2 entries' })).toBeTruthy()
})

test('a file that is no list of work says so, by its name', async () => {
  await open({ text: '{"buckets":{}}', name: 'aw.json' })
  expect(said()).toContain('aw.json')
  expect(screen.getByRole('alert').textContent).toContain('tells which programs were open, not what was worked')
})

test('while it is read the share is shown, and it can be stopped', async () => {
  const cancelImport = vi.fn<Bridge['cancelImport']>().mockResolvedValue()
  const previewImport = vi.fn<Bridge['previewImport']>(() => new Promise(() => undefined))
  const { bridge } = await open({ instead: { previewImport, cancelImport } })
  const token = previewImport.mock.calls[0]?.[0].token ?? ''
  await act(async () =>
    (bridge as unknown as { tell: (...told: unknown[]) => void }).tell('importing', { token, share: 0.4 }),
  )
  expect(screen.getByRole('progressbar', { name: 'Reading the file' }).getAttribute('aria-valuenow')).toBe('40')
  await press('Stop')
  expect(cancelImport).toHaveBeenCalledExactlyOnceWith({ token })
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('changing one’s mind leaves things as they were', async () => {
  const app = await open({ text: null })
  expect(screen.queryByRole('dialog')).toBeNull()
  app.choose.mockImplementation(() => app.bridge.offerImport({ name: 'a.csv', bytes: bytesOf(file(good)) }))
  await app.ask()
  await press('Cancel')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(entriesOf(app)).toHaveLength(0)
})

test('a file can be dropped anywhere; a hint says what for', async () => {
  await open({ text: null, language: 'it' })
  expect(await drag('dragover', { name: 'toggl.csv' })).toBe(true)
  expect(screen.getByRole('status').textContent).toContain('Lascia qui il file')
  await drag('dragleave', { name: 'toggl.csv' })
  expect(screen.queryByRole('status')).toBeNull()
  const arrayBuffer = async () => bytesOf(file(good)).buffer
  expect(await drag('drop', { name: 'toggl.csv', size: 100, arrayBuffer })).toBe(true)
  expect(said()).toContain('2 voci, 2 h, dal 4 marzo 2026 al 5 marzo 2026')
})

test('a file of an old spreadsheet keeps its letters', async () => {
  await open({ text: null })
  const bytes = new Uint8Array([...bytesOf(`${header}\nCaff`), 0xe8, ...bytesOf(',,,2026-03-04,09:00:00,1:30:00\n')])
  await drag('drop', { name: 'a.csv', size: 5, arrayBuffer: async () => bytes.buffer })
  expect(said()).toContain('Windows-1252')
  expect(cells('Clients')[1]?.[0]).toBe('Caffè')
})

test('what is dropped and is no file is left to others', async () => {
  await open({ text: null })
  expect(await drag('dragover', null)).toBe(false)
  expect(await drag('drop', null)).toBe(false)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test.each<[what: string, dropped: Partial<File>, says: string]>([
  [
    'a folder',
    { name: 'hours', size: 0, arrayBuffer: () => Promise.reject(new Error('a folder')) },
    'hours is a folder, not a file',
  ],
  [
    'too large a file',
    { name: 'a', size: LARGEST_FILE_MB * 1_000_000 + 1 },
    `The file is larger than ${LARGEST_FILE_MB} MB`,
  ],
])('%s that is dropped is refused in place', async (_what, dropped, says) => {
  await open({ text: null })
  await drag('drop', dropped)
  expect(screen.getByRole('alert').textContent).toBe(says)
})
