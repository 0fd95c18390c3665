import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { packTotals, unpackTotals, type PackedTotals } from '#shared/domain/packed-totals.ts'
import type { Totals } from '#shared/domain/totals.ts'
import type { Stamps } from './month-files.ts'
import { FILE_MODE, readIfThere, renamePatiently } from './safe-file.ts'

/**
 * The totals of the whole history, so that a start reads none of it. Derived: anything odd about the file means that
 * it is not there, and it may be deleted at any time (persistence.md, Files).
 */
const VERSION = 2
/** In front of the rest, with its sum: one that the machine computes fast. */
const headOf = (rest: Uint8Array): string => `{"md5":"${createHash('md5').update(rest).digest('hex')}",`
const HEAD = headOf(Buffer.alloc(0)).length

export interface CachedTotals {
  /** Of the last change that is counted. */
  readonly seq: number
  /** The zone in which they were counted. */
  readonly zone: string
  readonly totals: Totals
  /** The months' files as they were left then. */
  readonly files: Stamps
}

interface Body extends PackedTotals {
  readonly version: number
  readonly seq: number
  readonly zone: string
}

/** As text, of this very moment: totals go on changing while a checkpoint runs. */
export function encodeTotals(seq: number, zone: string, totals: Totals): Buffer {
  const whole: Body = { version: VERSION, seq, zone, ...packTotals(totals) }
  return Buffer.from(JSON.stringify(whole))
}

/**
 * Not synced: a cut one has another sum.
 * @param totals as `encodeTotals` made them
 * @param files the months' files that, with what the journal says since, come to these totals
 */
export function writeTotals(file: string, totals: Buffer, files: Stamps): void {
  const rest = Buffer.concat([Buffer.from(`"files":${JSON.stringify(files)},"cache":`), totals, Buffer.from('}\n')])
  const temporary = `${file}.new`
  fs.writeFileSync(temporary, Buffer.concat([Buffer.from(headOf(rest)), rest]), { mode: FILE_MODE })
  renamePatiently(temporary, file)
}

export function readTotals(file: string): CachedTotals | null {
  try {
    const bytes = readIfThere(file)
    if (!bytes || bytes.toString('latin1', 0, HEAD) !== headOf(bytes.subarray(HEAD))) return null
    // The sum says that these are our own words.
    const { files, cache } = JSON.parse(bytes.toString()) as { files: Stamps; cache: Body }
    if (cache.version !== VERSION) return null
    return { seq: cache.seq, zone: cache.zone, totals: unpackTotals(cache), files }
  } catch {
    return null
  }
}
