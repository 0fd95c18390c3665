import type { Id } from '#shared/kernel/id.ts'
import { useBook, useExecute } from '../workspace.tsx'

/** Whether the timer runs on an engagement, and what starts it there or stops it. */
export function useTimerOf(engagementId: Id): { isRunning: boolean; toggle: () => void } {
  const execute = useExecute()
  const isRunning = useBook().running?.engagementId === engagementId
  const toggle = (): void => void (isRunning ? execute('timer.stop', {}) : execute('timer.start', { engagementId }))
  return { isRunning, toggle }
}
