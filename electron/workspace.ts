import type { CommandName } from '#shared/commands/index.ts'
import { invalid, parsing } from '#shared/commands/parsing.ts'
import type { Command, Context, Ran } from '#shared/commands/command.ts'
import { applyingToBook, emptyBook, lettingGo, movesDays, preferencesOf, type Book } from '#shared/domain/book.ts'
import { dayAt, instantOf } from '#shared/kernel/instant.ts'
import type { Month } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { done, refused, type Outcome, type Refusal } from '#shared/kernel/refusal.ts'
import { reversed, type Change, type Edit } from '#shared/model/change.ts'
import { fileMonthOf, type TimeEntry } from '#shared/model/entry.ts'
import { deletesMany, isWholesale } from '#shared/keeping.ts'
import { holdsMonth } from '#shared/model/workspace.ts'
import type { History } from '#shared/ipc.ts'
import { changeHistory } from './change-history.ts'
import { countTotals, type Counting } from './count-totals.ts'
import { hasMovedOn, monthsOf } from './moved-on.ts'
import { breathing, unhurried } from './storage/breathe.ts'
import type { Appended, Store } from './storage/store.ts'
import { turns } from './storage/turns.ts'
import { readable } from './storage/unreadable-month.ts'
import type { WrittenEdits } from './storage/written-edits.ts'

type Done = Outcome<{ seq: number; made?: Id }>

/** What is told when something has happened, in the order in which it did. */
export interface Observer {
  readonly changed: (change: Change, history: History) => void
  readonly counted: (seq: number) => void
}

