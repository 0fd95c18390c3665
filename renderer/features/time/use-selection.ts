import { useEffect, useMemo, useState } from 'react'
import type { Asked } from '#shared/domain/entry-list/asked.ts'
import type { ByFile, ListLine } from '#shared/domain/entry-list/listing.ts'
import type { Month } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { fileMonthOf } from '#shared/model/entry.ts'
import { bridge } from '../../bridge.ts'
import { useView } from '../../workspace.tsx'

interface Chosen {
  readonly month: Month
  readonly seconds: number
}

export interface Selection {
  readonly has: (id: Id) => boolean
  readonly count: number
  /** What was worked in all of them. */
  readonly seconds: number
  /** What of it is still found, as a command of many takes it, where it lies by now: a change may have moved some. */
  readonly latest: () => Promise<{ readonly files: Record<Month, Id[]>; readonly count: number }>
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
 * After every change they are looked up again: an entry may lie in another month's file by then, be longer, or be none
 * of those that are looked for.
 *
 * @param asked what is looked for: of something else nothing is chosen, so that nothing is changed behind one's back
 */
export function useSelection(asked: Asked): Selection {
  const of = JSON.stringify(asked.query)
  const { seq } = useView()
  const [kept, keep] = useState({ of, seq, chosen: none })
  const chosen = kept.of === of ? kept.chosen : none
  const isOld = kept.seq !== seq && chosen.size > 0
  useEffect(() => {
    if (!isOld) return
    void stillThere(asked, chosen).then((still) =>
      keep((now) => (now.of === of && now.chosen === chosen ? { of, seq, chosen: still } : now)),
    )
  }, [isOld, asked, chosen, of, seq])
  const chosenNow = useMemo<Omit<Selection, 'latest'>>(() => {
    const setChosen = (next: (before: ReadonlyMap<Id, Chosen>) => ReadonlyMap<Id, Chosen>): void =>
      keep((before) => {
        const base = before.of === of ? before.chosen : none
        // What was chosen before a change is as it was then, whatever is added to it.
        return { of, seq: base.size > 0 ? before.seq : seq, chosen: next(base) }
      })
    let seconds = 0
    for (const each of chosen.values()) seconds += each.seconds
    return {
      has: (id) => chosen.has(id),
      count: chosen.size,
      seconds,
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
  }, [chosen, of, seq])
  return {
    ...chosenNow,
    async latest() {
      const still = isOld ? await stillThere(asked, chosen) : chosen
      return { files: filesOf(still), count: still.size }
    },
  }
}

/** Those of the chosen that are still found, as they are by now. */
async function stillThere(asked: Asked, chosen: ReadonlyMap<Id, Chosen>): Promise<ReadonlyMap<Id, Chosen>> {
  const found = await bridge().listedIds({ ...asked, from: 0, to: Number.MAX_SAFE_INTEGER })
  return new Map([...withFound(none, found)].filter(([id]) => chosen.has(id)))
}

function withFound(base: ReadonlyMap<Id, Chosen>, found: ByFile): Map<Id, Chosen> {
  const next = new Map(base)
  for (const [month, { ids, seconds }] of Object.entries(found))
    for (const [at, id] of ids.entries()) next.set(id, { month: month as Month, seconds: seconds[at] ?? 0 })
  return next
}

function filesOf(chosen: ReadonlyMap<Id, Chosen>): Record<Month, Id[]> {
  const files: Record<string, Id[]> = {}
  for (const [id, { month }] of chosen) (files[month] ??= []).push(id)
  return files
}
