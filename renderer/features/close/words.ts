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
