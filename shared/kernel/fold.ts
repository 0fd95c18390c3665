/** A text as it is searched: without capitals and accents, so that "perche" finds "Perché". */
export const fold = (text: string): string =>
  isPlain(text) ? text.toLowerCase() : text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Most notes are, and need not be taken apart. */
const isPlain = (text: string): boolean => /^[ -~\n]*$/.test(text)
