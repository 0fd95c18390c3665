import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface PdfPage {
  /** All its words, blanks between them as one. */
  readonly text: string
  /** The width of the page, and how far to the right its words go, in points. */
  readonly width: number
  readonly right: number
}

/** What a PDF says, page by page. */
export async function pdfPages(bytes: Uint8Array): Promise<PdfPage[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: PdfPage[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const texts = items.flatMap((item) => ('str' in item ? [item] : []))
    const right = Math.max(0, ...texts.map(({ transform, width }) => Number(transform[4]) + width))
    pages.push({
      text: oneBlank(texts.map(({ str }) => str).join(' ')),
      width: page.view[2] ?? 0,
      right,
    })
  }
  await pdf.destroy()
  return pages
}

/** Blanks of every kind as one common blank. */
export const oneBlank = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
