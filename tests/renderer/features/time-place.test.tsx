// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { TimePlace } from '#renderer/features/time/time-place.tsx'
import { openMirror } from '#renderer/mirror.ts'
import { NavigationProvider } from '#renderer/place.tsx'
import { clearToasts, ToastRegion } from '#renderer/ui/toast.tsx'
import { learn, WordsProvider } from '#renderer/words.tsx'
import { WorkspaceProvider } from '#renderer/workspace.tsx'
import { made } from '#shared/model/change.ts'
import { entrySchema, isSpan, type TimeEntry } from '#shared/model/entry.ts'
import { preferencesId, preferencesSchema } from '#shared/model/preferences.ts'
import { clientNamed, hourlyFor, newId } from '#tests/support/books.ts'
import { memoryBridge } from '#tests/support/memory-bridge.ts'

const now = Date.parse('2026-10-22T13:11:30Z') // Thursday, 15:11 in Rome
const rome = { timeZone: 'Europe/Rome', currency: 'EUR', listRate: 8000 }
const preferences = preferencesSchema.parse({ id: preferencesId, ...rome })
const acme = clientNamed('Acme')
const site = hourlyFor(acme, 'Site')
const obel = clientNamed('Obel')
const arm = hourlyFor(obel, '')

const entryOf = (start: string, end: string, more: object = {}): TimeEntry =>
  entrySchema.parse({ id: newId(), engagementId: site.id, start: `2026-10-${start}Z`, end: `2026-10-${end}Z`, ...more })

beforeEach(() => vi.useFakeTimers({ now, toFake: ['Date'] }))
afterEach(() => {
  act(() => clearToasts())
  cleanup()
  vi.useRealTimers()
})

async function shown(...entries: TimeEntry[]) {
  const bridge = await memoryBridge({
    edits: [
      made('preferences', preferences),
      ...[acme, obel].map((client) => made('clients', client)),
      ...[site, arm].map((engagement) => made('engagements', engagement)),
      ...entries.map((entry) => made('entries', entry)),
    ],
    now: () => now,
  })
  Object.assign(window, { mainstay: bridge })
  const mirror = await openMirror(bridge)
  await learn('en')
  render(
    <WorkspaceProvider mirror={mirror}>
      <WordsProvider language="en">
        <NavigationProvider>
          <TimePlace />
          <ToastRegion label="Messages" />
        </NavigationProvider>
      </WordsProvider>
    </WorkspaceProvider>,
  )
  const kept = (): TimeEntry[] => [...bridge.workspace.book.workspace.tables.entries.values()]
  return { bridge, kept }
}

const rows = (): string[] =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => plain([...row.children].map((cell) => cell.textContent).join(' | ')) ?? '')
/** The fields of a new entry, asked for where they are not there yet. */
const form = (): HTMLElement => {
  const there = screen.queryByRole('form', { name: 'Add an entry' })
  if (there) return there
  fireEvent.click(screen.getByRole('button', { name: 'Fill in fields instead' }))
  return screen.getByRole('form', { name: 'Add an entry' })
}
const field = (name: string, where = form()): HTMLInputElement => within(where).getByRole('textbox', { name })
/** With common blanks, which figures do not have before their unit. */
const plain = (text: string | null): string | undefined => text?.replaceAll('\u00a0', ' ')
/** What a screen reader says of a field besides its name. */
const saidOf = (element: HTMLElement): string =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join('')

function type(element: HTMLElement, text: string): void {
  act(() => element.focus())
  fireEvent.change(element, { target: { value: text } })
  act(() => element.blur())
}

function choose(text: string): void {
  const picker = within(form()).getByRole('combobox')
  act(() => picker.focus())
  fireEvent.change(picker, { target: { value: text } })
  fireEvent.keyDown(picker, { key: 'Enter' })
  fireEvent.keyUp(picker, { key: 'Enter' })
  act(() => picker.blur())
}
const submit = (): boolean => fireEvent.submit(form())

test('the day says what was worked and for whom, where nothing was, and what is there twice', async () => {
  await shown(
    entryOf('22T06:40:00', '22T08:10:00', { note: 'Article' }),
    entryOf('22T09:00:00', '22T10:00:00', { engagementId: arm.id }),
    entryOf('22T09:30:00', '22T10:30:00', { engagementId: null }),
  )
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Thursday 22 October')
  expect(plain(screen.getByText(/You have worked/).textContent)).toBe(
    'You have worked 3 h today, for Acme, Obel and yourself. Entered twice: 30 min.',
  )
  expect(rows()).toEqual([
    '8:40–10:10 | Change Acme, SiteArticle | 1:30',
    '10:10–11:00 | 50 min untracked',
    '11:00–12:00 | Change Obel | 1:00',
    '11:30–12:30 | Change Own work30 min twice | 1:00',
  ])
  expect(screen.getByText('Counted twice').nextSibling?.textContent).toBe('−0:30')
  expect(screen.getByText('Worked by the clock').nextSibling?.textContent).toBe('3:00')
})

