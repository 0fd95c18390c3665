import { isArchived } from '../domain/archived.ts'
import type { Book } from '../domain/book.ts'
import type { Id } from '../kernel/id.ts'
import type { Refusal } from '../kernel/refusal.ts'

/** Whether time can begin on this work: it has to be there, and not be put away. null: own work always can. */
export function checkWork(book: Book, engagementId: Id | null): Refusal | null {
  if (engagementId === null) return null
  const engagement = book.workspace.tables.engagements.get(engagementId)
  if (!engagement) return { code: 'notFound', what: 'engagement' }
  return isArchived(book, engagement) ? { code: 'workArchived' } : null
}
