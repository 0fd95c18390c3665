import type { ElectronApplication } from '@playwright/test'
import { pdfPages, type PdfPage } from '#tests/support/pdf.ts'

/** The first window's page as it is printed. */
export async function printedPages(electron: ElectronApplication): Promise<PdfPage[]> {
  const bytes = await electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const pdf = await contents?.printToPDF({ printBackground: true, preferCSSPageSize: true })
    return pdf?.toString('base64') ?? ''
  })
  return pdfPages(Buffer.from(bytes, 'base64'))
}
