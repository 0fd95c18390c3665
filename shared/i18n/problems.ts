import { assertNever } from '../kernel/assert-never.ts'
import { LONGEST_NAME } from '../kernel/names.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Format } from './format.ts'
import type { FieldProblem } from './parse.ts'
import type { Translator } from './translator.ts'

/** What is wrong with a field's text. @param example how a right one looks, for what has to be shown. */
export function fieldProblemText(t: Translator, problem: FieldProblem, example = ''): string {
  switch (problem.code) {
    case 'empty':
      return t('problems.field.empty')
    case 'notMoney':
      return t('problems.field.notMoney', { example })
    case 'decimalMark':
      return t('problems.field.decimalMark', { meant: problem.meant })
    case 'tooManyDecimals':
      return t('problems.field.tooManyDecimals', { decimals: problem.decimals })
    case 'negative':
      return t('problems.field.negative')
    case 'tooLarge':
      return t('problems.field.tooLarge')
    case 'notDuration':
      return t('problems.field.notDuration')
    case 'notTime':
      return t('problems.field.notTime')
    case 'noSuchHour':
      return t('problems.field.noSuchHour')
    case 'noSuchMinute':
      return t('problems.field.noSuchMinute')
    case 'notWhole':
      return t('problems.field.notWhole')
    default:
      return assertNever(problem)
  }
}

/** Why something was not done, for the place where it was asked. */
export function refusalText(t: Translator, format: Format, refusal: Refusal): string {
  switch (refusal.code) {
    case 'invalid':
      return t('problems.refusal.invalid')
    case 'required':
      return t('problems.refusal.required')
    case 'unknownCommand':
      return t('problems.refusal.unknownCommand')
    case 'notFound':
      return notFoundText(t, refusal.what)
    case 'nothingRunning':
      return t('problems.refusal.nothingRunning')
    case 'endBeforeStart':
      return t('problems.refusal.endBeforeStart')
    case 'inFuture':
      return t('problems.refusal.inFuture')
    case 'hasTime':
      return t('problems.refusal.hasTime', { duration: format.duration(refusal.seconds) })
    case 'timerRuns':
      return t('problems.refusal.timerRuns')
    case 'roundingInUse':
      return t('problems.refusal.roundingInUse')
    case 'stillCounting':
      return t('problems.refusal.stillCounting')
    case 'nameTaken':
      return t('problems.refusal.nameTaken', { name: refusal.name })
    case 'nameTooLong':
      return t('problems.refusal.nameTooLong', {
        most: format.number(LONGEST_NAME),
        count: format.number(refusal.count),
      })
    case 'versionBeforeStart':
      return t('problems.refusal.versionBeforeStart', { day: format.day(refusal.startsOn, 'long') })
    case 'nothingToImport':
      return t('problems.refusal.nothingToImport')
    case 'nothingToUndo':
      return t('problems.refusal.nothingToUndo')
    case 'nothingToRedo':
      return t('problems.refusal.nothingToRedo')
    case 'movedOn':
      return t('problems.refusal.movedOn')
    case 'notSaved':
      return notSavedText(t, refusal.cause)
    case 'notRead':
      return t('problems.refusal.notRead', { month: refusal.month })
    case 'readOnlyWorkspace':
      return refusal.why === 'locked' ? t('problems.refusal.locked') : t('problems.refusal.newerFormat')
    case 'fileTooLarge':
      return t('problems.refusal.fileTooLarge', { megabytes: refusal.megabytes })
    case 'fileUnreadable':
      return t('problems.refusal.fileUnreadable')
    case 'gone':
      return t('problems.refusal.gone')
    default:
      return assertNever(refusal)
  }
}

function notFoundText(t: Translator, what: Extract<Refusal, { code: 'notFound' }>['what']): string {
  if (what === 'client') return t('problems.refusal.notFoundClient')
  return what === 'entry' ? t('problems.refusal.notFoundEntry') : t('problems.refusal.notFoundEngagement')
}

function notSavedText(t: Translator, cause: Extract<Refusal, { code: 'notSaved' }>['cause']): string {
  switch (cause) {
    case 'full':
      return t('problems.refusal.notSavedFull')
    case 'readOnly':
      return t('problems.refusal.notSavedReadOnly')
    case 'denied':
      return t('problems.refusal.notSavedDenied')
    case 'missing':
      return t('problems.refusal.notSavedMissing')
    case 'other':
      return t('problems.refusal.notSavedOther')
    default:
      return assertNever(cause)
  }
}
