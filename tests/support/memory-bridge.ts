import { entryList } from '#electron/entry-list.ts'
import { holidayCountries, publicHolidays } from '#electron/holidays.ts'
import { importDesk } from '#electron/import-desk.ts'
import { offeredFiles, type Remembered } from '#electron/offered-files.ts'
import { snapshotting } from '#electron/snapshot.ts'
import { openWorkspace, verbs, type OpenWorkspace } from '#electron/workspace.ts'
import { packTotals } from '#shared/domain/packed-totals.ts'
import type { Bridge, EventName, Events, ImportChoices, SettingsView } from '#shared/ipc.ts'
import type { Month } from '#shared/kernel/day.ts'
import { defined } from '#shared/kernel/defined.ts'
import type { Id } from '#shared/kernel/id.ts'
import { atOnce } from '#shared/kernel/pieces.ts'
import { done } from '#shared/kernel/refusal.ts'
import type { Edit } from '#shared/model/change.ts'
import { settingsSchema, type Settings } from '#shared/model/settings.ts'
import { snapshotText } from '#shared/snapshot-text.ts'
import { memoryKeeping } from './memory-keeping.ts'
import { memoryStore, type MemoryStore } from './memory-store.ts'

export interface MemoryBridge extends Bridge {
  readonly workspace: OpenWorkspace
  readonly store: MemoryStore
  /** Tells the window something, as the shell's menus and tray do. */
  readonly tell: <Name extends EventName>(name: Name, event: Events[Name]) => void
}

interface Options {
  /** What the workspace begins with; it has to hold the preferences. */
  readonly edits: readonly Edit[]
  /** UTC milliseconds. */
  readonly now: () => number
  readonly settings?: Partial<Settings>
  readonly platform?: SettingsView['platform']
}

/**
 * The same `Bridge` over a workspace in memory, with the real commands, queue, undo and import (architecture.md, 12):
 * the face runs on it in a plain browser and in component tests. No Node in it.
 */
export async function memoryBridge({ edits, now, settings = {}, platform = 'linux' }: Options): Promise<MemoryBridge> {
  const store = memoryStore()
  const newId = idsInOrder()
  const workspace = openWorkspace(store, { now, newId })
  await workspace.begin('first start', edits)
  // In the app they are there before anybody can press anything.
  await verbs()
  const listeners = new Map<EventName, Set<(event: never) => void>>()
  const tell: MemoryBridge['tell'] = (name, event) => {
    for (const listener of listeners.get(name) ?? []) (listener as (told: typeof event) => void)(event)
  }
  let current = settingsSchema.parse(settings)
  const view = (): SettingsView => ({
    settings: current,
    language: current.language ?? 'en',
    theme: current.theme === 'dark' ? 'dark' : 'light',
    platform,
    shortcuts: {
      toggle: current.shortcut === null ? 'off' : 'on',
      show: current.shortcutShow === null ? 'off' : 'on',
      switch: current.shortcutSwitch === null ? 'off' : 'on',
    },
    tellsIdle: true,
    hasTray: true,
    dataFolder: '/data',
    isMovable: true,
    version: '0.0.0',
    sample: false,
    isSampleOfOurs: false,
  })
  const columns = new Map<string, Remembered>()
  const files = offeredFiles({
    workspace: Promise.resolve(workspace),
    language: () => view().language,
    desk: (share) => importDesk(newId, share),
    now,
    newToken: newId,
    before: async () => done(null),
    memory: { get: (key) => columns.get(key), set: (key, said) => columns.set(key, said) },
    tell: (token, share) => tell('importing', { token, share }),
  })
  workspace.observe({
    changed: (change, history) => tell('changed', { change, history }),
    counted: (seq) => tell('totals', { seq, totals: packTotals(workspace.book.totals ?? new Map()) }),
  })
  const list = entryList({ workspace, now, grown: (unread) => tell('listGrown', { unread }) })
  return {
    workspace,
    store,
    tell,
    load: () => workspace.between(() => snapshotText(atOnce(snapshotting(workspace, view())))),
    months: (months) => workspace.hold(months as Month[]),
    listEntries: (asked) => list.page(asked as Parameters<typeof list.page>[0]),
    listedIds: (asked) => list.ids(asked as Parameters<typeof list.ids>[0]),
    execute: ({ name, input }) => workspace.execute(name, input),
    undo: ({ seq }) => workspace.undo(seq),
    redo: () => workspace.redo(),
    lost: async () => null,
    findData: async () => null,
    async setSettings(patch) {
      current = { ...current, ...defined(patch) }
      tell('settings', view())
      return view()
    },
    readyImport: async () => files.ready(),
    chooseImport: async () => done(null),
    chooseTable: async () => done(null),
    offerImport: async ({ name, bytes }) => files.offer(name, bytes),
    previewImport: ({ token, choices }) => files.preview(token, choices as ImportChoices),
    commitImport: ({ token, choices }) => files.commit(token, choices as ImportChoices),
    cancelImport: async ({ token }) => files.cancel(token),
    exportEntries: async () => done(null),
    saveTable: async () => done(null),
    saveDocument: async () => done(null),
    holidays: ({ of, year, language }) => publicHolidays(of, year, language),
    holidayCountries: ({ language }) => holidayCountries(language),
    showDataFolder: async () => undefined,
    showSample: async () => undefined,
    leaveSample: async () => undefined,
    showWindow: async () => undefined,
    ...memoryKeeping(workspace, now),
    on(name, listener) {
      const heard = listeners.get(name) ?? new Set()
      listeners.set(name, heard.add(listener))
      return () => void heard.delete(listener)
    },
  }
}

/** Ids that sort by the order in which they were asked for, and are the same in every run. */
function idsInOrder(): () => Id {
  let made = 0
  return () => `00000000-0000-7000-9000-${String((made += 1)).padStart(12, '0')}` as Id
}
