/** A name without the blanks that nobody sees. */
export const tidyName = (name: string): string => name.trim().replaceAll(/\s+/g, ' ')

/** What two names have in common that read the same: case and the way in which accents are written do not count. */
export const nameKey = (name: string): string => tidyName(name).normalize('NFC').toLowerCase()
