import fs from 'node:fs'
import path from 'node:path'
import type { Op } from './recorded-disk.ts'

/**
 * A file system as weak as POSIX lets it be. What was written to a file is there for sure only after a sync of that
 * file, and its name only after a sync of its folder; until then any part of it may be missing. Within one file writes
 * come in their order, and within one folder names do, as every journaling file system has it; between files and
 * folders nothing is promised. A rename from one folder to another is one step.
 */
interface File {
  /** What is there for sure. */
  readonly sure: Buffer
  /** What was done since, and may be there. */
  readonly loose: Extract<Op, { kind: 'write' | 'cut' }>[]
}

type Naming = Extract<Op, { kind: 'make' | 'makeFolder' | 'name' | 'link' | 'remove' }>

export interface Disk {
  readonly files: Map<number, File>
  /** What has a name for sure. */
  readonly names: Map<string, number | 'folder'>
  /** What was named since, in order. */
  loose: Naming[]
}

export const emptyDisk = (): Disk => ({ files: new Map(), names: new Map(), loose: [] })

const foldersOf = (op: Naming): string[] =>
  'from' in op ? [path.dirname(op.from), path.dirname(op.to)] : [path.dirname(op.file)]

/** Does one thing more to a disk. */
export function follow(disk: Disk, op: Op): void {
  if (op.kind === 'write' || op.kind === 'cut') {
    fileOf(disk, op.inode).loose.push(op)
  } else if (op.kind === 'sync') {
    const file = fileOf(disk, op.inode)
    disk.files.set(op.inode, { sure: contentOf(file, file.loose.length), loose: [] })
  } else if (op.kind === 'syncFolder') {
    const sure = before(disk.loose, op.file)
    for (const each of sure) name(disk.names, each)
    disk.loose = disk.loose.filter((each) => !sure.has(each))
  } else disk.loose.push(op)
}

/** What a folder's sync makes sure: all of its names, and where one came from another folder, what was before it there. */
function before(loose: readonly Naming[], synced: string): Set<Naming> {
  const sure: Naming[] = []
  const upTo = new Map([[synced, loose.length]])
  for (let at = loose.length - 1; at >= 0; at--) {
    const op = loose[at]
    if (!op || !foldersOf(op).some((folder) => (upTo.get(folder) ?? -1) >= at)) continue
    sure.push(op)
    for (const folder of foldersOf(op)) upTo.set(folder, Math.max(upTo.get(folder) ?? -1, at))
  }
  return new Set(sure.toReversed())
}

function fileOf(disk: Disk, inode: number): File {
  const file = disk.files.get(inode) ?? { sure: Buffer.alloc(0), loose: [] }
  disk.files.set(inode, file)
  return file
}

/** What lies in a folder goes with it. */
function moveBelow(names: Map<string, number | 'folder'>, from: string, to: string): void {
  for (const [file, what] of names) {
    if (!file.startsWith(`${from}${path.sep}`)) continue
    names.delete(file)
    names.set(path.join(to, path.relative(from, file)), what)
  }
}

function name(names: Map<string, number | 'folder'>, op: Naming): void {
  if (op.kind === 'make') names.set(op.file, op.inode)
  else if (op.kind === 'makeFolder') names.set(op.file, 'folder')
  else if (op.kind === 'remove') names.delete(op.file)
  else if (op.kind === 'name' || op.kind === 'link') {
    const inode = names.get(op.from)
    if (inode !== undefined) names.set(op.to, inode)
    if (op.kind === 'name') names.delete(op.from)
    if (inode === 'folder') moveBelow(names, op.from, op.to)
  }
}

/** What a power cut leaves of what was not sure. */
export interface Cut {
  /** Of so many loose names of each folder. */
  readonly names: (folder: string, loose: number) => number
  /** Of so many loose writes of a file, and of the next one so much: 0 to 1. `zeros`: its length is there, its bytes are not. */
  readonly writes: (
    inode: number,
    loose: number,
  ) => { readonly whole: number; readonly part: number; readonly zeros: boolean }
}

export const nothingLoose: Cut = { names: () => 0, writes: () => ({ whole: 0, part: 0, zeros: false }) }
export const allLoose: Cut = {
  names: (_, loose) => loose,
  writes: (_, loose) => ({ whole: loose, part: 0, zeros: false }),
}
/** Names without what they name, and what has no name. */
export const namesOnly: Cut = { ...nothingLoose, names: allLoose.names }
export const writesOnly: Cut = { ...nothingLoose, writes: allLoose.writes }
export const lengthsOnly: Cut = {
  names: allLoose.names,
  writes: (_, loose) => ({ whole: loose - 1, part: 1, zeros: true }),
}

export const anyCut = (chance: () => number): Cut => ({
  names: (_, loose) => Math.floor(chance() * (loose + 1)),
  writes: (_, loose) => ({ whole: Math.floor(chance() * (loose + 1)), part: chance(), zeros: chance() < 0.3 }),
})

/** Makes the folder as the disk would be after the cut. */
export function leave(disk: Disk, cut: Cut, folder: string): void {
  const names = new Map(disk.names)
  const left = new Map<string, number>()
  for (const of of disk.loose.flatMap(foldersOf)) left.set(of, (left.get(of) ?? 0) + 1)
  for (const [of, loose] of left) left.set(of, cut.names(of, loose))
  for (const op of disk.loose) {
    const folders = foldersOf(op)
    const isThere = folders.every((of) => (left.get(of) ?? 0) > 0)
    // Nothing of a folder comes after what is missing of it.
    for (const of of folders) left.set(of, isThere ? (left.get(of) ?? 0) - 1 : 0)
    if (isThere) name(names, op)
  }
  fs.mkdirSync(folder, { recursive: true })
  const isReached = (file: string): boolean => {
    const above = path.dirname(file)
    return above === '.' || (names.get(above) === 'folder' && isReached(above))
  }
  for (const [file, inode] of [...names].toSorted(([a], [b]) => a.length - b.length)) {
    if (!isReached(file)) continue
    if (inode === 'folder') fs.mkdirSync(path.join(folder, file), { recursive: true })
    else
      fs.writeFileSync(
        path.join(folder, file),
        after(fileOf(disk, inode), cut.writes(inode, fileOf(disk, inode).loose.length)),
      )
  }
}

function after(file: File, { whole, part, zeros }: ReturnType<Cut['writes']>): Buffer {
  const kept = Math.max(0, Math.min(whole, file.loose.length))
  const content = contentOf(file, kept)
  const next = file.loose[kept]
  if (next?.kind !== 'write') return content
  const bytes = next.bytes.subarray(0, Math.ceil(next.bytes.length * part))
  return Buffer.concat([content, zeros ? Buffer.alloc(bytes.length) : bytes])
}

/** All writes of the storage go to a file's end. */
function contentOf({ sure, loose }: File, count: number): Buffer {
  let content = sure
  for (const op of loose.slice(0, count))
    content = op.kind === 'write' ? Buffer.concat([content, op.bytes]) : content.subarray(0, op.size)
  return content
}
