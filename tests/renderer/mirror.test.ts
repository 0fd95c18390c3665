import { expect, test } from 'vitest'
import { openMirror } from '#renderer/mirror.ts'
import type { Bridge } from '#shared/ipc.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Zone } from '#shared/kernel/instant.ts'
import { made } from '#shared/model/change.ts'
import { preferencesId, preferencesSchema } from '#shared/model/preferences.ts'
import { memoryBridge } from '#tests/support/memory-bridge.ts'

const preferences = preferencesSchema.parse({
  id: preferencesId,
  timeZone: 'Europe/Rome' as Zone,
  currency: 'EUR',
  listRate: minor(9000),
})

/** A shell that answers first and tells its windows later, as the app's does. */
async function answersFirst(): Promise<Bridge> {
  const bridge = await memoryBridge({ edits: [made('preferences', preferences)], now: () => Date.UTC(2026, 2, 20) })
  return {
    ...bridge,
    on: (name, listener) => bridge.on(name, (event) => void setTimeout(() => listener(event))),
  }
}

test('whoever has done something finds it in the book, though the shell answers before it tells', async () => {
  const mirror = await openMirror(await answersFirst())
  const outcome = await mirror.execute('client.create', {
    name: 'Acme',
    currency: 'EUR',
    language: 'en',
    listRate: minor(9000),
  })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  expect(mirror.view().seq).toBe(outcome.value.seq)
  expect([...mirror.view().book.workspace.tables.clients.values()].map(({ name }) => name)).toEqual(['Acme'])
})

test('a refusal is answered at once: nothing comes after it', async () => {
  const mirror = await openMirror(await answersFirst())
  const before = mirror.view()
  expect(await mirror.execute('timer.stop', {})).toMatchObject({ ok: false })
  expect(mirror.view()).toBe(before)
})
