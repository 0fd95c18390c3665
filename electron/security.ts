import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { app, protocol, session, type Session, type WebContents } from 'electron'
import { APP_ORIGIN, appFile, contentSecurityPolicy } from './app-files.ts'
import type { Log } from './log.ts'

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

/** Once it is ready: `app:` alone is served, every other request cancelled, every permission denied. */
export function serveTheFace(folder: string, log: Log): void {
  const ours = session.defaultSession
  ours.protocol.handle('app', (request) => answer(folder, request.url, log))
  denyAll(ours)
}

async function answer(folder: string, url: string, log: Log): Promise<Response> {
  const found = appFile(folder, url)
  if (!found) return new Response(null, { status: 404 })
  try {
    const body = await readFile(found.file)
    return found.type.startsWith('text/html') ? page(body.toString('utf8')) : plain(body, found.type)
  } catch (error) {
    log('a file of the face is missing', error)
    return new Response(null, { status: 404 })
  }
}

const plain = (body: Uint8Array, type: string): Response =>
  new Response(new Uint8Array(body), { headers: { 'content-type': type, 'x-content-type-options': 'nosniff' } })

/** The page gets a nonce of its own for the one style that react-aria writes. */
function page(html: string): Response {
  const nonce = randomBytes(16).toString('base64')
  const meta = `<meta property="csp-nonce" nonce="${nonce}">`
  return new Response(html.replace('<head>', `<head>${meta}`), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-content-type-options': 'nosniff',
    },
  })
}

function denyAll(ours: Session): void {
  ours.webRequest.onBeforeRequest((request, answer) => {
    const isOurs = request.url.startsWith(`${APP_ORIGIN}/`) || request.url.startsWith('devtools:')
    answer({ cancel: !isOurs })
  })
  ours.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  ours.setPermissionCheckHandler(() => false)
  ours.setDevicePermissionHandler(() => false)
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
