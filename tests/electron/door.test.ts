import { expect, test, vi } from 'vitest'
import { openDoor, type Answers } from '#electron/door.ts'
import type { SnapshotText } from '#shared/snapshot-text.ts'

type Handle = (event: unknown, input?: unknown) => Promise<unknown>
const handled = vi.hoisted(() => new Map<string, Handle>())

vi.mock('electron', () => ({
  default: {},
  ipcMain: { handle: (name: string, handle: Handle) => handled.set(name, handle) },
}))

const page = { senderFrame: { url: 'app://mainstay/index.html', parent: null } }
const stranger = { senderFrame: { url: 'https://example.com/', parent: null } }
const early = 'what the last run showed' as SnapshotText

function door(first: () => SnapshotText | null) {
  const load = vi.fn<Answers['load']>(async () => 'the open workspace')
  openDoor(Promise.resolve({ load, undo: async () => 'undone' } as unknown as Answers), first)
  return { ask: (name: string, event: unknown, input?: unknown) => handled.get(name)?.(event, input), load }
}

test('the first page is answered before what is behind the door is up, and nobody else', async () => {
  const first = vi.fn<() => SnapshotText | null>(() => early)
  const { ask, load } = door(first)
  expect(await ask('load', page)).toBe(early)
  expect(load).not.toHaveBeenCalled()
  for (const [event, input] of [
    [stranger, undefined],
    [{ senderFrame: null }, undefined],
    [page, { everything: true }],
  ])
    expect(await ask('load', event, input)).toBe('the open workspace')
  expect(await ask('undo', page, {})).toBe('undone')
  expect(first).toHaveBeenCalledOnce()
})

test('where there is no early answer it waits for the guard behind', async () => {
  const { ask, load } = door(() => null)
  expect(await ask('load', page)).toBe('the open workspace')
  expect(load).toHaveBeenCalledWith(page, undefined)
})
