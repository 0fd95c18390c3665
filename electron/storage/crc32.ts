import { gzipSync } from 'node:zlib'

/**
 * CRC-32 (IEEE 802.3). Node's own `zlib.crc32` is not there in the oldest Electron that the app runs in.
 * @param from the sum of the bytes before, for what comes in pieces
 */
export const crc32 = (bytes: Uint8Array, from = 0): number =>
  bytes.length < LARGE || from !== 0 ? crcOfFew(bytes, from) : crcOfMany(bytes)

/** From here on the detour below is the shorter way. */
const LARGE = 4096

const table = new Uint32Array(256).map((_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xed_b8_83_20 : value >>> 1
  return value
})

function crcOfFew(bytes: Uint8Array, from: number): number {
  let sum = ~from
  // Both indexes are in range by construction.
  for (let index = 0; index < bytes.length; index++)
    sum = (table[(sum ^ (bytes[index] as number)) & 0xff] as number) ^ (sum >>> 8)
  return ~sum >>> 0
}

/** A gzip file ends in its content's CRC-32 and length, and uncompressed it is made as fast as memory is copied. */
function crcOfMany(bytes: Uint8Array): number {
  const file = gzipSync(bytes, { level: 0 })
  return file.readUInt32LE(file.length - 8)
}

export const inHex = (sum: number): string => sum.toString(16).padStart(8, '0')

/** Eight hex digits over a text's UTF-8. */
export const crcOf = (text: string): string => inHex(crc32(Buffer.from(text)))
