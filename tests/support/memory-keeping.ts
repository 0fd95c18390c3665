import type { KeepingHandlers } from '#electron/keep.ts'
import type { OpenWorkspace } from '#electron/workspace.ts'
import { asOneChange, editsBetween, summaryOf, withTimersStopped } from '#shared/domain/differences.ts'
import type { Bridge } from '#shared/ipc.ts'
import { wholesale, type BackupReason, type BackupRow } from '#shared/keeping.ts'
import type { Id } from '#shared/kernel/id.ts'
import { instantOf } from '#shared/kernel/instant.ts'
import { done, refused } from '#shared/kernel/refusal.ts'
import type { Edit } from '#shared/model/change.ts'
import { tableNames, type AnyRecord, type TableName } from '#shared/model/workspace.ts'

type Keeping = Pick<Bridge, keyof KeepingHandlers>

interface Kept extends BackupRow {
  readonly tables: ReadonlyMap<TableName, ReadonlyMap<Id, AnyRecord>>
}

/** Backups of a workspace in memory: they last as long as it does. There are no files, so nothing is said of any. */
export function memoryKeeping(workspace: OpenWorkspace, now: () => number): Keeping {
  const kept: Kept[] = []
  const { tables } = workspace.book.workspace
  const make = (why: BackupReason): Kept => {
    const at = instantOf(now())
    const backup: Kept = {
      name: `${at.replaceAll(':', '-')}-${kept.length + 1}`,
      at,
      why,
      counts: Object.fromEntries(tableNames.map((table) => [table, tables[table].size])),
      missing: 0,
      tables: new Map(tableNames.map((table) => [table, new Map<Id, AnyRecord>(tables[table])])),
    }
    kept.unshift(backup)
    return backup
  }
  const editsTo = ({ tables: then, at }: Kept): Edit[] =>
    withTimersStopped(
      asOneChange(tableNames.flatMap((table) => editsBetween(table, tables[table], then.get(table) ?? new Map()))),
      at,
    )
  const find = (name: string): Kept | undefined => kept.find((backup) => backup.name === name)
  return {
    backups: async () => ({ backups: kept, second: null, problem: null }),
    backUp: async () => done({ name: make('byHand').name }),
    acceptDrop: async () => undefined,
    async compareBackup({ name }) {
      const backup = find(name)
      return backup ? done({ at: backup.at, differences: summaryOf(editsTo(backup)) }) : refused({ code: 'backupGone' })
    },
    async restoreBackup({ name }) {
      const backup = find(name)
      if (!backup) return refused({ code: 'backupGone' })
      if (workspace.book.running) return refused({ code: 'timerIsRunning' })
      make('beforeRestore')
      return workspace.put(wholesale.backup, editsTo(backup))
    },
    chooseSecondCopy: async () => done(null),
    stopSecondCopy: async () => undefined,
    exportEverything: async () => done(null),
    chooseEverything: async () => done(null),
    restoreEverything: async () => refused({ code: 'gone' }),
    moveData: async () => done(null),
    trashOldData: async () => done(null),
    health: async () => ({ files: [], checkpoint: null, backup: kept[0]?.at ?? null, problems: [] }),
    verify: async () => ({ files: 0, records: 0, bytes: 0, backups: kept.length, problems: [] }),
  }
}
