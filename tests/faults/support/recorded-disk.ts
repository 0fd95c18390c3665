import fs from 'node:fs'
import path from 'node:path'
import { vi } from 'vitest'

/** What was done to the disk, below one folder; paths are inside it. */
export type Op =
  | { readonly kind: 'make' | 'makeFolder'; readonly file: string; readonly inode: number }
  | { readonly kind: 'write'; readonly inode: number; readonly bytes: Buffer }
  | { readonly kind: 'cut'; readonly inode: number; readonly size: number }
  | { readonly kind: 'name'; readonly from: string; readonly to: string }
  | { readonly kind: 'link'; readonly from: string; readonly to: string }
  | { readonly kind: 'remove'; readonly file: string }
  | { readonly kind: 'sync'; readonly inode: number }
  | { readonly kind: 'syncFolder'; readonly file: string }

type Call = (...args: unknown[]) => unknown

/**
 * Writes down every call of the storage that changes the disk, as it is made; they are made all the same. Undone by
 * `vi.restoreAllMocks`. Only the calls that the storage makes are known (tests/support/failing-disk.ts): another one
 * that changes something would go by unseen, so the walls of that list are asked about in its test.
 */
export function recordDisk(root: string, ops: Op[]): void {
  const open = new Map<number, { inode: number; folder: string | null }>()
  const inside = (file: unknown): string => path.relative(root, String(file)) || '.'
  /** Ours: the system gives a number again once its file is gone. */
  const inodes = new Map<bigint, number>()
  let count = 0
  const inodeOf = (file: fs.PathLike, isNew: boolean): number => {
    const { ino } = fs.statSync(file, { bigint: true })
    if (isNew || !inodes.has(ino)) inodes.set(ino, (count += 1))
    return inodes.get(ino) ?? 0
  }
  const add = (op: Op): void => void ops.push(op)
  const after = (name: keyof typeof fs, record: (result: unknown, args: readonly unknown[]) => void): void => {
    const real = fs[name] as Call
    vi.spyOn(fs, name as 'fsyncSync').mockImplementation((...args: unknown[]) => {
      const result = real(...args)
      record(result, args)
      return result
    })
  }
  const { openSync, writeFileSync, existsSync, mkdirSync } = fs
  vi.spyOn(fs, 'openSync').mockImplementation((file, flags, mode) => {
    const isNew = !existsSync(file)
    const descriptor = openSync(file, flags, mode)
    const inode = inodeOf(file, isNew)
    open.set(descriptor, { inode, folder: fs.statSync(file).isDirectory() ? inside(file) : null })
    if (isNew) add({ kind: 'make', file: inside(file), inode })
    return descriptor
  })
  vi.spyOn(fs, 'writeFileSync').mockImplementation((file, data, options) => {
    const isNew = !existsSync(file as fs.PathLike)
    writeFileSync(file, data, options)
    const inode = inodeOf(file as fs.PathLike, isNew)
    add(isNew ? { kind: 'make', file: inside(file), inode } : { kind: 'cut', inode, size: 0 })
    add({ kind: 'write', inode, bytes: Buffer.from(data as string) })
  })
  vi.spyOn(fs, 'mkdirSync').mockImplementation(((folder: string, options: fs.MakeDirectoryOptions) => {
    const isNew = !existsSync(folder)
    const made = mkdirSync(folder, options)
    if (isNew) add({ kind: 'makeFolder', file: inside(folder), inode: inodeOf(folder, true) })
    return made
  }) as typeof fs.mkdirSync)
  after('writeSync', (count, [descriptor, bytes, from]) => {
    const { inode = 0 } = open.get(Number(descriptor)) ?? {}
    const start = Number(from ?? 0)
    add({ kind: 'write', inode, bytes: Buffer.from((bytes as Buffer).subarray(start, start + Number(count))) })
  })
  after('ftruncateSync', (_, [descriptor, size]) =>
    add({ kind: 'cut', inode: open.get(Number(descriptor))?.inode ?? 0, size: Number(size) }),
  )
  const synced = (descriptor: unknown): void => {
    const { inode = 0, folder = null } = open.get(Number(descriptor)) ?? {}
    add(folder === null ? { kind: 'sync', inode } : { kind: 'syncFolder', file: folder })
  }
  after('fsyncSync', (_, [descriptor]) => synced(descriptor))
  after('fdatasyncSync', (_, [descriptor]) => synced(descriptor))
  for (const call of ['fdatasync', 'fsync'] as const) {
    const real = fs[call]
    vi.spyOn(fs, call as 'fsync').mockImplementation((descriptor: number, done: fs.NoParamCallback) =>
      real(descriptor, (error) => {
        if (!error) synced(descriptor)
        done(error)
      }),
    )
  }
  after('renameSync', (_, [from, to]) => add({ kind: 'name', from: inside(from), to: inside(to) }))
  after('linkSync', (_, [from, to]) => add({ kind: 'link', from: inside(from), to: inside(to) }))
  after('rmSync', (_, [file]) => add({ kind: 'remove', file: inside(file) }))
}
