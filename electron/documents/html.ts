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
    `<style nonce="${nonce}">${style.replaceAll('<', '')}\n.foot{position:absolute;visibility:hidden;font:8pt Inter}</style>`,
    // Unseen and unprinted: the letters of the foot are loaded before it is drawn.
    `</head><body>${body}<span class="foot" aria-hidden="true">${escaped(title)} 0</span></body></html>`,
  ].join('')
}

/**
 * What a document may load: its own style and our fonts, which partly come along in it. The one picture is the user's own
 * sign, in the page too. No script, no address (persistence.md, Security).
 */
export const documentPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    "font-src 'self' data:",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    'sandbox allow-same-origin',
  ].join('; ')

/**
 * The foot of every page: what it is, and which page of how many. Chromium fills the two spans, and draws it a third larger
 * than it says: 13.5 mm are the 18 of the page's margins.
 */
export const pageFoot = ({ title, style }: Pick<PageParts, 'title' | 'style'>): string =>
  `<style>${(style.match(PLAIN_FACE) ?? []).join('').replaceAll('<', '')}</style>` +
  `<div style="width:100%;margin:0 13.5mm;display:flex;justify-content:space-between;` +
  `font:7.5pt Inter,sans-serif;font-feature-settings:'calt' 0;color:#54625f">` +
  `<span>${escaped(title)}</span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`

const PLAIN_FACE = /@font-face\{[^}]*font-weight:400[^}]*\}/g

/**
 * A document whose plain fonts have their bytes in its style. The foot of a page is one that can load no file, and is
 * drawn at once: it has the fonts that the page above it has loaded by the same bytes.
 * @param read null for a file that is not there
 */
export async function withFonts(parts: PageParts, read: (file: string) => Promise<Buffer | null>): Promise<PageParts> {
  const { style, fonts } = parts
  const bytes = new Map<string, Buffer | null>()
  for (const [face] of style.matchAll(PLAIN_FACE))
    for (const file of fonts) if (face.includes(`url('${file}')`)) bytes.set(file, await read(file))
  const within = (face: string): string =>
    [...bytes].reduce(
      (said, [file, font]) =>
        font === null
          ? said
          : said.replace(`url('${file}')`, `url('data:font/woff2;base64,${font.toString('base64')}')`),
      face,
    )
  return { ...parts, style: style.replaceAll(PLAIN_FACE, within) }
}

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
