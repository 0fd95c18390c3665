import type { Codes } from '#shared/formats/signs.ts'
import type { Encoding } from '#shared/ipc.ts'

/**
 * What bytes 0x80 to 0x9f are in Windows-1252; the rest is Latin-1. By hand, because some versions of Node take
 * `windows-1252` for Latin-1 too and lose the euro sign.
 */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** The text of a file, and how its letters were written. */
export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  /** The codes of its signs, in as many bytes as they need. */
  readonly codes: Codes
}

/** UTF-16 where every other byte of the beginning is zero or a mark says so; UTF-8; what is neither is Windows-1252, as old spreadsheets write it. */
export function decodeText(bytes: Uint8Array): Decoded {
  const decoded = textIn(bytes)
  return { ...decoded, codes: codesIn(decoded, bytes) }
}

/** Of letters without accents the file's bytes are the codes. */
function codesIn({ text, encoding }: Omit<Decoded, 'codes'>, bytes: Uint8Array): Codes {
  const own = isMarked(bytes) ? bytes.subarray(MARK) : bytes
  if (encoding === 'UTF-8' && own.length === text.length) return own
  // oxlint-disable-next-line no-control-regex -- all that take one byte
  if (/^[\0-\u00ff]*$/.test(text)) return Buffer.from(text, 'latin1')
  const wide = Buffer.from(text, 'utf16le')
  return new Uint16Array(wide.buffer, wide.byteOffset, text.length)
}

const MARK = 3
const isMarked = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

function textIn(bytes: Uint8Array): Omit<Decoded, 'codes'> {
  const utf16 = utf16Of(bytes)
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: 'UTF-16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    const text = new TextDecoder('latin1').decode(bytes)
    const high = text.replaceAll(/[\u0080-\u009f]/g, (sign) => HIGH[sign.charCodeAt(0) - 0x80] ?? sign)
    return { text: high, encoding: 'Windows-1252' }
  }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const looked = Math.min(bytes.length, 200)
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const most = looked / 2 / 2
  if (looked < 8) return null
  return (zeros[1] ?? 0) > most && zeros[0] === 0
    ? 'utf-16le'
    : (zeros[0] ?? 0) > most && zeros[1] === 0
      ? 'utf-16be'
      : null
}

/** An archive, by its first signs. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
