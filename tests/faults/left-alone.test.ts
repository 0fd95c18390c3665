import fs from 'node:fs'
import path from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { layoutOf } from '#electron/storage/layout.ts'
import { quarantineOf } from '#electron/storage/quarantine.ts'
import { UnreadableMonth } from '#electron/storage/unreadable-month.ts'
import type { Month } from '#shared/kernel/day.ts'
import { made } from '#shared/model/change.ts'
import { diskError } from '#tests/support/failing-disk.ts'
import { append, deviceFolder, entryAt, filesIn, open, temporaryFolder } from '#tests/support/stores.ts'

afterEach(() => vi.restoreAllMocks())

it('nothing in quarantine is written over, whatever its name', () => {
  const root = temporaryFolder()
  const layout = layoutOf(root)
  const quarantine = quarantineOf(layout.root, layout.quarantine)
  const first = quarantine.keep('clients.json', 'what was there')
  if (!first) throw new Error('it was not kept')
  // A file of that name with something else in it: two things of one size and sum, or a user's own.
  fs.writeFileSync(path.join(root, first.file), 'something else')
  const second = quarantine.keep('clients.json', 'what was there')
  expect(second).toMatchObject({ isNew: true })
  expect([...filesIn(layout.quarantine).values()].toSorted()).toEqual(['something else', 'what was there'])
  expect(quarantine.keep('clients.json', 'what was there')).toEqual({ ...second, isNew: false })
})

it('a month that is there and cannot be read is not taken for an empty one', async () => {
  const folder = temporaryFolder()
  const store = await open(folder)
  const entry = entryAt('2019-03-04T08:00:00Z')
  await append(store, made('entries', entry))
  await store.checkpoint(null)
  const file = path.join(deviceFolder(folder), 'entries/2019-03.json')
  const { readFileSync } = fs
  vi.spyOn(fs, 'readFileSync').mockImplementation(((name: fs.PathOrFileDescriptor, ...rest: never[]) => {
    if (name === file) throw diskError('EIO')
    return readFileSync(name, ...rest)
  }) as typeof fs.readFileSync)
  await expect(store.readMonths(['2019-03' as Month])).rejects.toThrow(UnreadableMonth)
  expect(store.problems).toMatchObject([{ kind: 'unreadable', cause: 'other' }])
  vi.restoreAllMocks()
  expect(await store.readMonths(['2019-03' as Month])).toEqual([entry])
})
