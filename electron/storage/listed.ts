import { isMonth, type Month } from '#shared/kernel/day.ts'
import { shardOfYear, type DeviceLayout, type YearShard } from './layout.ts'
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
export const monthsIn = (files: DeviceLayout): Month[] => stemsIn(files.entries).filter(isMonth)

/** The years of invoices that have a file. */
export const yearsIn = (files: DeviceLayout): YearShard[] =>
  stemsIn(files.invoices)
    .filter((name) => /^\d{4}$/.test(name))
    .map(shardOfYear)

const stemsIn = (folder: string): string[] =>
  namesIn(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
