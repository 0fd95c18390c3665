import { enteringPlan } from '#shared/commands/import.ts'
import { figuresOf, monthsToCompare, planningImport, unread, type ImportPlan } from '#shared/domain/import.ts'
import { knownKeys } from '#shared/domain/import-keys.ts'
import { opening, reading, type Document, type ReadDocument } from '#shared/formats/document.ts'
import type { Columns } from '#shared/formats/columns.ts'
import { headerKey } from '#shared/formats/guess.ts'
import { LARGEST_FILE_MB, type FileProblem } from '#shared/formats/rows.ts'
import type { CallOutputs, Encoding, ImportChoices, ImportOffer } from '#shared/ipc.ts'
import { defined } from '#shared/kernel/defined.ts'
import { instantOf } from '#shared/kernel/instant.ts'
import type { Pieces } from '#shared/kernel/pieces.ts'
import { done, refused, type Outcome } from '#shared/kernel/refusal.ts'
import type { Language } from '#shared/model/quantities.ts'
import { decodeText, isZip } from './decode-text.ts'
import { breathing, unhurried } from './storage/breathe.ts'
import { holdsMonth } from '#shared/model/workspace.ts'
import type { OpenWorkspace, Surroundings } from './workspace.ts'

export interface OfferedFiles {
  readonly offer: (name: string, bytes: Uint8Array) => CallOutputs['offerImport']
  readonly preview: (token: string, choices: ImportChoices) => Promise<CallOutputs['previewImport']>
  readonly commit: (token: string, choices: ImportChoices) => Promise<CallOutputs['commitImport']>
  readonly cancel: (token: string) => void
}

/** What is remembered of a file: it is told again with the next one that has its columns. */
export type Remembered = Pick<ImportChoices, 'columns' | 'dateOrder' | 'decimal' | 'unit'>

/** What was said of the columns of earlier files, by a key of their names. */
export interface ColumnMemory {
  readonly get: (key: string) => Remembered | undefined
  readonly set: (key: string, said: Remembered & { columns: Columns }) => void
}

interface Options extends Surroundings {
  readonly workspace: Promise<OpenWorkspace>
  readonly language: () => Language
  readonly memory: ColumnMemory
  readonly tell: (token: string, share: number) => void
  /** What is to be done first: a backup. Where it is refused, nothing comes in. */
  readonly before: () => Promise<Outcome<unknown>>
}

interface Offered {
  readonly offer: ImportOffer
  readonly content: string | Uint8Array
  readonly encoding: Encoding | null
  document: Document | FileProblem | null
  /** What was read last, and by which choices: the import takes it over from the preview. */
  read: { readonly by: string; readonly document: ReadDocument } | null
  /** What comes of it, by which choices, and of which state of the book. */
  planned: { readonly by: string; readonly revision: number; readonly plan: ImportPlan } | null
}

/** Rests between pieces of reading, and how far it is told to have come. */
const OPENED = 0.3
const READ = 0.8
/** Characters or rows in a piece, roughly: for what is told of the progress alone. */
const OPENING_PIECE = 1 << 18
const READING_PIECE = 170
const PLANNING_PIECE = 500

/**
 * Files on their way in. The face never names a path: it gets a token for what the user chose or dropped, and asks
 * for the preview and the import by it. Only the last file offered is kept; what is asked of it last is answered, and what
 * was asked before is given up.
 */
