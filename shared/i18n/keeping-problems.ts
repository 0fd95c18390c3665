import { assertNever } from '../kernel/assert-never.ts'
import type { Cause, KeepingRefusal } from '../kernel/keeping-refusal.ts'
import type { FilesOf, Problem } from '../keeping.ts'
import type { Translator } from './translator.ts'

/** Why the disk refused, for the end of a sentence: "the disk is full". */
export function causeText(t: Translator, cause: Cause): string {
  switch (cause) {
    case 'full':
      return t('keeping.cause.full')
    case 'readOnly':
      return t('keeping.cause.readOnly')
    case 'denied':
      return t('keeping.cause.denied')
    case 'missing':
      return t('keeping.cause.missing')
    case 'other':
      return t('keeping.cause.other')
    default:
      return assertNever(cause)
  }
}

/** Why nothing was done with a file, a backup or the data folder. */
export function keepingRefusalText(t: Translator, refusal: KeepingRefusal): string {
  switch (refusal.code) {
    case 'fileNotWritten':
      return t('keeping.refusal.fileNotWritten', { file: refusal.name, cause: causeText(t, refusal.cause) })
    case 'notAnExport':
      return refusal.line === null
        ? t('keeping.refusal.notAnExport', { file: refusal.name })
        : t('keeping.refusal.notAnExportFrom', { file: refusal.name, line: refusal.line })
    case 'exportNewer':
      return t('keeping.refusal.exportNewer', { file: refusal.name })
    case 'backupDamaged':
      return t('keeping.refusal.backupDamaged', { file: refusal.file })
    case 'backupGone':
      return t('keeping.refusal.backupGone')
    case 'notReadBack':
      return t('keeping.refusal.notReadBack')
    case 'timerIsRunning':
      return t('keeping.refusal.timerIsRunning')
    case 'folderTaken':
      return t('keeping.refusal.folderTaken', { folder: refusal.folder })
    case 'folderInside':
      return t('keeping.refusal.folderInside', { folder: refusal.folder })
    case 'notMoved':
      return t('keeping.refusal.notMoved', { folder: refusal.folder, cause: causeText(t, refusal.cause) })
    default:
      return assertNever(refusal)
  }
}

/** What was found wrong with the files and what was done, in a sentence or two. */
export function problemText(t: Translator, problem: Problem): string {
  const text = foundText(t, problem)
  const kept = 'kept' in problem ? problem.kept : null
  return kept === null ? text : `${text} ${t('keeping.problem.kept', { kept })}`
}

function foundText(t: Translator, problem: Problem): string {
  switch (problem.kind) {
    case 'badLine':
      return t('keeping.problem.badLine', { file: problem.file, line: problem.line })
    case 'missingChanges':
      return t('keeping.problem.missingChanges', {
        count: problem.to - problem.from + 1,
        from: problem.from - 1,
      })
    case 'sameNumber':
      return t('keeping.problem.sameNumber', { number: problem.seq })
    case 'badFile':
      return t('keeping.problem.badFile', { file: problem.file })
    case 'missingFiles':
      return t('keeping.problem.missingFiles', {
        file: problem.file,
        others: problem.files - 1,
        count: problem.records,
      })
    case 'olderFile':
      return t('keeping.problem.olderFile', { file: problem.file })
    case 'missingJournal':
      return t('keeping.problem.missingJournal', { file: problem.file })
    case 'alteredFile':
      return t('keeping.problem.alteredFile', { file: problem.file })
    case 'badRecord':
      return t('keeping.problem.badRecord', { file: problem.file, id: problem.id })
    case 'unreadable':
      return t('keeping.problem.unreadable', { file: problem.file, cause: causeText(t, problem.cause) })
    case 'mismatch':
      return t('keeping.problem.mismatch', { table: tableText(t, problem.table), id: problem.id })
    case 'notMigrated':
      return t('keeping.problem.notMigrated', { cause: causeText(t, problem.cause) })
    case 'notCheckpointed':
      return t('keeping.problem.notCheckpointed', { file: problem.file, cause: causeText(t, problem.cause) })
    case 'notBackedUp':
      return t('keeping.problem.notBackedUp', { cause: causeText(t, problem.cause) })
    case 'notCopied':
      return t('keeping.problem.notCopied', { folder: problem.folder, cause: causeText(t, problem.cause) })
    case 'fewerRecords':
      return t('keeping.problem.fewerRecords', { file: problem.file, before: problem.before, now: problem.now })
    case 'badCopy':
      return t('keeping.problem.badCopy', { file: problem.file })
    default:
      return assertNever(problem)
  }
}

/** What a table, or a kind of file, holds. */
export function tableText(t: Translator, what: FilesOf['what']): string {
  switch (what) {
    case 'preferences':
      return t('keeping.tables.preferences')
    case 'clients':
      return t('keeping.tables.clients')
    case 'engagements':
      return t('keeping.tables.engagements')
    case 'deliveries':
      return t('keeping.tables.deliveries')
    case 'closings':
      return t('keeping.tables.closings')
    case 'invoices':
      return t('keeping.tables.invoices')
    case 'payments':
      return t('keeping.tables.payments')
    case 'exchangeRates':
      return t('keeping.tables.exchangeRates')
    case 'entries':
      return t('keeping.tables.entries')
    case 'gaps':
      return t('keeping.tables.gaps')
    case 'journal':
      return t('keeping.tables.journal')
    case 'backups':
      return t('keeping.tables.backups')
    case 'quarantine':
      return t('keeping.tables.quarantine')
    default:
      return assertNever(what)
  }
}
