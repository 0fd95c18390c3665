import { monthsIn } from '#shared/domain/periods.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import { useWords } from '../../words.tsx'
import { MOST_HOURS, type Unfit } from './read-draft.ts'
import type { Draft } from './draft.ts'

/** What a figure cannot be here, and the way out. */
export function useUnfitText(every: Draft['every']): (unfit: Unfit | null) => string | undefined {
  const { t, format } = useWords()
  return (unfit) => {
    switch (unfit) {
      case null:
        return undefined
      case 'noHours':
        return t('retainers.problem.noHours')
      case 'noUnits':
        return t('retainers.problem.noUnits')
      case 'pastThePeriod':
        return t('retainers.problem.pastThePeriod', { every: monthsIn[every], hours: format.number(MOST_HOURS[every]) })
      case 'noPeriods':
        return t('retainers.problem.noPeriods', { every: monthsIn[every] })
      case 'longAgo':
        return t('retainers.problem.longAgo')
      case 'tooLong':
        return t('retainers.problem.tooLong')
      default:
        return assertNever(unfit)
    }
  }
}
