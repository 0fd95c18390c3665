import { monthsToCompare, previewingImport } from '#shared/domain/import.ts'
import { LARGEST_FILE_MB, type ReadOutcome } from '#shared/formats/rows.ts'
import { readingToggl } from '#shared/formats/toggl.ts'
import type { CallOutputs, ImportOffer } from '#shared/ipc.ts'
import { instantOf, type Zone } from '#shared/kernel/instant.ts'
import { done, refused } from '#shared/kernel/refusal.ts'
import type { Language } from '#shared/model/quantities.ts'
import { unhurried } from './storage/breathe.ts'
import type { OpenWorkspace, Surroundings } from './workspace.ts'

export interface OfferedFiles {
  readonly offer: (name: string, text: string) => CallOutputs['offerImport']
  readonly preview: (token: string, zone: Zone) => Promise<CallOutputs['previewImport']>
  readonly commit: (token: string, zone: Zone) => Promise<CallOutputs['commitImport']>
}

interface Options extends Surroundings {
  readonly workspace: Promise<OpenWorkspace>
  readonly language: () => Language
}

/**
 * Files on their way in. The face never names a path: it gets a token for what the user chose or dropped, and asks
 * for the preview and the import by it. Only the last file offered is kept.
 */
export function offeredFiles({ workspace, language, now, newId }: Options): OfferedFiles {
  let offered: { offer: ImportOffer; text: string } | null = null
  const read = async (token: string, zone: Zone): Promise<ReadOutcome | null> =>
    offered?.offer.token === token ? unhurried(readingToggl(offered.text, zone, instantOf(now()))) : null

  return {
    offer(name, text) {
      if (text.length > LARGEST_FILE_MB * 1_000_000)
        return refused({ code: 'fileTooLarge', megabytes: LARGEST_FILE_MB })
      offered = { offer: { token: newId(), name }, text }
      return done(offered.offer)
    },
    async preview(token, zone) {
      const offer = offered?.offer
      const outcome = await read(token, zone)
      if (!outcome || !offer) return refused({ code: 'gone' })
      const open = await workspace
      if (outcome.ok) await open.hold(monthsToCompare(outcome.file.rows))
      const figures = await unhurried(previewingImport(outcome, 'toggl', zone, open.book.workspace))
      return done({ ...offer, ...figures })
    },
    async commit(token, zone) {
      const outcome = await read(token, zone)
      if (!outcome?.ok) return refused({ code: 'gone' })
      const open = await workspace
      // Held first, so that what is read for the comparison is not taken for what came in.
      await open.hold(monthsToCompare(outcome.file.rows))
      const before = open.book.workspace.tables.entries.size
      const input = { source: 'toggl', language: language(), rows: outcome.file.rows, zone }
      const ran = await open.execute('import.entries', input)
      if (!ran.ok) return ran
      offered = null
      return done({ seq: ran.value.seq, entries: open.book.workspace.tables.entries.size - before })
    },
  }
}
