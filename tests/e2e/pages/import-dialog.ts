import type { Locator } from '@playwright/test'
import { cellsOf, type Face } from './face.ts'

/** The preview of a file, before anything comes in. */
export class ImportDialog {
  readonly dialog: Locator
  readonly confirm: Locator

  constructor(private readonly face: Face) {
    this.dialog = face.page.getByRole('dialog', { name: 'Import time' })
    this.confirm = this.dialog.getByRole('button', { name: /^Import [\d,]+ entr/ })
  }

  /** The rows of one of its tables, cell by cell. */
  async rows(table: 'Clients' | 'Left out', part: 'tbody' | 'tfoot' = 'tbody'): Promise<string[][]> {
    const rows = await this.dialog.getByRole('table', { name: table }).locator(`${part} tr`).all()
    return Promise.all(rows.map(cellsOf))
  }

  /** Who is in the file, and where each goes, where there is a choice: what its list shows, and not all that it offers. */
  async clients(): Promise<string[][]> {
    const all = this.dialog.getByRole('table', { name: 'Clients' }).locator('tbody tr')
    const rows = await all.filter({ has: this.face.page.getByRole('button') }).all()
    return Promise.all(
      rows.map(async (row) => {
        const [name = '', , ...figures] = await cellsOf(row)
        return [name, (await row.getByRole('button').innerText()).trim(), ...figures]
      }),
    )
  }

  async close(): Promise<void> {
    await this.face.page.keyboard.press('Escape')
    await this.dialog.waitFor({ state: 'detached' })
  }

  /** Drops a file on the window, as a hand does. */
  async drop(name: string, text: string): Promise<void> {
    await this.face.page.evaluate(
      ([fileName, content]) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([content], fileName, { type: 'text/csv' }))
        for (const type of ['dragover', 'drop'])
          document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
      },
      [name, text] as const,
    )
  }
}
