/** Names that Windows keeps for itself, whatever comes after the point. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
const LONGEST = 120

/**
 * The name of a file made from words of the user's (persistence.md, Security): without what a file system takes for its own,
 * signs that turn the text around or cannot be seen, and blanks at its ends; not longer than any system takes.
 */
export function fileName(words: string, extension: string): string {
  const cleaned = words
    .normalize('NFC')
    .replaceAll(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replaceAll(/[<>:"/\\|?*]/g, '-')
    .replaceAll(/\s+/g, ' ')
  const short = Array.from(cleaned)
    .slice(0, LONGEST)
    .join('')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
  const name = short === '' || RESERVED.test(short) ? `Mainstay ${short}`.trim() : short
  return `${name}.${extension}`
}
