import { shell } from 'electron'
import type { EventName, Events, Lost, SettingsView } from '#shared/ipc.ts'
import type { Month } from '#shared/kernel/day.ts'
import { defined } from '#shared/kernel/defined.ts'
import type { EntryList } from './entry-list.ts'
import type { DocumentHandlers } from './documents/save.ts'
import type { ExportHandlers } from './export.ts'
import { holidayCountries, publicHolidays } from './holidays.ts'
import type { ImportHandlers } from './import.ts'
import type { Handlers } from './ipc.ts'
import type { KeepingHandlers } from './keep.ts'
import type { Surface } from './surface.ts'
import type { FolderSearch } from './lost-folder.ts'
import { snapshotText } from '#shared/snapshot-text.ts'
import { snapshotting } from './snapshot.ts'
import { unhurried } from './storage/breathe.ts'
import type { OpenWorkspace } from './workspace.ts'

interface Options {
  readonly workspace: Promise<OpenWorkspace>
  readonly settings: () => SettingsView
  /** There once the first picture is. */
  readonly surface: () => Promise<Surface>
  readonly dataFolder: () => string
  readonly search: FolderSearch
  /** A page is given what it shows. */
  readonly loaded: () => void
  readonly tell: <Name extends EventName>(name: Name, event: Events[Name]) => void
  /** UTC milliseconds. */
  readonly now: () => number
}

type Elsewhere = 'showSample' | 'leaveSample'
type Own = Omit<
  Handlers,
  Elsewhere | keyof ImportHandlers | keyof KeepingHandlers | keyof ExportHandlers | keyof DocumentHandlers
>

/** What the shell answers, but for imports and whole files. All wait for the workspace, which opens while the window does. */
export function handlers({ workspace, settings, surface, dataFolder, search, loaded, tell, now }: Options): Own {
  const list = lazyEntryList({ workspace, now, grown: (unread) => tell('listGrown', { unread }) })
  let seen: Surface | null = null
  /** Whoever does something is there: what that ends is asked first. */
  const attended = async (): Promise<OpenWorkspace> => {
    seen ??= await surface().catch(() => null) // without a tray the window still works
    seen?.attend()
    return workspace
  }
  const lost = (): Lost | null => {
    const found = search.lost()
    const { language, theme } = settings()
    return found && { ...found, language, theme }
  }
  return {
    lost: async () => lost(),
    async findData({ by }) {
      await search.find(by)
      return lost()
    },
    async load() {
      const open = await workspace
      const all = await open.between(async () => snapshotText(await unhurried(snapshotting(open, settings()))))
      loaded()
      return all
    },
    months: async (months) => (await workspace).hold(months as Month[]),
    listEntries: async (asked) => (await list()).page(asked),
    listedIds: async (asked) => (await list()).ids(asked),
    async execute({ name, input }) {
      const open = await attended()
      return new Promise((answer, fail) => void open.execute(name, input, answer).then(answer, fail))
    },
    undo: async ({ seq }) => (await attended()).undo(seq),
    redo: async () => (await attended()).redo(),
    setSettings: async (patch) => (await surface()).setSettings(defined(patch)),
    holidays: ({ of, year, language }) => publicHolidays(of, year, language),
    holidayCountries: ({ language }) => holidayCountries(language),
    async showDataFolder() {
      await shell.openPath(dataFolder())
    },
    showWindow: async ({ window }) => (await surface()).showWindow(window),
  }
}

interface ListOptions {
  readonly workspace: Promise<OpenWorkspace>
  readonly now: () => number
  readonly grown: (unread: number) => void
}

/** The list of all entries, and the code for it, from the first time that somebody looks at it. */
function lazyEntryList({ workspace, ...options }: ListOptions): () => Promise<EntryList> {
  let list: Promise<EntryList> | null = null
  const make = async (): Promise<EntryList> => {
    const { entryList } = await import('./entry-list.ts')
    return entryList({ workspace: await workspace, ...options })
  }
  return () => (list ??= make())
}
