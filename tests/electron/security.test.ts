import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { answer, serveTheFace, shutTheDoors } from '#electron/security.ts'

type Listener = (...args: never[]) => unknown

/** What the shell tells Electron to do, kept for the test to try. */
const told = vi.hoisted(() => ({
  contents: null as Listener | null,
  request: null as Listener | null,
  permission: null as Listener | null,
  check: null as Listener | null,
  device: null as Listener | null,
  served: [] as string[],
  switches: new Map<string, string>(),
  spelling: [] as unknown[],
}))

vi.mock('electron', () => ({
  default: {},
  app: {
    commandLine: { appendSwitch: (name: string, value = '') => told.switches.set(name, value) },
    on: (name: string, listener: Listener) => {
      if (name === 'web-contents-created') told.contents = listener
    },
  },
  protocol: { registerSchemesAsPrivileged: () => undefined },
  session: {
    defaultSession: {
      protocol: { registerBufferProtocol: (scheme: string) => told.served.push(scheme) },
      webRequest: {
        onBeforeRequest: (listener: Listener) => (told.request = listener),
        onCompleted: () => undefined,
      },
      setPermissionRequestHandler: (listener: Listener) => (told.permission = listener),
      setPermissionCheckHandler: (listener: Listener) => (told.check = listener),
      setDevicePermissionHandler: (listener: Listener) => (told.device = listener),
      setSpellCheckerEnabled: (is: boolean) => told.spelling.push(is),
      setSpellCheckerLanguages: (list: string[]) => told.spelling.push(list),
    },
  },
}))

beforeEach(() => {
  shutTheDoors()
  void serveTheFace('/face', new Map(), 'en', () => undefined)
})

const call = (listener: Listener | null, ...args: unknown[]): unknown =>
  (listener as ((...args: unknown[]) => unknown) | null)?.(...args)

describe('no door is open (beside the end-to-end tests, which try them on the real app)', () => {
  test('no request but for our own files', () => {
    const isCancelled = (url: string): boolean | undefined => {
      let cancel: boolean | undefined
      call(told.request, { url }, (answer: { cancel: boolean }) => (cancel = answer.cancel))
      return cancel
    }
    for (const url of [
      'https://example.com',
      'http://localhost',
      'file:///etc/passwd',
      'ws://a',
      'app://mainstay.example/x',
    ])
      expect(isCancelled(url), url).toBe(true)
    expect(isCancelled('app://mainstay/index.html')).toBe(false)
    expect(told.served).toContain('app')
    expect(told.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
    expect(told.spelling).toEqual(expect.arrayContaining([false, []]))
  })

  test('no permission, asked for or looked up, and no device', () => {
    let isAllowed: unknown
    call(told.permission, {}, 'media', (is: boolean) => (isAllowed = is))
    expect([isAllowed, call(told.check, {}, 'media'), call(told.device, {})]).toEqual([false, false, false])
  })

  test('no page goes elsewhere, opens another or holds a guest', () => {
    const listeners = new Map<string, Listener>()
    let opened: Listener | null = null
    call(
      told.contents,
      {},
      {
        on: (name: string, listener: Listener) => listeners.set(name, listener),
        setWindowOpenHandler: (listener: Listener) => (opened = listener),
      },
    )
    const isStopped = (name: string, url: string): boolean => {
      const event = { preventDefault: vi.fn() }
      call(listeners.get(name) ?? null, event, url)
      return event.preventDefault.mock.calls.length > 0
    }
    expect(isStopped('will-navigate', 'https://example.com')).toBe(true)
    expect(isStopped('will-navigate', 'app://mainstay/index.html')).toBe(false)
    expect(isStopped('will-redirect', 'app://mainstay/index.html')).toBe(true)
    expect(isStopped('will-attach-webview', '')).toBe(true)
    expect(call(opened, { url: 'app://mainstay/index.html' })).toEqual({ action: 'deny' })
  })
})

test('what is packaged runs as nothing but the app: every fuse is blown', () => {
  const settings = readFileSync(path.resolve(import.meta.dirname, '../../electron-builder.yml'), 'utf8')
  const part = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(settings)?.[1] ?? ''
  const fuses = Object.fromEntries([...part.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name, is]) => [name, is]))
  expect(fuses).toEqual({
    runAsNode: 'false',
    enableCookieEncryption: 'true',
    enableNodeOptionsEnvironmentVariable: 'false',
    enableNodeCliInspectArguments: 'false',
    enableEmbeddedAsarIntegrityValidation: 'true',
    onlyLoadAppFromAsar: 'true',
  })
})

test('a page is served in the language that it will speak, with the words of that one alone', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mainstay-face-'))
  const link = (language: string): string => `<link rel="modulepreload" hreflang="${language}" href="./${language}.js">`
  const html = `<html lang="en"><head><link rel="stylesheet" href="./a.css">${link('en')}${link('it')}</head></html>`
  writeFileSync(path.join(folder, 'index.html'), html)
  const files = { folder, ahead: new Map(), language: 'it' } as const
  const response = await answer(files, 'app://mainstay/index.html', () => undefined)
  const served = (response.data as Buffer).toString()
  expect(served).toContain('<html lang="it">')
  expect(served).toContain('./a.css')
  expect(served).toContain(link('it'))
  expect(served).not.toContain(link('en'))
})
