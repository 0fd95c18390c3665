import { preferencesOf } from '#shared/domain/book.ts'
import { wordsAgain } from '#shared/domain/entry-words.ts'
import { lastEntry, recentEngagements } from '#shared/domain/recents.ts'
import type { Day } from '#shared/kernel/day.ts'
import { addSeconds, dayAt } from '#shared/kernel/instant.ts'
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
  /** To what was worked on before this. */
  readonly switchBack: () => void
  /** What runs began so many minutes sooner. */
  readonly startedEarlier: (minutes: number) => void
}

/** The timer from outside the window: tray and shortcut take the same road as the window does. */
export function timerActions(
  workspace: OpenWorkspace,
  { attend, refuse }: { attend: () => void; refuse: (refusal: Refusal) => void },
): TimerActions {
  const run = async (name: string, input: unknown): Promise<void> => {
    attend()
    const outcome = await workspace.execute(name, input)
    if (!outcome.ok) refuse(outcome.refusal)
  }
  const start = (engagementId: Id | null, minutesAgo = 0): void => {
    const at = minutesAgo === 0 ? {} : { at: addSeconds(instantNow(), -minutesAgo * 60) }
    void run('timer.start', { engagementId, ...at })
  }
  const today = (): Day => dayAt(instantNow(), preferencesOf(workspace.book.workspace).timeZone)
  const stop = (): void => void run('timer.stop', {})
  return {
    stop,
    start,
    toggle() {
      if (workspace.book.running) return stop()
      const last = lastEntry(workspace.book)
      if (last) void run('timer.start', wordsAgain(workspace.book, last, today()))
      else refuse({ code: 'nothingToStart' })
    },
    switchBack() {
      const { book } = workspace
      const before = recentEngagements(book, today()).find(({ id }) => id !== book.running?.engagementId)
      if (before) start(before.id)
      else refuse({ code: 'nothingToStart' })
    },
    startedEarlier(minutes) {
      const { running } = workspace.book
      if (running) void run('timer.backdate', { start: addSeconds(running.start, -minutes * 60) })
    },
  }
}
