/** The order of days, months, instants and ids, which compare as text. Words a reader sees are in that of a language. */
export const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

/** Puts items in the order of a text of theirs; those that have the same one stay as they come. */
export const by =
  <Item>(text: (item: Item) => string) =>
  (a: Item, b: Item): number =>
    compareText(text(a), text(b))
