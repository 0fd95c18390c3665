import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { searchFolder } from '#electron/lost-folder.ts'
import { made } from '#shared/model/change.ts'
import { clientNamed } from '#tests/support/books.ts'
import { append, filesIn, open, temporaryFolder } from '#tests/support/stores.ts'

/** A folder of data inside one of other things. */
async function dataIn(name: string): Promise<string> {
  const folder = path.join(temporaryFolder(), name)
  const store = await open(folder)
  await append(store, made('clients', clientNamed('Halden')))
  await store.close(null)
  return folder
}

function searching(folder: string, wasThere: boolean, chosen: (string | null)[] = []) {
  const kept: string[] = []
  let opened: string | null = null
  const search = searchFolder({
    folder,
    wasThere,
    choose: async () => chosen.shift() ?? null,
    keep: async (found) => void kept.push(found),
  })
  void search.folder.then((found) => (opened = found))
  const settled = (): Promise<string | null> => Promise.resolve().then(() => opened)
  return { search, kept, settled }
}

describe('a data folder', () => {
  it('with data is opened, and so is one in which there has never been any', async () => {
    const folder = await dataIn('data')
    expect(await searching(folder, true).settled()).toBe(folder)
    const fresh = path.join(temporaryFolder(), 'new')
    const { search, settled } = searching(fresh, false)
    expect(search.lost()).toBeNull()
    expect(await settled()).toBe(fresh)
  })

  it.each(['gone', 'an empty place of a disk', 'a file'])(
    'that is %s is asked about, and nothing is written',
    async (how) => {
      const above = temporaryFolder()
      const folder = path.join(above, 'data')
      if (how === 'a file') fs.writeFileSync(folder, 'x')
      if (how === 'an empty place of a disk') fs.mkdirSync(folder)
      const { search, settled } = searching(folder, true)
      expect(search.lost()).toEqual({ folder, noneIn: null, canChoose: true })
      await search.find('again')
      expect(search.lost()).toMatchObject({ folder })
      expect(await settled()).toBeNull()
      expect(fs.readdirSync(above)).toEqual(how === 'gone' ? [] : ['data'])
      expect(filesIn(above).size).toBe(how === 'a file' ? 1 : 0)
    },
  )

  it('that is back is opened when it is looked for again', async () => {
    const folder = await dataIn('data')
    fs.renameSync(folder, `${folder}.away`)
    const { search, settled, kept } = searching(folder, true)
    fs.renameSync(`${folder}.away`, folder)
    await search.find('again')
    expect(search.lost()).toBeNull()
    expect(await settled()).toBe(folder)
    expect(kept).toEqual([])
  })

  it('is another from now on where the user says so: there has to be data in it, or in its own folder inside', async () => {
    const renamed = await dataIn('renamed')
    const inside = await dataIn('Mainstay')
    for (const [chosen, found] of [
      [renamed, renamed],
      [path.dirname(inside), inside],
    ] as const) {
      const empty = temporaryFolder()
      const gone = path.join(temporaryFolder(), 'gone')
      const { search, settled, kept } = searching(gone, true, [null, empty, chosen])
      await search.find('choose')
      expect(search.lost()).toMatchObject({ noneIn: null })
      await search.find('choose')
      expect(search.lost()).toMatchObject({ noneIn: empty })
      expect(await settled()).toBeNull()
      await search.find('choose')
      expect(await settled()).toBe(found)
      expect(kept).toEqual([found])
      expect(fs.readdirSync(empty)).toEqual([])
    }
  })

  it('that the settings cannot name durably is not opened', async () => {
    const search = searchFolder({
      folder: path.join(temporaryFolder(), 'gone'),
      wasThere: true,
      choose: () => dataIn('renamed'),
      keep: () => Promise.reject(new Error('the disk is full')),
    })
    await expect(search.find('choose')).rejects.toThrow('the disk is full')
    expect(search.lost()).not.toBeNull()
  })

  it('is begun anew only when that is what the user says; then nothing else is asked', async () => {
    const folder = path.join(temporaryFolder(), 'gone')
    const { search, settled } = searching(folder, true)
    await search.find('anew')
    expect(search.lost()).toBeNull()
    expect(await settled()).toBe(folder)
    await search.find('choose')
    expect(search.lost()).toBeNull()
  })

  it('that was named at the start is no other', () => {
    const folder = path.join(temporaryFolder(), 'gone')
    const search = searchFolder({ folder, wasThere: true, choose: null, keep: async () => undefined })
    expect(search.lost()).toMatchObject({ canChoose: false })
  })
})
