import { addToMonth, monthOf, type Month } from '#shared/kernel/day.ts'
import { useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import type { StepName } from './use-pass.ts'

/** What each step is called. */
export function useStepNames(): Readonly<Record<StepName, string>> {
  const { t } = useWords()
  return {
    gaps: t('close.steps.gaps'),
    ledgers: t('close.steps.ledgers'),
    reports: t('close.steps.reports'),
    invoices: t('close.steps.invoices'),
    changes: t('close.steps.changes'),
  }
}

/** The last month by its name alone, an earlier one with its year: a year ago it was called the same. */
export function useMonthName(): (month: Month) => string {
  const { format } = useWords()
  const last = addToMonth(monthOf(useToday()), -1)
  return (month) => format.month(month, month === last ? 'name' : 'long')
}