export interface OpenWorkspace {
  readonly book: Book
  readonly seq: () => number
  readonly history: () => History
  readonly store: Store
  /**
   * Runs a command of the registry with input that nobody has looked at yet.
   * @param durable told what it will answer as soon as the disk has it; what is asked afterwards waits until it is in
   * the book too
   */
  readonly execute: (name: string, input: unknown, durable?: (made: Done) => void) => Promise<Done>
  /**
   * Does what a command would with what was worked out and written elsewhere, which nobody has to look through again. It
   * answers when that is on the disk; what is asked afterwards waits until it is in the book.
   * @param work null: what it was worked out from has changed since; then nothing is done, and `movedOn` is told
   */
  readonly make: (name: CommandName, work: (book: Book) => WrittenEdits | null) => Promise<Outcome<{ seq: number }>>
  /** Puts edits in that no command made: what a new workspace begins with. It is not undone. */
  readonly begin: (label: string, edits: readonly Edit[]) => Promise<Outcome<{ seq: number }>>
  /**
   * Makes the workspace what it is somewhere else: a backup, a file of everything. One step of undo. Refused where one
   * of the records is no longer what the edits say that it was.
   */
  readonly put: (label: string, edits: readonly Edit[]) => Promise<Outcome<{ seq: number }>>
  /** @param seq the change that is meant; refused where another has been made since. */
  readonly undo: (seq?: number) => Promise<Outcome<{ seq: number; label: string }>>
  readonly redo: () => Promise<Outcome<{ seq: number; label: string }>>
  /** Has the entries of the months in memory from now on. */
  readonly hold: (months: readonly Month[]) => Promise<TimeEntry[]>
  /** The entries of a month as they are now, without keeping them. */
  readonly read: (month: Month) => Promise<TimeEntry[]>
  /** Counts the whole history, where the store had no totals. */
  readonly count: () => Promise<void>
  /** Looks at the book while nothing is being done to it: in the middle of a long change it holds half of it. */
  readonly between: <Seen>(look: () => Seen | Promise<Seen>) => Promise<Seen>
  /** Goes on in the store that `move` comes back with; nothing is done meanwhile. What it throws leaves all as it was. */
  readonly transfer: (move: (from: Store, openAt: OpenAt) => Promise<Store>) => Promise<void>
  /** @returns what ends it */
  readonly observe: (observer: Observer) => () => void
  readonly checkpoint: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface Surroundings {
  /** UTC milliseconds. */
  readonly now: () => number
  readonly newId: () => Id
  /** Opens another folder as this one was; there is none for a workspace in memory. */
  readonly openAt?: OpenAt
  /** Before many records are deleted: where it is refused, they are not. There is nothing to do in memory. */
  readonly beforeDelete?: () => Promise<Outcome<unknown>>
}
type OpenAt = (folder: string) => Promise<Store>

/** Read when the first of them is asked for: a start needs none of them. */
export const verbs = () => import('#shared/commands/index.ts')

/**
 * The open workspace (architecture.md: command → edits → journal → apply → every window). One thing is done at a
 * time, so that a command sees what the one before it did. Memory changes only after the disk has it; a refused write
 * leaves both as they were.
 */
export function openWorkspace(opened: Store, { now, newId, openAt, beforeDelete }: Surroundings): OpenWorkspace {
  let store = opened
  const book = emptyBook(store.workspace, store.totals)
  const history = changeHistory()
  const observers = new Set<Observer>()
  let seq = store.seq
  /** The last change where it is in the book; null while one is coming in. */
  let settled: number | null = seq
  let counting: Counting | null = null
  const inTurn = turns()

  const context = (): Context => {
    const zone = preferencesOf(book.workspace).timeZone
    const instant = instantOf(now())
    return { now: instant, today: dayAt(instant, zone), zone, newId }
  }

  /** @returns those that were not in memory before */
  const load = async (months: readonly Month[]): Promise<ReadonlySet<Month>> => {
    const held = book.workspace.months
    const missing = new Set(held === 'all' ? [] : months.filter((month) => !held.has(month)))
    if (held === 'all' || missing.size === 0) return missing
    for (const entry of await store.readMonths([...missing])) book.workspace.tables.entries.set(entry.id, entry)
    for (const month of missing) held.add(month)
    return missing
  }

  /**
   * Does something with months in memory, and lets go of those that only it needed: else, after one change to all of the
   * history, all of it would be kept, and told to every window that loads.
   */
  const holding = async <Result>(months: readonly Month[], act: () => Promise<Result>): Promise<Result> => {
    const borrowed = await load(months)
    try {
      return await act()
    } finally {
      await unhurried(lettingGo(book, borrowed))
    }
  }

  const commit = async (change: Appended, remember: (made: Change) => void): Promise<Outcome<Change>> => {
    const appended = await store.append(change)
    if (!appended.ok) return appended
    const made = appended.value
    seq = made.seq
    counting?.follow(made.edits)
    settled = null
    await unhurried(applyingToBook(book, made.edits))
    settled = seq
    // What is made anew as a whole may round time in another way that stays where it is.
    if (made.edits.some(movesDays) || isWholesale(made.label)) countAnew()
    remember(made)
    for (const observer of observers) observer.changed(made, history.labels())
    return appended
  }

  const countAnew = (): void => {
    book.totals = null
    counting = null
    // A month that cannot be read is told in the problems; without totals nothing is shown that would need them.
    count().catch(() => void (counting = null))
  }

  const count = async (): Promise<void> => {
    if (book.totals || counting) return
    const begun = await inTurn(async () => (counting ??= countTotals(book.workspace, await store.allMonths())))
    const read = (month: Month): Promise<TimeEntry[]> => store.readMonths([month])
    // Another one is on its way where what counts has changed meanwhile.
    const isStill = (): boolean => counting === begun
    while (isStill() && begun.next() !== undefined) await inTurn(async () => isStill() && begun.take(read))
    if (!isStill()) return
    book.totals = begun.totals
    counting = null
    for (const observer of observers) observer.counted(seq)
  }

  const execute = async (name: string, input: unknown, durable?: (made: Done) => void): Promise<Done> => {
    const { commands } = await verbs()
    const command = commands.get(name)
    if (!command) return refused({ code: 'unknownCommand' })
    const rest = breathing()
    const parsed = await unhurried(parsing(command, input))
    if (!parsed.ok) return refused(invalid(parsed.path))
    const around = context()
    return holding(command.months?.(book, parsed.data, around) ?? [], async () => {
      await rest()
      const ran = command.running
        ? await unhurried(command.running(book, parsed.data, around))
        : command.run(book, parsed.data, around)
      return keep(command, ran, durable)
    })
  }

  const keep = async (command: Command, ran: Ran, durable?: (made: Done) => void): Promise<Done> => {
    if (!ran.ok) return ran
    const made = ran.made === undefined ? {} : { made: ran.made }
    if (ran.edits.length === 0) return done({ seq, ...made })
    const safe = beforeDelete && deletesMany(ran.edits) ? await beforeDelete() : done(null)
    if (!safe.ok) return safe
    const remember = {
      always: ran.goesOn === true ? history.wentOn : history.did,
      never: history.seal,
      aside: history.noted,
    }[command.undo]
    const by = command.undo === 'aside' ? 'system' : (command.by ?? 'user')
    const told = durable && { durable: (seq: number): void => durable(done({ seq, ...made })) }
    const outcome = await commit({ by, label: command.name, edits: ran.edits, ...told }, remember)
    return outcome.ok ? done({ seq: outcome.value.seq, ...made }) : outcome
  }

  /** Undo and redo are changes like any other, made only while every record is still as the last one left it. */
  const replay = async (
    target: Change | undefined,
    nothing: Refusal,
    change: (target: Change) => Appended,
    remember: () => void,
  ): Promise<Outcome<{ seq: number; label: string }>> => {
    if (!target) return refused(nothing)
    const wanted = change(target)
    return holding(monthsOf(wanted.edits), async () => {
      if (await hasMovedOn(book.workspace, wanted.edits)) return refused({ code: 'movedOn' })
      const outcome = await commit(wanted, remember)
      return outcome.ok ? done({ seq: outcome.value.seq, label: target.label }) : outcome
    })
  }

  return {
    book,
    get store() {
      return store
    },
    seq: () => seq,
    history: history.labels,
    execute: (name, input, durable) => inTurn(() => readable(() => execute(name, input, durable))),
    make: (name, work) =>
      new Promise((answer, fail) => {
        const act = async (): Promise<void> => {
          const written = work(book)
          if (!written) return answer(refused({ code: 'movedOn' }))
          const durable = (seq: number): void => answer(done({ seq }))
          const change: Appended = { by: 'user', label: name, edits: [], written, durable }
          const outcome = await commit(change, history.did)
          if (!outcome.ok) answer(outcome)
        }
        inTurn(act).catch(fail)
      }),
    begin: (label, edits) => inTurn(async () => numbered(await commit({ by: 'system', label, edits }, history.seal))),
    put: (label, edits) =>
      inTurn(() =>
        readable(async () => {
          if (edits.length === 0) return done({ seq })
          return holding(monthsOf(edits), async () => {
            if (await hasMovedOn(book.workspace, edits)) return refused({ code: 'movedOn' })
            return numbered(await commit({ by: 'user', label, edits }, history.did))
          })
        }),
      ),
    undo: (seq) =>
      inTurn(() => {
        const last = history.toUndo()
        if (last && seq !== undefined && last.seq !== seq) return Promise.resolve(refused({ code: 'movedOn' }))
        const undone = ({ seq: undoes, label, edits }: Change): Appended => ({
          by: 'user',
          label,
          undoes,
          edits: reversed(edits),
        })
        return readable(() => replay(last, { code: 'nothingToUndo' }, undone, history.undone))
      }),
    redo: () =>
      inTurn(() => {
        const redone = ({ seq: redoes, label, edits }: Change): Appended => ({ by: 'user', label, redoes, edits })
        return readable(() => replay(history.toRedo(), { code: 'nothingToRedo' }, redone, history.redone))
      }),
    hold: (months) =>
      inTurn(async () => {
        await load(months)
        const wanted = new Set(months)
        return [...book.workspace.tables.entries.values()].filter((entry) => wanted.has(fileMonthOf(entry)))
      }),
    read: (month) =>
      inTurn(async () =>
        holdsMonth(book.workspace, month)
          ? [...book.workspace.tables.entries.values()].filter((entry) => fileMonthOf(entry) === month)
          : store.readMonths([month]),
      ),
    between: (look) => inTurn(async () => look()),
    count,
    transfer: (move) =>
      inTurn(async () => {
        if (!openAt) throw new Error('there is no other folder for this workspace')
        const left = store
        await left.checkpoint(book.totals)
        store = await move(left, openAt)
        await left.close(null)
      }),
    observe(observer) {
      observers.add(observer)
      return () => void observers.delete(observer)
    },
    // Not in turn: a checkpoint takes its time, and no timer waits for it.
    checkpoint: (totals = book.totals) => store.checkpoint(totals, (of) => settled === of && book.totals === totals),
    close: () => inTurn(() => store.close(book.totals)),
  }
}

const numbered = (outcome: Outcome<Change>): Outcome<{ seq: number }> =>
  outcome.ok ? done({ seq: outcome.value.seq }) : outcome
