import { useCallback } from 'react'
import { refusalText } from '#shared/i18n/problems.ts'
import { bridge } from './bridge.ts'
import { showToast } from './ui/toast.tsx'
import { useWords } from './words.tsx'

/** Takes back one change, and only that one: the Undo beside what was done. A refusal is said. */
export function useUndo(): (seq: number) => void {
  const { t, format } = useWords()
  return useCallback(
    (seq) =>
      void bridge()
        .undo({ seq })
        .then((outcome) => {
          if (!outcome.ok) showToast({ text: refusalText(t, format, outcome.refusal), tone: 'refused' })
        }),
    [t, format],
  )
}
