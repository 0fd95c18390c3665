import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { makeFolder, namesIn, readIfThere, removeLeftovers, writeSafely } from '../../storage/safe-file.ts'

/**
 * Copies by what is in them: `clients-<sha256>.json`. What did not change between two backups lies there once, and a
 * copy says by its name whether it is still what was copied.
 */
export interface Objects {
  /** Written and read back; nothing is done where it is there already. */
  put(stem: string, extension: 'json' | 'jsonl', bytes: Buffer): string
  /** Null where it is not there, or is not what it was. */
  read(name: string): Buffer | null
  /** There, and as long as it was: enough for a copy that was once read back. */
  isThere(name: string, bytes: number): boolean
  names(): string[]
  remove(name: string): void
}

export function objectsOf(folder: string): Objects {
  const fileOf = (name: string): string => path.join(folder, name)
  return {
    put(stem, extension, bytes) {
      const name = `${stem}-${sumOf(bytes)}.${extension}`
      const there = readIfThere(fileOf(name))
      if (there?.equals(bytes)) return name
      makeFolder(folder)
      removeLeftovers(folder)
      writeSafely(fileOf(name), bytes)
      return name
    },
    read(name) {
      const bytes = readIfThere(fileOf(name))
      return bytes && name.includes(sumOf(bytes)) ? bytes : null
    },
    isThere: (name, bytes) => fs.statSync(fileOf(name), { throwIfNoEntry: false })?.size === bytes,
    names: () => namesIn(folder).filter((name) => OBJECT.test(name)),
    remove: (name) => fs.rmSync(fileOf(name), { force: true }),
  }
}

const OBJECT = /^[a-zA-Z0-9-]+-[0-9a-f]{64}\.jsonl?$/

const sumOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
