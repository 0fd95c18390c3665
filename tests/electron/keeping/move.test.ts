import fs from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { backUp } from '#electron/keeping/back-up.ts'
import { moveData } from '#electron/keeping/move.ts'
import { made } from '#shared/model/change.ts'
import { diskError, watchDisk } from '#tests/support/failing-disk.ts'
import { entryOn, keptWorkspace } from '#tests/support/kept-workspace.ts'
import { everythingIn, filesIn, temporaryFolder } from '#tests/support/stores.ts'

afterEach(() => vi.restoreAllMocks())

async function started() {
  const folder = temporaryFolder()
  const kept = await keptWorkspace(folder)
  await kept.put(made('entries', entryOn('2026-03-04')), made('entries', entryOn('2024-03-04')))
  await backUp(kept, 'byHand')
  return { folder, kept }
}

const noted = async (): Promise<void> => undefined

describe('moving the data', () => {
  it('goes on in the new folder with all there is; the old one stays as it was', async () => {
    const { folder, kept } = await started()
    await kept.put(made('entries', entryOn('2026-03-05')))
    const chosen = temporaryFolder()
    const keep = vi.fn<(folder: string) => Promise<void>>()
    expect(await moveData(kept.open, chosen, keep)).toEqual({ ok: true, value: { folder: chosen } })
    expect(keep).toHaveBeenCalledWith(chosen)
    const old = filesIn(folder)
    await kept.put(made('entries', entryOn('2026-03-06')))
    const content = await kept.content()
    await kept.open.close()
    expect(filesIn(folder)).toEqual(old)
    expect((await everythingIn(chosen)).content).toEqual(content)
    expect(fs.readdirSync(path.join(chosen, 'backups'))).toHaveLength(2)
    // Another may open the old one: it is not held any more.
    expect(fs.existsSync(path.join(folder, 'lock'))).toBe(false)
  })

  it('takes a folder of its own inside one that holds other things', async () => {
    const { kept } = await started()
    const chosen = temporaryFolder()
    fs.writeFileSync(path.join(chosen, 'taxes.pdf'), 'x')
    expect(await moveData(kept.open, chosen, noted)).toMatchObject({
      value: { folder: path.join(chosen, 'Mainstay') },
    })
    expect(await moveData(kept.open, chosen, noted)).toMatchObject({ refusal: { code: 'folderTaken' } })
  })

  it('stays where it was when something else lies there than was copied', async () => {
    const { folder, kept } = await started()
    const chosen = temporaryFolder()
    const content = await kept.content()
    const real = fs.utimesSync
    vi.spyOn(fs, 'utimesSync').mockImplementation((file, ...times) => {
      const name = String(file)
      if (name.endsWith('clients.json'))
        fs.writeFileSync(name, fs.readFileSync(name, 'utf8').replace('Halden', 'Holden'))
      real(file, ...times)
    })
    const moved = await moveData(kept.open, chosen, noted)
    expect(moved).toEqual({ ok: false, refusal: { code: 'notMoved', folder: chosen, cause: 'other' } })
    vi.restoreAllMocks()
    expect(kept.open.store.folder).toBe(folder)
    expect(await kept.content()).toEqual(content)
  })

  it('is refused into itself', async () => {
    const { folder, kept } = await started()
    const inside = path.join(folder, 'new')
    expect(await moveData(kept.open, inside, noted)).toEqual({
      ok: false,
      refusal: { code: 'folderInside', folder: inside },
    })
  })

  it.each([
    [
      'the disk is full',
      'full',
      () =>
        watchDisk('changing', (number, call) => {
          // A full disk still lets go of what is on it.
          if (number > 40 && !/^(?:rm|unlink)/.test(call)) throw diskError('ENOSPC')
        }),
    ],
    [
      'what was copied reads back as something else',
      'other',
      () => {
        const read = fs.readFileSync
        vi.spyOn(fs, 'readFileSync').mockImplementation((...args: Parameters<typeof read>) =>
          String(args[0]).endsWith('.tmp') ? Buffer.from('x') : read(...args),
        )
      },
    ],
  ])('where %s it goes on in the old folder, and nothing is left in the new', async (_what, cause, spoil) => {
    const { folder, kept } = await started()
    const chosen = temporaryFolder()
    spoil()
    const keep = vi.fn<(folder: string) => Promise<void>>()
    expect(await moveData(kept.open, chosen, keep)).toEqual({
      ok: false,
      refusal: { code: 'notMoved', folder: chosen, cause },
    })
    vi.restoreAllMocks()
    expect(keep).not.toHaveBeenCalled()
    expect([...filesIn(chosen).keys()]).toEqual([])
    await kept.put(made('entries', entryOn('2026-03-06')))
    const content = await kept.content()
    await kept.open.close()
    expect((await everythingIn(folder)).content).toEqual(content)
  })

  it('where the settings cannot say so durably, it goes on in the old folder', async () => {
    const { folder, kept } = await started()
    const chosen = temporaryFolder()
    const refuse = async (): Promise<void> => {
      throw diskError('EROFS')
    }
    expect(await moveData(kept.open, chosen, refuse)).toMatchObject({
      refusal: { code: 'notMoved', cause: 'readOnly' },
    })
    expect(kept.open.store.folder).toBe(folder)
    await kept.put(made('entries', entryOn('2026-03-06')))
  })
})
