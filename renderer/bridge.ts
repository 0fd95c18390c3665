import type { Bridge } from '#shared/ipc.ts'

declare global {
  interface Window {
    /** Put there by the preload, or by the memory bridge of the tests and of `npm run dev`. */
    readonly mainstay: Bridge
  }
}

/** The one way out of the face. */
export const bridge = (): Bridge => window.mainstay
