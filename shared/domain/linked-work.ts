import { nameKey } from '../kernel/names.ts'
import type { Id } from '../kernel/id.ts'
import type { Engagement } from '../model/engagement.ts'
import { isArchived } from './archived.ts'
import type { Book } from './book.ts'
import { clientOf } from './naming.ts'

/**
 * The work that names from outside the app mean: undefined where they mean none, or more than one. An empty client is
 * nobody in particular; archived work is not found. Case and the way accents are written do not count.
 */
export function linkedWork(book: Book, { client, work }: { client: string; work: string }): Id | undefined {
  if (nameKey(client) === '') return undefined
  const isMeant = (engagement: Engagement): boolean => {
    const whose = clientOf(book, engagement)
    const isNamed = nameKey(work) === '' || nameKey(engagement.name) === nameKey(work)
    return !isArchived(book, engagement) && nameKey(whose.name) === nameKey(client) && isNamed
  }
  const found = [...book.workspace.tables.engagements.values()].filter(isMeant)
  return found.length === 1 ? found[0]?.id : undefined
}
