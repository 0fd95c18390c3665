import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { app, protocol, session, type ProtocolResponse, type Session, type WebContents } from 'electron'
import { APP_ORIGIN, appFile, contentSecurityPolicy } from './app-files.ts'
import type { Log } from './log.ts'
import { systemSpells } from './spelling.ts'
import type { Language } from '#shared/model/quantities.ts'

/** Before the app is ready: the scheme, and Chromium's own talk with the network switched off. */
export function shutTheDoors(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability'])
    app.commandLine.appendSwitch(name)
  app.commandLine.appendSwitch('disable-features', 'SpareRendererForSitePerProcess,MediaRouter,OptimizationHints')
  // What would still ask, past the session's own filter, finds no host by any name.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.on('web-contents-created', (_event, contents) => confine(contents))
}

/** Files of the face, read ahead of the page that will ask for them. */
export type ReadAhead = ReadonlyMap<string, Promise<Buffer>>

/** Reads what the first page is made of while Electron comes up: a page that asks is answered at once. */
export function readAhead(folder: string): ReadAhead {
  const page = path.join(folder, 'index.html')
  const files = new Map<string, Promise<Buffer>>()
  const read = (file: string): void => {
    const bytes = readFile(file)
    bytes.catch(() => undefined) // told when it is asked for
    files.set(file, bytes)
  }
  read(page)
  void files.get(page)?.then(
    (html) => {
      for (const [, name] of html.toString().matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g))
        if (name !== undefined) read(path.join(folder, name))
    },
    () => undefined,
  )
  return files
}

/**
 * Once it is ready: `app:` alone is served, every other request cancelled, every permission denied.
 * @param language that a page speaks when it comes; it may learn another one
 * @returns what resolves once the page has all of the script that it starts with (vite.config.ts, `start`): what it is sent passes through here
 */
export function serveTheFace(folder: string, ahead: ReadAhead, language: Language, log: Log): Promise<void> {
  const ours = session.defaultSession
  denyAll(ours)
  // Not `protocol.handle`: that one brings Node's whole `fetch` (undici) into every start, 25 to 40 ms before the page.
  const files: Files = { folder, ahead, language }
  ours.protocol.registerBufferProtocol('app', ({ url }, respond) => void answer(files, url, log).then(respond))
  return new Promise((resolve) => {
    ours.webRequest.onCompleted({ urls: [`${APP_ORIGIN}/assets/start-*.js`] }, () => {
      ours.webRequest.onCompleted(null)
      resolve()
    })
  })
}

interface Files {
  readonly folder: string
  readonly ahead: ReadAhead
  readonly language: Language
}

/** A file of the face, or that there is none. */
export async function answer({ folder, ahead, language }: Files, url: string, log: Log): Promise<ProtocolResponse> {
  const found = appFile(folder, url)
  if (!found) return missing
  try {
    const body = await (ahead.get(found.file) ?? readFile(found.file))
    return found.type.startsWith('text/html') ? page(spoken(body.toString('utf8'), language)) : plain(body, found.type)
  } catch (error) {
    log('a file of the face is missing', error)
    return missing
  }
}

const missing: ProtocolResponse = { statusCode: 404, data: Buffer.alloc(0) }

const plain = (data: Buffer, type: string): ProtocolResponse => ({
  data,
  mimeType: type,
  headers: { 'content-type': type, 'x-content-type-options': 'nosniff' },
})

/** The page says which language it is in, and of the links to words (vite.config.ts) it keeps that one's. */
const spoken = (html: string, language: Language): string =>
  html
    .replace('<html lang="en">', `<html lang="${language}">`)
    .replaceAll(/<link [^>]*hreflang="(\w+)"[^>]*>/g, (link, of) => (of === language ? link : ''))

/** The page gets a nonce of its own for the one style that react-aria writes. */
function page(html: string): ProtocolResponse {
  const nonce = randomBytes(16).toString('base64')
  const meta = `<meta property="csp-nonce" nonce="${nonce}">`
  const { headers, ...rest } = plain(Buffer.from(html.replace('<head>', `<head>${meta}`)), 'text/html; charset=utf-8')
  return { ...rest, headers: { ...headers, 'content-security-policy': contentSecurityPolicy(nonce) } }
}

/** What every session of the app is: no request but for our own files, no permission. */
export function denyAll(ours: Session): void {
  ours.webRequest.onBeforeRequest((request, answer) => {
    const isOurs = request.url.startsWith(`${APP_ORIGIN}/`) || request.url.startsWith('devtools:')
    answer({ cancel: !isOurs })
  })
  ours.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  ours.setPermissionCheckHandler(() => false)
  ours.setDevicePermissionHandler(() => false)
  if (systemSpells()) return
  // Switched off it still fetches the dictionary of the system's language; with no language there is none to fetch.
  ours.setSpellCheckerEnabled(false)
  ours.setSpellCheckerLanguages([])
}

/** No page goes elsewhere, opens a window, or holds a guest. */
function confine(contents: WebContents): void {
  contents.on('will-navigate', (event, url) => {
    if (!url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
