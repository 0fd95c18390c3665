import type { Refusal } from '#shared/kernel/refusal.ts'
import type { MainWindow } from './windows/main-window.ts'

/** What the system says where the user changed their mind. */
const CANCELLED = /cancell?ed/i

/** Hands the page that is shown to the system's dialog for printing; where it is not printed, the user is told. */
export function printPage(window: Pick<MainWindow, 'current' | 'show'>, refuse: (refusal: Refusal) => void): void {
  window.show() // what is printed is what is seen
  window.current()?.webContents.print({}, (isDone, reason) => {
    if (!isDone && !CANCELLED.test(reason)) refuse({ code: 'notPrinted' })
  })
}
