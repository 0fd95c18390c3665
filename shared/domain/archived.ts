import type { Engagement } from '../model/engagement.ts'
import type { Book } from './book.ts'
import { clientOf } from './naming.ts'

/** Whether work is put away, itself or with its client: no time is begun on it, and no list offers it. */
export const isArchived = (book: Book, engagement: Engagement): boolean =>
  engagement.archived || clientOf(book, engagement).archived
