import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import { LARGEST_FILE_MB } from '#shared/formats/rows.ts'
import { done, refused, type Outcome } from '#shared/kernel/refusal.ts'
import { decodeText } from './decode-text.ts'
import type { Handlers } from './ipc.ts'
import type { Log } from './log.ts'
import type { OfferedFiles } from './offered-files.ts'

export type ImportHandlers = Pick<
  Handlers,
  'readyImport' | 'chooseImport' | 'chooseTable' | 'offerImport' | 'previewImport' | 'commitImport' | 'cancelImport'
>

interface Options {
  readonly files: OfferedFiles
  readonly window: () => BrowserWindow | null
  readonly log: Log
}

/** The window gets all of it at once: a bank's years, and no more. */
const LARGEST_TABLE_MB = 10

/** The door's answers about imports: the system's dialog and the disk are here, all else is with the offered files. */
export function importing({ files, window, log }: Options): ImportHandlers {
  const read = async <Told>(
    extensions: readonly string[],
    largest: number,
    tell: (name: string, bytes: Buffer) => Outcome<Told>,
  ): Promise<Outcome<Told | null>> => {
    const file = await choose(window(), extensions)
    if (file === null) return done(null)
    try {
      const { size } = await stat(file)
      if (size > largest * 1_000_000) return refused({ code: 'fileTooLarge', megabytes: largest })
      return tell(path.basename(file), await readFile(file))
    } catch (error) {
      log('a file to import could not be read', error)
      return refused({ code: 'fileUnreadable', name: path.basename(file), cause: causeOf(error) })
    }
  }
  return {
    readyImport: () => files.ready(),
    chooseImport() {
      void files.ready()
      return read(['csv', 'tsv', 'txt', 'json', 'zip'], LARGEST_FILE_MB, files.offer)
    },
    chooseTable: () =>
      read(['csv', 'tsv', 'txt'], LARGEST_TABLE_MB, (name, bytes) => done({ name, text: decodeText(bytes).text })),
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

async function choose(window: BrowserWindow | null, extensions: readonly string[]): Promise<string | null> {
  const name = extensions.includes('json') ? 'CSV, JSON, ZIP' : 'CSV'
  const options = { properties: ['openFile' as const], filters: [{ name, extensions: [...extensions] }] }
  const chosen = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options)
  return chosen.filePaths[0] ?? null
}
