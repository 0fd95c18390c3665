import type { Day } from '../kernel/day.ts'
import { by } from '../kernel/order.ts'
import type { Done } from './ledger/row.ts'

type Deliveries = NonNullable<Done['deliveries']>

const none: Deliveries = []

/** Put in order once: what was done is never changed, only told anew. */
const known = new WeakMap<Deliveries, Deliveries>()

function inOrder(deliveries: Deliveries): Deliveries {
  let sorted = known.get(deliveries)
  if (!sorted) {
    sorted = deliveries.toSorted(by(({ day }) => day))
    known.set(deliveries, sorted)
  }
  return sorted
}

/**
 * What was handed over from one day up to, not including, another, in the order of days; found without going through
 * the past, since a ledger asks for it once a row.
 */
export function deliveriesBetween({ deliveries = none }: Done, from: Day, to: Day): Deliveries {
  if (deliveries.length === 0) return none
  const sorted = inOrder(deliveries)
  return sorted.slice(firstOn(sorted, from), firstOn(sorted, to))
}

/** The place of the first that is on a day or after it. */
function firstOn(sorted: Deliveries, day: Day): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((sorted[middle]?.day ?? day) < day) low = middle + 1
    else high = middle
  }
  return low
}
