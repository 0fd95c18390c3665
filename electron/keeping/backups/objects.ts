import { createHash, webcrypto } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { codeOf } from '../../storage/problems.ts'
import { makeFolder, namesIn, readIfThere, removeLeftovers, writeUnhurried } from '../../storage/safe-file.ts'

/**
 * Copies by what is in them: `clients-<sha256>.json`. What did not change between two backups lies there once, and a
 * copy says by its name whether it is still what was copied.
 */
export interface Objects {
  /** Written and read back; nothing is done where it is there already. */
  put(stem: string, extension: 'json' | 'jsonl', bytes: Buffer): Promise<string>
  /** Null where it is not there, or is not what it was. */
  read(name: string): Buffer | null
  /** How long it is, read to its end beside the app's other work; null where it is not there, or is not what it was. */
  check(name: string): Promise<number | null>
  /** Whether it is whole; what this run of the app has found so, and nobody has touched since, is not read again. */
  isWhole(name: string): Promise<boolean>
  names(): string[]
  remove(name: string): void
}

export function objectsOf(folder: string): Objects {
  const fileOf = (name: string): string => path.join(folder, name)
  return {
    async put(stem, extension, bytes) {
      const name = `${stem}-${sumOf(bytes)}.${extension}`
      const there = readIfThere(fileOf(name))
      if (there?.equals(bytes)) return name
      makeFolder(folder)
      removeLeftovers(folder)
      await writeUnhurried(fileOf(name), bytes)
      return name
    },
    read(name) {
      const bytes = readIfThere(fileOf(name))
      return bytes && name.includes(sumOf(bytes)) ? bytes : null
    },
    check: (name) => check(fileOf(name), name),
    async isWhole(name) {
      const file = fileOf(name)
      const stat = fs.statSync(file, { throwIfNoEntry: false })
      if (!stat) return false
      const stamp = `${stat.size}-${stat.mtimeMs}`
      if (whole.get(file) === stamp) return true
      const isWhole = (await check(file, name)) !== null
      if (isWhole) whole.set(file, stamp)
      return isWhole
    },
    names: () => namesIn(folder).filter((name) => OBJECT.test(name)),
    remove: (name) => fs.rmSync(fileOf(name), { force: true }),
  }
}

const whole = new Map<string, string>()

async function check(file: string, name: string): Promise<number | null> {
  try {
    const bytes = await fs.promises.readFile(file)
    const sum = Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex')
    return name.includes(sum) ? bytes.length : null
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** What a copy is called. */
export const OBJECT = /^[a-zA-Z0-9-]+-[0-9a-f]{64}\.jsonl?$/

const sumOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
