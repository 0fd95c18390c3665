/** CRC-32 (IEEE 802.3). Node's own `zlib.crc32` is not there in the oldest Electron that the app runs in. */
const table = new Uint32Array(256).map((_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xed_b8_83_20 : value >>> 1
  return value
})

/** @param from the sum of the bytes before, for a text that comes in pieces */
export function crc32(bytes: Uint8Array, from = 0): number {
  let sum = ~from
  for (let index = 0; index < bytes.length; index++)
    // Both indexes are in range by construction.
    sum = (table[(sum ^ (bytes[index] as number)) & 0xff] as number) ^ (sum >>> 8)
  return ~sum >>> 0
}

export const inHex = (sum: number): string => sum.toString(16).padStart(8, '0')

/** Eight hex digits over a text's UTF-8. */
export const crcOf = (text: string): string => inHex(crc32(Buffer.from(text)))
