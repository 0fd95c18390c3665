import { strFromU8, Unzip, UnzipInflate } from 'fflate'
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
  let [size, files, isBad] = [0, 0, false]
  const unzip = new Unzip((file) => {
    files += 1
    const name = file.name.split('/').at(-1) ?? ''
    if (!names.includes(name) || parts.has(name)) return
    const own: Uint8Array[] = []
    parts.set(name, own)
    file.ondata = (error, data) => {
      size += data.length
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

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
