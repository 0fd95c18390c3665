import fs from 'node:fs'
import path from 'node:path'
import type { Month } from '#shared/kernel/day.ts'
import { monthOfShard, type DeviceLayout, type ShardName } from './layout.ts'
import { codeOf } from './problems.ts'
import { monthsIn, orNothing } from './listed.ts'

/** How long each month's file is, and when it was written. */
export type Stamps = Readonly<Record<Month, string | null>>

/**
 * The months' files as the app knows them, so that totals kept beside them are not believed when somebody else has
 * changed one, put one there or taken one away. Nothing is read for it, only listed: some 10 µs a month.
 */
export interface MonthFiles {
  areStill(then: Stamps): boolean
  /**
   * Has a shard written, and knows its file from then on: but not one that was another before, since what somebody
   * else had put into it is in no totals yet.
   */
  write(name: ShardName, write: () => Promise<void>): Promise<void>
  stamps(): Stamps
}

/** As they are now. To be called before any of them is read: what changes after that is told by the next start. */
export function monthFilesOf(files: DeviceLayout): MonthFiles {
  const fileOf = (month: Month): string => `${files.entries}${path.sep}${month}.json`
  const known = new Map(orNothing(() => monthsIn(files)).map((month) => [month, stampOf(fileOf(month))]))

  return {
    areStill(then) {
      const months = Object.keys(then) as Month[]
      return months.length === known.size && months.every((month) => isSame(then[month], known.get(month)))
    },
    async write(name, write) {
      const month = monthOfShard(name)
      if (month === null) return write()
      const isKnown = isSame(stampOf(fileOf(month)), known.get(month) ?? ABSENT)
      await write()
      if (isKnown) known.set(month, stampOf(fileOf(month)))
    },
    stamps: () => Object.fromEntries(known),
  }
}

const ABSENT = ''

/** To the millisecond: not every copy keeps more. Null where the disk does not say. */
function stampOf(file: string): string | null {
  try {
    const { size, mtimeMs } = fs.statSync(file)
    return `${size}-${Math.round(mtimeMs)}`
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? ABSENT : null
  }
}

/** What is not known is like nothing. */
const isSame = (a: string | null | undefined, b: string | null | undefined): boolean => typeof a === 'string' && a === b
