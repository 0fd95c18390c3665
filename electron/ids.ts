import { randomFillSync } from 'node:crypto'
import { V7Generator } from 'uuidv7'
import type { Id } from '#shared/kernel/id.ts'

/** The system's chance. Without it the library falls back to Math.random where there is no global `crypto`. */
const nextUint32 = (): number => randomFillSync(new Uint32Array(1))[0] ?? 0

const generator = new V7Generator({ nextUint32 })

/** A new id; those of one process sort in the order in which they were made. */
export const newId = (): Id => generator.generate().toString() as Id
