/** No export nests deeper; what does is made to break its reader. */
const DEEPEST = 100

/**
 * JSON of a stranger: null where it is none, or is nested too deeply. Nothing of it is ever copied by key, and it is looked
 * into with `own` alone, so that no name in it reaches into an object's own workings.
 */
export function readJson(text: string): unknown {
  if (isTooDeep(text)) return null
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
  } catch {
    return null
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === 0x22) at = endOfString(text, at)
    else if (sign === 0x5b || sign === 0x7b) depth += 1
    else if (sign === 0x5d || sign === 0x7d) depth -= 1
    if (depth > DEEPEST) return true
  }
  return false
}

/** Where the quote that closes a string is; the end of the text where none does. */
function endOfString(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes += 1
    if (slashes % 2 === 0) return end
  }
  return text.length
}

/** What an object has of its own under a name. */
export const own = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined

export const textIn = (value: unknown, name: string): string => {
  const text = own(value, name)
  return typeof text === 'string' ? text.trim() : ''
}

export const listIn = (value: unknown, name: string): readonly unknown[] => {
  const list = own(value, name)
  return Array.isArray(list) ? list : []
}

/** The names and values of an object; none of anything else. */
export const pairsOf = (value: unknown): [name: string, value: unknown][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
