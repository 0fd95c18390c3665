import { z } from 'zod'
import type { Pieces } from '#shared/kernel/pieces.ts'
import type { Change } from '#shared/model/change.ts'
import { breathing } from './breathe.ts'
import { crc32, crcOf, inHex } from './crc32.ts'
import { isObject, parseJson } from '#shared/kernel/json.ts'
import { unpackEdits } from '#shared/model/packed-edits.ts'
import { writingEdits, type WrittenEdits } from './written-edits.ts'

/** More edits are packed. */
const MOST_AT_ONCE = 500
const NEWLINE = 10
/** `crc32 {"seq":1,…`: what every line begins with, and nothing inside a line looks like, since there quotes are escaped. */
const LINE_START = /[0-9a-f]{8} \{"seq":\d/g
const PREFIX = 9

/** A change, also one of which only the line is known. */
export type JournalChange = Pick<Change, 'seq' | 'at'> & { readonly edits: readonly unknown[] }

/**
 * A change as a journal line, `crc32 {json}\n`: in one piece, or in several where it is large. Takes a breath between
 * them.
 * @param written its edits, where they are text already
 */
export async function encodeChange(change: JournalChange, written?: WrittenEdits): Promise<Uint8Array[]> {
  const { seq, at, edits, ...rest } = change
  if (!written && edits.length <= MOST_AT_ONCE) return [lineOf(JSON.stringify({ seq, at, ...rest, edits }))]
  const head = JSON.stringify({ seq, at, ...rest })
  const pieces: Uint8Array[] = []
  let sum = 0
  const add = (piece: Uint8Array): void => {
    sum = crc32(piece, sum)
    pieces.push(piece)
  }
  add(Buffer.from(`${head.slice(0, -1)},"edits":[`))
  let isFirst = true
  const resting = breathing()
  for (const piece of written ? written.pieces : writingEdits(edits)) {
    await resting()
    if (!isFirst) add(COMMA)
    isFirst = false
    add(piece)
  }
  add(Buffer.from(']}'))
  return [Buffer.from(`${inHex(sum)} `), ...pieces, Buffer.from('\n')]
}
const COMMA = Buffer.from(',')

const lineOf = (json: string): Buffer => Buffer.from(`${crcOf(json)} ${json}\n`)

const recordSchema = z.record(z.string(), z.unknown()).nullable()
const changeSchema = z.looseObject({
  seq: z.int().positive(),
  at: z.string(),
  by: z.enum(['user', 'system']),
  label: z.string(),
  undoes: z.int().optional(),
  redoes: z.int().optional(),
  edits: z.array(z.looseObject({ table: z.string(), id: z.string(), before: recordSchema, after: recordSchema })),
})
/** A change as it was read: of its records nothing is known yet. */
export type ReadChange = z.infer<typeof changeSchema>

export interface ReadJournal {
  readonly changes: readonly ReadChange[]
  /** Whole lines of changes up to `settled`, not looked into. */
  readonly older: readonly Buffer[]
  readonly bad: readonly { readonly line: number; readonly bytes: Buffer }[]
  /** Whether a line can be put behind it as it is: a line that was cut off has no end. */
  readonly isClosed: boolean
}

/**
 * Reads what can be read: a line that is not what was written is alone in being lost.
 * @param settled the change up to which all is in the shards: of lines up to there only the sum is looked at, so that
 * an import of ten years does not make the next start slow
 */
export function decodeJournal(bytes: Buffer, settled = 0): ReadJournal {
  const changes: ReadChange[] = []
  const older: Buffer[] = []
  const bad: { line: number; bytes: Buffer }[] = []
  let line = 0
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, from)
    const to = end === -1 ? bytes.length : end
    line += 1
    const text = bytes.subarray(from, to)
    from = to + 1
    if (text.length === 0) continue
    const isGood = isWhole(text)
    if (isGood && seqOf(text) <= settled) {
      older.push(text)
      continue
    }
    const change = isGood ? decodeLine(text) : null
    if (!change) bad.push({ line, bytes: text })
    changes.push(...(change ? [change] : salvage(text)))
  }
  return { changes, older, bad, isClosed: bytes.length === 0 || bytes.at(-1) === NEWLINE }
}

/** So much of a line is summed up in one go. */
const SUM_PIECE = 1 << 18

/** The numbers of the lines that are not what was written, in pieces: an import of ten years is one line. */
export function* checkingJournal(bytes: Buffer): Pieces<number[]> {
  const bad: number[] = []
  let line = 0
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, from)
    const to = end === -1 ? bytes.length : end
    line += 1
    let sum = 0
    for (let at = from + PREFIX; at < to; at += SUM_PIECE) {
      sum = crc32(bytes.subarray(at, Math.min(at + SUM_PIECE, to)), sum)
      yield
    }
    if (to > from && bytes.toString('latin1', from, from + PREFIX) !== `${inHex(sum)} `) bad.push(line)
    // What a long line says was read before it was acknowledged.
    else if (to > from && to - from < SUM_PIECE && !decodeLine(bytes.subarray(from, to))) bad.push(line)
    from = to + 1
  }
  return bad
}

/** Whether it is a line as it was written. */
const isWhole = (line: Buffer): boolean =>
  line.length > PREFIX && line.toString('latin1', 0, PREFIX) === `${inHex(crc32(line.subarray(PREFIX)))} `

/** Which change a line tells of, without looking into it; Infinity where that cannot be said. */
const seqOf = (line: Buffer): number =>
  Number(/^\{"seq":(\d+),/.exec(line.toString('latin1', PREFIX, PREFIX + 32))?.[1] ?? Infinity)

/** @returns null where it tells of no change, whatever its sum says. */
export function decodeLine(line: Buffer): ReadChange | null {
  const value = parse(line.toString('utf8', PREFIX))
  if (!isObject(value) || !Array.isArray(value['edits'])) return null
  const change = changeSchema.safeParse({ ...value, edits: unpackEdits(value['edits']) })
  return change.success ? change.data : null
}

function parse(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return null
  }
}

/** Lines that ran into one another, because the byte that ended one of them was hit. */
function salvage(bytes: Buffer): ReadChange[] {
  const text = bytes.toString('latin1')
  const starts = [...text.matchAll(LINE_START)].map((match) => match.index)
  return starts.flatMap((from, index) => {
    const part = bytes.subarray(from, starts[index + 1] ?? bytes.length)
    const whole = [part, part.subarray(0, -1)].find(isWhole)
    return (whole && decodeLine(whole)) ?? []
  })
}
