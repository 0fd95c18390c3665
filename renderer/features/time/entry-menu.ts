import { Combine, Copy, Pencil, Play, Scissors, Trash2 } from 'lucide-react'
import type { DayView, PartRow } from '#shared/domain/day-view.ts'
import type { Zone } from '#shared/kernel/instant.ts'
import { isRunning, isSpan, type TimeEntry } from '#shared/model/entry.ts'
import type { MenuEntry } from '../../ui/menu.tsx'
import { useWords } from '../../words.tsx'
import { usePreferences } from '../../workspace.tsx'
import { areMergeable, type EntryDeeds } from './use-entry-deeds.ts'

export interface EntryMenuDeeds extends EntryDeeds {
  readonly edit: (entry: TimeEntry) => void
  readonly askSplit: (entry: TimeEntry) => void
}

/** The entry that *merge* joins it with: the next in the day, if it is on the same work. */
export function nextToMerge(view: DayView, entry: TimeEntry, zone: Zone): TimeEntry | null {
  const alike = view.rows.filter((row): row is PartRow => row.kind === 'part' && isSpan(row.entry) === isSpan(entry))
  const next = alike[alike.findIndex((row) => row.entry.id === entry.id) + 1]?.entry
  return next && areMergeable(entry, next, zone) ? next : null
}

/** By key, on an entry that has the focus. */
export const DEED_KEYS = { continue: 'c', split: 's', merge: 'm', duplicate: 'd' } as const

/** The deeds of an entry's menu, with the keys that do the same on the calendar. */
export function useEntryMenu(deeds: EntryMenuDeeds, view: DayView) {
  const { t } = useWords()
  const { timeZone } = usePreferences()
  return (entry: TimeEntry, withKeys: boolean): { id: string; entries: MenuEntry[] }[] => {
    const next = nextToMerge(view, entry, timeZone)
    const keys = (key: string) => (withKeys ? { keys: key } : {})
    return [
      {
        id: 'change',
        entries: [
          { id: 'edit', label: t('time.menu.edit'), icon: Pencil, ...keys('⏎'), onAction: () => deeds.edit(entry) },
          ...(isRunning(entry)
            ? []
            : [
                {
                  id: 'continue',
                  label: t('time.menu.continue'),
                  icon: Play,
                  ...keys('C'),
                  onAction: () => deeds.continue(entry),
                },
              ]),
        ],
      },
      {
        id: 'shape',
        entries: [
          {
            id: 'split',
            label: t('time.menu.split'),
            icon: Scissors,
            ...keys('S'),
            onAction: () => deeds.askSplit(entry),
          },
          {
            id: 'merge',
            label: t('time.menu.merge'),
            icon: Combine,
            ...keys('M'),
            isDisabled: next === null,
            onAction: () => next && deeds.merge(entry, next),
          },
          {
            id: 'duplicate',
            label: t('time.menu.duplicate'),
            icon: Copy,
            ...keys('D'),
            isDisabled: isRunning(entry),
            onAction: () => deeds.duplicate(entry),
          },
        ],
      },
      {
        id: 'remove',
        entries: [
          {
            id: 'remove',
            label: t('time.menu.remove'),
            icon: Trash2,
            ...keys('⌫'),
            isDanger: true,
            onAction: () => void deeds.remove(entry),
          },
        ],
      },
    ]
  }
}
