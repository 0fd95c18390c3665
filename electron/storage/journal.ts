import fs from 'node:fs'
import path from 'node:path'
import type { DeviceLayout } from './layout.ts'
import type { Quarantine } from './quarantine.ts'
import { codeOf } from './problems.ts'
import { FILE_MODE, renamePatiently, syncFolder, writeAll, writeSafely } from './safe-file.ts'

/**
 * The file that makes *acknowledged is on the disk* true: lines are put at its end, and on the disk before anyone is
 * told (persistence.md, The promise, 1). One call at a time; the store sees to that.
 */
export interface Journal {
  /**
   * @param lines the line, in pieces
   * @param unsaved makes all lines that are in no shard yet, for a journal that has to be begun anew
   */
  append(line: readonly Uint8Array[], unsaved: () => Promise<readonly Uint8Array[]>): Promise<void>
  /** Makes the journal the previous one, and begins an empty one. */
  turnOver(): void
  readonly isEmpty: boolean
  close(): void
}

interface Open {
  readonly descriptor: number
  readonly inode: number
  readonly device: number
}

/** @param isClosed whether the file found ends in a newline; a torn line gets one, and is left where it is */
export function journalOf(files: DeviceLayout, length: number, isClosed: boolean, quarantine: Quarantine): Journal {
  let open: Open | null = null
  let size = length
  let closed = isClosed
  /** What lies behind the last acknowledged line could not be cut off. */
  let isBroken = false

  const shut = (): void => {
    if (open) fs.closeSync(open.descriptor)
    open = null
  }

  const begin = (): Open => {
    const isNew = !fs.existsSync(files.journal)
    const descriptor = fs.openSync(files.journal, 'a', FILE_MODE)
    const { ino, dev } = fs.fstatSync(descriptor)
    open = { descriptor, inode: ino, device: dev }
    if (isNew) syncFolder(files.root)
    return open
  }

  /** Whether the file is still the one that was left: not removed, replaced or cut by someone else. */
  const isInPlace = (): boolean => {
    try {
      const found = fs.statSync(files.journal)
      return found.size === size && (!open || (found.ino === open.inode && found.dev === open.device))
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return size === 0 && !open
      throw error
    }
  }

  /** A fresh journal with all that is in no shard, in the place of one that cannot be trusted any more. */
  const beginAnew = async (unsaved: () => Promise<readonly Uint8Array[]>): Promise<void> => {
    shut()
    fs.accessSync(files.root)
    if (!isBroken && fs.existsSync(files.journal) && quarantine.move(files.journal) === null)
      throw new Error('another program changed the journal, and it could not be set aside')
    const bytes = Buffer.concat(await unsaved())
    writeSafely(files.journal, bytes)
    ;[size, closed, isBroken] = [bytes.length, true, false]
  }

  const cutBack = (): void => {
    if (!open) return
    try {
      fs.ftruncateSync(open.descriptor, size)
      fs.fsyncSync(open.descriptor)
    } catch {
      // Told to the caller already, by the failure that led here; the next append begins anew.
      isBroken = true
      shut()
    }
  }

  return {
    get isEmpty() {
      return size === 0
    },
    async append(line, unsaved) {
      if (isBroken || !isInPlace()) await beginAnew(unsaved)
      try {
        const { descriptor } = open ?? begin()
        const bytes = Buffer.concat(closed ? line : [Buffer.from('\n'), ...line])
        writeAll(descriptor, bytes)
        await dataToDisk(descriptor)
        ;[size, closed] = [size + bytes.length, true]
      } catch (error) {
        cutBack()
        throw error
      }
    },
    turnOver() {
      shut()
      renamePatiently(files.journal, files.previousJournal)
      ;[size, closed] = [0, true]
      syncFolder(path.dirname(files.journal))
      begin()
    },
    close: shut,
  }
}

/** Off the main thread: a disk may take its time. */
const dataToDisk = (descriptor: number): Promise<void> =>
  new Promise((resolve, reject) => {
    fs.fdatasync(descriptor, (error) => {
      if (error) reject(error)
      else resolve()
    })
  })
