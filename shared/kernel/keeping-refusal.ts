/** Why the disk refused: what the user can be told, and do something about. */
export type Cause = 'full' | 'readOnly' | 'denied' | 'missing' | 'other'

/** Why something about files, backups or the data folder was not done. Worded in i18n/keeping-problems.ts. */
export type KeepingRefusal =
  | { readonly code: 'fileNotWritten'; readonly name: string; readonly cause: Cause }
  /** No file of everything that this app wrote; `line` is the first that is not as it should be. */
  | { readonly code: 'notAnExport'; readonly name: string; readonly line: number | null }
  | { readonly code: 'exportNewer'; readonly name: string }
  | { readonly code: 'backupDamaged'; readonly file: string }
  | { readonly code: 'backupGone' }
  /** The next start would not read it: it is not saved, and nothing has changed. */
  | { readonly code: 'notReadBack' }
  /** What is restored would have no place for what is being tracked. */
  | { readonly code: 'timerIsRunning' }
  | { readonly code: 'folderTaken'; readonly folder: string }
  | { readonly code: 'folderInside'; readonly folder: string }
  | { readonly code: 'notMoved'; readonly folder: string; readonly cause: Cause }
