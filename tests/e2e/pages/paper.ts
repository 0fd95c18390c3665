import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { expect } from '../app.ts'
import { answerSaveDialog } from '../main-process.ts'
import type { Face } from './face.ts'

/** What a document's preview says, text by text: its sheet is in a tree of its own. */
export const previewed = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const host = [...document.querySelectorAll('[role=dialog] *, main *')].find((element) => element.shadowRoot)
    const walker = document.createTreeWalker(host?.shadowRoot ?? document, NodeFilter.SHOW_TEXT)
    const texts: string[] = []
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '')
    return texts
  })

/** Letter by letter: a PDF tells nothing of where a line broke, and has one shape for two apostrophes. */
export const letters = (text: string): string => text.replaceAll(/\s/g, '').replaceAll('ʼ', '’')

interface Saving {
  readonly electron: ElectronApplication
  readonly face: Face
  /** The button that saves it. */
  readonly button: Locator
  readonly file: string
}

/** Saves the document that is shown, and tells what was shown and what was written. */
export async function savePaper({ electron, face, button, file }: Saving): Promise<{ texts: string[]; bytes: Buffer }> {
  const texts = await previewed(face.page)
  await answerSaveDialog(electron, file)
  await button.click()
  await expect(face.toast(face.t('app.documents.saved', { name: path.basename(file) }))).toBeVisible()
  return { texts, bytes: await readFile(file) }
}
