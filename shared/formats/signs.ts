/** The codes of a text's signs, at the same places: a list of numbers is gone through in a third of a text's time. */
export type Codes = Uint8Array | Uint16Array

/** For a text that nobody has the codes of already. */
export function codesOf(text: string): Codes {
  const codes = new Uint16Array(text.length)
  for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at)
  return codes
}

/** A text with its codes. */
export interface Coded {
  readonly text: string
  readonly codes: Codes
}
