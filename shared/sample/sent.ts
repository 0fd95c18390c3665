import { papersToKeep } from '../documents/sent-papers.ts'
import { applyToBook, emptyBook } from '../domain/book.ts'
import { made, type Edit } from '../model/change.ts'
import type { Engagement } from '../model/engagement.ts'
import { emptyWorkspace } from '../model/workspace.ts'

/** The engagements, each proposal with its documents as they were on the day on which it was sent. */
export function withSent(
  engagements: readonly Engagement[],
  before: readonly Edit[],
  entries: readonly Edit[],
): Engagement[] {
  const book = emptyBook(emptyWorkspace('all'), new Map())
  applyToBook(book, [...before, ...engagements.map((engagement) => made('engagements', engagement)), ...entries])
  return engagements.map((engagement) =>
    engagement.kind === 'retainer' && engagement.sentOn !== null
      ? { ...engagement, sent: papersToKeep(book, engagement, 'proposed', engagement.sentOn) }
      : engagement,
  )
}
