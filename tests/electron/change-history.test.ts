import { expect, test } from 'vitest'
import { newId } from '#electron/ids.ts'
import { openWorkspace } from '#electron/workspace.ts'
import { msOf, type Instant } from '#shared/kernel/instant.ts'
import { made } from '#shared/model/change.ts'
import { preferencesId, preferencesSchema } from '#shared/model/preferences.ts'
import { clientNamed, hourlyFor } from '#tests/support/books.ts'
import { memoryStore } from '#tests/support/memory-store.ts'

const preferences = preferencesSchema.parse({
  id: preferencesId,
  timeZone: 'Europe/Rome',
  currency: 'EUR',
  listRate: 10_000,
})
const client = clientNamed('Halden & Reyes')
const work = hourlyFor(client, '')
const ground = [made('preferences', preferences), made('clients', client), made('engagements', work)]

test('a text that goes on is one step with what it goes on from, and with nothing else', async () => {
  const now = () => msOf('2026-10-22T14:00:00Z' as Instant)
  const workspace = openWorkspace(memoryStore({ edits: ground }), { now, newId })
  const outcome = await workspace.execute('timer.start', { engagementId: work.id })
  const id = outcome.ok ? outcome.value.made : undefined
  const note = () => workspace.book.running?.note
  const write = (text: string, goesOn = true) =>
    workspace.execute('entry.update', { id, month: '2026-10', note: text, goesOn })
  // There is nothing yet that it would go on from.
  await write('a')
  await write('ab')
  await write('abc')
  await write('abc d', false)
  await write('abc de')
  await workspace.undo()
  expect(note()).toBe('abc')
  await workspace.undo()
  expect(note()).toBe('')
  expect(workspace.history()).toEqual({ undo: 'timer.start', redo: 'entry.update' })
  await workspace.redo()
  await workspace.redo()
  expect(note()).toBe('abc de')
  // Put back as it was, it is no step.
  await write('abc')
  expect(workspace.history().undo).toBe('entry.update')
  await workspace.undo()
  expect(note()).toBe('')
  // Somebody else's step lies between.
  await write('x', false)
  await workspace.execute('client.update', { id: client.id, name: 'Reyes' })
  await write('xy')
  await workspace.undo()
  expect(note()).toBe('x')
})
