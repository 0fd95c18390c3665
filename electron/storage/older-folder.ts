import fs from 'node:fs'
import { devicesInUse, nextDevice } from './device-names.ts'
import path from 'node:path'
import type { Month } from '#shared/kernel/day.ts'
import { migrate } from '#shared/model/migrate.ts'
import { FORMAT } from '#shared/model/workspace.ts'
import { findJournal, type FoundJournal } from './found-journal.ts'
import { gather, place } from './gathered.ts'
import { enter, findHome, lockFolder, type Home } from './home.ts'
import { deviceLayoutOf, monthOfShard, OLD_INVOICES, type DeviceLayout, type Layout, type ShardName } from './layout.ts'
import type { Lock } from './lock.ts'
import { readManifest, writeManifest } from './manifest.ts'
import { causeOf, type Cause, type Problem } from './problems.ts'
import { noQuarantine, quarantineOf, type Quarantine } from './quarantine.ts'
import { makeFolder, namesIn, readIfThere, renamePatiently, syncFolder } from './safe-file.ts'
import { formatIn, NewerShard, type Shard } from './shard-text.ts'
import { shardsIn, shardsOf } from './shards.ts'
import type { StillFiles } from './store.ts'

/** A folder of an older format that could not be written anew: it is shown as it would be, and nothing is written. */
export interface NotMigrated {
  /** Null where it could not even be told what format it is of. */
  readonly inMemory: InMemory | null
  /** Of the disk; `other` where another program has the folder. */
  readonly cause: Cause
}
export interface InMemory {
  readonly shards: ReadonlyMap<ShardName, Shard>
  readonly running: readonly Month[]
}

interface Around {
  readonly report: (problem: Problem) => void
  /** Copies what is there, before it is written in another form; where it throws, nothing is. */
  readonly before: (files: StillFiles) => Promise<void>
}

/**
 * Writes a folder of an older format in the present one (persistence.md, Formats and migrations): worked out in memory
 * over the whole workspace, written beside the old data under another device's name and read back, and swapped in by
 * the one file that says whose folder is read. Until then the old one is what is there, whatever happens; after it
 * lies among the backups.
 * @returns null where there is nothing to do, or no more
 */
export async function migrateFolder(layout: Layout, around: Around): Promise<NotMigrated | null> {
  try {
    if (!isOlder(layout)) return null
  } catch (error) {
    return { inMemory: null, cause: causeOf(error) }
  }
  const { readOnly, lock } = enter(layout)
  if (readOnly === 'newerFormat') return null
  try {
    return await migrateIn(layout, around, readOnly ? null : { lock })
  } finally {
    lock?.release()
  }
}

/** @param held null where another program has the folder, so that nothing may be written */
async function migrateIn(
  layout: Layout,
  { report, before }: Around,
  held: { readonly lock: Lock | null } | null,
): Promise<NotMigrated | null> {
  const quarantine = held ? quarantineOf(layout.root, layout.quarantine) : noQuarantine
  const home = findHome(layout, quarantine, report)
  // It is of today's format already: an older one beside it could not be put aside, or was brought back.
  if (nextDevice(home.device) === home.device) return null
  const files = deviceLayoutOf(layout, home.device)
  const found = findJournal(layout.root, files, 0, quarantine, report)
  const read = readAll(layout, files, quarantine, report)
  if (!read) return null
  const anew = await asOfNow(home, found, read)
  const unreadable = home.unreadable ?? found.unreadable ?? read.unreadable
  if (!held || unreadable) return notMigrated(anew, held ? unreadable : null, report)
  try {
    await write(layout, files, home, found, anew, before, held.lock)
    return null
  } catch (error) {
    return notMigrated(anew, causeOf(error), report)
  }
}

function notMigrated(inMemory: InMemory, cause: Cause | null, report: Around['report']): NotMigrated {
  if (cause !== null) report({ kind: 'notMigrated', cause })
  return { inMemory, cause: cause ?? 'other' }
}

/** By the manifest alone; only where it is gone, or says nothing, by the files. Throws what the disk says. */
function isOlder(layout: Layout): boolean {
  const manifest = readManifest(layout.manifest)
  if (manifest && manifest !== 'bad') return manifest.format < FORMAT
  const devices = devicesInUse(layout, namesIn(layout.devices))
  return devices.some((device) => formatByFiles(deviceLayoutOf(layout, device)) < FORMAT)
}

/** The format of the oldest of the small files. */
const formatByFiles = ({ root }: DeviceLayout): number =>
  Math.min(
    FORMAT,
    ...namesIn(root)
      .filter((name) => name.endsWith('.json'))
      .map((name) => formatIn(readIfThere(path.join(root, name))?.toString('utf8', 0, 200) ?? '') || FORMAT),
  )

