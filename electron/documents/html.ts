import { APP_ORIGIN } from '../app-files.ts'

/** What a page to be printed is made of: markup and style that the face has rendered, and the fonts they name. */
export interface PageParts {
  readonly title: string
  readonly language: string
  readonly style: string
  readonly fonts: readonly string[]
  readonly body: string
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A whole page. The fonts are asked for first: the page is not there before they are. */
export function pageHtml({ title, language, style, fonts, body }: PageParts, nonce: string): string {
  const links = fonts.map(
    (file) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${escaped(file)}">`,
  )
  return [
    `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8">`,
    `<title>${escaped(title)}</title>`,
    ...links,
    // Nothing of a style sheet opens a tag: what did would end it.
    `<style nonce="${nonce}">${style.replaceAll('<', '')}</style>`,
    `</head><body>${body}</body></html>`,
  ].join('')
}

/**
 * What a document may load: its own style and our fonts. The one
 * picture is the user's own sign, which comes along in the page. No script, no address (persistence.md, Security).
 */
export const documentPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    "font-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    'sandbox allow-same-origin',
  ].join('; ')

/** The foot of every page: what it is, and which page of how many. Chromium fills the two spans. */
export const pageFoot = (title: string): string =>
  `<div style="width:100%;margin:0 18mm;display:flex;justify-content:space-between;font:7.5pt sans-serif;color:#54625f">` +
  `<span>${escaped(title)}</span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`

const FOLDER = `${APP_ORIGIN}/documents/`

/** The pages that are being printed, each at an address of its own that nobody else knows. */
export function documentShelf() {
  const pages = new Map<string, { html: string; nonce: string }>()
  return {
    put(token: string, page: { html: string; nonce: string }): string {
      pages.set(`${FOLDER}${token}`, page)
      return `${FOLDER}${token}`
    },
    at: (address: string) => pages.get(address) ?? null,
    take: (address: string): void => void pages.delete(address),
  }
}