// The view is loaded when it is asked for.
await import('#renderer/features/time/week-place.tsx')

test('the week counts by the clock, as the day does, and says what is there twice', async () => {
  await shown(
    entryOf('21T06:00:00', '21T08:00:00'),
    entryOf('22T09:00:00', '22T10:00:00', { engagementId: arm.id }),
    entryOf('22T09:30:00', '22T10:30:00', { engagementId: null }),
  )
  fireEvent.click(screen.getByRole('radio', { name: 'Week' }))
  await waitFor(() => expect(document.body.textContent).toContain('so far this week'), { timeout: 3000 })
  const said = screen.getByText(/so far this week/)
  expect(plain(said.textContent)).toBe('3 h 30 min so far this week. Entered twice: 30 min.')
  fireEvent.click(within(said).getByRole('button'))
  const sums = plain((await screen.findByRole('dialog')).textContent)
  expect(sums).toContain('Entered4:00Counted twice−0:30Worked by the clock3:30')
  // Which view was shown is kept.
  fireEvent.keyDown(document.body, { key: 'Escape' })
  fireEvent.click(screen.getByRole('radio', { name: 'Day', hidden: true }))
})

test('whose the shared time is can be said, and is taken back with one undo', async () => {
  const { bridge, kept } = await shown(
    entryOf('22T09:00:00', '22T10:00:00', { engagementId: arm.id }),
    entryOf('22T09:30:00', '22T10:30:00'),
  )
  const ends = (): (string | null | undefined)[][] =>
    kept().map((entry) => (isSpan(entry) ? [entry.start.slice(11, 16), entry.end?.slice(11, 16)] : []))
  fireEvent.click(screen.getByRole('button', { name: /^Keep .*Acme/ }))
  await waitFor(() =>
    expect(ends()).toEqual([
      ['09:00', '09:30'],
      ['09:30', '10:30'],
    ]),
  )
  expect(screen.queryByRole('button', { name: /^Keep .*Acme/ })).toBeNull()
  await act(async () => void (await bridge.undo({})))
  expect(ends()).toEqual([
    ['09:00', '10:00'],
    ['09:30', '10:30'],
  ])
})

describe('adding an entry', () => {
  test('says what is wrong at its field, makes nothing, loses nothing', async () => {
    const { kept } = await shown()
    submit()
    expect(saidOf(within(form()).getByRole('combobox'))).toBe('Choose what it was for')
    choose('acme')
    submit()
    expect(saidOf(field('From'))).toBe('Say from when to when, or how long')
    type(field('From'), '25:00')
    expect(saidOf(field('From'))).toBe('A day ends at 23:59')
    type(field('From'), '1100')
    type(field('To'), '9:30')
    expect(saidOf(field('To'))).toBe('The end has to come after the start')
    type(field('To'), '16')
    submit()
    expect(saidOf(field('To'))).toBe('This has not happened yet. Choose a time up to now')
    type(field('Note'), 'Typed')
    submit()
    expect(kept()).toHaveLength(0)
    expect(['From', 'To', 'Hours', 'Note'].map((name) => field(name).value)).toEqual(['11:00', '16:00', '5', 'Typed'])
  })

  test('keeps times or an amount, and is empty and without reproach for the next one', async () => {
    const { kept } = await shown()
    choose('obel')
    type(field('From'), '930')
    type(field('To'), '11')
    expect(field('Hours').value).toBe('1:30')
    submit()
    await waitFor(() => expect(kept()).toMatchObject([{ engagementId: arm.id, start: '2026-10-22T07:30:00Z' }]))
    await waitFor(() => expect(field('From').value).toBe(''))
    expect(within(form()).getByRole<HTMLInputElement>('combobox').value).toBe('')
    expect(document.querySelector('[aria-invalid="true"]')).toBeNull()
    expect(screen.getByText('Added 1:30, Obel')).toBeTruthy()
    choose('own')
    type(field('Hours'), '45m')
    submit()
    await waitFor(() =>
      expect(kept()[1]).toMatchObject({ engagementId: null, day: '2026-10-22', seconds: 2700, billable: false }),
    )
    expect(rows()).toContain('untimed | Change Own work | 0:45')
  })

  test('over midnight is a word away', async () => {
    const { kept } = await shown()
    fireEvent.keyDown(document.body, { key: 'ArrowLeft' })
    choose('acme')
    type(field('From'), '23')
    type(field('To'), '0:30')
    fireEvent.click(screen.getByText('Until 0:30 the next day'))
    submit()
    await waitFor(() => expect(kept()).toMatchObject([{ start: '2026-10-21T21:00:00Z', end: '2026-10-21T22:30:00Z' }]))
    expect(rows()).toEqual(['23:00–24:00 | Change Acme, Siteuntil 0:30 on Thursday 22 October | 1:00'])
  })

  test('a refusal of the disk leaves all of it as it was typed', async () => {
    const { bridge, kept } = await shown()
    choose('acme')
    type(field('From'), '9')
    type(field('To'), '10')
    bridge.store.refuseNext({ code: 'notSaved', cause: 'full' })
    submit()
    await screen.findByText(/the disk is full/)
    expect([field('From').value, field('To').value, kept().length]).toEqual(['9:00', '10:00', 0])
  })
})

