// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RunningNote } from '#renderer/app/running-note.tsx'
import { useBook } from '#renderer/workspace.tsx'
import { msOf, type Instant } from '#shared/kernel/instant.ts'
import type { TimeEntry } from '#shared/model/entry.ts'
import { made } from '#shared/model/change.ts'
import { clientNamed, hourlyFor } from '#tests/support/books.ts'
import { showPlace } from '#tests/support/face.tsx'
import { entryAt } from '#tests/support/stores.ts'

const NOW = msOf('2026-03-20T10:00:00Z' as Instant)
const client = clientNamed('Halden')
const work = hourlyFor(client, '')
const running = entryAt('2026-03-20T09:00:00Z', { engagementId: work.id, note: 'plans', end: null })
const earlier = entryAt('2026-03-19T09:00:00Z', {
  engagementId: work.id,
  note: 'planning',
  end: '2026-03-19T10:00:00Z',
})

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function Running() {
  const { running: entry } = useBook()
  return entry ? <RunningNote key={entry.id} entry={entry} /> : null
}

async function shown(more: readonly TimeEntry[] = []) {
  const { bridge, book } = await showPlace(<Running />, {
    now: NOW,
    edits: [
      made('clients', client),
      made('engagements', work),
      made('entries', running),
      ...more.map((entry) => made('entries', entry)),
    ],
  })
  /** Another one after each time that it was left. */
  const note = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('combobox')
  act(() => note().focus())
  const type = (text: string): void => void fireEvent.change(note(), { target: { value: text } })
  const pause = (): Promise<unknown> =>
    act(async () => {
      await vi.advanceTimersByTimeAsync(1100)
      // Whatever was asked for by then is done.
      await bridge.workspace.between(() => null)
    })
  const lines = (): number => bridge.store.journal.filter(({ label }) => label === 'entry.update').length
  return { bridge, note, type, pause, lines, kept: () => book.running?.note }
}

test('what is typed is kept at a pause, and not letter by letter; to take it back is one step', async () => {
  const { bridge, note, type, pause, lines, kept } = await shown()
  for (const text of ['plans ', 'plans f', 'plans fo', 'plans for ']) type(text)
  expect(kept()).toBe('plans')
  await pause()
  expect([kept(), lines()]).toEqual(['plans for', 1])
  // The blank at the end is not taken from whoever goes on typing.
  expect(note().value).toBe('plans for ')
  type('plans for May')
  await pause()
  expect([kept(), lines()]).toEqual(['plans for May', 2])
  act(() => note().blur())
  await pause()
  expect(lines()).toBe(2)
  await act(() => bridge.undo({}))
  expect(kept()).toBe('plans')
  await waitFor(() => expect(note().value).toBe('plans'))
  await act(() => bridge.redo())
  expect(kept()).toBe('plans for May')
})

test('Escape puts back what it was when the typing began, and leaves no step', async () => {
  const { bridge, note, type, pause, kept } = await shown()
  const before = bridge.workspace.history().undo
  type('other')
  await pause()
  expect(kept()).toBe('other')
  fireEvent.keyDown(note(), { key: 'Escape' })
  expect(note().value).toBe('plans')
  await pause()
  expect(kept()).toBe('plans')
  expect(bridge.workspace.history().undo).toBe(before)
})

test('Escape first sends away the notes that are offered, then puts back what it was, and offers none for that', async () => {
  const { note, type } = await shown([earlier])
  type('pl')
  expect(await screen.findByRole('option', { name: 'planning' })).toBeTruthy()
  fireEvent.keyDown(note(), { key: 'Escape' })
  await waitFor(() => expect(screen.queryByRole('option')).toBeNull())
  expect(note().value).toBe('pl')
  fireEvent.keyDown(note(), { key: 'Escape' })
  expect(note().value).toBe('plans')
  expect(screen.queryByRole('option')).toBeNull()
})

test('what was typed another time is another step', async () => {
  const { bridge, note, type, pause, kept } = await shown()
  type('first')
  await pause()
  act(() => note().blur())
  act(() => note().focus())
  type('second')
  await pause()
  await act(() => bridge.undo({}))
  expect(kept()).toBe('first')
})

test('what was refused is tried again when it is left', async () => {
  const { bridge, note, type, pause, kept } = await shown()
  bridge.store.refuseNext({ code: 'notSaved', cause: 'full' })
  type('more')
  await pause()
  expect(kept()).toBe('plans')
  expect(note().value).toBe('more')
  act(() => note().blur())
  await pause()
  expect(kept()).toBe('more')
})