interface Read {
  readonly shards: ReadonlyMap<ShardName, Shard>
  readonly format: number
  readonly unreadable: Cause | null
}

/** Null where a later version has been here: that is another matter. */
function readAll(
  layout: Layout,
  files: DeviceLayout,
  quarantine: Quarantine,
  report: (problem: Problem) => void,
): Read | null {
  const shards = shardsOf(layout.root, files, quarantine, report)
  const found = new Map<ShardName, Shard>()
  let unreadable: Cause | null = null
  const tell = (file: string, error: unknown): void => {
    unreadable = causeOf(error)
    report({ kind: 'unreadable', file, cause: unreadable })
  }
  let [names, format]: [ShardName[], number] = [[], FORMAT]
  try {
    ;[names, format] = [namesOf(files), formatByFiles(files)]
  } catch (error) {
    // What cannot be listed must not be taken for nothing.
    tell(path.relative(layout.root, files.root), error)
  }
  for (const name of names) {
    try {
      const shard = shards.read(name)
      if (shard) found.set(name, shard)
    } catch (error) {
      if (error instanceof NewerShard) return null
      tell(shards.told(name), error)
    }
  }
  return { shards: found, format, unreadable }
}

const namesOf = (files: DeviceLayout): ShardName[] => [...shardsIn(files), OLD_INVOICES]

interface Anew extends InMemory {
  /** That they were in. */
  readonly format: number
  readonly seq: number
  readonly at: string
}

async function asOfNow({ manifest }: Home, { changes }: FoundJournal, read: Read): Promise<Anew> {
  const format = manifest?.format ?? read.format
  const found = await gather(read.shards, changes)
  const seq = Math.max(found.seq, manifest?.seq ?? 0)
  const at = [found.at, manifest?.at ?? ''].toSorted().at(-1) ?? ''
  const placed = await place({ ...found, seq, tables: migrate(format, found.tables) })
  return { shards: placed, running: runningIn(placed), format, seq, at }
}

const runningIn = (shards: ReadonlyMap<ShardName, Shard>): Month[] =>
  [...shards].flatMap(([name, { records }]) => {
    const month = monthOfShard(name)
    return month !== null && [...records.values()].some((entry) => entry['end'] === null) ? [month] : []
  })

/** Throws what the disk says: then the old files are what is there. */
async function write(
  layout: Layout,
  files: DeviceLayout,
  home: Home,
  found: FoundJournal,
  anew: Anew,
  before: Around['before'],
  lock: Lock | null,
): Promise<void> {
  // Where the disk gave no lock, it says now why.
  const own = lock ?? lockFolder(layout)
  if (own === 'taken') throw new Error('another program has the folder')
  try {
    await before(stillFiles(layout, files, home, found, anew))
    const device = nextDevice(home.device)
    await writeDevice(layout, deviceLayoutOf(layout, device), anew)
    const { seq, at, running } = anew
    // What it says of the old files is not so of the new ones.
    const { shards: _, ...known } = home.manifest ?? {}
    writeManifest(layout.manifest, { ...known, format: FORMAT, device, seq, at, running: [...running] })
    putAside(layout, files, home.device)
  } finally {
    if (!lock) own.release()
  }
}

async function writeDevice(layout: Layout, files: DeviceLayout, { shards }: Anew): Promise<void> {
  // What a try before this one left: nobody has ever read from it.
  fs.rmSync(files.root, { recursive: true, force: true })
  for (const folder of [files.entries, files.invoices]) makeFolder(folder)
  const written = shardsOf(layout.root, files, noQuarantine, () => undefined)
  await written.readyToWrite()
  for (const [name, shard] of shards) await written.write(name, shard)
}

function stillFiles(
  layout: Layout,
  files: DeviceLayout,
  home: Home,
  { changes }: FoundJournal,
  { seq, format }: Anew,
): StillFiles {
  return {
    root: layout.root,
    backups: layout.backups,
    device: home.device,
    format,
    folder: files.root,
    shards: () => namesOf(files),
    marks: () => ({}),
    seq: () => seq,
    unsaved: () => changes.filter((change) => change.seq > (home.manifest?.seq ?? 0)),
    isLeaving: () => false,
  }
}

/** Out of the way of whoever looks for devices. Where that does not work it is in nobody's way. */
function putAside(layout: Layout, files: DeviceLayout, device: string): void {
  try {
    makeFolder(layout.backups)
    renamePatiently(files.root, path.join(layout.backups, `files-of-${device}`))
    for (const folder of [layout.devices, layout.backups]) syncFolder(folder)
  } catch {
    return
  }
}
