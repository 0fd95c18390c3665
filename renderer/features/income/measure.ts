/**
 * How wide words are, without asking the page: the chart lays its words out before they are drawn, and its tests have
 * no page. Measured at 12 px on the font that the app ships, letters of a like width together.
 */
const widths: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[iljIìí|]/, 3],
  [/[.,;:’'\s]/, 3.4],
  [/[frt]/, 4.2],
  [/[mw]/, 10.1],
  [/[MW]/, 11.6],
  [/[CDGHNOQUÖÜ]/, 8.9],
  [/[A-Z]/, 7.9],
  [/\d/, 7.2],
  [/[-–]/, 5.8],
  [/[\u0300-\u036F]/, 0],
]
const OTHERS = 6.95
const STRONGER = 0.25

export const textWidth = (text: string, isStrong = false): number => {
  let width = 0
  for (const letter of text) {
    const known = widths.find(([letters]) => letters.test(letter))
    width += (known?.[1] ?? OTHERS) + (isStrong ? STRONGER : 0)
  }
  return Math.ceil(width)
}

/** How wide a figure of the table's total is: 11 px, strong, tabular. */
export const figureWidth = (text: string): number => {
  const digits = text.replaceAll(/\D/g, '').length
  return digits * 6.88 + (text.length - digits) * 3.4
}

/** Breaks phrases into lines of a width; a phrase only where it is longer than a line, a word only then too. */
export function wrapped(phrases: readonly string[], most: number): string[] {
  const pieces = phrases.flatMap((phrase) =>
    textWidth(phrase) > most
      ? filled(
          phrase.split(' ').flatMap((word) => broken(word, most)),
          most,
        )
      : [phrase],
  )
  return filled(pieces, most)
}

function filled(pieces: readonly string[], most: number): string[] {
  const lines: string[] = []
  for (const piece of pieces) {
    const line = lines.at(-1)
    const longer = line === undefined ? piece : `${line} ${piece}`
    if (line !== undefined && textWidth(longer) <= most) lines[lines.length - 1] = longer
    else lines.push(piece)
  }
  return lines
}

/** A word in pieces of at most a width: each but the last fills a line. */
function broken(word: string, most: number): string[] {
  const pieces: string[] = []
  for (const letter of word) {
    const longer = `${pieces.at(-1) ?? ''}${letter}`
    if (pieces.length > 0 && textWidth(longer) <= most) pieces[pieces.length - 1] = longer
    else pieces.push(letter)
  }
  return pieces
}
