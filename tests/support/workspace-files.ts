import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { clockOf } from '#electron/storage/clock.ts'
import { deviceLayoutOf, layoutOf, shardOf, type ShardName } from '#electron/storage/layout.ts'
import { writeManifest } from '#electron/storage/manifest.ts'
import { encodeShard, type StoredRecord } from '#electron/storage/shard-text.ts'
import { monthFilesOf } from '#electron/storage/month-files.ts'
import { encodingTotals, writeTotals } from '#electron/storage/totals-cache.ts'
import { countAll } from '#shared/domain/book.ts'
import { addDays, weekdayOf, type Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { atOnce } from '#shared/kernel/pieces.ts'
import { atWallClock, instantOf, msOf, type Instant, type Zone } from '#shared/kernel/instant.ts'
import { made, apply, type Edit } from '#shared/model/change.ts'
import { clientSchema } from '#shared/model/client.ts'
import { hourlySchema, retainerSchema, type Engagement } from '#shared/model/engagement.ts'
import type { SpanEntry } from '#shared/model/entry.ts'
import { preferencesId, preferencesSchema } from '#shared/model/preferences.ts'
import { emptyWorkspace, FORMAT } from '#shared/model/workspace.ts'

const device = 'written-by-test'
const zone = 'Europe/Rome' as Zone

/** Writes records as a data folder, as it looks after a checkpoint. Not durably: nobody's time lies in it. */
export function writeWorkspace(folder: string, edits: readonly Edit[], now: number, zoneOfTotals: Zone): void {
  const layout = layoutOf(folder)
  const files = deviceLayoutOf(layout, device)
  mkdirSync(files.entries, { recursive: true })
  const clock = clockOf(device, () => now)
  const shards = new Map<ShardName, Map<string, StoredRecord>>()
  const workspace = emptyWorkspace('all')
  apply(workspace, edits)
  const at = clock.next()
  for (const { table, after } of edits) {
    if (!after) continue
    const name = shardOf(table, after)
    const records = shards.get(name) ?? new Map<string, StoredRecord>()
    records.set(after.id, { ...after, at })
    shards.set(name, records)
  }
  for (const [name, records] of shards) {
    const file = path.join(files.root, `${name}.json`)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, encodeShard({ seq: 1, records }))
  }
  writeManifest(layout.manifest, { format: FORMAT, device, seq: 1, at, running: [] })
  const totals = countAll(workspace, workspace.tables.entries.values(), zoneOfTotals)
  writeTotals(layout.totals, atOnce(encodingTotals(1, zoneOfTotals, totals)), monthFilesOf(files).stamps())
}

/** So many clients in twenty years, each with a retainer and other work; six of them at a time. */
const CLIENTS = 24
const AT_A_TIME = 6

/**
 * A long history: so many entries over so many years up to `today`, on every working day, some five a day for each of
 * those that are worked for on it. The same call writes the same files.
 */
export function bigHistory(folder: string, entries: number, years: number, today: Day): void {
  writeWorkspace(folder, [...ground(), ...history(entries, years, today)], msOf(`${today}T12:00:00Z` as Instant), zone)
}

const idOf = (kind: string, number: number): Id =>
  `00000000-00${kind}-7000-8000-${String(number).padStart(12, '0')}` as Id

function ground(): Edit[] {
  const preferences = { id: preferencesId, timeZone: zone, currency: 'EUR', listRate: 9000 }
  const clients = Array.from({ length: CLIENTS }, (_, index) =>
    clientSchema.parse({
      id: idOf('01', index),
      name: `Client ${index + 1}`,
      currency: 'EUR',
      language: 'en',
      listRate: 9000,
      mark: { colour: 'plum', pattern: 'half' },
    }),
  )
  return [
    made('preferences', preferencesSchema.parse(preferences)),
    ...clients.map((client) => made('clients', client)),
    ...clients.flatMap((client, index) => [
      made('engagements', retainerOf(client.id, index)),
      made('engagements', hourlyOf(client.id, index)),
    ]),
  ]
}

const retainerOf = (clientId: Id, index: number): Engagement =>
  retainerSchema.parse({
    id: idOf('02', index * 2),
    clientId,
    kind: 'retainer',
    name: '',
    status: 'active',
    agreement: {
      basis: 'hours',
      currency: 'EUR',
      listRate: 9000,
      startsOn: '2020-01-01',
      period: { every: 'month', anchor: 'calendar' },
      term: { periods: 12, atEnd: 'renews' },
      proration: 'days',
      rollover: { periods: 1, cap: 600 },
      overage: { policy: 'bill' },
      versions: [{ from: '2020-01-01', fee: 100_000, included: 1200 }],
    },
  })

const hourlyOf = (clientId: Id, index: number): Engagement =>
  hourlySchema.parse({
    id: idOf('02', index * 2 + 1),
    clientId,
    kind: 'hourly',
    name: 'Other work',
    rates: [{ from: null, rate: 9000 }],
  })

/** The entries of a long history. */
export function history(entries: number, years: number, today: Day): Edit[] {
  const first = addDays(today, -Math.round(years * 365.25))
  const days = workingDays(first, today)
  return Array.from({ length: entries }, (_, index) => {
    const place = Math.floor((index * days.length) / entries)
    const day = days[place] ?? first
    const client = Math.floor((place * (CLIENTS - AT_A_TIME)) / days.length) + ((place + (index % 4)) % AT_A_TIME)
    const start = atWallClock(day, 8 * 3600 + (index % 20) * 1800, zone)
    const entry: SpanEntry = {
      id: idOf('03', index),
      engagementId: idOf('02', client * 2 + (index % 5 === 0 ? 1 : 0)),
      note: `What was done, number ${index}`,
      tags: [],
      billable: true,
      start,
      end: instantOf(msOf(start) + (15 + ((index * 13) % 105)) * 60_000),
    }
    return made('entries', entry)
  })
}

function workingDays(from: Day, to: Day): Day[] {
  const days: Day[] = []
  for (let day = from; day < to; day = addDays(day, 1)) if (weekdayOf(day) <= 5) days.push(day)
  return days
}