export function offeredFiles({ workspace, language, now, newId, memory, before, tell }: Options): OfferedFiles {
  let offered: Offered | null = null
  let asked = 0

  /** Works piece by piece, with breaths between them, as long as nothing else is asked. null: something else is. */
  const work = async <Result>(
    pieces: Pieces<Result>,
    from: number,
    to: number,
    expected: number,
  ): Promise<Result | null> => {
    const [mine, token] = [asked, offered?.offer.token ?? '']
    const rest = breathing()
    let count = 0
    for (let piece = pieces.next(); ; piece = pieces.next()) {
      if (piece.done) return piece.value
      count += 1
      const resting = rest()
      if (!resting) continue
      tell(token, from + (to - from) * Math.min(1, count / Math.max(1, expected)))
      await resting
      if (mine !== asked) return null
    }
  }

  const documentOf = async (file: Offered): Promise<Document | FileProblem | null> => {
    if (file.document) return file.document
    const opened = await work(opening(file.content), 0, OPENED, file.content.length / OPENING_PIECE)
    if (opened) file.document = opened.ok ? opened.document : opened.problem
    return file.document
  }

  const readBy = async (file: Offered, document: Document, choices: ImportChoices): Promise<ReadDocument | null> => {
    const { matches: _, skipLong: __, ...said } = choices
    const by = JSON.stringify(said)
    if (file.read?.by === by) return file.read.document
    const rows = document.kind === 'table' ? document.csv.records.length : 0
    const read = await work(reading(document, choices, instantOf(now())), OPENED, READ, rows / READING_PIECE)
    if (read) file.read = { by, document: read }
    return read
  }

  /** Compares with what is here, a month at a time: nothing of it has to stay in memory. */
  const planOf = async (
    file: Offered,
    open: OpenWorkspace,
    { tracker, file: { rows } }: ReadDocument,
    choices: ImportChoices,
  ): Promise<ImportPlan | null> => {
    const by = JSON.stringify(choices)
    const { workspace: here, revision } = open.book
    if (file.planned?.by === by && file.planned.revision === revision) return file.planned.plan
    const mine = asked
    const { keys, add } = knownKeys(here, tracker, choices.zone)
    const there = new Set(await open.store.allMonths())
    for (const month of monthsToCompare(rows)) {
      if (!there.has(month) && !holdsMonth(here, month)) continue
      await unhurried(add(await open.read(month)))
      if (mine !== asked) return null
    }
    const { zone, matches, skipLong } = choices
    const pieces = planningImport(here, rows, { source: tracker, zone, matches, skipLong }, keys)
    const plan = await work(pieces, READ, 1, rows.length / PLANNING_PIECE)
    if (plan) file.planned = { by, revision, plan }
    return plan
  }

  /** One change; planned anew where the book has changed since the plan was made. */
  const entering = async (
    file: Offered,
    open: OpenWorkspace,
    read: ReadDocument,
    choices: ImportChoices,
  ): Promise<CallOutputs['commitImport']> => {
    for (;;) {
      const plan = await planOf(file, open, read, choices)
      if (!plan) return refused({ code: 'stopped' })
      const terms = { source: read.tracker, language: language() }
      const ran = await open.make('import.entries', (book, context) =>
        file.planned?.revision === book.revision ? enteringPlan(book, plan, terms, context) : null,
      )
      if (ran.ok) return done({ seq: ran.value.seq, entries: plan.entries.length })
      if (ran.refusal.code !== 'movedOn') return ran
    }
  }

  const fileOf = (token: string): Offered | null => (offered?.offer.token === token ? offered : null)

  return {
    offer(name, bytes) {
      if (bytes.length > LARGEST_FILE_MB * 1_000_000)
        return refused({ code: 'fileTooLarge', megabytes: LARGEST_FILE_MB })
      asked += 1
      const decoded = isZip(bytes) ? null : decodeText(bytes)
      offered = {
        offer: { token: newId(), name },
        content: decoded?.text ?? bytes,
        encoding: decoded?.encoding ?? null,
        document: null,
        read: null,
        planned: null,
      }
      return done(offered.offer)
    },
    async preview(token, choices) {
      const file = fileOf(token)
      if (!file) return refused({ code: 'gone' })
      asked += 1
      const document = await documentOf(file)
      if (!document) return refused({ code: 'stopped' })
      const told = { ...file.offer, encoding: file.encoding, isRemembered: false, choices }
      if ('code' in document)
        return done({ ...told, ...unread(document), tracker: 'csv', table: null, ways: {}, waits: false })
      const remembered = choices.columns ? undefined : memory.get(keyOf(document))
      const wanted: ImportChoices = remembered
        ? { ...defined(remembered), ...defined(choices), zone: choices.zone }
        : choices
      const read = await readBy(file, document, wanted)
      if (!read) return refused({ code: 'stopped' })
      const plan = await planOf(file, await workspace, read, wanted)
      if (!plan) return refused({ code: 'stopped' })
      const figures = figuresOf(read.file, plan, wanted.zone)
      const { tracker, table, ways, waits } = read
      return done({
        ...told,
        ...figures,
        tracker,
        table,
        ways,
        waits,
        isRemembered: remembered !== undefined,
        choices: wanted,
      })
    },
    async commit(token, choices) {
      const file = fileOf(token)
      const document = file?.document
      if (!file || !document || 'code' in document) return refused({ code: 'gone' })
      asked += 1
      const read = await readBy(file, document, choices)
      if (!read) return refused({ code: 'stopped' })
      if (read.waits) return refused({ code: 'gone' })
      const open = await workspace
      const kept = await before()
      if (!kept.ok) return kept
      const ran = await entering(file, open, read, choices)
      if (!ran.ok) return ran
      if (read.tracker === 'csv' && read.table) {
        const { dateOrder, decimal, unit } = choices
        memory.set(headerKey(read.table.header), { columns: [...read.table.columns], dateOrder, decimal, unit })
      }
      offered = null
      return ran
    },
    cancel(token) {
      if (!fileOf(token)) return
      asked += 1
      offered = null
    },
  }
}

/** Of a table that no tracker wrote; nothing is remembered of others. */
const keyOf = (document: Document): string =>
  document.kind === 'table' && document.tracker === null ? headerKey(document.csv.header) : ''
