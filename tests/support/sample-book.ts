import { applyToBook, emptyBook, type Book } from '#shared/domain/book.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Instant, Zone } from '#shared/kernel/instant.ts'
import type { Edit } from '#shared/model/change.ts'
import type { Engagement, EngagementKind } from '#shared/model/engagement.ts'
import type { TimeEntry } from '#shared/model/entry.ts'
import { emptyWorkspace } from '#shared/model/workspace.ts'
import { sampleEdits } from '#shared/sample/index.ts'

/** The sample workspace in memory, its totals counted as its edits are applied. */
export interface Sample {
  readonly today: Day
  readonly now: Instant
  readonly edits: readonly Edit[]
  readonly book: Book
  readonly entries: readonly TimeEntry[]
  /** The one engagement of that kind that a client has now. */
  readonly engagement: <Kind extends EngagementKind>(client: string, kind: Kind) => Extract<Engagement, { kind: Kind }>
}

export function sampleBook(today: Day, now: Instant, zone: Zone, language: 'en' | 'it' = 'en'): Sample {
  const edits = sampleEdits(today, now, zone, language)
  const book = emptyBook(emptyWorkspace('all'), new Map())
  applyToBook(book, edits)
  const { clients, engagements, entries } = book.workspace.tables
  const engagement: Sample['engagement'] = (client, kind) => {
    const id = [...clients.values()].find(({ name }) => name === client)?.id
    const found = [...engagements.values()].find(
      (each): each is Extract<Engagement, { kind: typeof kind }> =>
        each.clientId === id &&
        each.kind === kind &&
        !each.archived &&
        (each.kind !== 'retainer' || each.status === 'active'),
    )
    if (!found) throw new Error(`${client} has no ${kind}`)
    return found
  }
  return { today, now, edits, book, entries: [...entries.values()], engagement }
}
