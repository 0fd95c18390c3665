import { randomFillSync } from 'node:crypto'
import { V7Generator } from 'uuidv7'
import type { Id } from '#shared/kernel/id.ts'

/** Asked of the system a page at a time: an import makes ten thousand ids at once. */
const chance = new Uint32Array(256)
let used = chance.length

/** The system's chance. Without it the library falls back to Math.random where there is no global `crypto`. */
function nextUint32(): number {
  if (used === chance.length) {
    randomFillSync(chance)
    used = 0
  }
  return chance[used++] ?? 0
}

const generator = new V7Generator({ nextUint32 })

/** A new id; those of one process sort in the order in which they were made. */
export const newId = (): Id => generator.generate().toString() as Id
