import fs from 'node:fs'
import { packTotals, unpackTotals, type PackedTotals } from '#shared/domain/packed-totals.ts'
import type { Totals } from '#shared/domain/totals.ts'
import { crc32, inHex } from './crc32.ts'
import { isObject } from './json.ts'
import { FILE_MODE, readIfThere, renamePatiently } from './safe-file.ts'

/**
 * The totals of the whole history, so that a start reads none of it. Derived: anything odd about the file means that
 * it is not there, and it may be deleted at any time (persistence.md, Files).
 */
const VERSION = 1
const HEAD = '{"crc":"'
const AFTER_CRC = '","cache":'
const BODY = HEAD.length + 8 + AFTER_CRC.length
const TAIL = '}\n'

export interface CachedTotals {
  /** Of the last change that is counted. */
  readonly seq: number
  /** The zone in which they were counted. */
  readonly zone: string
  readonly totals: Totals
}

/** As text, of this very moment: totals go on changing while a checkpoint runs. */
export function encodeTotals(seq: number, zone: string, totals: Totals): Buffer {
  const body = Buffer.from(JSON.stringify({ version: VERSION, seq, zone, totals: packTotals(totals) }))
  return Buffer.concat([Buffer.from(`${HEAD}${inHex(crc32(body))}${AFTER_CRC}`), body, Buffer.from(TAIL)])
}

/** Not synced: a cut one has another sum. */
export function writeTotals(file: string, text: Buffer): void {
  const temporary = `${file}.new`
  fs.writeFileSync(temporary, text, { mode: FILE_MODE })
  renamePatiently(temporary, file)
}

export function readTotals(file: string): CachedTotals | null {
  try {
    const bytes = readIfThere(file)
    if (!bytes || bytes.length < BODY + TAIL.length) return null
    const body = bytes.subarray(BODY, bytes.length - TAIL.length)
    if (bytes.toString('latin1', 0, BODY) !== `${HEAD}${inHex(crc32(body))}${AFTER_CRC}`) return null
    // The sum says that these are our own words.
    const value: unknown = JSON.parse(body.toString())
    if (!isObject(value) || value['version'] !== VERSION) return null
    const { seq, zone, totals } = value as { seq: number; zone: string; totals: PackedTotals }
    return { seq, zone, totals: unpackTotals(totals) }
  } catch {
    return null
  }
}
