import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { callNames, type CallName } from '#shared/call-names.ts'

/** What answers each call: it looks at who asks, and at what is asked, by itself (ipc.ts). */
export type Answers = Readonly<
  Record<CallName, (sender: Pick<IpcMainInvokeEvent, 'senderFrame'>, input: unknown) => Promise<unknown>>
>

/** Opens the door: one channel a call. A page can be there before what answers it is; it waits. */
export function openDoor(answers: Promise<Answers>): void {
  for (const name of callNames)
    ipcMain.handle(name, async (event, input: unknown) => (await answers)[name](event, input))
}
