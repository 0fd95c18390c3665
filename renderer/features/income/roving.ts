/**
 * Which of so many things that stand side by side, so many to a row, a key leads to from one of them: one of them can
 * be reached with Tab, arrows, Home and End go on from it. null where the key leads nowhere.
 */
export function goal(key: string, at: number, count: number, perRow = count): number | null {
  const start = at - (at % perRow)
  const end = Math.min(count, start + perRow) - 1
  switch (key) {
    case 'ArrowLeft':
      return Math.max(start, at - 1)
    case 'ArrowRight':
      return Math.min(end, at + 1)
    case 'ArrowUp':
      return at - perRow >= 0 ? at - perRow : perRow < count ? at : null
    case 'ArrowDown':
      return at + perRow < count ? at + perRow : perRow < count ? at : null
    case 'Home':
      return start
    case 'End':
      return end
    default:
      return null
  }
}

/** The same where some of them are empty: they are passed over. */
export function goalAmong(
  key: string,
  at: number,
  count: number,
  perRow: number,
  isThere: (index: number) => boolean,
): number | null {
  const onwards = key === 'Home' ? 'ArrowRight' : key === 'End' ? 'ArrowLeft' : key
  let to = goal(key, at, count, perRow)
  while (to !== null && !isThere(to)) {
    const next = goal(onwards, to, count, perRow)
    // The edge is empty: it stays where it is.
    if (next === to) return at
    to = next
  }
  return to
}
