import fs from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { made } from '#shared/model/change.ts'
import { clientNamed } from '#tests/support/books.ts'
import { diskError } from '#tests/support/failing-disk.ts'
import { fixture } from '#tests/support/fixtures.ts'
import { append, everythingIn, open } from '#tests/support/stores.ts'

afterEach(() => vi.restoreAllMocks())

/** A folder of an earlier format that was migrated, while what it was before could not be put aside. */
async function migrated(): Promise<string> {
  const folder = fixture('1-last')
  const rename = fs.renameSync
  vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
    if (String(to).includes('files-of-')) throw diskError('EBUSY')
    rename(from, to)
  })
  const store = await open(folder)
  vi.restoreAllMocks()
  await store.close(null)
  return folder
}

/** All that is not of today's format is newer than what is, as a tool leaves it that brings files back. */
function touch(devices: string): void {
  const later = new Date(Date.now() + 3_600_000)
  for (const device of fs.readdirSync(devices).filter((name) => !name.includes('-f')))
    for (const name of fs.readdirSync(path.join(devices, device)))
      fs.utimesSync(path.join(devices, device, name), later, later)
}

test.each(['worked in', 'as it was migrated', 'worked in, and the older one was brought back'])(
  'an older folder that was left beside today’s is not taken for it where the manifest is gone (%s)',
  async (how) => {
    const folder = await migrated()
    expect(fs.readdirSync(path.join(folder, 'devices'))).toHaveLength(2)
    const store = await open(folder)
    if (how !== 'as it was migrated') await append(store, made('clients', clientNamed('Later')))
    await store.close(null)
    const all = (await everythingIn(folder)).content
    fs.rmSync(path.join(folder, 'manifest.json'))
    if (how.endsWith('brought back')) touch(path.join(folder, 'devices'))

    await (await open(folder)).close(null)
    expect((await everythingIn(folder)).content).toEqual(all)
  },
)
