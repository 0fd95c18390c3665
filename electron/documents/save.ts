import path from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import { done, refused } from '#shared/kernel/refusal.ts'
import type { Handlers } from '../ipc.ts'
import type { Log } from '../log.ts'
import { causeOf } from '../storage/problems.ts'
import { writeSafely } from '../storage/safe-file.ts'
import { fileName } from './file-name.ts'
import { printPdf } from './print.ts'

interface Options {
  readonly window: () => BrowserWindow | null
  readonly log: Log
}

export type DocumentHandlers = Pick<Handlers, 'saveDocument'>

/** Writes a document to a file that the user names: the window says what is on it and never where it goes. */
export function savingDocuments({ window, log }: Options): DocumentHandlers {
  return {
    async saveDocument(document) {
      const file = await choose(window(), fileName(document.name, document.form), document.form)
      if (file === null) return done(null)
      try {
        writeSafely(file, document.form === 'pdf' ? await printPdf(document, log) : document.text)
        return done({ name: path.basename(file) })
      } catch (error) {
        log('a document could not be written', error)
        return refused({ code: 'notSaved', cause: causeOf(error) })
      }
    },
  }
}

async function choose(window: BrowserWindow | null, name: string, form: string): Promise<string | null> {
  const options = { defaultPath: name, filters: [{ name: form.toUpperCase(), extensions: [form] }] }
  const chosen = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options)
  return chosen.canceled || !chosen.filePath ? null : chosen.filePath
}
