import fs from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { made } from '#shared/model/change.ts'
import { diskError } from '#tests/support/failing-disk.ts'
import {
  append,
  changeOf,
  contentAfter,
  crashed,
  entryAt,
  everythingIn,
  open,
  temporaryFolder,
} from '#tests/support/stores.ts'

afterEach(() => vi.restoreAllMocks())

const entry = (day: number) => made('entries', entryAt(`2026-03-0${day}T08:00:00Z`))

test.each(['journal.jsonl', 'manifest.json'])(
  'of %s the disk said that it is not there, and it is: nothing is written over what nobody has read',
  async (name) => {
    const folder = temporaryFolder()
    const first = await open(folder)
    const changes = [await append(first, entry(1))]
    // As a crash leaves it: what was done is in the journal alone.
    const copy = crashed(folder)
    await first.close(null)
    const read = fs.readFileSync
    vi.spyOn(fs, 'readFileSync').mockImplementation(((file: fs.PathOrFileDescriptor, ...rest: [never]) => {
      if (String(file).endsWith(name)) throw diskError('ENOENT')
      return read(file, ...rest)
    }) as typeof read)
    const store = await open(copy)
    vi.restoreAllMocks()
    const refused = { ok: false, refusal: { code: 'notSaved', cause: 'missing' } }
    expect(await store.append(changeOf(entry(2)))).toEqual(refused)
    await store.close(null)

    const again = await everythingIn(copy)
    expect(again.content).toEqual(contentAfter(changes))
    expect(again.store.problems).toEqual([])
    changes.push(await append(await open(copy), entry(3)))
    expect((await everythingIn(crashed(copy))).content).toEqual(contentAfter(changes))
  },
)

test('a manifest that says nothing and could not be set aside is not written over', async () => {
  const folder = temporaryFolder()
  const first = await open(folder)
  const changes = [await append(first, entry(1))]
  await first.close(null)
  const manifest = path.join(folder, 'manifest.json')
  const good = fs.readFileSync(manifest)
  // What is in the way of quarantine is a file.
  fs.writeFileSync(path.join(folder, 'quarantine'), '')
  fs.writeFileSync(manifest, 'precious')
  const store = await open(folder)
  expect(store.problems).toContainEqual({ kind: 'badFile', file: 'manifest.json', kept: null })
  expect(await store.append(changeOf(entry(2)))).toEqual({ ok: false, refusal: { code: 'notSaved', cause: 'other' } })
  await store.close(null)
  expect(fs.readFileSync(manifest, 'utf8')).toBe('precious')
  fs.writeFileSync(manifest, good)
  expect((await everythingIn(folder)).content).toEqual(contentAfter(changes))
})
