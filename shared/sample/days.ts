import type { Day } from '../kernel/day.ts'
import { random } from './random.ts'
import { lengthOf, type Piece } from './work.ts'

/** A piece of work with its place in the day, in seconds since 00:00 of the wall clock. */
export interface Placed extends Piece {
  readonly from: number
  readonly to: number
}

const NINE = 9 * 60
const LUNCH = 12 * 60 + 30
/** When it is time to stop: breaks get shorter before work gets later. */
const SIX = 18 * 60

/** Lays a day's work out one after the other: from about nine to about six, with a lunch and gaps, none twice. */
export function layOut(day: Day, pieces: readonly Piece[]): Placed[] {
  const { int, chance, shuffle } = random(`day ${day}`)
  const placed: Placed[] = []
  let clock = NINE + int(-3, 6) * 5
  let left = lengthOf(pieces)
  let lunch = int(9, 15) * 5
  for (const { minutes, ...piece } of shuffle(pieces)) {
    if (clock >= LUNCH && lunch > 0) {
      clock += lunch
      lunch = 0
    } else if (placed.length > 0) {
      const spare = Math.max(0, SIX - clock - left - lunch)
      clock += Math.min(chance(15) ? int(4, 9) * 5 : int(0, 2) * 5, spare - (spare % 5))
    }
    placed.push({ ...piece, minutes, from: clock * 60, to: (clock + minutes) * 60 })
    clock += minutes
    left -= minutes
  }
  return placed
}
