import fs from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { done, refused, type Outcome } from '#shared/kernel/refusal.ts'
import { tableNames } from '#shared/model/workspace.ts'
import { breathing } from '../storage/breathe.ts'
import { causeOf } from '../storage/problems.ts'
import { makeFolder, namesIn, writeSafely } from '../storage/safe-file.ts'
import type { Store } from '../storage/store.ts'
import type { OpenWorkspace } from '../workspace.ts'
import { isInside } from './is-inside.ts'

/** What the data folder is called inside a folder that holds other things. */
const NAME = 'Mainstay'

/**
 * Goes on in another folder. Everything is copied and read back, what would be opened there is compared with what is
 * open here, and only then is it the one that is written in; the old folder stays as it is.
 * @param keep says durably which folder it is from now on; rejects where it cannot
 */
export async function moveData(
  open: OpenWorkspace,
  chosen: string,
  keep: (folder: string) => Promise<void>,
): Promise<Outcome<{ folder: string }>> {
  const from = open.store.folder
  const folder = namesOrNone(chosen).length === 0 ? chosen : path.join(chosen, NAME)
  if (namesOrNone(folder).length > 0) return refused({ code: 'folderTaken', folder })
  if (isInside(folder, from) || isInside(from, folder)) return refused({ code: 'folderInside', folder })
  const written: string[] = []
  try {
    await copyFiles(from, folder, written)
    await open.transfer(async (store, openAt) => {
      // What has been written since is copied again, while nothing more is.
      await copyFiles(from, folder, written)
      const there = await openAt(folder)
      try {
        if (!(await isSameStore(there, store, open))) throw new Error('what was copied is not what is open')
        await keep(folder)
      } catch (error) {
        await there.close(null)
        throw error
      }
      return there
    })
    return done({ folder })
  } catch (error) {
    clear(written)
    return refused({ code: 'notMoved', folder, cause: causeOf(error) })
  }
}

/** Neither the lock, which is this process's, nor what a writing left that was cut off. */
const isCopied = (name: string): boolean => name !== 'lock' && !/^\..*\.tmp$/.test(path.basename(name))

async function copyFiles(from: string, to: string, written: string[]): Promise<void> {
  const rest = breathing()
  makeFolder(to)
  const there = new Set<string>()
  for (const name of filesBelow(from)) {
    there.add(name)
    const [source, target] = [path.join(from, name), path.join(to, name)]
    const { size, mtime, atime } = fs.statSync(source)
    const known = fs.statSync(target, { throwIfNoEntry: false })
    // Dated as it was: by that the cache of totals knows its months again.
    if (known?.size === size && Math.round(known.mtimeMs) === Math.round(mtime.getTime())) continue
    makeFolder(path.dirname(target))
    writeSafely(target, fs.readFileSync(source))
    written.push(target)
    fs.utimesSync(target, atime, mtime)
    await rest()
  }
  for (const name of filesBelow(to)) if (!there.has(name)) fs.rmSync(path.join(to, name), { force: true })
}

/** Folder by folder: the Node of Electron 25 lists none below another by itself. */
function filesBelow(root: string, inside = ''): string[] {
  return fs.readdirSync(path.join(root, inside), { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(inside, entry.name)
    if (entry.isDirectory()) return filesBelow(root, name)
    return entry.isFile() && isCopied(name) ? [name] : []
  })
}

/** Opened there it says the same as what is open here: the tables, and which months have time. */
async function isSameStore(there: Store, here: Store, { book }: OpenWorkspace): Promise<boolean> {
  const isSeen = there.readOnly === null && there.seq === here.seq && there.problems.length <= here.problems.length
  const months = await Promise.all([there.allMonths(), here.allMonths()])
  if (!isSeen || !isDeepStrictEqual(...months)) return false
  return tableNames.every((table) => {
    const found = there.workspace.tables[table]
    const known = book.workspace.tables[table]
    if (table === 'entries') return [...found].every(([id, entry]) => isDeepStrictEqual(known.get(id) ?? entry, entry))
    return isDeepStrictEqual(found, known)
  })
}

function namesOrNone(folder: string): string[] {
  try {
    return namesIn(folder)
  } catch {
    return [] // told when something is written there
  }
}

/** Takes away what this move wrote; nothing else lay in the folder. What cannot be taken away is in nobody's way. */
function clear(written: readonly string[]): void {
  for (const file of written) {
    try {
      fs.rmSync(file, { force: true })
    } catch {
      continue
    }
  }
}
