import type { CommandInput, CommandName } from '#shared/commands/index.ts'
import { applyToBook, emptyBook, type Book } from '#shared/domain/book.ts'
import { unpackingTotals, unpackTotals } from '#shared/domain/packed-totals.ts'
import { unpackStood } from '#shared/domain/stood.ts'
import type { Bridge, CallOutputs, Events, History, SettingsView, Snapshot } from '#shared/ipc.ts'
import type { Month } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { atOnce, type Pieces } from '#shared/kernel/pieces.ts'
import { deepFreeze } from '#shared/kernel/frozen.ts'
import { emptyWorkspace, tableNames } from '#shared/model/workspace.ts'
import { readSnapshot, type SnapshotText } from '#shared/snapshot-text.ts'

/**
 * In development and in tests a mutation throws where it happens; for a user, freezing all records at each start would
 * only take time.
 */
const frozen = import.meta.env.DEV ? deepFreeze : <Value>(value: Value): Value => value

/** What a window shows. A new object for every change; the maps inside are the same ones, kept up to date. */
export interface View {
  readonly book: Book
  readonly seq: number
  readonly history: History
  readonly settings: SettingsView
  readonly readOnly: Snapshot['readOnly']
  readonly problems: number
}

export interface Mirror {
  readonly view: () => View
  readonly subscribe: (listener: () => void) => () => void
  /** Answers once the book has what was done. */
  readonly execute: <Name extends CommandName>(name: Name, input: CommandInput<Name>) => Promise<CallOutputs['execute']>
  /** Has the entries of these months in the book from now on. */
  readonly hold: (months: readonly Month[]) => Promise<void>
}

/**
 * The window's copy of the workspace (architecture.md, 8): loaded once, then kept in step by the changes that main
 * tells. There are no optimistic writes. A gap in `seq` means that something was missed: it loads again.
 */
export async function openMirror(bridge: Bridge): Promise<Mirror> {
  const listeners = new Set<() => void>()
  const waiting = new Set<{ seq: number; shown: () => void }>()
  const early: Events['changed'][] = []
  let view: View | null = null
  const show = (next: View): void => {
    view = next
    for (const listener of listeners) listener()
    for (const each of waiting)
      if (each.seq <= next.seq) {
        waiting.delete(each)
        each.shown()
      }
  }
  /** What was done is answered before it is told: whoever did it goes on once it is in the book. */
  const untilShown = (seq: number): Promise<void> =>
    new Promise((shown) => {
      if (current().seq >= seq) shown()
      else waiting.add({ seq, shown })
    })
  const current = (): View => {
    if (!view) throw new Error('the mirror is not loaded yet')
    return view
  }
  let isLoading = false
  let isStale = false
  /** What is told meanwhile is newer than what comes: it is followed afterwards. */
  const reload = async (): Promise<void> => {
    isStale = true
    if (isLoading) return
    isLoading = true
    try {
      while (isStale) {
        isStale = false
        const text = await bridge.load()
        // A window that shows something goes on answering; one that does not waits for nothing else.
        show(view ? await unhurried(viewing(text)) : atOnce(viewing(text)))
      }
    } finally {
      isLoading = false
    }
    for (const event of early.splice(0)) follow(event)
  }

  const follow = (event: Events['changed']): void => {
    if (!view || isLoading) return void early.push(event)
    const { change, history, anew } = event
    if (change.seq <= view.seq) return
    if (anew || change.seq > view.seq + 1) return void reload()
    applyToBook(view.book, frozen([...change.edits]))
    show({ ...view, book: { ...view.book }, seq: change.seq, history })
  }
  bridge.on('changed', follow)
  bridge.on('settings', (settings) => view && show({ ...view, settings }))
  bridge.on('stale', () => void reload())
  bridge.on('problems', ({ problems }) => view && view.problems !== problems && show({ ...view, problems }))
  bridge.on('totals', ({ seq, totals }) => {
    if (!view) return
    if (seq !== view.seq) return void reload()
    show({ ...view, book: { ...view.book, totals: unpackTotals(totals) } })
  })

  await reload()

  return {
    view: current,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async execute(name, input) {
      const outcome = await bridge.execute({ name, input })
      if (outcome.ok) await untilShown(outcome.value.seq)
      return outcome
    },
    async hold(months) {
      const { workspace } = current().book
      const held = workspace.months
      const missing = held === 'all' ? [] : months.filter((month) => !held.has(month))
      if (held === 'all' || missing.length === 0) return
      const asked = current().seq
      const entries = await bridge.months([...missing])
      // Answers and changes come by different ways: what was told meanwhile may be newer than what came.
      if (current().seq !== asked) return reload()
      for (const month of missing) held.add(month)
      for (const entry of entries) workspace.tables.entries.set(entry.id, frozen(entry))
      show({ ...current(), book: { ...current().book } })
    },
  }
}

/** How long the window may be held up before it does what has come up meanwhile, in milliseconds. */
const ENOUGH_MS = 8

/** Does work that is made of pieces, with breaths between them. */
async function unhurried<Result>(pieces: Pieces<Result>): Promise<Result> {
  let begin = performance.now()
  for (let piece = pieces.next(); ; piece = pieces.next()) {
    if (piece.done) return piece.value
    if (performance.now() - begin < ENOUGH_MS) continue
    await new Promise((resume) => setTimeout(resume))
    begin = performance.now()
  }
}

function* viewing(text: SnapshotText): Pieces<View> {
  const snapshot = readSnapshot(text)
  yield
  const workspace = emptyWorkspace(snapshot.months === null ? 'all' : new Set(snapshot.months))
  for (const name of tableNames) {
    const table = workspace.tables[name] as Map<Id, unknown>
    for (const record of snapshot.tables[name] ?? []) table.set(record.id, frozen(record))
  }
  const { seq, history, settings, readOnly, problems } = snapshot
  const totals = snapshot.totals && (yield* unpackingTotals(snapshot.totals))
  if (totals) unpackStood(totals, snapshot.stood ?? [], workspace.tables.engagements)
  return { book: emptyBook(workspace, totals), seq, history, settings, readOnly, problems }
}
