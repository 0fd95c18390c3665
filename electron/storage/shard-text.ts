import { FORMAT } from '#shared/model/workspace.ts'
import { crcOf } from './crc32.ts'
import { isObject, parseJson } from './json.ts'

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
  const crc = crcOf(`{${lines.join(',')}}`)
  return `{"format":${FORMAT},"seq":${seq},"count":${lines.length},"crc":"${crc}","records":{\n${lines.join(',\n')}\n}}\n`
}

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
  return {
    shard: { seq: isSeq ? seq : 0, records: found },
    isIntact:
      isSeq && count === found.size && (crc === crcOf(recordsIn(text)) || crc === crcOf(JSON.stringify(records))),
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
