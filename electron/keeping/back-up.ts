import { instantOf, msOf } from '#shared/kernel/instant.ts'
import { done, refused, type Outcome } from '#shared/kernel/refusal.ts'
import type { BackupReason } from '#shared/keeping.ts'
import { isDoubtful, listBackups, putBackup, type Backup } from './backups/catalogue.ts'
import { LeftOff, makeBackup, rotate } from './backups/make.ts'
import { copyBackups } from './backups/second.ts'
import { causeOf } from '../storage/problems.ts'
import type { OpenWorkspace } from '../workspace.ts'

export interface Around {
  readonly open: OpenWorkspace
  /** UTC milliseconds. */
  readonly now: () => number
  /** The folder that the user chose for a second copy. */
  readonly second: () => string | null
}

const HOUR_MS = 3_600_000

/** The folder of the backups, in the data folder as it is now. */
export const backupsOf = ({ store }: OpenWorkspace): string => store.backups

/**
 * Makes one, brings the second copy up to date and takes away what is due to go. What does not work is told in the
 * workspace's problems, and refused to whoever asked.
 * @param mayRotate not while an older one is about to be restored: it stays, whatever its turn
 */
export async function backUp(around: Around, why: BackupReason, mayRotate = true): Promise<Outcome<Backup>> {
  const { store } = around.open
  if (store.readOnly) return refused({ code: 'readOnlyWorkspace', why: store.readOnly })
  const old = store.problems.find(({ kind }) => kind === 'notMigrated')
  // What is shown is in no file yet.
  if (old?.kind === 'notMigrated') return refused({ code: 'notSaved', cause: old.cause })
  await around.open.checkpoint()
  store.forget('notBackedUp')
  try {
    const backup = await store.still((files) => makeBackup(files, why, instantOf(around.now())))
    tellDrops(around.open, [backup])
    // Somebody waits for this one, and it may be made beside another.
    if (why === 'beforeDelete') return done(backup)
    // Not while another is being made: it may need what seems to be needed no more.
    if (mayRotate) await store.still(() => rotate(backupsOf(around.open)))
    await copyAgain(around)
    return done(backup)
  } catch (error) {
    if (error instanceof LeftOff) return refused({ code: 'gone' })
    const cause = causeOf(error)
    store.report({ kind: 'notBackedUp', cause })
    return refused({ code: 'notSaved', cause })
  }
}

/** The second copy, where the user wants one. A folder that is gone is told, and tried again with the next backup. */
export async function copyAgain({ open, second }: Around): Promise<void> {
  const folder = second()
  open.store.forget('notCopied')
  if (folder === null) return
  try {
    await copyBackups(backupsOf(open), folder, open.store.device)
  } catch (error) {
    open.store.report({ kind: 'notCopied', folder, cause: causeOf(error) })
  }
}

/**
 * Makes one where an hour has passed since the last and something has changed. A clock that was set back does not
 * keep it from being made.
 */
export async function backUpIfDue(around: Around): Promise<void> {
  const { store } = around.open
  // Nothing is copied, nor counted, while some of it cannot be read, or is in no file yet.
  if (store.readOnly || store.problems.some(({ kind }) => kind === 'unreadable' || kind === 'notMigrated')) return
  try {
    const { backups } = await listBackups(backupsOf(around.open))
    tellDrops(around.open, backups)
    const last = backups.find(({ device }) => device === store.device)
    const isDue = !last || Math.abs(around.now() - msOf(last.at)) >= HOUR_MS
    if (isDue && store.seq > 0 && last?.seq !== store.seq) await backUp(around, 'hourly')
  } catch (error) {
    store.report({ kind: 'notBackedUp', cause: causeOf(error) })
  }
}

function tellDrops({ store }: OpenWorkspace, backups: readonly Backup[]): void {
  const newest = backups.find(isDoubtful)
  for (const drop of newest?.drop ?? []) store.report({ kind: 'fewerRecords', ...drop })
}

/** The user says that fewer records are right: the older backups are rotated as before again. */
export async function acceptDrop(around: Around): Promise<void> {
  const folder = backupsOf(around.open)
  for (const backup of (await listBackups(folder)).backups)
    if (isDoubtful(backup)) putBackup(folder, { ...backup, isAccepted: true })
  around.open.store.forget('fewerRecords')
  await around.open.store.still(() => rotate(folder))
  await copyAgain(around)
}
