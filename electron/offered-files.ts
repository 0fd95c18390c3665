import { preferencesOf, type Book } from '#shared/domain/book.ts'
import { unread, type ImportFigures } from '#shared/domain/import.ts'
import { zoneOfKeys } from '#shared/domain/fingerprint.ts'
import { knownKeys, sourceKeysIn } from '#shared/domain/import-keys.ts'
import { plainly, type Choices } from '#shared/formats/document.ts'
import type { Columns } from '#shared/formats/columns.ts'
import { headerKey } from '#shared/formats/guess.ts'
import { LARGEST_FILE_MB } from '#shared/formats/rows.ts'
import type { CallOutputs, ImportChoices, ImportOffer } from '#shared/ipc.ts'
import { defined } from '#shared/kernel/defined.ts'
import { instantOf } from '#shared/kernel/instant.ts'
import type { Month } from '#shared/kernel/day.ts'
import { done, refused, type Outcome } from '#shared/kernel/refusal.ts'
import type { Language } from '#shared/model/quantities.ts'
import { fileMonthOf, type TimeEntry } from '#shared/model/entry.ts'
import type { Here, ImportDesk, OpenedFile, ReadFileFacts } from './import-desk.ts'
import { unhurried } from './storage/breathe.ts'
import { UnreadableMonth } from './storage/unreadable-month.ts'
import type { OpenWorkspace } from './workspace.ts'

export interface OfferedFiles {
  /** A file is on its way: what reads it is begun meanwhile. Answers once it could not be more ready. */
  readonly ready: () => Promise<void>
  readonly offer: (name: string, bytes: Uint8Array) => CallOutputs['offerImport']
  readonly preview: (token: string, choices: ImportChoices) => Promise<CallOutputs['previewImport']>
  readonly commit: (token: string, choices: ImportChoices) => Promise<CallOutputs['commitImport']>
  readonly cancel: (token: string) => void
}

/** What is remembered of a file: it is told again with the next one that has its columns. */
export type Remembered = Pick<ImportChoices, 'tracker' | 'columns' | 'dateOrder' | 'decimal' | 'unit'>

/** What was said of the columns of earlier files, by a key of their names. */
export interface ColumnMemory {
  readonly get: (key: string) => Remembered | undefined
  readonly set: (key: string, said: Remembered & { columns: Columns }) => void
}

/** Where a file is worked on; closed when nothing more is asked of it. */
export type Desk = ImportDesk & { readonly close?: () => void; readonly isOver?: () => boolean }

interface Options {
  readonly workspace: Promise<OpenWorkspace>
  /** @param tell how far it has come, from 0 to 1 */
  readonly desk: (tell: (share: number) => void) => Desk
  readonly language: () => Language
  /** UTC milliseconds. */
  readonly now: () => number
  readonly newToken: () => string
  readonly memory: ColumnMemory
  readonly tell: (token: string, share: number) => void
  /** What is to be done first: a backup. Where it is refused, nothing comes in. */
  readonly before: () => Promise<Outcome<unknown>>
}

interface Offered {
  readonly offer: ImportOffer
  readonly desk: Desk
  opened: OpenedFile | null
  /** The keys of all that came from a tracker, as the book was then. */
  sources: { readonly of: string; readonly keys: readonly string[] } | null
  /** What comes of it, by which choices, and of which state of the book. */
  planned: { readonly by: string; readonly revision: number; readonly figures: ImportFigures } | null
}

/**
 * Files on their way in. The face never names a path: it gets a token for what the user chose or dropped, and asks
 * for the preview and the import by it. Only the last file offered is kept; what is asked of it last is answered, and what
 * was asked before is given up.
 */
