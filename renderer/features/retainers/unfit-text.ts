import { assertNever } from '#shared/kernel/assert-never.ts'
import { useWords } from '../../words.tsx'
import type { Unfit } from './draft.ts'

/** What a figure cannot be here, and the way out. */
export function useUnfitText(): (unfit: Unfit | null) => string | undefined {
  const { t } = useWords()
  return (unfit) => {
    switch (unfit) {
      case null:
        return undefined
      case 'noHours':
        return t('retainers.problem.noHours')
      case 'pastTheMonth':
        return t('retainers.problem.pastTheMonth')
      case 'noMonths':
        return t('retainers.problem.noMonths')
      case 'longAgo':
        return t('retainers.problem.longAgo')
      case 'tooLong':
        return t('retainers.problem.tooLong')
      default:
        return assertNever(unfit)
    }
  }
}
