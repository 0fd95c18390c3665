import { mergeEntries, workedByClock, type SplitAt } from '#shared/domain/reshaped-entry.ts'
import { secondsBetween, type Instant, type Zone } from '#shared/kernel/instant.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { fileMonthOf, isRunning, isSpan, type TimeEntry } from '#shared/model/entry.ts'
import { now } from '../../clock.ts'
import { useContinue } from '../../parts/use-continue.ts'
import { useWords } from '../../words.tsx'
import { useBook, useExecute } from '../../workspace.tsx'
import { workName } from './work-names.ts'

/** What can be done with an entry, in the calendar and in the list. Each is told, and can be taken back. */
export interface EntryDeeds {
  /** Gives it other times; of the timer, another start. */
  readonly place: (entry: TimeEntry, times: { start: Instant; end: Instant }) => Promise<boolean>
  /** Starts the timer on the same work, with the same words. */
  readonly continue: (entry: TimeEntry) => void
  readonly split: (entry: TimeEntry, cut: SplitAt) => Promise<boolean>
  readonly merge: (entry: TimeEntry, next: TimeEntry) => void
  readonly duplicate: (entry: TimeEntry) => void
  readonly remove: (entry: TimeEntry, onDone?: () => void) => Promise<void>
}

export function useEntryDeeds(): EntryDeeds {
  const { t, format } = useWords()
  const book = useBook()
  const execute = useExecute()
  const goOn = useContinue()
  const nameOf = (entry: TimeEntry): string => workName(t, book, entry.engagementId)
  const idOf = (entry: TimeEntry) => ({ id: entry.id, month: fileMonthOf(entry) })
  return {
    async place(entry, { start, end }) {
      if (isRunning(entry)) return (await execute('timer.backdate', { start })) !== null
      const told = { done: t('time.done.changed', { name: nameOf(entry) }) }
      return (await execute('entry.update', { ...idOf(entry), when: { start, end } }, told)) !== null
    },
    continue: (entry) => void goOn(entry, { done: t('time.done.started', { name: nameOf(entry) }) }),
    split: async (entry, cut) =>
      (await execute(
        'entry.split',
        { ...idOf(entry), cut },
        { done: t('time.done.split', { name: nameOf(entry) }) },
      )) !== null,
    merge(entry, next) {
      const hours = format.hours(mergedSeconds([entry, next]))
      void execute(
        'entry.merge',
        { entries: [idOf(entry), idOf(next)] },
        { done: t('time.done.merged', { hours, name: nameOf(entry) }) },
      )
    },
    duplicate(entry) {
      const told = { done: t('time.done.duplicated', { hours: format.hours(secondsOf(entry)), name: nameOf(entry) }) }
      void execute('entry.duplicate', idOf(entry), told)
    },
    async remove(entry, onDone) {
      const told = { done: t('time.done.removed', { hours: format.hours(secondsOf(entry)), name: nameOf(entry) }) }
      if (await execute('entry.remove', idOf(entry), told)) onDone?.()
    },
  }
}

/** Whether the two become one: for the same work, neither is running, and each day keeps what it has. */
export const areMergeable = (a: TimeEntry, b: TimeEntry, zone: Zone): boolean =>
  !isRunning(a) && !isRunning(b) && 'merged' in mergeEntries([a, b], zone)

/** The whole entry with its parts in other days; the timer's up to now. */
const secondsOf = (entry: TimeEntry): number =>
  isSpan(entry) ? Math.max(0, secondsBetween(entry.start, entry.end ?? now())) : entry.seconds

const mergedSeconds = (entries: readonly TimeEntry[]): number => {
  const spans = entries.filter(isSpan)
  return spans.length > 0 ? (workedByClock(spans) ?? 0) : sumOf(entries, secondsOf)
}
