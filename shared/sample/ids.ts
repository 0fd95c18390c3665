import type { Id } from '../kernel/id.ts'
import { msOf, type Instant } from '../kernel/instant.ts'
import { random } from './random.ts'

const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0')

/**
 * A UUIDv7 as it would have been made at a moment: 48 bits of milliseconds, then bits that look random and are not.
 * @param what tells apart the records that were made at the same moment.
 */
export function idAt(made: Instant, what: string): Id {
  const { int } = random(`${made} ${what}`)
  const ms = hex(msOf(made), 12)
  const tail = `${hex(int(0, 0xffff), 4)}${hex(int(0, 0xffff), 4)}${hex(int(0, 0xffff), 4)}`
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${hex(int(0, 0xfff), 3)}-${hex(int(0x8000, 0xbfff), 4)}-${tail}` as Id
}
