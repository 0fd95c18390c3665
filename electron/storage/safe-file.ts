import fs from 'node:fs'
import path from 'node:path'
import { codeOf } from './problems.ts'

/** Read and written by the user alone (persistence.md, Security). */
export const FILE_MODE = 0o600
const FOLDER_MODE = 0o700

/** What other programs hold for a moment on Windows (virus scanners, sync tools) is tried again, 31 ms in all. */
const LOCKED = new Set(['EBUSY', 'EPERM', 'EACCES'])
const PAUSES_MS = [1, 2, 4, 8, 16]

let turn = 0
/** Where a file is written before it gets its own name; what is left there is taken away by `removeLeftovers`. */
export const temporaryOf = (file: string): string =>
  path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}-${turn++}.tmp`)
/** Whether a name is that of a file whose writing was cut off. */
const isLeftover = (name: string): boolean => /^\..+\.\d+-\d+\.tmp$/.test(name)

/**
 * Writes a file whole, or leaves it as it was (persistence.md, "replaced by a small safe writer"): beside it, to the
 * disk, read back, and only then in its place. A short write is what makes a full disk destroy the good file when it
 * goes unnoticed, so writes are repeated until nothing is left, and what is there is compared with what should be: the
 * old version stays within reach until the new one has been read (The promise, 3).
 */
export function writeSafely(file: string, data: string | Uint8Array): void {
  const bytes = bytesOf(data)
  if (takeReady(file, bytes)) return
  const temporary = temporaryOf(file)
  try {
    writeThrough(temporary, bytes)
    renamePatiently(temporary, file)
  } catch (error) {
    fs.rmSync(temporary, { force: true })
    throw error
  }
  syncFolder(path.dirname(file))
}

const bytesOf = (data: string | Uint8Array): Uint8Array => (typeof data === 'string' ? Buffer.from(data) : data)

/** Files that are on the disk beside their places, and only have to be named. */
const ready = new Map<string, { readonly temporary: string; readonly bytes: Uint8Array }>()

/** The name is on the disk once whoever made it ready has seen to that. */
function takeReady(file: string, bytes: Uint8Array): boolean {
  const found = ready.get(file)
  if (!found || Buffer.compare(found.bytes, bytes) !== 0) return false
  ready.delete(file)
  renamePatiently(found.temporary, file)
  return true
}

/**
 * The same, without holding up anything else while the disk works: a slow one takes a tenth of a second for it.
 * @param put has the file written by `writeSafely`, where another program does that
 */
export async function writeUnhurried(
  file: string,
  data: string | Uint8Array,
  put: () => void = () => writeSafely(file, data),
): Promise<void> {
  const bytes = bytesOf(data)
  const temporary = temporaryOf(file)
  try {
    // Where its folder is gone it fails here: conf would make the whole path anew, also where a disk was taken out.
    const descriptor = fs.openSync(temporary, 'wx', FILE_MODE)
    try {
      writeAll(descriptor, bytes)
      await calledBack(descriptor)
    } finally {
      fs.closeSync(descriptor)
    }
    readBack(temporary, bytes)
    ready.set(file, { temporary, bytes })
    put()
    if (ready.delete(file)) throw new Error(`something else was written than ${file}`)
  } catch (error) {
    ready.delete(file)
    fs.rmSync(temporary, { force: true })
    throw error
  }
  await syncFolderUnhurried(path.dirname(file))
}

const calledBack = (descriptor: number): Promise<void> =>
  new Promise((resolve, reject) => {
    fs.fsync(descriptor, (error) => {
      if (error) reject(error)
      else resolve()
    })
  })

function writeThrough(file: string, bytes: Uint8Array): void {
  const descriptor = fs.openSync(file, 'wx', FILE_MODE)
  try {
    writeAll(descriptor, bytes)
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
  readBack(file, bytes)
}

function readBack(file: string, bytes: Uint8Array): void {
  if (!fs.readFileSync(file).equals(bytes)) throw new Error(`${file} did not read back as it was written`)
}

/** Goes on where a write stopped short. */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) {
    const count = fs.writeSync(descriptor, bytes, done, bytes.length - done)
    if (count === 0) throw new Error('the disk takes nothing more')
    done += count
  }
}

/** Renames; where another program holds the file, waits a little, without spinning, and tries again. */
export function renamePatiently(from: string, to: string): void {
  const pauses = process.platform === 'win32' ? PAUSES_MS : []
  for (const pause of pauses) {
    try {
      fs.renameSync(from, to)
      return
    } catch (error) {
      if (!LOCKED.has(codeOf(error))) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause)
    }
  }
  fs.renameSync(from, to)
}

/** Makes names durable: a new, renamed or removed file is only for sure after this. Windows has no such call. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = fs.openSync(folder, 'r')
  try {
    fs.fsyncSync(descriptor)
  } catch (error) {
    if (!KNOW_NONE.has(codeOf(error))) throw error
  } finally {
    fs.closeSync(descriptor)
  }
}
/** Some network file systems know no such thing either. */
const KNOW_NONE = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS'])

/** The same, without holding up anything else. */
export async function syncFolderUnhurried(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const descriptor = fs.openSync(folder, 'r')
  try {
    await calledBack(descriptor)
  } catch (error) {
    if (!KNOW_NONE.has(codeOf(error))) throw error
  } finally {
    fs.closeSync(descriptor)
  }
}

/** Makes a folder, with those above it, durably. */
export function makeFolder(folder: string): void {
  if (fs.existsSync(folder)) return
  const parent = path.dirname(folder)
  if (parent !== folder) makeFolder(parent)
  fs.mkdirSync(folder, { recursive: true, mode: FOLDER_MODE })
  syncFolder(parent)
}

/** Takes away what a writing that was cut off left in a folder. It was never anyone's only copy. */
export function removeLeftovers(folder: string): void {
  for (const name of namesIn(folder)) if (isLeftover(name)) fs.rmSync(path.join(folder, name), { force: true })
}

/** What lies in a folder; nothing where it is not there. */
export function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

/** A file's bytes; null where it is not there. */
export function readIfThere(file: string): Buffer | null {
  try {
    return fs.readFileSync(file)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}
