import { ipcMain } from 'electron'
import { callNames, type CallName } from '#shared/call-names.ts'
import type { SnapshotText } from '#shared/snapshot-text.ts'
import { isOurs, type Sender } from './sender.ts'

/** What answers each call: it looks at who asks, and at what is asked, by itself (ipc.ts). */
export type Answers = Readonly<Record<CallName, (sender: Sender, input: unknown) => Promise<unknown>>>

/**
 * Opens the door: one channel a call. A page can be there before what answers it is; it waits.
 * @param first answers the first page's `load`, a call that takes nothing; null where that has to wait too
 */
export function openDoor(answers: Promise<Answers>, first: () => SnapshotText | null): void {
  for (const name of callNames)
    ipcMain.handle(name, async (event, input: unknown) => {
      const early = name === 'load' && input === undefined && isOurs(event) ? first() : null
      return early ?? (await answers)[name](event, input)
    })
}
