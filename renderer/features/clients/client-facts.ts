import { daysOf, type Book } from '#shared/domain/book.ts'
import { readiness, type Readiness } from '#shared/domain/readiness.ts'
import { groupOf } from '#shared/domain/term.ts'
import { totalBetween, type DayTotal } from '#shared/domain/totals.ts'
import { addToMonth, firstDayOf, monthOf, monthsBetween, type Day, type Month } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { sumOf } from '#shared/kernel/units.ts'
import type { Client } from '#shared/model/client.ts'
import type { Engagement, EngagementKind } from '#shared/model/engagement.ts'

/** What a client is to the user, in figures. */
export interface ClientFacts {
  readonly client: Client
  readonly engagements: readonly Engagement[]
  /** The kinds of work there are now: a retainer counts while it runs or is yet to begin. */
  readonly kinds: readonly EngagementKind[]
  /** Seconds worked in today's month, and in the twelve months that end with it. */
  readonly month: number
  readonly year: number
  /** Ever. */
  readonly all: number
  readonly firstWorked: Day | null
  readonly lastWorked: Day | null
  readonly readiness: Readiness
  readonly isRetained: boolean
}

const kindOrder: readonly EngagementKind[] = ['retainer', 'project', 'hourly']

/** The facts of all clients: one walk over the totals by day, for a screen, never for a key. */
export function factsOfAll(book: Book, today: Day): ClientFacts[] {
  const byClient = new Map<Id, Engagement[]>()
  for (const engagement of book.workspace.tables.engagements.values()) {
    const same = byClient.get(engagement.clientId)
    if (same) same.push(engagement)
    else byClient.set(engagement.clientId, [engagement])
  }
  return [...book.workspace.tables.clients.values()].map((client) =>
    factsOf(book, client, byClient.get(client.id) ?? [], today),
  )
}

export function factsOf(book: Book, client: Client, engagements: readonly Engagement[], today: Day): ClientFacts {
  const days = engagements.map((engagement) => daysOf(book, engagement.id))
  const live = engagements.filter((engagement) => isLive(engagement, today))
  const now = monthOf(today)
  return {
    client,
    engagements,
    kinds: kindOrder.filter((kind) => live.some((engagement) => engagement.kind === kind)),
    month: workedIn(days, now, now),
    year: workedIn(days, addToMonth(now, -11), now),
    all: sumOf(days, (each) => sumOf(each.values(), (total) => total.worked)),
    ...endsOf(days),
    readiness: readiness(days, today),
    isRetained: live.some((engagement) => engagement.kind === 'retainer' && groupOf(engagement, today) === 'active'),
  }
}

export const isLive = (engagement: Engagement, today: Day): boolean =>
  !engagement.archived && (engagement.kind !== 'retainer' || groupOf(engagement, today) !== 'ended')

type Days = readonly ReadonlyMap<Day, DayTotal>[]

/** Seconds worked from the first of one month to the end of another. */
export const workedIn = (days: Days, from: Month, to: Month): number =>
  sumOf(days, (each) => totalBetween(each, firstDayOf(from), firstDayOf(addToMonth(to, 1))).worked)

function endsOf(days: Days): Pick<ClientFacts, 'firstWorked' | 'lastWorked'> {
  let [firstWorked, lastWorked]: [Day | null, Day | null] = [null, null]
  for (const each of days)
    for (const day of each.keys()) {
      if (firstWorked === null || day < firstWorked) firstWorked = day
      if (lastWorked === null || day > lastWorked) lastWorked = day
    }
  return { firstWorked, lastWorked }
}

/** Whether nothing was worked in the last twelve months: then what there is to say is of the months that there were. */
export const isLongAgo = ({ year, lastWorked }: ClientFacts): boolean => year < 60 && lastWorked !== null

/** The twelve months that end with one. */
export const twelveTo = (last: Month): Month[] => monthsBetween(addToMonth(last, -11), last)
