import type { Instant, Zone } from '../kernel/instant.ts'
import { secondsBetween } from '../kernel/instant.ts'
import type { ImportRow } from '../formats/rows.ts'
import type { Pieces } from '../kernel/pieces.ts'
import { isRunning, isSpan, type TimeEntry } from '../model/entry.ts'
import type { Workspace } from '../model/workspace.ts'
import { fingerprinting } from './fingerprint.ts'
import { perkName } from './perk-on.ts'

/** How many entries are looked at in one go. */
const PIECE = 2000

/** What is here already, by the keys of rows. */
export interface KnownKeys {
  readonly keys: ReadonlySet<string>
  /** Takes in what else is here. */
  readonly add: (entries: Iterable<TimeEntry>) => Pieces<void>
}

/**
 * What is here already: what came from the same tracker by the key that it had then, whatever its user has made of it
 * since; and every entry as its own row would read today, so that an export brought in again, or the same work from another
 * tracker, adds nothing.
 */
export function knownKeys(workspace: Workspace, source: string, zone: Zone): KnownKeys {
  const keys = new Set<string>()
  const keyOf = fingerprinting(zone)
  return {
    keys,
    *add(entries) {
      let seen = 0
      for (const entry of entries) {
        if (++seen % PIECE === 0) yield
        if (isRunning(entry)) continue
        for (const key of sourceKeysIn([entry], source)) keys.add(key)
        keys.add(keyOf(rowOf(workspace, entry, 0)))
      }
    },
  }
}

/** The keys that entries had when they came from a tracker, whenever that was and wherever they lie now. */
export const sourceKeysIn = (entries: readonly TimeEntry[], source: string): string[] =>
  entries.flatMap((entry) => sourcesOf(entry).flatMap(({ from, key }) => (from === source ? key : [])))

/** All that an entry was brought in from: one that was put together from several has a source of each. */
function sourcesOf({ source, sources = [] }: TimeEntry): readonly NonNullable<TimeEntry['source']>[] {
  return source ? [source, ...sources] : sources
}

/** An entry that has ended, as a row of an export. Own work has no client. */
export function rowOf({ tables }: Workspace, entry: TimeEntry, line: number): ImportRow {
  const engagement = entry.engagementId === null ? undefined : tables.engagements.get(entry.engagementId)
  const words = {
    line,
    client: (engagement && tables.clients.get(engagement.clientId)?.name) ?? '',
    project: engagement?.name ?? '',
    task: entry.task ?? '',
    ...(entry.perkId !== undefined && { perk: perkName(engagement, entry.perkId) }),
    note: entry.note,
    tags: entry.tags,
    billable: entry.billable,
  }
  if (!isSpan(entry)) return { ...words, day: entry.day, seconds: entry.seconds }
  const end = entry.end as Instant
  return { ...words, start: entry.start, end, seconds: secondsBetween(entry.start, end) }
}
