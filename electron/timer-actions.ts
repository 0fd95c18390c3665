import { lastEntry } from '#shared/domain/recents.ts'
import { addSeconds } from '#shared/kernel/instant.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { instantNow } from './clock.ts'
import type { OpenWorkspace } from './workspace.ts'

export interface TimerActions {
  /** Stops what runs, or goes on with what was last worked on. */
  readonly toggle: () => void
  readonly stop: () => void
  /** @param minutesAgo for a start that was forgotten. */
  readonly start: (engagementId: Id | null, minutesAgo?: number) => void
}

/** The timer from outside the window: tray and shortcut take the same road as the window does. */
export function timerActions(workspace: OpenWorkspace, refuse: (refusal: Refusal) => void): TimerActions {
  const run = async (name: string, input: unknown): Promise<void> => {
    const outcome = await workspace.execute(name, input)
    if (!outcome.ok) refuse(outcome.refusal)
  }
  const start = (engagementId: Id | null, minutesAgo = 0, note = ''): void => {
    const at = minutesAgo === 0 ? {} : { at: addSeconds(instantNow(), -minutesAgo * 60) }
    void run('timer.start', { engagementId, note, ...at })
  }
  const stop = (): void => void run('timer.stop', {})
  return {
    stop,
    start: (engagementId, minutesAgo) => start(engagementId, minutesAgo),
    toggle() {
      if (workspace.book.running) return stop()
      const last = lastEntry(workspace.book)
      if (last) start(last.engagementId, 0, last.note)
      else refuse({ code: 'nothingToStart' })
    },
  }
}
