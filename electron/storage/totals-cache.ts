import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { packingTotals, unpackTotals, type PackedTotals } from '#shared/domain/packed-totals.ts'
import type { Totals } from '#shared/domain/totals.ts'
import type { Pieces } from '#shared/kernel/pieces.ts'
import { breathe, unhurried } from './breathe.ts'
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

/** As text, in pieces: those of twenty years take 50 ms. Nothing may change them meanwhile. */
export function* encodingTotals(seq: number, zone: string, totals: Totals): Pieces<Buffer> {
  const { totals: columns, ...rest } = yield* packingTotals(totals)
  const texts: string[] = []
  for (const each of columns) {
    texts.push(JSON.stringify(each))
    yield
  }
  const head = JSON.stringify({ version: VERSION, seq, zone, ...rest } satisfies Omit<Body, 'totals'>)
  return Buffer.from(`${head.slice(0, -1)},"totals":[${texts.join(',')}]}`)
}

/** Totals that go on changing, and whether at this very moment they are those of a change. */
export interface CountedTotals {
  readonly totals: Totals
  readonly isOf: (seq: number) => boolean
}

/** How often they are written down anew, where somebody works on meanwhile. */
const TRIES = 3

/**
 * The totals of a moment as text. Null where they change all the time: those that are kept already, with what the
 * journal says since, do as well.
 * @param seq the last change's
 */
export async function encodeTotals(
  { totals, isOf }: CountedTotals,
  zone: string,
  seq: () => number,
): Promise<{ readonly seq: number; readonly text: Buffer } | null> {
  for (let turn = 0; turn < TRIES; turn++) {
    const of = seq()
    if (isOf(of)) {
      const text = await unhurried(encodingTotals(of, zone, totals))
      if (isOf(of)) return { seq: of, text }
    }
    // A large change is just coming in.
    await breathe()
  }
  return null
}

/**
 * Not synced: a cut one has another sum.
 * @param totals as `encodingTotals` made them
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
