import { useMemo, useState } from 'react'
import type { ByFile, ListLine } from '#shared/domain/entry-list/listing.ts'
import type { Month } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { fileMonthOf } from '#shared/model/entry.ts'

interface Chosen {
  readonly month: Month
  readonly seconds: number
}

export interface Selection {
  readonly has: (id: Id) => boolean
  readonly count: number
  /** What was worked in all of them. */
  readonly seconds: number
  /** As a command of many takes it. */
  readonly files: () => Record<Month, Id[]>
  readonly toggle: (line: Extract<ListLine, { kind: 'entry' }>) => void
  readonly add: (found: ByFile) => void
  readonly drop: (found: ByFile) => void
  readonly set: (found: ByFile) => void
  readonly clear: () => void
}

const none: ReadonlyMap<Id, Chosen> = new Map()

/**
 * Which entries are chosen, in sight or not: a command may be of all the history.
 *
 * @param of what is looked for: of something else nothing is chosen, so that nothing is changed behind one's back
 */
export function useSelection(of: string): Selection {
  const [kept, keep] = useState({ of, chosen: none })
  const chosen = kept.of === of ? kept.chosen : none
  return useMemo(() => {
    const setChosen = (next: (before: ReadonlyMap<Id, Chosen>) => ReadonlyMap<Id, Chosen>): void =>
      keep((before) => ({ of, chosen: next(before.of === of ? before.chosen : none) }))
    const withFound = (base: ReadonlyMap<Id, Chosen>, found: ByFile): Map<Id, Chosen> => {
      const next = new Map(base)
      for (const [month, { ids, seconds }] of Object.entries(found))
        for (const [at, id] of ids.entries()) next.set(id, { month: month as Month, seconds: seconds[at] ?? 0 })
      return next
    }
    let seconds = 0
    for (const each of chosen.values()) seconds += each.seconds
    return {
      has: (id) => chosen.has(id),
      count: chosen.size,
      seconds,
      files() {
        const files: Record<string, Id[]> = {}
        for (const [id, { month }] of chosen) (files[month] ??= []).push(id)
        return files
      },
      toggle: ({ entry, whole }) =>
        setChosen((before) => {
          const next = new Map(before)
          if (!next.delete(entry.id)) next.set(entry.id, { month: fileMonthOf(entry), seconds: whole })
          return next
        }),
      add: (found) => setChosen((before) => withFound(before, found)),
      drop: (found) =>
        setChosen((before) => {
          const next = new Map(before)
          for (const { ids } of Object.values(found)) for (const id of ids) next.delete(id)
          return next
        }),
      set: (found) => setChosen(() => withFound(none, found)),
      clear: () => setChosen(() => none),
    }
  }, [chosen, of])
}
