import { wordsAgain } from '#shared/domain/entry-words.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { TimeEntry } from '#shared/model/entry.ts'
import { useBook, useExecute, useToday, type Told } from '../workspace.tsx'

/** Starts the timer on the work of an entry, with all that is said of it; `at` back-dates the start. */
export function useContinue() {
  const book = useBook()
  const today = useToday()
  const execute = useExecute()
  return (entry: TimeEntry, { at, ...told }: Told & { at?: Instant } = {}) =>
    execute('timer.start', { ...wordsAgain(book, entry, today), ...(at && { at }) }, told)
}
