import { FORMAT } from '#shared/model/workspace.ts'
import { crcOf } from './crc32.ts'
import { isObject, parseJson } from '#shared/kernel/json.ts'

/** A record as it lies in a file: `at`, the moment of the change that wrote it, is storage's own. */
export type StoredRecord = Readonly<Record<string, unknown>>

export interface Shard {
  /** Of the last change that is in it: lines up to here are not applied again. */
  readonly seq: number
  /** By id, as they were found: also those that do not validate, and tombstones. */
  readonly records: ReadonlyMap<string, StoredRecord>
}

/** The file is no shard at all. */
export class BadShard extends Error {}
/** It was written by a later version of the app. */
export class NewerShard extends Error {}

/** `{format, seq, count, crc, records}`, a record a line, so that people and their tools can read it. */
export function encodeShard({ seq, records }: Shard): string {
  const lines = [...records].map(([id, record]) => `${JSON.stringify(id)}:${JSON.stringify(record)}`)
  const crc = sumOf(FORMAT, seq, `{${lines.join(',')}}`)
  return `{"format":${FORMAT},"seq":${seq},"count":${lines.length},"crc":"${crc}","records":{\n${lines.join(',\n')}\n}}\n`
}

/**
 * Also of the head: a seq that is too high would keep changes of the journal out of the file, and with the next
 * checkpoint for good.
 */
const sumOf = (format: number, seq: unknown, records: string): string => crcOf(`${format} ${String(seq)} ${records}`)

/** How many records a shard says that it has, by the beginning of its text; 0 where that says nothing. */
export const countIn = (head: string): number => Number(/"count":\s*(\d+)/.exec(head)?.[1] ?? 0)

/** The format a shard says that it has, by the beginning of its text; 0 where that says nothing. */
export const formatIn = (head: string): number => Number(/"format":\s*(\d+)/.exec(head)?.[1] ?? 0)

export interface DecodedShard {
  readonly shard: Shard
  readonly isIntact: boolean
}

/**
 * `isIntact`: it says what was written. A text editor that set it out differently has changed nothing; one in which
 * the records were changed is still read, but told.
 */
export function decodeShard(text: string): DecodedShard {
  const value = parse(text.replace(/^\uFEFF/, ''))
  if (!isObject(value) || !isObject(value['records'])) throw new BadShard()
  const { format, seq, count, crc, records } = value
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1) throw new BadShard()
  if (format > FORMAT) throw new NewerShard()
  const found = new Map<string, StoredRecord>()
  for (const [id, record] of Object.entries(value['records']))
    found.set(id, isObject(record) ? record : { value: record })
  const isSeq = typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 0
  /** A file of the time before the head was in the sum has that of its records. */
  const isSum = (of: string): boolean => crc === sumOf(format, seq, of) || crc === crcOf(of)
  const isWhole = isSum(recordsIn(text)) || isSum(inOneLine(records))
  const isIntact = isSeq && count === found.size && isWhole
  // Of one that was altered nobody knows what of the journal is in it; what is there twice comes to the same.
  return { shard: { seq: isIntact ? seq : 0, records: found }, isIntact }
}

function inOneLine(records: unknown): string {
  try {
    return JSON.stringify(records)
  } catch (error) {
    // Nested so deep that it can be read, and not be written.
    throw new BadShard(undefined, { cause: error })
  }
}

function parse(text: string): unknown {
  try {
    return parseJson(text)
  } catch (error) {
    throw new BadShard(undefined, { cause: error })
  }
}

/** The text of the records as `encodeShard` sums it; newlines stand only between records, never in one. */
const recordsIn = (text: string): string =>
  text.slice(text.indexOf('"records":') + '"records":'.length, text.lastIndexOf('}')).replaceAll('\n', '')