describe('an entry in the list', () => {
  const entry = entryOf('22T06:40:18', '22T08:10:41', { note: 'Article' })
  const open = (): HTMLElement => {
    fireEvent.click(screen.getByRole('button', { name: /^Change Acme/ }))
    return screen.getByRole('form', { name: 'Change the entry' })
  }

  test('is changed in its place; what was not touched stays to the second', async () => {
    const { kept } = await shown(entry)
    const edit = open()
    expect(['From', 'To', 'Hours', 'Note'].map((name) => field(name, edit).value)).toEqual([
      '8:40',
      '10:10',
      '1:30',
      'Article',
    ])
    type(field('Note', edit), 'Article 3')
    type(field('To', edit), '10')
    fireEvent.submit(edit)
    await waitFor(() => expect(kept()).toEqual([{ ...entry, note: 'Article 3', end: '2026-10-22T08:00:00Z' }]))
    await waitFor(() => expect(screen.queryByRole('form', { name: 'Change the entry' })).toBeNull())
  })

  test('Escape leaves it as it was', async () => {
    const { kept } = await shown(entry)
    const edit = open()
    type(field('Note', edit), 'Something else')
    fireEvent.keyDown(field('Note', edit), { key: 'Escape' })
    expect(screen.queryByRole('form', { name: 'Change the entry' })).toBeNull()
    expect(kept()).toEqual([entry])
  })

  test('is deleted, with a way back, or started again', async () => {
    const { bridge, kept } = await shown(entry)
    fireEvent.click(screen.getByRole('button', { name: 'More for Acme, Site' }))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Delete' }))
    await waitFor(() => expect(kept()).toEqual([]))
    fireEvent.click(await screen.findByText('Undo'))
    await waitFor(() => expect(kept()).toEqual([entry]))
    fireEvent.click(await screen.findByRole('button', { name: 'Continue Acme, Site' }))
    await waitFor(() => expect(bridge.workspace.book.running).toMatchObject({ engagementId: site.id, note: 'Article' }))
    expect(rows().at(-1)).toBe('15:11–now | Change Acme, SiteArticle | 0:00')
  })
})

test('the arrows go from day to day, and are the field’s own inside one', async () => {
  await shown(entryOf('20T07:00:00', '20T08:00:00'))
  const title = (): string => screen.getByRole('heading', { level: 1 }).textContent
  fireEvent.keyDown(document.body, { key: 'ArrowLeft' })
  fireEvent.keyDown(document.body, { key: 'ArrowLeft' })
  expect(title()).toBe('Tuesday 20 October')
  expect(plain(screen.getByText(/You worked/).textContent)).toBe('You worked 1 h for Acme. ')
  fireEvent.keyDown(field('Note'), { key: 'ArrowLeft' })
  expect(title()).toBe('Tuesday 20 October')
  fireEvent.keyDown(document.body, { key: 'Home' })
  expect(title()).toBe('Thursday 22 October')
  expect(screen.getByText('Nothing tracked yet today.')).toBeTruthy()
})

test('a cell of the week that is written in stays that of its work, when a row comes above it', async () => {
  const { bridge, kept } = await shown(entryOf('19T07:00:00', '19T08:00:00', { engagementId: arm.id }))
  fireEvent.click(screen.getByRole('radio', { name: 'Week' }))
  const cell = (await screen.findByRole('grid')).querySelector('[data-cell="0 1"]') as HTMLElement
  act(() => cell.focus())
  fireEvent.keyDown(cell, { key: '5' })
  await act(() => bridge.execute({ name: 'timer.start', input: { engagementId: site.id, at: '2026-10-22T12:00:00Z' } }))
  await waitFor(() => expect(screen.getAllByRole('rowheader')[0]?.textContent).toContain('Acme'))
  fireEvent.keyDown(screen.getByRole('textbox', { name: /^Obel, Tuesday 20/ }), { key: 'Enter' })
  await waitFor(() =>
    expect(kept().find((each) => !isSpan(each))).toMatchObject({ engagementId: arm.id, seconds: 18_000 }),
  )
})
