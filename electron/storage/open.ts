import fs from 'node:fs'
import path from 'node:path'
import { FORMAT } from '#shared/model/workspace.ts'
import { clockOf } from './clock.ts'
import { afterAWhile, dueOf } from './due.ts'
import { pendingOf } from './edits.ts'
import { findJournal, noJournal, validChanges } from './found-journal.ts'
import { enter, findHome, lockFolder } from './home.ts'
import { journalOf } from './journal.ts'
import { deviceLayoutOf, layoutOf, monthOfShard, type Layout } from './layout.ts'
import { liveStore } from './live-store.ts'
import type { Lock } from './lock.ts'
import { writeManifest } from './manifest.ts'
import { monthFilesOf } from './month-files.ts'
import { migrateFolder, type NotMigrated } from './older-folder.ts'
import { problemList, type ProblemList } from './problem-list.ts'
import type { Problem } from './problems.ts'
import { noQuarantine, quarantineOf } from './quarantine.ts'
import { readerOf } from './reader.ts'
import { recover } from './recover.ts'
import { makeFolder, removeLeftovers } from './safe-file.ts'
import { shardsIn, shardsInMemory, shardsOf } from './shards.ts'
import type { Store, StoreOptions } from './store.ts'
import { readTotals } from './totals-cache.ts'
import { totalsSince } from './totals-since.ts'

/**
 * Opens a workspace, whatever state its files are in (persistence.md, The promise, 2): what cannot be understood is
 * set aside and told, what cannot be written in opens all the same. Nothing is written where `readOnly` says so.
 */
export async function openStore(folder: string, options: StoreOptions): Promise<Store> {
  const layout = layoutOf(path.resolve(folder))
  const problems = problemList()
  const before = options.beforeMigration ?? (() => Promise.resolve())
  const notMigrated = await migrateFolder(layout, { report: (problem) => problems.report(problem), before })
  return open(layout, problems, notMigrated, options)
}

function open(layout: Layout, problems: ProblemList, notMigrated: NotMigrated | null, options: StoreOptions): Store {
  const inMemory = notMigrated?.inMemory ?? null
  const report = (problem: Problem): void => problems.report(problem)
  const entry = enter(layout)
  const quarantine = entry.readOnly ? noQuarantine : quarantineOf(layout.root, layout.quarantine)

  const home = findHome(layout, quarantine, report)
  const files = deviceLayoutOf(layout, home.device)
  if (entry.lock)
    for (const place of [layout.root, files.root, files.entries, files.invoices]) attempt(() => removeLeftovers(place))
  const clock = clockOf(home.device, options.now)
  const settled = home.manifest?.seq ?? 0
  const isListed = home.manifest?.shards !== undefined
  const found = inMemory ? noJournal : findJournal(layout.root, files, settled, quarantine, report, isListed)
  const changes = validChanges(found.changes, quarantine, report)
  const pending = pendingOf(settled, found.older)
  for (const change of changes) pending.add(change)
  const shards = inMemory
    ? shardsInMemory(layout.root, files, inMemory.shards)
    : shardsOf(layout.root, files, quarantine, report, home.manifest?.shards)
  const reader = readerOf(shards, pending, quarantine, report)
  const monthFiles = monthFilesOf(files)
  const manifest = home.manifest && inMemory ? { ...home.manifest, running: [...inMemory.running] } : home.manifest
  const recovered = recover(reader, pending, changes, found.older, options.months, manifest, shards, clock)
  const { workspace, seq, timers } = recovered
  // Of months that nobody asked for, too, what the journals still have is to be written.
  for (const name of shards.missing) reader.read(name)

  let lock: Lock | null = entry.lock
  if (recovered.isNewer) lock?.release()
  const readOnly = recovered.isNewer ? 'newerFormat' : entry.readOnly
  let isReady = false
  const prepare = (): 'ready' | 'locked' => {
    if (isReady) return 'ready'
    const taken = lock ?? lockFolder(layout)
    if (taken === 'taken') return 'locked'
    lock = taken
    refuseWhatCameBack([...(home.isManifestAbsent ? [layout.manifest] : []), ...found.absent])
    makeFolder(files.entries)
    makeFolder(files.invoices)
    // What the shards hold was not read to the end, so nothing is said to be in them.
    const manifest = { format: FORMAT, device: home.device, seq: 0, at: clock.last(), running: timers.months() }
    if (!home.manifest) writeManifest(layout.manifest, manifest)
    isReady = true
    return 'ready'
  }
  const unreadable = notMigrated?.cause ?? home.unreadable ?? found.unreadable
  if (!readOnly && !unreadable) attempt(prepare)

  const isTrusted = !inMemory && recovered.isWhole && !problems.list.some(isAboutEntries)
  const read = isTrusted ? readTotals(layout.totals) : null
  const cached = read && monthFiles.areStill(read.files) ? read : null
  const since = cached && cached.seq < settled ? [...found.older.changes(), ...changes] : changes
  const due = dueOf(options.after ?? afterAWhile, () => options.onCheckpointDue?.())
  const store = liveStore({
    layout,
    device: home.device,
    manifest: home.manifest,
    shards,
    monthFiles,
    quarantine,
    pending,
    timers,
    clock,
    report,
    problems,
    reader,
    due,
    workspace,
    seq,
    journal: journalOf(files, found.size, found.isClosed, quarantine),
    totals: home.isNew ? new Map() : totalsSince(cached, since, seq, workspace),
    isNew: seq === 0 && !problems.list.some(isOfSomething),
    readOnly,
    unreadable,
    unsaved: found.changes,
    months: () => shards.names().flatMap((name) => monthOfShard(name) ?? []),
    shardsOnDisk: () => shardsIn(files),
    prepare,
    release: () => lock?.release(),
  })
  if (!readOnly && found.size > 0) due.changed()
  return store
}

/**
 * A disk that said *not there* of what is there now, as one does that was away for a moment, was opened without it:
 * whatever were written would go over what nobody has read. What is there is seen at the next start.
 */
function refuseWhatCameBack(absent: readonly string[]): void {
  const back = absent.find((file) => fs.existsSync(file))
  if (back !== undefined) throw Object.assign(new Error(`${back} was not there when it was read`), { code: 'ENOENT' })
}

/** Whether something was there, though it may not be understood. A torn line is of a change that nobody was told of. */
const isOfSomething = ({ kind }: Problem): boolean => kind !== 'badLine'

/** Whether cached totals may speak of entries that are not there. An altered file is known by its stamp. */
const isAboutEntries = (problem: Problem): boolean =>
  ('file' in problem && problem.kind !== 'alteredFile' && problem.file.includes('entries')) ||
  (problem.kind === 'mismatch' && problem.table === 'entries')

/** What does not work out now is tried again where it matters, and told there. */
function attempt(act: () => unknown): void {
  try {
    act()
  } catch {
    return
  }
}
