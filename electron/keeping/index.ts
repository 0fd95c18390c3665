/** What is done with whole folders and files: read when somebody asks, or a backup is due, in a file of its own. */
export { acceptDrop, backUp, backUpIfDue, copyAgain } from './back-up.ts'
export { makeBackup } from './backups/make.ts'
export { everythingAsSource, exportEverything, readEverything } from './everything.ts'
export { healthOf, verifyEverything } from './health.ts'
export { backupsView } from './list.ts'
export { moveData } from './move.ts'
export { restore, wantedBackup, whatWouldChange } from './restore.ts'
