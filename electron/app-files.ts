import path from 'node:path'

/** The face's own address. Nothing is loaded from anywhere else. */
export const APP_ORIGIN = 'app://mainstay'
export const APP_PAGE = `${APP_ORIGIN}/index.html`

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

export interface AppFile {
  readonly file: string
  readonly type: string
}

/** The file of the face that an address means; null for any other host, kind of file, or way out of the folder. */
export function appFile(folder: string, address: string): AppFile | null {
  if (!isAddress(address)) return null
  const { protocol, host, pathname } = new URL(address)
  if (protocol !== 'app:' || host !== 'mainstay') return null
  const name = decode(pathname)
  if (name === null || name.includes('\0')) return null
  const file = path.resolve(folder, `./${name}`)
  const type = types[path.extname(file)]
  const isInside = file.startsWith(folder + path.sep)
  return isInside && type !== undefined ? { file, type } : null
}

function isAddress(address: string): boolean {
  try {
    return Boolean(new URL(address))
  } catch {
    return false
  }
}

/** null for what is not an encoding at all. */
function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}

/** What the page may do: load its own files, and nothing else (persistence.md, Security). */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
