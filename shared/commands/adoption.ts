import { daysOf, type Book } from '../domain/book.ts'
import { engagementsOf } from '../domain/naming.ts'
import { termEnd } from '../domain/periods.ts'
import { addMonths, monthOf, monthsBetween, type Day, type Month } from '../kernel/day.ts'
import { dayAt } from '../kernel/instant.ts'
import { replaced, type Edit } from '../model/change.ts'
import type { Retainer } from '../model/engagement.ts'
import { isRunning, isSpan, type TimeEntry } from '../model/entry.ts'
import type { Context } from './command.ts'

/** The files in which the client's entries from a day on may lie; a month to each side for the zone. */
export function trackedMonths(book: Book, clientId: Retainer['clientId'], from: Day): Month[] {
  const days = engagementsOf(book, clientId).flatMap((engagement) => [...daysOf(book, engagement.id).keys()])
  const last = days.reduce((latest, day) => (day > latest ? day : latest), from)
  return monthsBetween(monthOf(addMonths(from, -1)), monthOf(addMonths(last, 1)))
}

/** The client's hourly time from the start of the agreement up to the end of its term. */
export function adoptedEntries(book: Book, retainer: Retainer, { zone }: Context): Edit[] {
  const { startsOn } = retainer.agreement
  const end = termEnd(retainer.agreement)
  const hourly = new Set(
    engagementsOf(book, retainer.clientId).flatMap((engagement) =>
      engagement.kind === 'hourly' ? [engagement.id] : [],
    ),
  )
  const dayOf = (entry: TimeEntry): Day => (isSpan(entry) ? dayAt(entry.start, zone) : entry.day)
  return [...book.workspace.tables.entries.values()]
    .filter((entry) => entry.engagementId !== null && hourly.has(entry.engagementId) && !isRunning(entry))
    .filter((entry) => dayOf(entry) >= startsOn && (end === null || dayOf(entry) < end))
    .map((entry) => replaced('entries', entry, { ...entry, engagementId: retainer.id }))
}
