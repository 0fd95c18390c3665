import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { openSettings } from '#electron/settings.ts'
import { made, type Change } from '#shared/model/change.ts'
import { clientNamed } from '#tests/support/books.ts'
import { append, changeOf, contentAfter, entryAt, everythingIn, filesIn, open } from '#tests/support/stores.ts'

/** Long enough that a file of them is many blocks of a disk. */
const entry = (number: number) =>
  made('entries', entryAt(`2026-03-${String(1 + (number % 28)).padStart(2, '0')}T08:00:00Z`, { note: 'x'.repeat(400) }))

/**
 * A workspace lives on a disk that fills up, and goes on when there is room again. Fails where anything that was
 * acknowledged, or any file that was good, is not there then.
 * @param fill leaves the room of this level on the disk; returns what frees it
 * @returns what was refused while it was full
 */
export async function liveOnAFullDisk(folder: string, fill: () => () => void): Promise<number> {
  const data = path.join(folder, 'data')
  fs.mkdirSync(folder, { recursive: true })
  const settings = openSettings(folder, () => undefined)
  settings.set({ theme: 'dark' })
  await settings.saved()
  const store = await open(data)
  const changes: Change[] = []
  for (let number = 0; number < 40; number++) changes.push(await append(store, entry(number)))
  await store.checkpoint(new Map())
  changes.push(await append(store, entry(40)), await append(store, made('clients', clientNamed('Halden'))))

  const free = fill()
  let refused = 0
  try {
    for (let number = 50; number < 60; number++) {
      const outcome = await store.append(changeOf(entry(number)))
      if (outcome.ok) changes.push(outcome.value)
      else {
        refused += 1
        expect(outcome.refusal).toEqual({ code: 'notSaved', cause: 'full' })
      }
      if (number % 3 === 0) await store.checkpoint(new Map())
    }
    expect(store.problems.filter(({ kind }) => kind !== 'notCheckpointed')).toEqual([])
    // No change is shown that is not on the disk.
    expect(store.seq).toBe(changes.length)
    settings.set({ theme: 'light' })
  } finally {
    free()
  }

  expect(['dark', 'light']).toContain(openSettings(folder, () => undefined).get().theme)
  changes.push(await append(store, entry(70)))
  await store.checkpoint(new Map())
  expect(store.problems).toEqual([])
  await store.close(new Map())
  const { content, store: again } = await everythingIn(data)
  expect(content).toEqual(contentAfter(changes))
  expect(again.problems).toEqual([])
  expect([...filesIn(folder).keys()].filter((name) => name.endsWith('.tmp'))).toEqual([])
  return refused
}
