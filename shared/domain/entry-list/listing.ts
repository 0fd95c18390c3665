import { addDays, monthOf, weekdayOf, type Day, type Month } from '../../kernel/day.ts'
import { fold } from '../../kernel/fold.ts'
import type { Id } from '../../kernel/id.ts'
import { compareText } from '../../kernel/order.ts'
import { fileMonthOf, type TimeEntry } from '../../model/entry.ts'
import { preferencesOf, type Book } from '../book.ts'
import { clientOf, fullName } from '../naming.ts'
import type { Asked, Grouping } from './asked.ts'
import type { Listed } from './listed.ts'
import { finderOf } from './query.ts'
import { twiceAmong } from './twice.ts'

/** Entries that belong together. `key` is a day (of a week the first), a month, or an id; empty for own work. */
interface Group {
  readonly key: string
  readonly rows: Listed[]
  seconds: number
  /** At which line of the whole list its head stands. */
  line: number
}

/** What a query finds, in groups; a line for the head of each, then one for each entry of it. */
export interface Listing {
  readonly groups: readonly Group[]
  readonly lines: number
  readonly entries: number
  readonly seconds: number
  /** Of these, how many are there more than once by the clock. */
  readonly twice: number
}

/** A line of the list as a window shows it. */
export type ListLine =
  | { readonly kind: 'group'; readonly key: string; readonly entries: number; readonly seconds: number }
  | {
      readonly kind: 'entry'
      readonly entry: TimeEntry
      /** Of the part that stands here, which is mostly the whole. */
      readonly day: Day
      readonly seconds: number
      readonly whole: number
    }

/**
 * What is looked for, the newest first, in groups with their sums. By day, week and month an entry over a border stands
 * in each of both groups with the part that lies in it, so that the sums are those of the totals (domain.md,
 * Quantities); of one over the border of the days that are looked for, what lies in them. Groups by time come newest first, the others by name, own work last.
 *
 * @param items all entries, the newest first
 */
export function listingOf(book: Book, items: readonly Listed[], { query, group, weekStart }: Asked): Listing {
  const find = finderOf(book, query)
  const groups = new Map<string, Group>()
  const keyOf = keysOf(book, group, weekStart)
  const isByTime = group === 'day' || group === 'week' || group === 'month'
  const found: Listed[] = []
  let seconds = 0
  const put = (key: string, row: Listed): void => {
    let at = groups.get(key)
    if (!at) groups.set(key, (at = { key, rows: [], seconds: 0, line: 0 }))
    at.rows.push(row)
    at.seconds += row.seconds
  }
  for (const each of items) {
    const item = find(each)
    if (!item) continue
    found.push(item)
    seconds += item.seconds
    if (item.parts && isByTime) for (const part of partsBy(item, keyOf)) put(keyOf(part), part)
    else put(keyOf(item), item)
  }
  const sorted = isByTime ? newestFirst([...groups.values()]) : byName(book, group, [...groups.values()])
  let line = 0
  for (const each of sorted) {
    each.line = line
    line += 1 + each.rows.length
  }
  const twice = twiceAmong(found, query, preferencesOf(book.workspace).timeZone)
  return { groups: sorted, lines: line, entries: found.length, seconds, twice }
}

/** The entry once for each group that it lies in, the latest first. */
function partsBy(item: Listed, keyOf: (item: Pick<Listed, 'day' | 'entry'>) => string): Listed[] {
  const parts: Listed[] = []
  for (const { day, seconds } of item.parts ?? []) {
    const last = parts.at(-1)
    if (last && keyOf(last) === keyOf({ day, entry: item.entry }))
      parts[parts.length - 1] = { ...last, seconds: last.seconds + seconds }
    else parts.push({ ...item, day, seconds })
  }
  return parts.toReversed()
}

function keysOf(book: Book, group: Grouping, weekStart: number): (item: Pick<Listed, 'day' | 'entry'>) => string {
  if (group === 'day') return ({ day }) => day
  if (group === 'month') return ({ day }) => monthOf(day)
  if (group === 'engagement') return ({ entry }) => entry.engagementId ?? ''
  const known = new Map<string | null, string>()
  const remembered = (of: string | null, work: () => string): string => {
    let key = known.get(of)
    if (key === undefined) known.set(of, (key = work()))
    return key
  }
  if (group === 'week') return ({ day }) => remembered(day, () => weekOf(day, weekStart))
  const { engagements } = book.workspace.tables
  return ({ entry: { engagementId } }) =>
    remembered(engagementId, () => (engagementId === null ? '' : (engagements.get(engagementId)?.clientId ?? '')))
}

/** The first day of the week in which a day lies. */
export const weekOf = (day: Day, weekStart: number): Day => addDays(day, -((weekdayOf(day) - weekStart + 7) % 7))

const newestFirst = (groups: Group[]): Group[] => groups.toSorted((a, b) => compareText(b.key, a.key))

function byName(book: Book, group: Grouping, groups: Group[]): Group[] {
  const { clients, engagements } = book.workspace.tables
  const nameOf = (key: string): string => {
    if (group === 'client') return fold(clients.get(key as Id)?.name ?? '')
    const engagement = engagements.get(key as Id)
    return engagement ? fold(fullName(clientOf(book, engagement), engagement)) : ''
  }
  const named = groups.map((each) => ({ each, name: nameOf(each.key) }))
  const isOwn = ({ each }: (typeof named)[number]): number => Number(each.key === '')
  return named.toSorted((a, b) => isOwn(a) - isOwn(b) || compareText(a.name, b.name)).map(({ each }) => each)
}

/** The lines from `from` on, at most so many. */
export function linesOf({ groups }: Listing, from: number, count: number): ListLine[] {
  const lines: ListLine[] = []
  for (let at = groupAt(groups, from); at < groups.length && lines.length < count; at++) {
    const { key, rows, seconds, line } = groups[at] as Group
    const entries = rows.length
    const first = from + lines.length - line
    if (first === 0) lines.push({ kind: 'group', key, entries, seconds })
    const wanted = rows.slice(Math.max(0, first - 1), Math.max(0, first - 1) + count - lines.length)
    for (const row of wanted) {
      const { entry, day, seconds: part, whole } = row
      lines.push({ kind: 'entry', entry, day, seconds: part, whole })
    }
  }
  return lines
}

/** The group in which a line lies. */
function groupAt(groups: readonly Group[], line: number): number {
  let [low, high] = [0, groups.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((groups[middle] as Group).line <= line) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/**
 * Entries by the month of their file: by that a command finds them, whether they are in memory or not. Beside each id
 * stands what was worked, in seconds.
 */
export type ByFile = Readonly<Record<Month, { readonly ids: readonly Id[]; readonly seconds: readonly number[] }>>

/** Those of the lines from `from` up to, not including, `to`, each once and whole. */
export function idsOf({ groups }: Listing, from: number, to: number): ByFile {
  const files = new Map<Month, Map<Id, number>>()
  for (let at = groupAt(groups, from); at < groups.length; at++) {
    const { rows, line } = groups[at] as Group
    if (line >= to) break
    for (const row of rows.slice(Math.max(0, from - line - 1), Math.max(0, to - line - 1))) {
      const month = fileMonthOf(row.entry)
      let own = files.get(month)
      if (!own) files.set(month, (own = new Map()))
      own.set(row.entry.id, row.whole)
    }
  }
  const columns = [...files].map(([month, own]) => [month, { ids: [...own.keys()], seconds: [...own.values()] }])
  return Object.fromEntries(columns) as ByFile
}
