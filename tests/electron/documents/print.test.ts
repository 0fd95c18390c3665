import { expect, test, vi } from 'vitest'
import { printPdf } from '#electron/documents/print.ts'

type Request = (request: { url: string }, answer: (what: { cancel: boolean }) => void) => void

const told = vi.hoisted(() => ({
  preferences: [] as Record<string, unknown>[],
  loaded: [] as string[],
  destroyed: 0,
  request: null as Request | null,
}))

vi.mock('electron', () => {
  class BrowserWindow {
    webContents = { printToPDF: () => Promise.resolve(Buffer.from('%PDF')) }
    constructor({ webPreferences }: { webPreferences: Record<string, unknown> }) {
      told.preferences.push(webPreferences)
    }
    loadURL(address: string): Promise<void> {
      told.loaded.push(address)
      return Promise.resolve()
    }
    destroy(): void {
      told.destroyed += 1
    }
  }
  const nothing = (): void => undefined
  const partition = {
    webRequest: { onBeforeRequest: (listener: Request) => (told.request = listener) },
    protocol: { registerBufferProtocol: nothing },
    setPermissionRequestHandler: nothing,
    setPermissionCheckHandler: nothing,
    setDevicePermissionHandler: nothing,
    setSpellCheckerEnabled: nothing,
    setSpellCheckerLanguages: nothing,
  }
  const session = { fromPartition: () => partition }
  return { default: {}, app: { getAppPath: () => '/app' }, protocol: {}, session, BrowserWindow }
})

test('a document is printed from a window without script, preload or rights, that asks nothing of the network and is gone then', async () => {
  const parts = { title: 'Invoice', language: 'en', style: '', fonts: [], body: '<p>Hours</p>' }
  expect(String(await printPdf(parts, () => undefined))).toBe('%PDF')
  const [preferences] = told.preferences
  expect(preferences).toMatchObject({
    javascript: false,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
  })
  expect(preferences).not.toHaveProperty('preload')
  expect(told.loaded).toEqual([expect.stringMatching(/^app:\/\/mainstay\/documents\//)])
  expect(told.destroyed).toBe(1)
  const isCancelled = (url: string): boolean => {
    let cancelled = false
    told.request?.({ url }, ({ cancel }) => (cancelled = cancel))
    return cancelled
  }
  expect(['https://example.com/', 'file:///etc/passwd', told.loaded[0] ?? ''].map(isCancelled)).toEqual([
    true,
    true,
    false,
  ])
})
