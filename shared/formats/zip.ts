import { strFromU8, Unzip, UnzipInflate } from 'fflate'
import { crc32 } from '../kernel/crc32.ts'
import type { Pieces } from '../kernel/pieces.ts'
import { LARGEST_FILE_MB } from './rows.ts'

/** How much is put in at a time, in bytes. What comes out of it is a thousand times as much at most. */
const PIECE = 16_384
const MOST_BYTES = LARGEST_FILE_MB * 1_000_000
/** Text is not packed more tightly; what is was made to blow up. Below a megabyte nothing does. */
const MOST_RATIO = 200
const MOST_FILES = 1000

/**
 * The texts of an archive's files, of those names alone that are asked for; null where it is damaged, or comes to
 * more than a list of entries can be. Nothing is written anywhere, and a file's folder in it counts for nothing.
 */
export function* unzipping(bytes: Uint8Array, names: readonly string[]): Pieces<ReadonlyMap<string, string> | null> {
  const parts = new Map<string, Uint8Array[]>()
  const sums = sumsIn(bytes)
  if (sums === null) return null
  let [size, files, isBad] = [0, 0, false]
  const unzip = new Unzip((file) => {
    files += 1
    const name = file.name.split('/').at(-1) ?? ''
    if (!names.includes(name) || parts.has(name)) return
    const own: Uint8Array[] = []
    parts.set(name, own)
    let sum = 0
    file.ondata = (error, data, isLast) => {
      size += data.length
      sum = crc32(data, sum)
      if (isLast && sum !== sums.get(file.name)) isBad = true
      if (error || size > MOST_BYTES || size > Math.max(1_000_000, bytes.length * MOST_RATIO)) isBad = true
      if (isBad) file.terminate()
      else own.push(data)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for (let at = 0; at < bytes.length && !isBad; at += PIECE) {
    try {
      unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
    } catch {
      isBad = true
    }
    if (files > MOST_FILES) isBad = true
    yield
  }
  return isBad ? null : new Map([...parts].map(([name, own]) => [name, strFromU8(joined(own))]))
}

const END = 0x06054b50
const ENTRY = 0x02014b50
/** Of the archive's end, and of an entry of its list, without what is of any length. */
const [END_SIZE, ENTRY_SIZE] = [22, 46]
/** A comment is no longer. */
const LONGEST_COMMENT = 0xffff

/**
 * What the list at the end of an archive says that its files sum up to, by their names (APPNOTE.TXT, 4.3.12); null where
 * it has none: it was cut off. What unpacks it does not look at them.
 */
function sumsIn(bytes: Uint8Array): ReadonlyMap<string, number> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const first = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT)
  let end = bytes.length - END_SIZE
  while (end >= first && view.getUint32(end, true) !== END) end -= 1
  if (end < first) return null
  const sums = new Map<string, number>()
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + ENTRY_SIZE > bytes.length || view.getUint32(at, true) !== ENTRY) return null
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ]
    const isLatin = (view.getUint16(at + 8, true) & UTF8_NAME) === 0
    const text = strFromU8(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + name), isLatin)
    if (!sums.has(text)) sums.set(text, view.getUint32(at + 16, true))
    at += ENTRY_SIZE + name + extra + comment
  }
  return sums
}
const UTF8_NAME = 0x800

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
