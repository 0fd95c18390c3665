import { assertNever } from '#shared/kernel/assert-never.ts'
import type { Outcome } from '#shared/model/engagement.ts'
import { useWords } from '../words.tsx'

/** Why a client said no, in words. */
export function useCauseText(): (cause: Outcome['cause']) => string {
  const { t } = useWords()
  return (cause) => {
    switch (cause) {
      case 'price':
        return t('retainers.causes.price')
      case 'need':
        return t('retainers.causes.need')
      case 'time':
        return t('retainers.causes.time')
      case 'silence':
        return t('retainers.causes.silence')
      case 'someoneElse':
        return t('retainers.causes.someoneElse')
      case 'other':
        return t('retainers.causes.other')
      default:
        return assertNever(cause)
    }
  }
}

/** Why a client said no, with what was noted of it; empty where nobody told. */
export function useWhyText(): (outcome: Outcome | null) => string {
  const causeText = useCauseText()
  return (outcome) =>
    outcome === null ? '' : [causeText(outcome.cause), outcome.note].filter((part) => part !== '').join(': ')
}
