import type { BackupRow, BackupsView, Problem } from '#shared/keeping.ts'
import { isDoubtful, listBackups, type Backup } from './backups/catalogue.ts'
import { backupsOf, type Around } from './back-up.ts'

/** The backups, newest first, and what stands in the way of more. */
export async function backupsView({ open, second }: Around): Promise<BackupsView> {
  const causeOf = (kind: 'notBackedUp' | 'notCopied') =>
    open.store.problems.find((problem): problem is Extract<Problem, { kind: typeof kind }> => problem.kind === kind)
      ?.cause ?? null
  const folder = second()
  return {
    backups: (await listBackups(backupsOf(open))).backups.map(rowOf),
    second: folder === null ? null : { folder, problem: causeOf('notCopied') },
    problem: causeOf('notBackedUp'),
  }
}

const rowOf = (backup: Backup): BackupRow => ({
  name: backup.name,
  at: backup.at,
  why: backup.why,
  counts: backup.counts,
  missing: isDoubtful(backup) ? backup.drop.reduce((sum, { before, now }) => sum + before - now, 0) : 0,
})
