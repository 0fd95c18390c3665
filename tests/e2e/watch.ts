import { readFile } from 'node:fs/promises'
import type { ConsoleMessage, ElectronApplication } from '@playwright/test'

/** What an app said and asked for while it ran. */
export interface Told {
  /** Errors and warnings in a console of it, and what a page threw. */
  readonly problems: readonly string[]
  /** Addresses that a page asked for and that are not the app's own, let through or not. */
  readonly attempts: readonly string[]
  /** Addresses that any process of the app took to Chromium's network, and the hosts that it looked for. */
  readonly left: readonly string[]
}

export interface Watch {
  /** Once the app has ended. */
  readonly told: () => Promise<Told>
}

const OURS = /^(?:app|devtools|data|blob|about|chrome-error):/

/**
 * Listens to all windows and to main from the start. Requests are looked for twice: those that pages make, which the
 * session's filter cancels, and those in Chromium's own log of its network, where all that gets past that filter is,
 * whichever process asks.
 */
export function watch(electron: ElectronApplication, netLog: string): Watch {
  const problems: string[] = []
  const attempts: string[] = []
  const hear = (message: ConsoleMessage): void => {
    if (['error', 'warning', 'assert'].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`)
  }
  const context = electron.context()
  context.on('console', hear)
  context.on('weberror', (error) => problems.push(`thrown: ${error.error().stack ?? error.error().message}`))
  context.on('request', (request) => {
    if (!OURS.test(request.url())) attempts.push(request.url())
  })
  electron.on('console', hear)
  return { told: async () => ({ problems, attempts, left: addressesIn(await readFile(netLog, 'utf8')) }) }
}

/** The addresses in Chromium's network log, which breaks off where the app was killed. */
function addressesIn(log: string): string[] {
  if (!log.startsWith('{"constants"')) throw new Error('Chromium kept no log of its network')
  const found = [...log.matchAll(/"(?:url|location|host|original_url)":"([^"]+)"/g)].map((match) => match[1] ?? '')
  return found.filter((address) => !OURS.test(address))
}
