/**
 * CRC-32 (IEEE 802.3), eight bytes a step. By hand: Node's own `zlib.crc32` is not there in the oldest Electron that
 * the app runs in, and the sum at the end of that Electron's `gzipSync(…, { level: 0 })` is no way to it: for inputs of
 * more than 64 KB the call was seen to end the process with a segmentation fault on one machine, and not on another.
 * @param from the sum of the bytes before, for what comes in pieces
 */
export function crc32(bytes: Uint8Array, from = 0): number {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = bytes.length - (bytes.length % STEP)
  let sum = ~from
  for (let at = 0; at < whole; at += STEP) {
    const low = sum ^ words.getInt32(at, true)
    const high = words.getInt32(at + 4, true)
    sum =
      effect(low & 0xff, 7) ^
      effect((low >>> 8) & 0xff, 6) ^
      effect((low >>> 16) & 0xff, 5) ^
      effect(low >>> 24, 4) ^
      effect(high & 0xff, 3) ^
      effect((high >>> 8) & 0xff, 2) ^
      effect((high >>> 16) & 0xff, 1) ^
      effect(high >>> 24, 0)
  }
  for (let at = whole; at < bytes.length; at++) sum = effect((sum ^ words.getUint8(at)) & 0xff, 0) ^ (sum >>> 8)
  return ~sum >>> 0
}

const STEP = 8
const effects = new Int32Array(STEP * 256)

/** What a byte does to the sum when so many more have followed it. In range by construction. */
const effect = (byte: number, after: number): number => effects[after * 256 + byte] as number

for (let byte = 0; byte < 256; byte++) {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xed_b8_83_20 : value >>> 1
  effects[byte] = value
}
for (let after = 1; after < STEP; after++)
  for (let byte = 0; byte < 256; byte++) {
    const before = effect(byte, after - 1)
    effects[after * 256 + byte] = effect(before & 0xff, 0) ^ (before >>> 8)
  }
