import type { Id } from '../../kernel/id.ts'
import { fold } from '../../kernel/fold.ts'
import type { Book } from '../book.ts'
import { clientOf } from '../naming.ts'
import type { EntryQuery } from './asked.ts'
import type { Listed } from './listed.ts'

/** What a query says of all entries on one engagement, worked out once. */
interface Verdict {
  readonly fits: boolean
  /** The words that do not stand in its name: the entry's own text has to have them. */
  readonly missing: readonly string[]
}

/** Says of an entry whether it is looked for: a look at two dates and a few words, with the names asked once each. */
export function matcherOf(book: Book, query: EntryQuery): (item: Listed) => boolean {
  const verdicts = new Map<Id | null, Verdict>()
  const { from, before, billable, tags } = query
  const verdictOf = (engagementId: Id | null): Verdict => {
    let verdict = verdicts.get(engagementId)
    if (!verdict) verdicts.set(engagementId, (verdict = judge(nameOf(book, engagementId, query.ownWork), query)))
    return verdict
  }
  return ({ entry, day, text }) => {
    if ((from !== undefined && day < from) || (before !== undefined && day >= before)) return false
    if (billable !== undefined && entry.billable !== billable) return false
    const { fits, missing } = verdictOf(entry.engagementId)
    if (!fits) return false
    for (const word of missing) if (!text.includes(word)) return false
    return tags.length === 0 || hasTags(entry.tags, tags)
  }
}

function judge(name: string, { clients, words }: EntryQuery): Verdict {
  const fits = clients.length === 0 || clients.some((client) => name.includes(client))
  return { fits, missing: words.filter((word) => !name.includes(word)) }
}

function nameOf(book: Book, engagementId: Id | null, ownWork: string): string {
  if (engagementId === null) return fold(ownWork)
  const engagement = book.workspace.tables.engagements.get(engagementId)
  return engagement ? fold(`${clientOf(book, engagement).name}\n${engagement.name}`) : ''
}

const hasTags = (tags: readonly string[], wanted: readonly string[]): boolean => {
  const folded = tags.map(fold)
  return wanted.every((tag) => folded.some((each) => each.includes(tag)))
}
