import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { app, BrowserWindow, session, type ProtocolResponse, type Session } from 'electron'
import { APP_ORIGIN } from '../app-files.ts'
import type { Log } from '../log.ts'
import { answer, denyAll } from '../security.ts'
import { documentPolicy, documentShelf, pageFoot, pageHtml, withFonts, type PageParts } from './html.ts'

const MM = 1 / 25.4
const shelf = documentShelf()

/**
 * A document as a PDF: drawn in a window that nobody sees, without script, preload or any right, in a session of its
 * own, on A4 with numbered pages. The window and its page are gone afterwards, whatever happened.
 */
export async function printPdf(told: PageParts, log: Log): Promise<Uint8Array> {
  const parts = await withFonts(told, (file) => fontOf(file, log))
  const nonce = randomBytes(16).toString('base64')
  const address = shelf.put(randomBytes(16).toString('hex'), { html: pageHtml(parts, nonce), nonce })
  const page = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printers(log),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
    },
  })
  try {
    await page.loadURL(address)
    return await page.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: pageFoot(parts),
      margins: { top: 18 * MM, bottom: 20 * MM, left: 18 * MM, right: 18 * MM },
    })
  } finally {
    page.destroy()
    shelf.take(address)
  }
}

/** Of the face a document needs the fonts alone, which speak no language. */
const face = () => ({ folder: path.join(app.getAppPath(), 'dist/renderer'), ahead: new Map(), language: 'en' }) as const

async function fontOf(file: string, log: Log): Promise<Buffer | null> {
  const { data, mimeType } = await answer(face(), `${APP_ORIGIN}${file}`, log)
  return mimeType === 'font/woff2' && Buffer.isBuffer(data) ? data : null
}

let made: Session | null = null

/** Only what is being printed, and the face's own files (its fonts), can be had in it; nothing of it is kept. */
function printers(log: Log): Session {
  if (made) return made
  made = session.fromPartition('documents', { cache: false })
  denyAll(made)
  const files = face()
  made.protocol.registerBufferProtocol('app', ({ url }, respond) => {
    const page = shelved(url)
    if (page) respond(page)
    else void answer(files, url, log).then(respond)
  })
  return made
}

/** A document that is being printed, with what it may load said in its head. */
function shelved(url: string): ProtocolResponse | null {
  const page = shelf.at(url)
  if (!page) return null
  return {
    data: Buffer.from(page.html),
    mimeType: 'text/html',
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': documentPolicy(page.nonce),
      'x-content-type-options': 'nosniff',
    },
  }
}
