import { addDays, daysBetween, type Day } from '../kernel/day.ts'
import { dayAt, type Instant } from '../kernel/instant.ts'
import type { Id } from '../kernel/id.ts'
import { by } from '../kernel/order.ts'
import type { Client } from '../model/client.ts'
import type { Retainer } from '../model/engagement.ts'
import type { BillingAttention } from './attention-billing.ts'
import { daysOf, preferencesOf, type Book } from './book.ts'
import { isSigned, runningRetainers } from './income/signed.ts'
import { followerOf } from './ladder.ts'
import { monthToClose, type MonthToClose } from './month-close/ledgers.ts'
import { engagementsOf } from './naming.ts'
import { onceADay } from './once-a-day.ts'
import { termEnd } from './periods.ts'
import { hasRecentWork, readiness, type Readiness } from './readiness.ts'
import { shareOver, standingOf, type Standing } from './standing.ts'
import { groupOf, TALK_DAYS, termAt, type Term } from './term.ts'

/** Something that the user can act on now, the most urgent first. Nothing where there is nothing. */
export type Attention =
  | { readonly kind: 'over' | 'runsOut'; readonly retainer: Retainer; readonly standing: Standing }
  | {
      readonly kind: 'ends' | 'notice'
      readonly retainer: Retainer
      readonly term: Term & { lastDay: Day; noticeBy: Day }
    }
  | { readonly kind: 'month'; readonly toClose: MonthToClose }
  | ReadyClient
  | BillingAttention

export interface ReadyClient {
  readonly kind: 'ready'
  readonly client: Client
  readonly readiness: Readiness
}

/**
 * The kinds by how much they press, and within each what is worst or comes first. A client who was put away is nobody to
 * nag about.
 * @param billing what there is to do about money, where it has been worked out: it stands after what is over
 */
export function attention(book: Book, now: Instant, billing: readonly BillingAttention[] = []): Attention[] {
  const today = dayAt(now, preferencesOf(book.workspace).timeZone)
  const retainers = runningRetainers(book).filter(({ clientId }) => !isPutAway(book, clientId))
  const hours = retainers.flatMap((retainer) => hoursOf(book, retainer, now))
  const terms = retainers.flatMap((retainer) => termOf(book, retainer, today))
  const month = monthToClose(book, today)
  return [
    ...hours.filter(({ kind }) => kind === 'over').toSorted(mostFirst(({ standing }) => shareOver(standing))),
    ...billing,
    ...hours.filter(({ kind }) => kind === 'runsOut').toSorted(mostFirst(({ standing }) => standing.usedShare)),
    ...terms.toSorted(by(({ term: { noticeBy, lastDay } }) => (noticeBy < today ? lastDay : noticeBy))),
    ...(month ? [{ kind: 'month' as const, toClose: month }] : []),
    ...readyClients(book, today).toSorted(mostFirst((each) => each.readiness.score)),
  ]
}

const mostFirst =
  <Item>(figure: (item: Item) => number) =>
  (a: Item, b: Item): number =>
    figure(b) - figure(a)

const isPutAway = (book: Book, clientId: Id): boolean => book.workspace.tables.clients.get(clientId)?.archived === true

function hoursOf(book: Book, retainer: Retainer, now: Instant): (Attention & { kind: 'over' | 'runsOut' })[] {
  const standing = standingOf(book, retainer, now)
  if (!standing) return []
  if (standing.over > 0) return [{ kind: 'over', retainer, standing }]
  // What was delivered ahead of the calendar is work done, and asks for nothing.
  if (standing.basis === 'deliverables') return []
  const threshold = Math.min(...retainer.agreement.alerts, 100) / 100
  const isNear = standing.usedShare >= threshold && standing.usedShare > standing.calendarShare
  return isNear ? [{ kind: 'runsOut', retainer, standing }] : []
}

type TermAttention = Attention & { kind: 'ends' | 'notice' }

/** Once the term that follows it is signed, there is nothing to say any more. */
function termOf(book: Book, retainer: Retainer, today: Day): TermAttention[] {
  const term = termAt(retainer.agreement, today)
  const { lastDay, noticeBy } = term
  if (term.phase !== 'running' || lastDay === null || noticeBy === null) return []
  const isDue = today >= addDays(noticeBy, -TALK_DAYS) && daysBetween(today, lastDay) >= 0
  if (!isDue || isFollowed(book, retainer)) return []
  if (termEnd(retainer.agreement) !== null) return [{ kind: 'ends', retainer, term: { ...term, lastDay, noticeBy } }]
  return today <= noticeBy ? [{ kind: 'notice', retainer, term: { ...term, lastDay, noticeBy } }] : []
}

function isFollowed(book: Book, { id }: Retainer): boolean {
  const next = followerOf(book, id)
  return next !== undefined && isSigned(next)
}

/**
 * Clients who work by the hour, as regularly as one on retainer would (domain.md, Readiness). Who has a proposal before
 * them is asked already.
 */
export const readyClients = onceADay((book, today): ReadyClient[] => {
  const onRetainer = new Set(
    [...book.workspace.tables.engagements.values()]
      .filter((each) => each.kind === 'retainer' && ['active', 'proposed'].includes(groupOf(each, today)))
      .map(({ clientId }) => clientId),
  )
  return [...book.workspace.tables.clients.values()].flatMap((client): ReadyClient[] => {
    if (client.archived || onRetainer.has(client.id)) return []
    const hourly = engagementsOf(book, client.id).filter(({ kind }) => kind === 'hourly')
    const days = hourly.map(({ id }) => daysOf(book, id))
    if (!hasRecentWork(days, today)) return []
    const found = readiness(days, today)
    return found.isReady ? [{ kind: 'ready', client, readiness: found }] : []
  })
})
