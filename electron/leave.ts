import { app } from 'electron'
import type { Log } from './log.ts'
import type { OpenWorkspace } from './workspace.ts'

export interface Leaving {
  readonly hasBegun: () => boolean
  /** What is to be done first; the workspace is open until it is. */
  readonly onBegin: (act: () => void | Promise<void>) => void
}

/**
 * Leaves in order: a last checkpoint, then the data folder is free for another. The journal has everything, so this
 * only makes the next start shorter.
 * @param isAsking nothing is open, and nothing will be before the user has said where the data is
 * @param closed what is left to be done then
 */
export function leaveInOrder(
  workspace: Promise<OpenWorkspace>,
  isAsking: () => boolean,
  closed: (left: OpenWorkspace) => Promise<void>,
  log: Log,
): Leaving {
  let hasBegun = false
  const acts: (() => void | Promise<void>)[] = []
  app.on('before-quit', (event) => {
    if (hasBegun) return
    hasBegun = true
    if (isAsking()) return
    event.preventDefault()
    void Promise.all([workspace, ...acts.map((act) => act())])
      .then(async ([open]) => {
        await open.close()
        await closed(open)
      })
      .catch((error: unknown) => log('closing', error))
      .finally(() => app.quit())
  })
  return { hasBegun: () => hasBegun, onBegin: (act) => void acts.push(act) }
}
