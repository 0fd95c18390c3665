import { readFile } from 'node:fs/promises'
import type { ElectronApplication } from '@playwright/test'

/** What an app said and asked for while it ran. */
export interface Told {
  /** Errors and warnings in a console of it, and what a page threw. */
  readonly problems: readonly string[]
  /** Addresses of requests for anything but the app's own files, let through or not. */
  readonly attempts: readonly string[]
  /** Addresses, of any process of the app, that Chromium's network looked for a host of. */
  readonly left: readonly string[]
}

export interface Watch {
  /** Once the app has ended. */
  readonly told: () => Promise<Told>
}

const OURS = /^(?:app|devtools|data|blob|about|chrome-error):/

/**
 * Listens to all windows and to main from the start. Requests are counted three times: those that pages make, those that
 * the session sees (its own filter cancels them), and those in Chromium's log of its network, which holds what Chromium
 * asks for by itself too.
 */
export async function watch(electron: ElectronApplication, netLog: string): Promise<Watch> {
  const problems: string[] = []
  const attempts: string[] = []
  const context = electron.context()
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`${message.type()}: ${message.text()}`)
  })
  context.on('weberror', (error) => problems.push(`thrown: ${error.error().stack ?? error.error().message}`))
  electron.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`main ${message.type()}: ${message.text()}`)
  })
  context.on('request', (request) => {
    if (!OURS.test(request.url())) attempts.push(request.url())
  })
  return {
    async told() {
      const logged = addressesIn(await readFile(netLog, 'utf8').catch(() => ''))
      return { problems, attempts: [...attempts, ...logged], left: logged }
    },
  }
}

/** The addresses in Chromium's network log, which breaks off where the app was killed. */
function addressesIn(text: string): string[] {
  const found = [...text.matchAll(/"(?:url|location|host)":"([^"]+)"/g)].map((match) => match[1] ?? '')
  return found.filter((address) => !OURS.test(address))
}
