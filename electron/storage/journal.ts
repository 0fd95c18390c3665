import fs from 'node:fs'
import { breathing } from './breathe.ts'
import { dataToDiskOf } from './data-to-disk.ts'
import type { DeviceLayout } from './layout.ts'
import type { Quarantine } from './quarantine.ts'
import { codeOf } from './problems.ts'
import { FILE_MODE, renamePatiently, syncFolder, syncFolderUnhurried, writeAll, writeSafely } from './safe-file.ts'

/**
 * The file that makes *acknowledged is on the disk* true: lines are put at its end, and on the disk before anyone is
 * told (persistence.md, The promise, 1). One call at a time; the store sees to that.
 */
export interface Journal {
  /**
   * @param line in pieces
   * @param unsaved makes all lines that are in no shard yet, for a journal that has to be begun anew
   */
  append(line: readonly Uint8Array[], unsaved: () => Promise<readonly Uint8Array[]>): Promise<void>
  /** Makes the journal the previous one, and begins an empty one. */
  turnOver(): Promise<void>
  readonly isEmpty: boolean
  close(): void
}

/** @param isClosed whether the file found ends in a newline; a torn line gets one, and is left where it is */
export function journalOf(files: DeviceLayout, length: number, isClosed: boolean, quarantine: Quarantine): Journal {
  const dataToDisk = dataToDiskOf(() => performance.now())
  let open: number | null = null
  let size = length
  let closed = isClosed
  /** The folder is on the disk with the file's name in it. */
  let isNamed = false
  /** What lies behind the last acknowledged line could not be cut off. */
  let isBroken = false

  const shut = (): void => {
    if (open !== null) fs.closeSync(open)
    open = null
  }

  const begin = (): number => {
    open ??= fs.openSync(files.journal, 'a', FILE_MODE)
    if (!isNamed) syncFolder(files.root)
    isNamed = true
    return open
  }

  /** Whether the file is still the one that was left: not removed, replaced or cut by someone else. */
  const isInPlace = (): boolean => {
    try {
      return fs.statSync(files.journal).size === size && (open === null || fs.fstatSync(open).nlink > 0)
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return size === 0 && open === null
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
    if (open === null) return
    try {
      fs.ftruncateSync(open, size)
      fs.fsyncSync(open)
    } catch {
      // Told to the caller already, by the failure that led here; the next append begins anew.
      isBroken = true
      shut()
    }
  }

  /** Tries once more to cut off what was refused: else the next start takes it for a change. Throws what the disk says. */
  const mend = (): void => {
    if (!isBroken) return
    if (fs.statSync(files.journal).size > size) {
      const descriptor = fs.openSync(files.journal, 'r+')
      try {
        fs.ftruncateSync(descriptor, size)
        fs.fsyncSync(descriptor)
      } finally {
        fs.closeSync(descriptor)
      }
    }
    isBroken = false
  }

  return {
    get isEmpty() {
      return size === 0
    },
    async append(line, unsaved) {
      if (isBroken || !isInPlace()) await beginAnew(unsaved)
      try {
        const descriptor = begin()
        let written = 0
        const rest = breathing()
        for (const piece of closed ? line : [Buffer.from('\n'), ...line]) {
          await rest()
          writeAll(descriptor, piece)
          written += piece.length
        }
        await dataToDisk(descriptor, written)
        ;[size, closed] = [size + written, true]
      } catch (error) {
        cutBack()
        throw error
      }
    },
    async turnOver() {
      shut()
      mend()
      // There is a journal at every step, or the next one: without either it was taken away (found-journal.ts).
      fs.closeSync(fs.openSync(files.nextJournal, 'w', FILE_MODE))
      await syncFolderUnhurried(files.root)
      renamePatiently(files.journal, files.previousJournal)
      await syncFolderUnhurried(files.root)
      renamePatiently(files.nextJournal, files.journal)
      ;[size, closed, isNamed] = [0, true, false]
      await syncFolderUnhurried(files.root)
      isNamed = true
      begin()
    },
    close() {
      shut()
      try {
        mend()
      } catch {
        return // it was told when it was refused
      }
    },
  }
}
