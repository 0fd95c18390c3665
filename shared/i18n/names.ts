/** A sentence has room for so many characters of a name; where names are the thing itself they are shown whole. */
const MOST = 80
/** What turns the direction of the text that follows, and what has no shape. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const [ISOLATE, END] = ['\u2068', '\u2069']

/**
 * A name in the middle of words: whatever it is made of, it neither turns nor floods what stands around it. The
 * translator does this to every name it is given.
 */
export function nameInWords(name: string): string {
  const seen = name.replaceAll(UNSEEN, '')
  const characters = Array.from(seen)
  const short =
    characters.length > MOST
      ? `${characters
          .slice(0, MOST - 1)
          .join('')
          .trimEnd()}…`
      : seen
  return RIGHT_TO_LEFT.test(short) ? `${ISOLATE}${short}${END}` : short
}
