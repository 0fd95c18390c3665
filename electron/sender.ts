import type { IpcMainInvokeEvent } from 'electron'
import { APP_ORIGIN } from './app-files.ts'

export type Sender = Pick<IpcMainInvokeEvent, 'senderFrame'>

/** Our own page in a main frame, and nobody else. */
export function isOurs({ senderFrame }: Sender): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${APP_ORIGIN}/`)
}
