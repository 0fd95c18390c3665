import { fieldProblemText } from '#shared/i18n/problems.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { TimeFault, TimeField } from './entry-draft.ts'

/** What is wrong with a time, for its field. */
export function faultText(t: Translator, field: TimeField, fault: TimeFault): string {
  switch (fault.code) {
    case 'noTimes':
      return t('time.fault.noTimes')
    case 'empty':
      return emptyText(t, field)
    case 'endBeforeStart':
      return t('problems.refusal.endBeforeStart')
    case 'inFuture':
      return t('problems.refusal.inFuture')
    case 'moreThanDay':
      return t('time.fault.moreThanDay')
    case 'dayBefore':
      return t('time.fault.dayBefore')
    case 'skipped':
      return t('time.fault.skipped')
    default:
      return fieldProblemText(t, fault)
  }
}

function emptyText(t: Translator, field: TimeField): string {
  if (field === 'from') return t('time.fault.noStart')
  return field === 'to' ? t('time.fault.noEnd') : t('time.fault.noHours')
}
