import { roles, type Role } from '#shared/formats/columns.ts'
import { trackerIds } from '#shared/formats/trackers.ts'
import type { ColumnMemory } from './offered-files.ts'
import type { SettingsFile } from './settings.ts'

/** Settings stay under 4 KB: of more kinds of file than this, the oldest is asked about again. */
const MOST = 8

/** What the columns of files meant, kept with the settings of this machine. */
export const columnMemory = (settings: Pick<SettingsFile, 'get' | 'set'>): ColumnMemory => ({
  get(key) {
    const known = settings.get().importColumns
    const said = Object.hasOwn(known, key) ? known[key] : undefined
    return (
      said && {
        ...said,
        tracker: trackerIds.find((id) => id === said.tracker),
        columns: said.columns.map((name) => roles.find((role): role is Role => role === name) ?? null),
      }
    )
  },
  set(key, said) {
    const others = Object.entries(settings.get().importColumns).filter(([other]) => other !== key)
    settings.set({
      importColumns: Object.fromEntries([...others.slice(1 - MOST), [key, { ...said, columns: [...said.columns] }]]),
    })
  },
})
