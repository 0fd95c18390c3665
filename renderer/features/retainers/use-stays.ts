import { hasBegun } from '#shared/domain/income/signed.ts'
import { useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import type { Editor } from './use-editor.ts'

/** Why a signed agreement's periods stay as they are, once they have begun; undefined while they may be others. */
export function useStays({ base }: Editor): string | undefined {
  const { t } = useWords()
  const today = useToday()
  return base && hasBegun(base, today) ? t('retainers.editor.periodStays') : undefined
}
