import type { Month } from '../../kernel/day.ts'
import type { MonthNote } from '../../model/preferences.ts'
import { preferencesOf, type Book } from '../book.ts'

/** What the user has said of a month in its pass; undefined while they have said nothing. */
export const noteOn = (book: Book, month: Month): MonthNote | undefined =>
  preferencesOf(book.workspace).months.find((note) => note.month === month)
