import { app } from 'electron'
import { applyToBook } from '#shared/domain/book.ts'
import { dayAt } from '#shared/kernel/instant.ts'
import type { Outcome } from '#shared/kernel/refusal.ts'
import type { Language } from '#shared/model/quantities.ts'
import { instantNow, wallClockMs } from './clock.ts'
import { firstEdits } from './first-start.ts'
import { newId } from './ids.ts'
import { monthsAtStart, systemZone } from './months-at-start.ts'
import { clearOldSample, sampleOf } from './sample.ts'
import { openStore, type Store } from './storage/store.ts'
import { openWorkspace, type OpenWorkspace } from './workspace.ts'

interface Options {
  readonly folder: string
  readonly sample: boolean
  /** The folder is the app's own; one that the user named is never cleared. */
  readonly isOwn: boolean
  readonly language: () => Language
  /** The files have been brought up to the journal. */
  readonly checkpointed: () => void
  readonly beforeDelete: () => Promise<Outcome<unknown>>
}

/**
 * Opens the data folder, once Electron is up: only then does it know the system's language and region. A new folder
 * begins with what the system tells, or with the sample.
 *
 * Where preferences that were there cannot be read, are in quarantine or are gone, the app opens with those of a new
 * workspace, in memory alone: nothing is said on the user's behalf, so that their own are in force again as soon as
 * the file can be read, or has been mended and put back. What the user then says in Settings is kept like anything
 * else; the record that it takes the place of stays in quarantine (storage/checkpoint.ts).
 */
export async function openFolder(options: Options): Promise<OpenWorkspace> {
  const { folder, sample, isOwn, language, checkpointed, beforeDelete } = options
  const now = instantNow()
  if (sample && isOwn) clearOldSample(folder, dayAt(now, systemZone()))
  let due = (): void => undefined
  const openAt = (at: string): Promise<Store> =>
    openStore(at, {
      now: wallClockMs,
      months: monthsAtStart(now),
      onCheckpointDue: () => due(),
      beforeMigration: async (files) => {
        await (await import('./keeping/index.ts')).makeBackup(files, 'beforeMigration', instantNow())
      },
    })
  const store = await openAt(folder)
  const workspace = openWorkspace(store, { now: wallClockMs, newId, openAt, beforeDelete })
  due = () => void workspace.checkpoint().then(checkpointed)
  if (workspace.book.workspace.tables.preferences.size > 0) return workspace
  const zone = systemZone()
  const edits = sample && store.isNew ? await sampleOf(now, zone, language()) : firstEdits(app.getSystemLocale(), zone)
  const hasBegun = store.isNew && (await workspace.begin('first start', edits)).ok
  // Where nothing can be written it can still be looked at.
  if (!hasBegun) applyToBook(workspace.book, edits)
  return workspace
}
