import { dayAt, secondsBetween, type Instant } from '../kernel/instant.ts'
import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/units.ts'
import { unpaidAdvance } from './billing/status.ts'
import { preferencesOf, type Book } from './book.ts'

/** What the running timer gives cause to say, quietly; null where all is well. */
export interface TimerWarnings {
  /** The seconds that it has run for, once they are past the user's limit. */
  readonly long: number | null
  /** The advance of the running period that is past due: since which day, and how much of it, in the agreement's currency. */
  readonly unpaid: { readonly dueOn: Day; readonly left: Minor; readonly currency: string } | null
}

const nothing: TimerWarnings = { long: null, unpaid: null }

/** @param limit seconds after which a timer is long; null for none. */
export function timerWarnings(book: Book, now: Instant, limit: number | null): TimerWarnings {
  const { running, workspace } = book
  if (!running) return nothing
  const ran = secondsBetween(running.start, now)
  const engagement = running.engagementId === null ? undefined : workspace.tables.engagements.get(running.engagementId)
  const today = dayAt(now, preferencesOf(workspace).timeZone)
  const advance = engagement?.kind === 'retainer' ? unpaidAdvance(book, engagement, today) : null
  return {
    long: limit !== null && ran >= limit ? ran : null,
    unpaid: advance && {
      dueOn: advance.invoice.dueOn,
      left: advance.left,
      currency: advance.invoice.currency,
    },
  }
}
