/** A grant of time or of pieces, and how much of it is used. Both in the same whole unit. */
export interface StayLot {
  kind: 'carried' | 'included' | 'topUp'
  granted: number
  used: number
}

export interface StayShape {
  /** In the order in which they are used; shares of the whole length (gaps aside). With `over` and `free` they make 1. */
  lots: { kind: StayLot['kind']; share: number; filled: number }[]
  /** Share of what went beyond, after the last lot. */
  over: number
  /** Share left empty at the end: the room a list keeps so that its ticks line up. */
  free: number
  /** Where today stands: share of the length, and how many gaps lie before it. Null outside the period. */
  tick: { at: number; gaps: number } | null
}

interface StayInput {
  lots: readonly StayLot[]
  over?: number | undefined
  /** How much of the period has gone by, 0 to 1. */
  today?: number | null | undefined
  /** Share of the length that every stay of a list keeps for going over, so that all of them share length and tick. */
  overRoom?: number | undefined
}

const MOST_PIECES = 24

/** Where everything in a stay stands. Pure: the drawing only turns shares into pixels. */
export function stayShape({ lots, over = 0, today = null, overRoom }: StayInput): StayShape {
  const granted = lots.filter((lot) => lot.granted > 0)
  const total = granted.reduce((sum, lot) => sum + lot.granted, 0)
  const beyond = Math.max(0, over)
  const whole = overRoom === undefined ? total + beyond : total / (1 - overRoom)
  if (whole <= 0) {
    const isOver = beyond > 0
    return { lots: [], over: isOver ? (overRoom ?? 1) : 0, free: isOver ? 1 - (overRoom ?? 1) : 1, tick: null }
  }
  const overShare = Math.min(beyond / whole, overRoom ?? 1)
  const shares = granted.map((lot) => lot.granted / whole)
  const grantedShare = total / whole
  return {
    lots: granted.map((lot, index) => ({
      kind: lot.kind,
      share: shares[index] ?? 0,
      filled: Math.min(1, Math.max(0, lot.used / lot.granted)),
    })),
    over: overShare,
    free: Math.max(0, 1 - grantedShare - overShare),
    tick: today === null || today < 0 || today > 1 ? null : tickAt(shares, today * grantedShare),
  }
}

function tickAt(shares: readonly number[], at: number): { at: number; gaps: number } {
  let end = 0
  let gaps = 0
  for (const share of shares.slice(0, -1)) {
    end += share
    if (at < end) break
    gaps += 1
  }
  return { at, gaps }
}

/** Pieces (four articles) as equal lots, the first ones used; many of them become one lot. */
export function pieceLots(granted: number, used: number, kind: StayLot['kind'] = 'included'): StayLot[] {
  if (granted > MOST_PIECES) return [{ kind, granted, used: Math.min(used, granted) }]
  return Array.from({ length: Math.max(0, granted) }, (_, index) => ({
    kind,
    granted: 1,
    used: Math.min(1, Math.max(0, used - index)),
  }))
}
