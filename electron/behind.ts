import path from 'node:path'
import { app } from 'electron'
import { packTotals } from '#shared/domain/packed-totals.ts'
import type { EventName, Events } from '#shared/ipc.ts'
import { addDays } from '#shared/kernel/day.ts'
import { dayAt, startOfDay } from '#shared/kernel/instant.ts'
import { dataFolderOf, isSampleOfOurs, type Arguments, type Folders } from './arguments.ts'
import { buildId } from './build-id.ts'
import { instantNow, wallClockMs } from './clock.ts'
import type { Answers } from './door.ts'
import { gate, pause } from './gate.ts'
import { handlers } from './handlers.ts'
import { elsewhere } from './elsewhere.ts'
import { idleClock } from './idle-clock.ts'
import { newId } from './ids.ts'
import { toTell } from './to-tell.ts'
import { guardedAnswers, type Handlers } from './ipc.ts'
import { chooseFolder, keepSafe } from './keep.ts'
import type { DocumentHandlers } from './documents/save.ts'
import type { ExportHandlers } from './export.ts'
import type { Leaving } from './leave.ts'
import type { Log } from './log.ts'
import { searchFolder } from './lost-folder.ts'
import { monthsAtStart, systemZone } from './months-at-start.ts'
import { openFolder } from './open-workspace.ts'
import { presentation } from './presentation.ts'
import { settingsTold } from './settings-view.ts'
import { openSettings, type SettingsFile } from './settings.ts'
import { snapshottingStart } from './snapshot.ts'
import { knowMachine } from './storage/lock.ts'
import { heartbeatIn } from './storage/heartbeat.ts'
import { keepStart, type Start } from './storage/start-cache.ts'
import type { Surface } from './surface.ts'
import { breathe, unhurried } from './storage/breathe.ts'
import { hasTrayHost } from './tray/host.ts'
import type { MainWindow } from './windows/main-window.ts'
import { verbs, type OpenWorkspace } from './workspace.ts'

/** All that is behind the window: what answers it, the workspace, and the app's other edges. */
export interface Behind {
  readonly settings: SettingsFile
  readonly answers: Answers
  readonly workspace: Promise<OpenWorkspace>
  /** What a second start, or a task of the taskbar, asks for. */
  readonly act: Surface['act']
  /** To be called when the workspace has been closed. */
  readonly keepForNextStart: (open: OpenWorkspace) => Promise<void>
  /** Asked each time the user closes the window: panels come and go. */
  readonly closed: () => Promise<'hide' | 'quit'>
  /** Nothing is open, and nothing will be before the user has said where the data is. */
  readonly isAsking: () => boolean
}

interface Options {
  readonly window: MainWindow
  readonly leaving: Leaving
  readonly log: Log
  readonly folders: Folders
  readonly started: Arguments
  /** What the first page shows already; null where it waits. */
  readonly look: Start | null
}

/**
 * Comes up when the first page is on the screen, or while it waits for what it shows; main.ts has opened its window.
 * First the workspace, then, when the first picture is there, all else.
 */
