import fs from 'node:fs'
import path from 'node:path'
import { crc32, inHex } from './crc32.ts'
import { makeFolder, readIfThere, renamePatiently, syncFolder, writeSafely } from './safe-file.ts'

/**
 * Where what cannot be understood is kept for people to look at (persistence.md, The promise, 2). Names say what a
 * file was and end in its size and sum, so that the same thing is kept once, and nothing is written over.
 */
export interface Quarantine {
  /** False where nothing may be written: all is left where it is then. */
  readonly isOpen: boolean
  /** Moves a file away whole. Returns its new path inside the data folder; null where that did not work. */
  move(file: string): string | null
  /** Keeps bytes that stay where they are too, or that are part of a file. */
  keep(name: string, bytes: string | Uint8Array): Kept | null
}

export interface Kept {
  /** Inside the data folder. */
  readonly file: string
  /** It was not there before: it has not been told yet. */
  readonly isNew: boolean
}

/** Keeps a record that is no longer, or never was, among those that are shown. Null where that did not work. */
export const keepRecord = (quarantine: Quarantine, name: string, record: unknown): string | null =>
  quarantine.keep(name, `${JSON.stringify(record, null, 2)}\n`)?.file ?? null

export const noQuarantine: Quarantine = { isOpen: false, move: () => null, keep: () => null }

export function quarantineOf(root: string, folder: string): Quarantine {
  /** A place that is free, or where just these bytes lie already. */
  const placeFor = (name: string, bytes: Uint8Array): { file: string; isThere: boolean } => {
    const { name: stem, ext } = path.parse(name)
    const full = `${stem}-${bytes.length}-${inHex(crc32(bytes))}${ext}`
    makeFolder(folder)
    for (let copy = 0; ; copy++) {
      const file = path.join(folder, copy === 0 ? full : `${copy}-${full}`)
      const there = readIfThere(file)
      if (!there || there.equals(bytes)) return { file, isThere: there !== null }
    }
  }

  return {
    isOpen: true,
    move: (file) =>
      attempt(() => {
        // Without `devices/<device>/`: a name, not a path.
        const inside = path.relative(root, file).split(path.sep)
        const name = inside.slice(inside.length > 2 ? 2 : 0).join('-')
        const to = placeFor(name, fs.readFileSync(file)).file
        renamePatiently(file, to)
        syncFolder(folder)
        syncFolder(path.dirname(file))
        return path.relative(root, to)
      }),
    keep: (name, bytes) =>
      attempt(() => {
        const data = Buffer.from(bytes)
        const to = placeFor(name, data)
        if (!to.isThere) writeSafely(to.file, data)
        return { file: path.relative(root, to.file), isNew: !to.isThere }
      }),
  }
}

function attempt<Value>(keep: () => Value): Value | null {
  try {
    return keep()
  } catch {
    return null // told as `kept: null`; what it was about stays where it is
  }
}
