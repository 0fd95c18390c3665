import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { BrowserWindow, dialog } from 'electron'
import { monthsToCompare, previewImport } from '#shared/domain/import.ts'
import type { ReadOutcome } from '#shared/formats/rows.ts'
import { readToggl } from '#shared/formats/toggl.ts'
import type { ImportOffer } from '#shared/ipc.ts'
import type { Zone } from '#shared/kernel/instant.ts'
import { done, refused } from '#shared/kernel/refusal.ts'
import type { Language } from '#shared/model/quantities.ts'
import { instantNow } from './clock.ts'
import { decodeText } from './decode-text.ts'
import { newId } from './ids.ts'
import type { Handlers } from './ipc.ts'
import type { Log } from './log.ts'
import type { OpenWorkspace } from './workspace.ts'

const MOST_MEGABYTES = 50

type ImportHandlers = Pick<Handlers, 'chooseImport' | 'offerImport' | 'previewImport' | 'commitImport'>

interface Options {
  readonly workspace: Promise<OpenWorkspace>
  readonly window: () => BrowserWindow | null
  readonly language: () => Language
  readonly log: Log
}

/**
 * Files on their way in. The face never names a path: it gets a token for what the user chose or dropped, and asks
 * for the preview and the import by it. Only the last file offered is kept.
 */
export function importing({ workspace, window, language, log }: Options): ImportHandlers {
  let offered: { offer: ImportOffer; text: string } | null = null
  const keep = (name: string, text: string): ImportOffer => {
    offered = { offer: { token: newId(), name }, text }
    return offered.offer
  }
  const read = (token: string, zone: Zone): ReadOutcome | null =>
    offered?.offer.token === token ? readToggl(offered.text, zone, instantNow()) : null

  return {
    async chooseImport() {
      const file = await choose(window())
      if (file === null) return done(null)
      try {
        const { size } = await stat(file)
        if (size > MOST_MEGABYTES * 1_000_000) return refused({ code: 'fileTooLarge', megabytes: MOST_MEGABYTES })
        return done(keep(path.basename(file), decodeText(await readFile(file))))
      } catch (error) {
        log('a file to import could not be read', error)
        return refused({ code: 'fileUnreadable' })
      }
    },
    async offerImport({ name, text }) {
      if (text.length > MOST_MEGABYTES * 1_000_000) return refused({ code: 'fileTooLarge', megabytes: MOST_MEGABYTES })
      return done(keep(name, text))
    },
    async previewImport({ token, zone }) {
      const outcome = read(token, zone)
      if (!outcome || !offered) return refused({ code: 'gone' })
      const open = await workspace
      if (outcome.ok) await open.hold(monthsToCompare(outcome.file.rows))
      return done({ ...offered.offer, ...previewImport(outcome, 'toggl', zone, open.book.workspace) })
    },
    async commitImport({ token, zone }) {
      const outcome = read(token, zone)
      if (!outcome?.ok) return refused({ code: 'gone' })
      const open = await workspace
      // Held first, so that what is read for the comparison is not taken for what came in.
      await open.hold(monthsToCompare(outcome.file.rows))
      const before = open.book.workspace.tables.entries.size
      const input = { source: 'toggl', language: language(), rows: outcome.file.rows }
      const ran = await open.execute('import.entries', input)
      if (!ran.ok) return ran
      offered = null
      return done({ seq: ran.value.seq, entries: open.book.workspace.tables.entries.size - before })
    },
  }
}

async function choose(window: BrowserWindow | null): Promise<string | null> {
  const options = { properties: ['openFile' as const], filters: [{ name: 'CSV', extensions: ['csv'] }] }
  const chosen = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options)
  return chosen.filePaths[0] ?? null
}