export function openBehind({ window, leaving, log, folders, started, look: seenFirst }: Options): Behind {
  const { sample, data } = started
  const settings = openSettings(folders.user, log)
  // Asked each time: it may have been moved since.
  const dataFolder = (): string => dataFolderOf(started, folders, settings.get())
  const shown = presentation(settings)
  const idle = idleClock()
  const told = settingsTold({
    settings,
    shown,
    idle,
    dataFolder,
    sample,
    isMovable: data === null && !sample,
    isSampleOfOurs: isSampleOfOurs(started),
  })
  const away = elsewhere({ started, folders, settings, log })
  let seen: Surface | null = null
  const tell = <Name extends EventName>(name: Name, event: Events[Name]): void => (seen ?? window).tell(name, event)

  const usual = dataFolder()
  const { dataFolder: chosen, dataSeen } = settings.get()
  const search = searchFolder({
    folder: usual,
    wasThere: !sample && (usual === chosen || usual === dataSeen),
    choose: data === null && !sample ? () => chooseFolder(window.current()) : null,
    // What was left behind by an earlier move may be what was found now: it is not offered to be thrown away.
    keep: (found) => settings.keep({ dataFolder: found, dataSeen: found, previousDataFolder: null }),
  })
  // A start at login shows itself too where something has to be asked.
  if (search.lost()) window.show()
  knowMachine(settings.get().machine ?? settings.set({ machine: newId() }).machine ?? '')
  const opens = search.folder.then((folder) =>
    openFolder({
      folder,
      sample,
      isOwn: data === null,
      language: shown.language,
      checkpointed() {
        look()
        void workspace.then((open) => open.between(() => keepForNextStart(open)))
      },
      beforeDelete: () => keeping.beforeDelete(),
    }),
  )
  /** What the next start shows before it has opened the workspace; nothing is being done to that meanwhile. */
  const keepForNextStart = async (open: OpenWorkspace): Promise<void> => {
    if (away.isThrownAway()) return
    const now = instantNow()
    const zone = systemZone()
    // The sample runs up to today.
    const until = sample && data === null ? startOfDay(addDays(dayAt(now, zone), 1), zone) : null
    const months = monthsAtStart(now)
    const kept = { build: buildId, folder: dataFolder(), months, until, settings: settings.get(), seq: open.seq() }
    const snapshot = await unhurried(snapshottingStart(open, now, months))
    await breathe()
    if (snapshot) keepStart(folders.user, { ...kept, snapshot })
  }
  const workspace = opens.then((open) => {
    open.observe({
      // After the answer, which is on its way by then: whoever asked has waited for the disk, and not for other windows.
      changed: (change, history) => void setImmediate(() => tell('changed', toTell({ change, history }))),
      counted(seq) {
        const { totals } = open.book
        if (totals) tell('totals', { seq, totals: packTotals(totals) })
      },
    })
    if (seenFirst && !isAsSeen(open, seenFirst)) window.tell('stale', {})
    return open
  })
  const lookForTray = async (): Promise<boolean> => {
    const hasTray = await hasTrayHost()
    if (hasTray !== told.view().hasTray) {
      told.found({ hasTray })
      tell('settings', told.view())
    }
    return hasTray
  }
  const tellAgain = (): void => {
    tell('settings', told.view())
    void workspace.then(({ store }) => window.tell('problems', { problems: store.problems.length }))
  }
  const keeping = keepSafe({ workspace, settings, window: window.current, now: wallClockMs, newId, changed: tellAgain })
  const look = (): void => void keeping.look().catch((error: unknown) => log('looking whether a backup is due', error))

  /** Not sooner: writing it takes code that no start waits for. */
  const noteWhere = async (): Promise<void> => {
    const { folder } = (await workspace).store
    if (!sample && settings.get().dataSeen !== folder) settings.set({ dataSeen: folder })
    // Of a first start nothing is new.
    if (settings.get().newsSeen === null) settings.set({ newsSeen: app.getVersion() })
  }
  leaving.onBegin(async () => {
    await noteWhere()
    await settings.saved()
  })

  const page = gate()
  if (seenFirst) page.open()
  const heartbeat = heartbeatIn(folders.user)
  const rest = workspace.then(async (open) => {
    await Promise.race([page.isOpen, pause(LONGEST_LOAD)])
    await window.painted()
    const { surface } = await import('./surface.ts')
    const options = { settings, shown, told, idle, heartbeat, dataFolder, window, leaving, workspace: open, log }
    seen = surface(options)
    await seen.ready
    return seen
  })
  rest.catch((error: unknown) => log('the workspace did not open', error))
  void rest.then(
    async (beside) => {
      if (started.deed ?? started.link) beside.act(started)
      void lookForTray()
      await Promise.all([verbs(), settings.saved()])
      await (await workspace).count().catch((error: unknown) => log('counting the history', error))
      await noteWhere()
      setTimeout(look, A_WHILE_MS)
    },
    () => undefined,
  )

  const importing = async (): Promise<Importing> => {
    const [{ importing }, { offeredFiles }, { columnMemory }, { deskInThread }] = await Promise.all([
      import('./import.ts'),
      import('./offered-files.ts'),
      import('./column-memory.ts'),
      import('./import-thread.ts'),
    ])
    const files = offeredFiles({
      workspace,
      language: shown.language,
      desk: (share) => deskInThread(path.join(__dirname, '../importer/importer.cjs'), share),
      now: wallClockMs,
      newToken: newId,
      memory: columnMemory(settings),
      before: keeping.beforeImport,
      tell: (token, share) => window.tell('importing', { token, share }),
    })
    return importing({ files, window: window.current, log })
  }
  const exporting = async (): Promise<ExportHandlers> =>
    (await import('./export.ts')).exporting({ workspace, window: window.current, language: shown.language, log })
  const savingDocuments = async (): Promise<DocumentHandlers> =>
    (await import('./documents/save.ts')).savingDocuments({ window: window.current, log })
  const answering: Handlers = {
    ...handlers({
      workspace,
      settings: told.view,
      surface: () => rest,
      dataFolder,
      search,
      loaded: page.open,
      tell,
      now: wallClockMs,
    }),
    ...later(importing, [
      'readyImport',
      'chooseImport',
      'chooseTable',
      'offerImport',
      'previewImport',
      'commitImport',
      'cancelImport',
    ]),
    ...later(exporting, ['exportEntries', 'saveTable']),
    ...later(savingDocuments, ['saveDocument']),
    ...keeping.handlers,
    showSample: away.showSample,
    leaveSample: away.leaveSample,
  }
  return {
    settings,
    answers: guardedAnswers(answering, log),
    workspace,
    async keepForNextStart(open) {
      await keepForNextStart(open)
      if (away.isThrownAway()) away.clear()
    },
    act(asked) {
      if (asked.deed === null) window.show()
      if (asked.deed !== null || asked.link !== null) void rest.then((beside) => beside.act(asked))
    },
    // Whoever asked for it is not left without the app, whatever the panel can show: a second start brings it up.
    closed: async () =>
      search.lost() === null && (settings.get().closeToTray ?? (await lookForTray())) ? 'hide' : 'quit',
    isAsking: () => search.lost() !== null,
  }
}

/** Some time after the start, when it is over. */
const A_WHILE_MS = 60_000
/** A page that does not come keeps nobody from the tray. */
const LONGEST_LOAD = 10_000
/** A page that was shown less, or something else, has to load again. */
const isAsSeen = ({ seq, store }: OpenWorkspace, seen: Start): boolean =>
  seq() === seen.seq && store.readOnly === null && store.problems.length === 0

type Importing = Pick<
  Handlers,
  'readyImport' | 'chooseImport' | 'chooseTable' | 'offerImport' | 'previewImport' | 'commitImport' | 'cancelImport'
>

type Answer = (input: unknown) => Promise<unknown>

/** What answers these is made, and its code read, when the first of them is asked. */
function later<Some extends Partial<Handlers>>(make: () => Promise<Some>, names: readonly (keyof Some)[]): Some {
  let made: Promise<Some> | null = null
  const answer =
    (name: keyof Some): Answer =>
    async (input) =>
      ((await (made ??= make()))[name] as Answer)(input)
  return Object.fromEntries(names.map((name) => [name, answer(name)])) as unknown as Some
}
