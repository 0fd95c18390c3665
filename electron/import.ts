import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import { LARGEST_FILE_MB } from '#shared/formats/rows.ts'
import { done, refused } from '#shared/kernel/refusal.ts'
import type { Handlers } from './ipc.ts'
import type { Log } from './log.ts'
import type { OfferedFiles } from './offered-files.ts'

export type ImportHandlers = Pick<
  Handlers,
  'chooseImport' | 'offerImport' | 'previewImport' | 'commitImport' | 'cancelImport'
>

interface Options {
  readonly files: OfferedFiles
  readonly window: () => BrowserWindow | null
  readonly log: Log
}

/** The door's answers about imports: the system's dialog and the disk are here, all else is with the offered files. */
export function importing({ files, window, log }: Options): ImportHandlers {
  return {
    async chooseImport() {
      const file = await choose(window())
      if (file === null) return done(null)
      try {
        const { size } = await stat(file)
        if (size > LARGEST_FILE_MB * 1_000_000) return refused({ code: 'fileTooLarge', megabytes: LARGEST_FILE_MB })
        return files.offer(path.basename(file), await readFile(file))
      } catch (error) {
        log('a file to import could not be read', error)
        return refused({ code: 'fileUnreadable', name: path.basename(file), cause: causeOf(error) })
      }
    },
    offerImport: async ({ name, bytes }) => files.offer(name, bytes),
    previewImport: ({ token, choices }) => files.preview(token, choices),
    commitImport: ({ token, choices }) => files.commit(token, choices),
    cancelImport: async ({ token }) => files.cancel(token),
  }
}

/** Why the system would not give the file, in words that help its user. */
function causeOf(error: unknown): 'denied' | 'missing' | 'folder' | 'other' {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EACCES' || code === 'EPERM') return 'denied'
  if (code === 'ENOENT') return 'missing'
  return code === 'EISDIR' ? 'folder' : 'other'
}

async function choose(window: BrowserWindow | null): Promise<string | null> {
  const options = {
    properties: ['openFile' as const],
    filters: [{ name: 'CSV, JSON, ZIP', extensions: ['csv', 'tsv', 'txt', 'json', 'zip'] }],
  }
  const chosen = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options)
  return chosen.filePaths[0] ?? null
}
