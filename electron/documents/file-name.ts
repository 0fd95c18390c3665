/** Names that Windows keeps for itself, whatever comes after the point. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
const LONGEST = 120
/** In UTF-8, as most systems count: 255, with room for the name under which a file is written first. */
const MOST_BYTES = 200

/**
 * The name of a file made from words of the user's (persistence.md, Security): without what a file system takes for its own,
 * signs that turn the text around or cannot be seen, and blanks at its ends; not longer than any system takes.
 */
export function fileName(words: string, extension: string): string {
  const cleaned = words
    .normalize('NFC')
    .replaceAll(/[\u0000-\u001F\u007F-\u009F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replaceAll(/[<>:"/\\|?*]/g, '-')
    .replaceAll(/\s+/g, ' ')
  const short = cutTo(cleaned, MOST_BYTES - extension.length - 1).replaceAll(/^[. ]+|[. ]+$/g, '')
  const name = short === '' || RESERVED.test(short) ? `Mainstay ${short}`.trim() : short
  return `${name}.${extension}`
}

/** Whole signs alone. */
function cutTo(text: string, most: number): string {
  let bytes = 0
  const signs = Array.from(text).slice(0, LONGEST)
  const end = signs.findIndex((sign) => (bytes += Buffer.byteLength(sign)) > most)
  return signs.slice(0, end === -1 ? signs.length : end).join('')
}