export function offeredFiles({
  workspace,
  desk,
  language,
  now,
  newToken,
  memory,
  before,
  tell,
}: Options): OfferedFiles {
  let offered: Offered | null = null
  let asked = 0
  let spare: Desk | null = null
  const newDesk = (): Desk =>
    desk((share) => {
      if (offered) tell(offered.offer.token, share)
    })

  const letGo = (): void => {
    offered?.desk.stop()
    offered?.desk.close?.()
    offered = null
  }

  const fileOf = (token: string): Offered | null => (offered?.offer.token === token ? offered : null)

  /** Whoever asks last is answered. */
  const begin = (file: Offered): number => {
    file.desk.stop()
    return (asked += 1)
  }

  /**
   * Tells the desk what is here already, a month at a time: nothing of it has to stay in memory. What is alike lies in the
   * months of the file; what came from it before may have been moved to any other. false: something else is asked.
   */
  const compare = async (
    file: Offered,
    open: OpenWorkspace,
    { tracker, months, hasClocks }: ReadFileFacts,
    choices: ImportChoices,
  ): Promise<boolean> => {
    const mine = asked
    const { workspace: here, revision } = open.book
    const zone = zoneOfKeys({ zone: choices.zone, hasClocks })
    const of = `${tracker} ${revision}`
    const isKnown = file.sources?.of === of
    const sources = isKnown ? [...(file.sources?.keys ?? [])] : []
    await file.desk.know(sources, true)
    for (const month of await monthsIn(open)) {
      const isNear = months.includes(month)
      if (isKnown && !isNear) continue
      const entries = await readIn(open, month, isNear)
      const came = sourceKeysIn(entries, tracker)
      if (!isKnown) sources.push(...came)
      const { keys, add } = knownKeys(here, tracker, zone)
      if (isNear) await unhurried(add(entries))
      await file.desk.know(isNear ? [...keys] : came, false)
      if (mine !== asked) return false
    }
    file.sources = { of, keys: sources }
    return true
  }

  const planOf = async (
    file: Offered,
    open: OpenWorkspace,
    read: ReadFileFacts,
    choices: ImportChoices,
  ): Promise<ImportFigures | null> => {
    const by = JSON.stringify(choices)
    const { revision } = open.book
    if (file.planned?.by === by && file.planned.revision === revision) return file.planned.figures
    if (!(await compare(file, open, read, choices))) return null
    const { zone, matches, skipLong } = choices
    const { tracker: source, hasClocks } = read
    const figures = await file.desk.plan(hereIn(open.book), { source, zone, hasClocks, matches, skipLong })
    if (figures) file.planned = { by, revision, figures }
    return figures
  }

  /** One change; planned anew where the book has changed since the plan was made. */
  const entering = async (
    file: Offered,
    open: OpenWorkspace,
    read: ReadFileFacts,
    choices: ImportChoices,
  ): Promise<CallOutputs['commitImport']> => {
    let saved: Promise<Outcome<unknown>> | null = null
    const mine = asked
    for (;;) {
      const figures = await planOf(file, open, read, choices)
      if (!figures) return refused({ code: 'stopped' })
      if (figures.fresh === 0) return refused({ code: 'nothingToImport' })
      // Beside one another: neither needs the other, and both take their time.
      const entering = file.desk.enter(hereIn(open.book), { source: read.tracker, language: language() })
      saved ??= before()
      const [written, kept] = await Promise.all([entering, saved])
      if (!kept.ok) return kept
      if (!written) return refused({ code: 'stopped' })
      // Whoever gave the file up while the backup was made, or while another change was, does not want it.
      const isGivenUp = (): boolean => offered !== file || asked !== mine
      const ran = await open.make('import.entries', ({ revision }) =>
        !isGivenUp() && file.planned?.revision === revision ? written : null,
      )
      if (!ran.ok && isGivenUp()) return refused({ code: 'stopped' })
      if (ran.ok) return done({ seq: ran.value.seq, entries: figures.fresh })
      if (ran.refusal.code !== 'movedOn') return ran
    }
  }

  return {
    async ready() {
      if (spare) return
      const mine = newDesk()
      spare = mine
      setTimeout(() => {
        if (spare !== mine) return
        spare = null
        mine.close?.()
      }, KEPT_READY_MS)
      const { book } = await workspace
      if (spare === mine) await mine.rehearse(hereIn(book), instantOf(now()))
    },
    offer(name, bytes) {
      if (bytes.length > LARGEST_FILE_MB * 1_000_000)
        return refused({ code: 'fileTooLarge', megabytes: LARGEST_FILE_MB })
      letGo()
      asked += 1
      const token = newToken()
      offered = {
        offer: { token, name },
        desk: spare?.isOver?.() ? newDesk() : (spare ?? newDesk()),
        opened: null,
        sources: null,
        planned: null,
      }
      spare = null
      offered.desk.take(bytes)
      return done(offered.offer)
    },
    async preview(token, choices) {
      const file = fileOf(token)
      if (!file) return refused({ code: 'gone' })
      const mine = begin(file)
      const isOver = (): boolean => mine !== asked
      file.opened ??= await file.desk.open()
      if (!file.opened || isOver()) return refused({ code: 'stopped' })
      const { encoding, problem, key } = file.opened
      const told = { ...file.offer, encoding, isRemembered: false, choices }
      if (problem) return done({ ...told, ...unread(problem), ...plainly('csv') })
      // Another tracker has other columns: what is said of it is said anew.
      const remembered = choices.columns || choices.tracker ? undefined : memory.get(key)
      const wanted: ImportChoices = remembered
        ? { ...defined(remembered), ...defined(choices), zone: choices.zone }
        : choices
      const read = await file.desk.read(saidOf(wanted), instantOf(now()))
      if (!read || isOver()) return refused({ code: 'stopped' })
      const figures = await planOf(file, await workspace, read, wanted)
      if (!figures || isOver()) return refused({ code: 'stopped' })
      const { months: _months, ...facts } = read
      return done({ ...told, ...figures, ...facts, isRemembered: remembered !== undefined, choices: wanted })
    },
    async commit(token, choices) {
      const file = fileOf(token)
      if (!file?.opened || file.opened.problem) return refused({ code: 'gone' })
      begin(file)
      const read = await file.desk.read(saidOf(choices), instantOf(now()))
      if (!read) return refused({ code: 'stopped' })
      if (read.waits) return refused({ code: 'gone' })
      const open = await workspace
      const ran = await entering(file, open, read, choices)
      if (!ran.ok) return ran
      // What its columns tell has nothing to be remembered of, unless its user knew better.
      if (read.table && (read.tracker === 'csv' || choices.tracker !== undefined)) {
        const { tracker, dateOrder, decimal, unit } = choices
        const said = { tracker, dateOrder, decimal, unit }
        memory.set(headerKey(read.table.header), { columns: [...read.table.columns], ...said })
      }
      letGo()
      return ran
    },
    cancel(token) {
      if (!fileOf(token)) return
      asked += 1
      letGo()
    },
  }
}

/** All months in which there is something, in memory or on the disk. */
async function monthsIn({ store, book }: OpenWorkspace): Promise<Set<Month>> {
  const held = [...book.workspace.tables.entries.values()].map(fileMonthOf)
  return new Set([...(await store.allMonths()), ...held])
}

/** @param isNeeded whether nothing may come in without it; else a month that cannot be read is as good as none */
async function readIn(open: OpenWorkspace, month: Month, isNeeded: boolean): Promise<readonly TimeEntry[]> {
  try {
    return await open.read(month)
  } catch (error) {
    if (isNeeded || !(error instanceof UnreadableMonth)) throw error
    return []
  }
}

/** A file that was on its way has been let go elsewhere. */
const KEPT_READY_MS = 60_000

/** What a file is read by; whom its names are matched with comes later. */
function saidOf(choices: ImportChoices): Choices {
  const { zone, tracker, columns, dateOrder, decimal, unit } = choices
  return { zone, tracker, columns, dateOrder, decimal, unit }
}

const hereIn = ({ workspace }: Book): Here => ({
  clients: [...workspace.tables.clients.values()],
  engagements: [...workspace.tables.engagements.values()],
  preferences: preferencesOf(workspace),
})
