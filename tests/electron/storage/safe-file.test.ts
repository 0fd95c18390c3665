import fs from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { writeFileSync } from '#electron/storage/atomically.ts'
import { removeLeftovers, renamePatiently, writeSafely, writeUnhurried } from '#electron/storage/safe-file.ts'
import { diskError } from '#tests/support/failing-disk.ts'
import { temporaryFolder } from '#tests/support/stores.ts'

const failing = (code: string) => () => {
  throw Object.assign(new Error(code), { code })
}
const goodFile = (): string => {
  const file = path.join(temporaryFolder(), 'file.json')
  fs.writeFileSync(file, 'good')
  return file
}

afterEach(() => vi.restoreAllMocks())

describe.each([
  ['safely', async (file: string, text: string) => writeSafely(file, text)],
  ['safely, and holding up nothing else', writeUnhurried],
] as const)('writing %s', (_how, write) => {
  it('puts the whole text in place, for its user alone, and leaves nothing else', async () => {
    const file = goodFile()
    const text = 'è'.repeat(100_000)
    await write(file, text)
    expect(fs.readFileSync(file, 'utf8')).toBe(text)
    expect(fs.statSync(file).mode & 0o777).toBe(0o600)
    expect(fs.readdirSync(path.dirname(file))).toEqual(['file.json'])
  })

  it('goes on where a write stops short', async () => {
    const file = goodFile()
    const real = fs.writeSync
    vi.spyOn(fs, 'writeSync').mockImplementation(((descriptor: number, bytes: Buffer, from: number, length: number) =>
      real(descriptor, bytes, from, Math.min(length, 7))) as typeof fs.writeSync)
    await write(file, 'a longer text than seven bytes')
    expect(fs.readFileSync(file, 'utf8')).toBe('a longer text than seven bytes')
  })

  it('syncs the file before it is named, and the folder after', async () => {
    const file = goodFile()
    const order: string[] = []
    const { fsyncSync, fsync, renameSync } = fs
    const noted = (descriptor: number): unknown =>
      order.push(fs.fstatSync(descriptor).isDirectory() ? 'folder' : 'file')
    vi.spyOn(fs, 'fsyncSync').mockImplementation((descriptor) => {
      noted(descriptor)
      fsyncSync(descriptor)
    })
    vi.spyOn(fs, 'fsync').mockImplementation((descriptor, done) => {
      noted(descriptor)
      fsync(descriptor, done)
    })
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      order.push('rename')
      renameSync(from, to)
    })
    await write(file, 'new')
    expect(order).toEqual(['file', 'rename', 'folder'])
  })

  it.each(['openSync', 'writeSync', 'fsyncSync', 'renameSync'] as const)(
    'leaves the old file untouched where %s fails',
    async (call) => {
      const file = goodFile()
      vi.spyOn(fs, call).mockImplementation(failing('ENOSPC'))
      if (call === 'fsyncSync') vi.spyOn(fs, 'fsync').mockImplementation((_, done) => done(diskError('ENOSPC')))
      await expect(write(file, 'new')).rejects.toThrow('ENOSPC')
      vi.restoreAllMocks()
      expect(fs.readFileSync(file, 'utf8')).toBe('good')
      expect(fs.readdirSync(path.dirname(file))).toEqual(['file.json'])
    },
  )

  it('does not believe a disk that says it has written and has not', async () => {
    const file = goodFile()
    const real = fs.writeSync
    vi.spyOn(fs, 'writeSync').mockImplementation(((descriptor: number, bytes: Buffer, from: number, length: number) => {
      real(descriptor, bytes, from, 1)
      return length
    }) as typeof fs.writeSync)
    await expect(write(file, 'new text')).rejects.toThrow('did not read back')
    vi.spyOn(fs, 'writeSync').mockImplementation(() => 0)
    await expect(write(file, 'new text')).rejects.toThrow()
    expect(fs.readFileSync(file, 'utf8')).toBe('good')
  })

  it('does not put in place what reads back as something else', async () => {
    const file = goodFile()
    const real = fs.writeSync
    vi.spyOn(fs, 'writeSync').mockImplementation(((descriptor: number, bytes: Buffer, from: number, length: number) =>
      real(descriptor, Buffer.from(bytes).fill('x', 2, 3), from, length)) as typeof fs.writeSync)
    await expect(write(file, 'new text')).rejects.toThrow('did not read back')
    expect(fs.readFileSync(file, 'utf8')).toBe('good')
  })
})

describe('what is written beside other work', () => {
  it('is what was made ready, and nothing else that comes to be written there', async () => {
    const file = goodFile()
    await expect(writeUnhurried(file, 'new', () => writeSafely(file, 'other'))).rejects.toThrow('something else')
    expect(fs.readFileSync(file, 'utf8')).toBe('other')
    expect(fs.readdirSync(path.dirname(file))).toEqual(['file.json'])
  })
})

describe('files that other programs hold, and what was left', () => {
  it('waits a little for a file that another program holds on Windows, and not for ever', () => {
    const file = goodFile()
    vi.spyOn(process, 'platform', 'get').mockReturnValue('win32')
    const { renameSync } = fs
    let busy = 3
    const rename = vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      if (busy-- > 0) failing('EBUSY')()
      renameSync(from, to)
    })
    renamePatiently(file, `${file}.2`)
    expect(rename).toHaveBeenCalledTimes(4)
    busy = 100
    expect(() => renamePatiently(`${file}.2`, file)).toThrow('EBUSY')
    expect(busy).toBe(94)
  })

  it('clears away what a writing that was cut off left, and nothing else', () => {
    const folder = temporaryFolder()
    const names = ['.file.json.123-4.tmp', '.hidden', 'file.json', 'notes.tmp']
    for (const name of names) fs.writeFileSync(path.join(folder, name), '')
    removeLeftovers(folder)
    expect(fs.readdirSync(folder)).toEqual(names.slice(1))
    removeLeftovers(path.join(folder, 'not there'))
  })
})

describe('the stand-in for atomically', () => {
  it('is what electron-store writes through', async () => {
    const { default: ElectronStore } = await import('electron-store')
    const folder = temporaryFolder()
    const store = new ElectronStore<{ a: number }>({ cwd: folder, name: 'settings' })
    store.set('a', 1)
    const write = fs.writeSync
    // A full disk, as the package itself does not see it: some of the bytes, and no error.
    vi.spyOn(fs, 'writeSync').mockImplementation(((descriptor: number, bytes: Buffer, from: number, length: number) =>
      from === 0 ? write(descriptor, bytes, from, Math.min(length, 3)) : failing('ENOSPC')()) as typeof fs.writeSync)
    expect(() => store.set('a', 2)).toThrow('ENOSPC')
    vi.restoreAllMocks()
    expect(store.get('a')).toBe(1)
    expect(fs.readdirSync(folder)).toEqual(['settings.json'])
  })

  it('lets nothing be written in place: not for a Snap around us, not across devices', async () => {
    expect(process.env['SNAP']).toBeUndefined()
    const file = path.join(temporaryFolder(), 'below', 'file.json')
    writeFileSync(file, 'good')
    expect(fs.readFileSync(file, 'utf8')).toBe('good')
    vi.spyOn(fs, 'renameSync').mockImplementation(failing('EXDEV'))
    expect(() => writeFileSync(file, 'new')).toThrow(expect.not.objectContaining({ code: 'EXDEV' }))
    expect(fs.readFileSync(file, 'utf8')).toBe('good')
  })
})
