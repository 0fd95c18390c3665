import type { RowList } from '../formats/row-list.ts'
import { DAY_MS, fromNumber } from '../kernel/day.ts'
import { dayAt, instantOf } from '../kernel/instant.ts'
import type { Workspace } from '../model/workspace.ts'
import { preferencesOf } from './book.ts'
import type { Place } from './import-places.ts'
import { perkNamed } from './perk-on.ts'

const DAY_S = DAY_MS / 1000

/**
 * The perk on which a row comes in, by its place in the list: the one of that name which its work has on the row's day.
 * null where the row names none, or one that is not agreed then.
 * @param placeOf where the rows go, by their place in `rows.names`
 */
export function perksOfRows(
  workspace: Workspace,
  rows: RowList,
  placeOf: readonly (Place | undefined)[],
): (at: number) => string | null {
  const zone = preferencesOf(workspace).timeZone
  return (at) => {
    const name = rows.nameOf(at)
    const { perk } = rows.names[name] ?? {}
    if (perk === undefined) return null
    const start = rows.startOf(at)
    const day = rows.isOfDay(at) ? fromNumber(start / DAY_S) : dayAt(instantOf(start * 1000), zone)
    return perkNamed(placeOf[name]?.engagement?.existing ?? undefined, perk, day)?.id ?? null
  }
}
