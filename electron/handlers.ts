import { shell } from 'electron'
import { packTotals } from '#shared/domain/packed-totals.ts'
import type { SettingsView, Snapshot } from '#shared/ipc.ts'
import type { Month } from '#shared/kernel/day.ts'
import { defined } from '#shared/kernel/defined.ts'
import type { AnyRecord, TableName } from '#shared/model/workspace.ts'
import type { Settings } from '#shared/model/settings.ts'
import type { Handlers } from './ipc.ts'
import type { OpenWorkspace } from './workspace.ts'

interface Options {
  readonly workspace: Promise<OpenWorkspace>
  readonly settingsView: () => SettingsView
  readonly setSettings: (patch: Partial<Settings>) => SettingsView
  readonly dataFolder: string
}

type Own = Omit<Handlers, 'chooseImport' | 'offerImport' | 'previewImport' | 'commitImport'>

/** What the shell answers, but for imports. All wait for the workspace, which opens while the window does. */
export function handlers({ workspace, settingsView, setSettings, dataFolder }: Options): Own {
  return {
    load: async () => snapshot(await workspace, settingsView()),
    months: async (months) => (await workspace).hold(months as Month[]),
    execute: async ({ name, input }) => (await workspace).execute(name, input),
    undo: async () => (await workspace).undo(),
    redo: async () => (await workspace).redo(),
    setSettings: async (patch) => setSettings(defined(patch)),
    async showDataFolder() {
      await shell.openPath(dataFolder)
    },
  }
}

function snapshot({ book, seq, history, store }: OpenWorkspace, settings: SettingsView): Snapshot {
  const { tables, months } = book.workspace
  const list = (name: TableName): AnyRecord[] => [...tables[name].values()]
  return {
    seq: seq(),
    tables: {
      preferences: list('preferences'),
      clients: list('clients'),
      engagements: list('engagements'),
      entries: list('entries'),
    },
    months: months === 'all' ? [] : [...months],
    totals: book.totals && packTotals(book.totals),
    history: history(),
    settings,
    readOnly: store.readOnly,
    problems: store.problems.length,
  }
}
