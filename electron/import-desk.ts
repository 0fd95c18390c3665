import {
  figuresOf,
  monthsToCompare,
  planningImport,
  unread,
  type ImportFigures,
  type ImportPlan,
  type ImportTerms,
} from '#shared/domain/import.ts'
import { enteringPlan, idsCounting } from '#shared/domain/import-entries.ts'
import { opening, reading, type Choices, type Document, type ReadDocument } from '#shared/formats/document.ts'
import { headerKey } from '#shared/formats/guess.ts'
import type { TrackerId } from '#shared/formats/trackers.ts'
import type { FileProblem } from '#shared/formats/rows.ts'
import type { Encoding } from '#shared/ipc.ts'
import type { Month } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { Pieces } from '#shared/kernel/pieces.ts'
import type { Client } from '#shared/model/client.ts'
import type { Engagement } from '#shared/model/engagement.ts'
import { preferencesId, type Preferences } from '#shared/model/preferences.ts'
import type { Language } from '#shared/model/quantities.ts'
import { emptyWorkspace } from '#shared/model/workspace.ts'
import { decodeText, isZip } from './decode-text.ts'
import { rehearse } from './import-rehearsal.ts'
import { breathing } from './storage/breathe.ts'
import { writtenPiece, type WrittenEdits } from './storage/written-edits.ts'

/** What a file was found to be. */
export interface OpenedFile {
  readonly encoding: Encoding | null
  /** Why it cannot be read. */
  readonly problem: FileProblem | null
  /** By what a table is known again; empty for all else. */
  readonly key: string
}

/** A file as it was read; its rows stay at the desk. */
export interface ReadFileFacts extends Omit<ReadDocument, 'file'> {
  /** The months in which there may be some of it already. */
  readonly months: readonly Month[]
}

/** Of what is here, what the plan of an import looks at beside the keys of the entries. */
export interface Here {
  readonly clients: readonly Client[]
  readonly engagements: readonly Engagement[]
  readonly preferences: Preferences
}

/**
 * Where one file is worked on, from its bytes to what is written of it. What is asked last is answered: after `stop`, what
 * was asked before comes to null. It is the same whether it stands in this thread or in another (import-thread.ts).
 */
export interface ImportDesk {
  /** Gets ready for a file that is on its way; given up as soon as it is there. */
  readonly rehearse: (here: Here, now: Instant) => Promise<void>
  /** The file's bytes; they are nobody else's afterwards. */
  readonly take: (bytes: Uint8Array) => void
  readonly open: () => Promise<OpenedFile | null>
  readonly read: (choices: Choices, now: Instant) => Promise<ReadFileFacts | null>
  /** @param isFirst whether these keys of what is here are the first of them */
  readonly know: (keys: readonly string[], isFirst: boolean) => Promise<void>
  readonly plan: (here: Here, terms: ImportTerms) => Promise<ImportFigures | null>
  /** What comes in by the last plan, as the journal will have it. */
  readonly enter: (here: Here, terms: { source: TrackerId; language: Language }) => Promise<WrittenEdits | null>
  readonly stop: () => void
}

/** How far it has come after each step. */
const OPENED = 0.3
const READ = 0.8
/** Characters or rows in a piece, roughly: for what is told of the progress alone. */
const OPENING_PIECE = 1 << 18
const READING_PIECE = 170
const PLANNING_PIECE = 500

/** @param tell how much of it is done, from 0 to 1 */
export function importDesk(newId: () => Id, tell: (share: number) => void): ImportDesk {
  let asked = 0
  let bytes: Uint8Array = new Uint8Array()
  let document: Document | null = null
  let opened: OpenedFile | null = null
  /** What was read last, and by which choices: the import takes it over from the preview. */
  let read: { readonly by: string; readonly document: ReadDocument; readonly facts: ReadFileFacts } | null = null
  let keys = new Set<string>()
  let plan: ImportPlan | null = null
  let rehearsing: ImportDesk | null = null

  /** Works piece by piece, with breaths between them, as long as nothing else is asked. null: something else is. */
  const work = async <Result>(
    pieces: Pieces<Result>,
    [from, to]: readonly [number, number],
    expected: number,
  ): Promise<Result | null> => {
    const mine = asked
    const rest = breathing()
    let count = 0
    for (let piece = pieces.next(); ; piece = pieces.next()) {
      if (piece.done) return piece.value
      count += 1
      const resting = rest()
      if (!resting) continue
      tell(from + (to - from) * Math.min(1, count / Math.max(1, expected)))
      await resting
      if (mine !== asked) return null
    }
  }

  return {
    rehearse: (here, now) => rehearse((rehearsing = importDesk(newId, () => undefined)), here, now),
    take(file) {
      rehearsing?.stop()
      bytes = file
    },
    async open() {
      if (opened) return opened
      const decoded = isZip(bytes) ? null : decodeText(bytes)
      const content = decoded?.text ?? bytes
      const found = await work(opening(content, decoded?.codes), [0, OPENED], content.length / OPENING_PIECE)
      if (!found) return null
      document = found.ok ? found.document : null
      opened = {
        encoding: decoded?.encoding ?? null,
        problem: found.ok ? null : found.problem,
        key: document?.kind === 'table' ? headerKey(document.csv.header) : '',
      }
      return opened
    },
    async read(choices, now) {
      if (!document) return null
      const by = JSON.stringify(choices)
      if (read?.by === by) return read.facts
      const rows = document.kind === 'table' ? document.csv.records.length : 0
      const found = await work(reading(document, choices, now), [OPENED, READ], rows / READING_PIECE)
      if (!found) return null
      const { file, ...facts } = found
      read = { by, document: found, facts: { ...facts, months: monthsToCompare(file.rows) } }
      return read.facts
    },
    async know(more, isFirst) {
      if (isFirst) keys = new Set()
      for (const key of more) keys.add(key)
    },
    async plan(here, terms) {
      if (!read) return unread(null)
      const { file } = read.document
      plan = await work(
        planningImport(workspaceOf(here), file.rows, terms, keys),
        [READ, 1],
        file.rows.length / PLANNING_PIECE,
      )
      return plan && figuresOf(file, plan, terms.zone)
    },
    async enter(here, terms) {
      if (!plan) return null
      const pieces: Uint8Array<ArrayBuffer>[] = []
      const mine = asked
      const rest = breathing()
      // The schemas are there when something is to be written by them: a thread that begins has none.
      const { packedReadsBack } = await import('./storage/read-back.ts')
      let readsBack = true
      for (const packed of enteringPlan(workspaceOf(here), plan, terms, idsCounting(newId))) {
        readsBack &&= packedReadsBack(packed)
        if (packed.length > 0) pieces.push(writtenPiece(packed))
        await rest()
        if (mine !== asked) return null
      }
      return { pieces, readsBack }
    },
    stop() {
      asked += 1
    },
  }
}

function workspaceOf({ clients, engagements, preferences }: Here) {
  const workspace = emptyWorkspace('all')
  workspace.tables.preferences.set(preferencesId, preferences)
  for (const client of clients) workspace.tables.clients.set(client.id, client)
  for (const engagement of engagements) workspace.tables.engagements.set(engagement.id, engagement)
  return workspace
}
