import { isMonth, type Month } from '#shared/kernel/day.ts'
import type { DeviceLayout } from './layout.ts'
import { namesIn } from './safe-file.ts'

/** A folder that cannot be listed tells that itself when its files are asked for. */
export function orNothing<Item>(list: () => Item[]): Item[] {
  try {
    return list()
  } catch {
    return []
  }
}

/** The months that have a file. */
export const monthsIn = (files: DeviceLayout): Month[] =>
  namesIn(files.entries)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter(isMonth)
