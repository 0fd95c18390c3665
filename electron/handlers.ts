import { shell } from 'electron'
import type { Month } from '#shared/kernel/day.ts'
import { defined } from '#shared/kernel/defined.ts'
import { holidayCountries, publicHolidays } from './holidays.ts'
import type { Handlers } from './ipc.ts'
import type { Surface } from './surface.ts'
import { snapshot } from './snapshot.ts'
import type { OpenWorkspace } from './workspace.ts'

interface Options {
  readonly workspace: Promise<OpenWorkspace>
  readonly seen: Pick<Surface, 'settingsView' | 'setSettings'>
  readonly dataFolder: string
}

type Own = Omit<Handlers, 'chooseImport' | 'offerImport' | 'previewImport' | 'commitImport'>

/** What the shell answers, but for imports. All wait for the workspace, which opens while the window does. */
export function handlers({ workspace, seen, dataFolder }: Options): Own {
  return {
    async load() {
      const open = await workspace
      return open.between(() => snapshot(open, seen.settingsView()))
    },
    months: async (months) => (await workspace).hold(months as Month[]),
    execute: async ({ name, input }) => (await workspace).execute(name, input),
    undo: async ({ seq }) => (await workspace).undo(seq),
    redo: async () => (await workspace).redo(),
    setSettings: async (patch) => seen.setSettings(defined(patch)),
    holidays: ({ of, year, language }) => publicHolidays(of, year, language),
    holidayCountries: ({ language }) => holidayCountries(language),
    async showDataFolder() {
      await shell.openPath(dataFolder)
    },
  }
}
