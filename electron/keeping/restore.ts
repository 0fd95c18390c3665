import { summaryOf, withTimersStopped } from '#shared/domain/differences.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { done, refused, type Outcome } from '#shared/kernel/refusal.ts'
import type { Restorable } from '#shared/keeping.ts'
import type { Edit } from '#shared/model/change.ts'
import { listBackups, type Backup } from './backups/catalogue.ts'
import { backupSource, DamagedBackup, NewerBackup, type Source } from './backups/read.ts'
import { secondFolderOf } from './backups/second.ts'
import { UnreadableMonth } from '../storage/unreadable-month.ts'
import { backUp, backupsOf, type Around } from './back-up.ts'
import { differing, unchangedSince } from './differing.ts'

/** What is to be restored: its files, and when it was so. */
export interface Wanted {
  readonly source: Source
  readonly at: Instant | null
  readonly backup: Backup | null
}

/** Null where there is no such backup. */
export async function wantedBackup({ open, second }: Around, name: string): Promise<Wanted | null> {
  const folder = backupsOf(open)
  const { backups } = await listBackups(folder)
  const backup = backups.find((each) => each.name === name)
  if (!backup) return null
  const chosen = second()
  const folders = [folder, ...(chosen === null ? [] : [secondFolderOf(chosen, backup.device)])]
  return { source: await backupSource(folders, backup), at: backup.at, backup }
}

const editsTo = async ({ open }: Around, { source, at, backup }: Wanted): Promise<Edit[]> => {
  const unchanged = backup ? await unchangedSince(open.store, backup) : undefined
  const edits = await differing(open, source, unchanged)
  return at === null ? edits : withTimersStopped(edits, at)
}

/** What would be otherwise. Changes nothing. */
export const whatWouldChange = (around: Around, wanted: () => Promise<Wanted | null>): Promise<Outcome<Restorable>> =>
  whole(async () => {
    const found = await wanted()
    if (!found) return refused({ code: 'backupGone' })
    return done({ at: found.at, differences: summaryOf(await editsTo(around, found)) })
  })

/** How often it is worked out anew, where the user goes on working meanwhile. */
const TRIES = 3

/**
 * Makes everything what it was: one change, that can be taken back like any other, after a backup of what is there
 * now. A timer that runs has to be stopped first, since what it tracks may be gone.
 */
export const restore = (
  around: Around,
  wanted: () => Promise<Wanted | null>,
  label: string,
): Promise<Outcome<{ seq: number }>> =>
  whole(async () => {
    if (around.open.book.running) return refused({ code: 'timerIsRunning' })
    const found = await wanted()
    if (!found) return refused({ code: 'backupGone' })
    const before = await backUp(around, 'beforeRestore', false)
    if (!before.ok) return before
    for (let tries = 1; ; tries++) {
      const outcome = await around.open.put(label, await editsTo(around, found))
      if (outcome.ok || outcome.refusal.code !== 'movedOn' || tries === TRIES) return outcome
    }
  })

async function whole<Value>(act: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof UnreadableMonth) return refused({ code: 'notRead', month: error.message })
    if (error instanceof NewerBackup) return refused({ code: 'exportNewer', name: error.message })
    if (error instanceof DamagedBackup) return refused({ code: 'backupDamaged', file: error.message })
    throw error
  }
}
