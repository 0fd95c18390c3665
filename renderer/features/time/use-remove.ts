import type { ListLine } from '#shared/domain/entry-list/listing.ts'
import { fileMonthOf } from '#shared/model/entry.ts'
import { useWords } from '../../words.tsx'
import { useExecute } from '../../workspace.tsx'
import type { Selection } from './use-selection.ts'

type EntryLine = Extract<ListLine, { kind: 'entry' }>

/** Deletes what is selected; the line alone where nothing is, or where it is meant by itself. */
export function useRemove(selection: Selection): (line: EntryLine | null, isAlone?: boolean) => Promise<void> {
  const { t, format } = useWords()
  const execute = useExecute()
  return async (line, isAlone = false) => {
    const isOne = isAlone || selection.count === 0
    if (isOne && !line) return
    const isOf = (entry: EntryLine['entry']) => ({ files: { [fileMonthOf(entry)]: [entry.id] }, count: 1 })
    const { files, count } = isOne && line ? isOf(line.entry) : await selection.latest()
    const done = t('timeList.done.removed', { count, n: format.number(count) })
    if ((await execute('entries.remove', { files }, { done })) !== null && !isOne) selection.clear()
  }
}
