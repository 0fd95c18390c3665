/** A name without the blanks that nobody sees. */
export const tidyName = (name: string): string => name.trim().replaceAll(/\s+/g, ' ')

/** What two names have in common that read the same: case and the way in which accents are written do not count. */
export const nameKey = (name: string): string => tidyName(name).normalize('NFC').toLowerCase()

/** What is typed as a name is no longer: it stands in rows, in menus and on documents. What an import brings is kept whole. */
export const LONGEST_NAME = 200

/** As one counts it: an accent or a mark beyond the first plane is one. */
export const nameLength = (name: string): number => Array.from(tidyName(name)).length

/** Whether a name is refused for its length. One that is there already, from an import, may stay as it is. */
export const isNameTooLong = (name: string, before = ''): boolean =>
  nameLength(name) > LONGEST_NAME && tidyName(name) !== tidyName(before)
