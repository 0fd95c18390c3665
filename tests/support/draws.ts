import type { CommandInput } from '#shared/commands/index.ts'
import { closedUntil } from '#shared/domain/closed.ts'
import { periodsUntil } from '#shared/domain/periods.ts'
import { pausesIn } from '#shared/domain/versions.ts'
import { addDays, addMonths, day, monthOf, type Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { addSeconds, type Instant } from '#shared/kernel/instant.ts'
import { minor, seconds } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import type { EngagementKind, Retainer } from '#shared/model/engagement.ts'
import { fileMonthOf } from '#shared/model/entry.ts'
import type { TableName } from '#shared/model/workspace.ts'
import { agreement, testId } from './agreements.ts'
import type { Session } from './session.ts'

/** What chance decides of one step; the step makes of it what the workspace has. */
export interface Draw {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly flag: boolean
}

export const MISSING = testId(0xffff)

export function pick<const Items extends readonly unknown[]>(items: Items, index: number): Items[number] {
  return items[index % items.length]
}

export const roundings = [{ mode: 'none' }, { mode: 'up', minutes: 15 }, { mode: 'nearest', minutes: 30 }] as const
export const rollovers = [null, { periods: 1, cap: 300 }, { periods: null, cap: null }] as const
export const overages = [{ policy: 'bill' }, { policy: 'borrow' }, { policy: 'absorb' }] as const
export const perks = [
  { id: 'review', name: 'Review', minutes: 30, count: null, value: minor(0) },
  { id: 'call', name: 'Call', minutes: null, count: 2, value: minor(5000) },
]

export const anAgreement = ({ a, b, c }: Draw): Agreement =>
  agreement({
    basis: pick(['hours', 'hours', 'hours', 'deliverables', 'access'], c),
    startsOn: addDays(day('2025-11-15'), a % 300),
    period: { every: pick(['month', 'month', 'month', 'quarter'], a), anchor: pick(['calendar', 'anniversary'], b) },
    rounding: pick(roundings, b),
    rollover: pick(rollovers, c),
    overage: pick(overages, a),
    perks: b % 2 === 0 ? perks : [],
    term: { periods: (a % 12) + 1, atEnd: pick(['ends', 'renews', 'open'], b) },
  })

export const idsOf = (at: Session, table: TableName, kind?: EngagementKind): Id[] =>
  [...at.book.workspace.tables[table].values()]
    .filter((record) => kind === undefined || ('kind' in record && record.kind === kind))
    .map(({ id }) => id)

/** One of those there are; one that is not there when there is none, and now and then. */
export const one = (ids: readonly Id[], index: number): Id =>
  index % 17 === 16 ? MISSING : (ids[index % ids.length] ?? MISSING)
export const oneOrOwn = (at: Session, index: number): Id | null =>
  index % 5 === 4 ? null : one(idsOf(at, 'engagements'), index)

export const before = (at: Session, back: number): Instant => addSeconds(at.now, -back)
const spanOf = (at: Session, { b, c }: Draw) => {
  const start = before(at, (b * 977) % 26_000_000)
  return { start, end: addSeconds(start, (c % 200_000) - 500) }
}
export const whenOf = (at: Session, draw: Draw) =>
  draw.flag ? spanOf(at, draw) : { day: addDays(day('2025-12-20'), draw.b % 300), seconds: seconds(draw.c % 40_000) }
export const entryOf = (at: Session, index: number) => {
  const id = one(idsOf(at, 'entries'), index)
  const entry = at.book.workspace.tables.entries.get(id)
  return { id, month: entry ? fileMonthOf(entry) : monthOf(day('2026-01-01')) }
}
/** Now and then on a perk: of the agreement, if it has any, or of none. */
export const perkOf = (index: number) =>
  index % 5 === 0 ? { perkId: pick(['review', 'review', 'call', 'gone'], index) } : {}

export const aRetainer = (at: Session, index: number): Id => one(idsOf(at, 'engagements', 'retainer'), index)
const retainerOf = (at: Session, id: Id): Retainer | null => {
  const engagement = at.book.workspace.tables.engagements.get(id)
  return engagement?.kind === 'retainer' ? engagement : null
}
export const topUpOf = (at: Session, id: Id, index: number): Id =>
  one(retainerOf(at, id)?.agreement.topUps.map((topUp) => topUp.id) ?? [], index)

/** The first day of one of a retainer's periods; now and then any day. */
export function aPeriodStart(at: Session, id: Id, index: number): Day {
  const retainer = retainerOf(at, id)
  if (!retainer || index % 11 === 10) return addDays(day('2026-01-01'), index % 500)
  const periods = periodsUntil(retainer.agreement, addDays(retainer.agreement.startsOn, 500))
  return periods[index % periods.length]?.start ?? retainer.agreement.startsOn
}

/** The first day of a period that is paused, where there is one. */
export function aPausedDay(at: Session, id: Id, index: number): Day {
  const pauses = pausesIn(retainerOf(at, id)?.agreement.versions ?? [])
  const { from } = pauses[index % pauses.length] ?? { from: aPeriodStart(at, id, index) }
  return index % 2 === 0 ? from : addMonths(from, 1)
}

/** The first day of the oldest open period; now and then of any. */
export function toClose(at: Session, id: Id, index: number): Day {
  const retainer = retainerOf(at, id)
  if (!retainer || index % 11 === 10) return aPeriodStart(at, id, index)
  const until = closedUntil(at.book, id)
  return until === null ? retainer.agreement.startsOn : addDays(until, 1)
}

/** Of a gap that is there, any of the five answers; its parts come to more than it now and then. */
export function gapAnswer(at: Session, { a, b, c, flag }: Draw): CommandInput<'gap.answer'> {
  const id = one(idsOf(at, 'gaps'), a)
  const answer = pick(['break', 'stopped', 'work', 'later', 'others'], b)
  if (answer !== 'others') return { id, answer }
  const part = { engagementId: oneOrOwn(at, c), seconds: seconds((c % 1200) + 1) }
  return { id, answer, parts: flag ? [part, { engagementId: null, seconds: seconds(60), note: `${a}` }] : [part] }
}

/** One or two entries, as a list of many gives them to a command. */
export function filesOf(at: Session, ...numbers: readonly number[]): { files: Record<string, Id[]> } {
  const files: Record<string, Id[]> = {}
  for (const number of numbers) {
    const { id, month } = entryOf(at, number)
    files[month] = [...(files[month] ?? []), id]
  }
  return { files }
}
