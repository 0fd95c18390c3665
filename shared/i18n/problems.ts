import { assertNever } from '../kernel/assert-never.ts'
import { LONGEST_TEXT } from '../kernel/limits.ts'
import { LONGEST_NAME } from '../kernel/names.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { billingRefusalText } from './billing-problems.ts'
import type { Format } from './format.ts'
import { keepingRefusalText } from './keeping-problems.ts'
import type { FieldProblem } from './parse.ts'
import type { Translator } from './translator.ts'

const UNLIKE = {
  work: 'problems.refusal.notSameWork',
  times: 'problems.refusal.notSameTimes',
  days: 'problems.refusal.notSameDays',
} as const

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
    case 'tooLong':
      return t('problems.field.tooLong')
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
    case 'notPercent':
      return t('problems.field.notPercent')
    case 'notRate':
      return t('problems.field.notRate')
    case 'notShares':
      return t('problems.field.notShares')
    case 'pastTheWhole':
      return t('problems.field.pastTheWhole')
    case 'notRange':
      return t('problems.field.notRange')
    case 'sameTime':
      return t('problems.field.sameTime')
    case 'longNight':
      return t('problems.field.longNight', { hours: problem.hours })
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
    case 'notPrinted':
      return t('problems.refusal.notPrinted')
    case 'badLink':
      return t('problems.refusal.badLink')
    case 'nothingRunning':
      return t('problems.refusal.nothingRunning')
    case 'nothingToStart':
      return t('problems.refusal.nothingToStart')
    case 'endBeforeStart':
      return t('problems.refusal.endBeforeStart')
    case 'inFuture':
      return t('problems.refusal.inFuture')
    case 'moreThanGap':
      return t('problems.refusal.moreThanGap', { duration: format.duration(refusal.seconds) })
    case 'hasTime':
      return t('problems.refusal.hasTime', { duration: format.duration(refusal.seconds) })
    case 'alreadyRuns':
      return t('problems.refusal.alreadyRuns')
    case 'cutOutside':
      return t('problems.refusal.cutOutside')
    case 'notAlike':
      return t(UNLIKE[refusal.what])
    case 'timerRuns':
      return t('problems.refusal.timerRuns')
    case 'currencyInUse':
      return t('problems.refusal.currencyInUse', { currency: refusal.currency })
    case 'periodsBegan':
      return t('retainers.editor.periodStays')
    case 'topUpOutside':
      return t('problems.refusal.topUpOutside', { day: format.day(refusal.day, 'long') })
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
    case 'textTooLong':
      return t('problems.refusal.textTooLong', {
        most: format.number(LONGEST_TEXT),
        count: format.number(refusal.count),
      })
    case 'versionBeforeStart':
      return t('problems.refusal.versionBeforeStart', { day: format.day(refusal.startsOn, 'long') })
    case 'afterEnd':
      return t('problems.refusal.afterEnd', { day: format.day(refusal.lastDay, 'long') })
    case 'notPeriodStart':
      return t('problems.refusal.notPeriodStart', {
        start: format.day(refusal.start, 'long'),
        next: format.day(refusal.next, 'long'),
      })
    case 'periodClosed':
      return t('problems.refusal.periodClosed', { day: format.day(refusal.until, 'long') })
    case 'periodNotOver':
      return t('problems.refusal.periodNotOver', { day: format.day(refusal.lastDay, 'long') })
    case 'earlierOpen':
      return t('problems.refusal.earlierOpen', { day: format.day(refusal.start, 'long') })
    case 'laterClosed':
      return t('problems.refusal.laterClosed', { day: format.day(refusal.start, 'long') })
    case 'reportSent':
      return t('problems.refusal.reportSent', { day: format.day(refusal.start, 'long') })
    case 'rateBeforeLast':
      return t('problems.refusal.rateBeforeLast', { day: format.day(refusal.from, 'long') })
    case 'notPaused':
      return t('problems.refusal.notPaused')
    case 'noSuchMove':
      return t('problems.refusal.noSuchMove')
    case 'signedAlready':
      return t('problems.refusal.signedAlready')
    case 'notSigned':
      return t('problems.refusal.notSigned')
    case 'stillRuns':
      return refusal.lastDay === null
        ? t('problems.refusal.stillRunsOpen')
        : t('problems.refusal.stillRuns', { day: format.day(refusal.lastDay, 'long') })
    case 'goesOn':
      return t('problems.refusal.goesOn')
    case 'agreementRuns':
      return t('problems.refusal.agreementRuns')
    case 'workArchived':
      return t('problems.refusal.workArchived')
    case 'hasFollower':
      return t('problems.refusal.hasFollower')
    case 'clientKnows':
      return t('problems.refusal.clientKnows')
    case 'nothingDrawn':
      return t('problems.refusal.nothingDrawn')
    case 'notByUnits':
      return t('problems.refusal.notByUnits')
    case 'noSuchPerk':
      return t('problems.refusal.noSuchPerk', { day: format.day(refusal.day, 'long') })
    case 'perkNotCounted':
      return t('problems.refusal.perkNotCounted')
    case 'hasRecords':
      return t('problems.refusal.hasRecords')
    case 'hasHistory':
      return t('problems.refusal.hasHistory')
    case 'otherCurrency':
      return t('problems.refusal.otherCurrency', { currency: refusal.currency, other: refusal.other })
    case 'dayHasMore':
      return t('problems.refusal.dayHasMore', { duration: format.duration(refusal.seconds) })
    case 'wouldCut':
      return t('problems.refusal.wouldCut')
    case 'nothingToCopy':
      return t('problems.refusal.nothingToCopy')
    case 'nothingToImport':
      return t('problems.refusal.nothingToImport')
    case 'nothingToExport':
      return t('problems.refusal.nothingToExport')
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
      return t('problems.refusal.fileUnreadable', { name: refusal.name, cause: refusal.cause })
    case 'stopped':
      return t('problems.refusal.stopped')
    case 'fileNotWritten':
    case 'notAnExport':
    case 'exportNewer':
    case 'backupDamaged':
    case 'backupGone':
    case 'notReadBack':
    case 'timerIsRunning':
    case 'folderTaken':
    case 'folderInside':
    case 'notMoved':
      return keepingRefusalText(t, refusal)
    case 'gone':
      return t('problems.refusal.gone')
    case 'unknownCountry':
      return t('problems.refusal.unknownCountry', { country: refusal.of })
    default:
      return billingRefusalText(t, format, refusal)
  }
}

function notFoundText(t: Translator, what: Extract<Refusal, { code: 'notFound' }>['what']): string {
  switch (what) {
    case 'client':
      return t('problems.refusal.notFoundClient')
    case 'engagement':
      return t('problems.refusal.notFoundEngagement')
    case 'entry':
      return t('problems.refusal.notFoundEntry')
    case 'invoice':
      return t('problems.refusal.notFoundInvoice')
    case 'payment':
      return t('problems.refusal.notFoundPayment')
    case 'exchangeRate':
      return t('problems.refusal.notFoundRate')
    case 'milestone':
      return t('problems.refusal.notFoundMilestone')
    case 'topUp':
      return t('problems.refusal.notFoundTopUp')
    case 'delivery':
      return t('problems.refusal.notFoundDelivery')
    case 'closing':
      return t('problems.refusal.notFoundClosing')
    case 'gap':
      return t('problems.refusal.notFoundGap')
    default:
      return assertNever(what)
  }
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
