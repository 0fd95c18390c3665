import type { Id } from '../../kernel/id.ts'
import { fold } from '../../kernel/fold.ts'
import type { Book } from '../book.ts'
import { clientOf } from '../naming.ts'
import type { EntryQuery } from './asked.ts'
import type { Listed } from './listed.ts'
import { narrowed } from './narrowed.ts'

/** What a query says of all entries on one engagement, worked out once. */
interface Verdict {
  readonly fits: boolean
  /** The words that do not stand in its name: the entry's own text has to have them. */
  readonly missing: readonly string[]
}

/** What of an entry is looked for: the part of it in the days that are meant; null where it is not. */
export function finderOf(book: Book, query: EntryQuery): (item: Listed) => Listed | null {
  const matches = matcherOf(book, query)
  // Most searches are for words, and go over all there is.
  if (query.from === undefined && query.before === undefined) return (item) => (matches(item) ? item : null)
  return (item) => (matches(item) ? narrowed(item, query) : null)
}

/** By all but its days: a look at a few words, with the names asked once each. */
function matcherOf(book: Book, query: EntryQuery): (item: Listed) => boolean {
  const verdicts = new Map<Id | null, Verdict>()
  const { billable, tags } = query
  const clients = clientsOf(book, query)
  const verdictOf = (engagementId: Id | null): Verdict => {
    let verdict = verdicts.get(engagementId)
    if (!verdict)
      verdicts.set(engagementId, (verdict = judge(namesOf(book, engagementId, query.ownWork), clients, query)))
    return verdict
  }
  return ({ entry, text }) => {
    if (billable !== undefined && entry.billable !== billable) return false
    const { fits, missing } = verdictOf(entry.engagementId)
    if (!fits) return false
    for (const word of missing) if (!text.includes(word)) return false
    return tags.length === 0 || hasTags(entry.tags, tags)
  }
}

/** Folded. */
interface Names {
  readonly client: string
  readonly work: string
}

function judge({ client, work }: Names, clients: ((names: Names) => boolean)[], { words }: EntryQuery): Verdict {
  const fits = clients.length === 0 || clients.some((isMeant) => isMeant({ client, work }))
  return { fits, missing: words.filter((word) => !client.includes(word) && !work.includes(word)) }
}

/** A whole name, where a client has it, is that client's alone: what leads here from a figure adds up to it. */
function clientsOf(book: Book, { clients, names = [] }: EntryQuery): ((names: Names) => boolean)[] {
  const all = names.length === 0 ? [] : [...book.workspace.tables.clients.values()].map(({ name }) => wholeName(name))
  const whole = names.filter((name) => all.includes(name))
  const pieces = [...clients, ...names.filter((name) => !whole.includes(name))]
  return [
    ...whole.map((name) => (of: Names) => wholeName(of.client) === name),
    ...pieces.map((piece) => (of: Names) => of.client.includes(piece) || of.work.includes(piece)),
  ]
}

/** As a search can say it: quotation marks end a name there, and no value is longer. */
const wholeName = (name: string): string => fold(name.replaceAll('"', '')).trim().slice(0, 200)

function namesOf(book: Book, engagementId: Id | null, ownWork: string): Names {
  if (engagementId === null) return { client: fold(ownWork), work: '' }
  const engagement = book.workspace.tables.engagements.get(engagementId)
  if (!engagement) return { client: '', work: '' }
  return { client: fold(clientOf(book, engagement).name), work: fold(engagement.name) }
}

const hasTags = (tags: readonly string[], wanted: readonly string[]): boolean => {
  const folded = tags.map(fold)
  return wanted.every((tag) => folded.some((each) => each.includes(tag)))
}
