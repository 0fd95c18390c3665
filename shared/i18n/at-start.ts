/** A text that stands at the start of a line, where Italian too writes a day or a month with a capital. */
export const atStart = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
