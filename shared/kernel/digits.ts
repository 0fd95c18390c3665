const ZERO = 48

/** Two figures of a text, from a place on. Dates are read so in great numbers: by their digits, without a parser. */
export const twoDigitsAt = (text: string, at: number): number =>
  (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO
