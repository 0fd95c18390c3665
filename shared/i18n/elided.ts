/**
 * Before what begins with a vowel when it is read out: eight, eighty, eight hundred (all that begins with an 8), eleven
 * and eleven thousand, and one where it stands alone. "Il 1º" is the first and keeps its article.
 */
const BY_VOWEL = '(?=[\\u2066-\\u2069]*(?:0?8|11(?!\\d)|1(?:,\\d+)?\\s?%))'
const ARTICLE = new RegExp(`(?<![\\p{L}\\d’'])(il|lo|al|dal|del|nel|sul|i|ai|dai|dei|nei|sui) ${BY_VOWEL}`, 'giu')
/** The first of a month is an ordinal. */
const FIRST =
  /(?<=(?<![\p{L}\d])(?:il|al|dal|del|nel|sul) )1(?= (?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic))/giu

/** "i" before a vowel is "gli", and what ends with it too; the singular loses its vowel and takes an apostrophe. */
function before(article: string): string {
  const small = article.toLowerCase()
  const said = small.endsWith('i')
    ? `${small.slice(0, -1)}gli `
    : small === 'il' || small === 'lo'
      ? 'l’'
      : `${small}l’`
  return article === small ? said : said.slice(0, 1).toUpperCase() + said.slice(1)
}

/**
 * An Italian text in which articles, alone or joined to a preposition, agree with the number or the day that follows:
 * "l’80%", "dell’8 maggio", "gli 11 mesi", "il 1º giugno". The translator does it to all that it says, whichever
 * number a message was given; whoever puts an article before a number elsewhere asks for it here.
 */
export const elided = (text: string): string =>
  /\d/.test(text) ? text.replaceAll(FIRST, '1º').replaceAll(ARTICLE, (_, article: string) => before(article)) : text

/** What a piece of words begins with: the text inside an element, however deep. */
function beginning(piece: unknown): string {
  if (typeof piece === 'string') return piece
  if (Array.isArray(piece)) return piece.map(beginning).find((text) => text !== '') ?? ''
  const isElement = typeof piece === 'object' && piece !== null && 'props' in piece
  return isElement ? beginning((piece.props as { children?: unknown } | null)?.children) : ''
}

/** The same of words in pieces, some of them elements of a page: an article may stand before the piece that it belongs to. */
export const elidedPieces = <Piece>(pieces: readonly Piece[]): (Piece | string)[] =>
  pieces.map((piece, index) => {
    if (typeof piece !== 'string') return piece
    // So much of what follows decides; it is the next piece's own, whatever becomes of the article before it.
    const next = beginning(pieces[index + 1]).slice(0, 4)
    const both = elided(piece + next)
    return both.slice(0, both.length - next.length)
  })

/** In a name that the user gave nothing is put right: this stands before its numbers while the words around are. */
const KEEP = '\u2060'

/** A name whose own articles stay as they were written, once it has gone through `elided` and `unkept`. */
export const kept = (name: string): string =>
  elided(name) === name ? name : name.replaceAll(/(?<=\p{L} )(?=\d)/gu, KEEP)

export const unkept = (text: string): string => text.replaceAll(KEEP, '')
