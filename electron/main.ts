import path from 'node:path'
import { app } from 'electron'
import { foldersOf, readArguments } from './arguments.ts'
import { wallClockMs } from './clock.ts'
import { exporting } from './export.ts'
import { handlers } from './handlers.ts'
import { newId } from './ids.ts'
import { importing } from './import.ts'
import { columnMemory } from './column-memory.ts'
import { keepSafe } from './keep.ts'
import { openDoor } from './ipc.ts'
import { leaveInOrder } from './leave.ts'
import { openLog } from './log.ts'
import { isHiddenStart } from './login.ts'
import { offeredFiles } from './offered-files.ts'
import { openFolder } from './open-workspace.ts'
import { presentation } from './presentation.ts'
import { serveTheFace, shutTheDoors } from './security.ts'
import { openSettings } from './settings.ts'
import { heartbeatIn } from './storage/heartbeat.ts'
import { surface } from './surface.ts'

/** Some time after the start, when it is over. */
const A_WHILE_MS = 60_000

/** The composition root: what the app is made of, in the order in which it comes up. */
const started = readArguments(process.argv)
const folders = foldersOf(started, app.getPath('userData'))
app.setPath('userData', folders.user)
app.setName('Mainstay')

if (app.requestSingleInstanceLock()) run()
else app.quit()

function run(): void {
  shutTheDoors()
  const log = openLog(path.join(folders.user, 'logs'))
  process.on('uncaughtException', (error) => log('uncaught', error))
  process.on('unhandledRejection', (error) => log('unhandled', error))

  const settings = openSettings(folders.user, log)
  const { sample, data, hidden } = started
  const isMovable = data === null && !sample
  // Asked each time: it may have been moved since.
  const dataFolder = (): string => data ?? (sample ? null : settings.get().dataFolder) ?? folders.data
  const shown = presentation(settings)
  const { language } = shown
  const ready = app.whenReady()
  // The disk is read while Electron comes up.
  const workspace = Promise.resolve().then(() =>
    openFolder({ folder: dataFolder(), sample, isOwn: data === null, ready, language, checkpointed: () => look() }),
  )
  workspace.catch((error: unknown) => log('the workspace did not open', error))

  const leaving = leaveInOrder(workspace, log)
  const heartbeat = heartbeatIn(folders.user)
  const seen = surface({ settings, shown, dataFolder, isMovable, sample, leaving, heartbeat, log })
  const { window } = seen
  const keeping = keepSafe({ workspace, settings, window, now: wallClockMs, newId, changed: seen.tellAgain })
  const look = (): void => void keeping.look().catch((error: unknown) => log('looking whether a backup is due', error))
  const files = offeredFiles({
    workspace,
    language,
    now: wallClockMs,
    newId,
    memory: columnMemory(settings),
    before: keeping.beforeImport,
    tell: (token, share) => window()?.webContents.send('event:importing', { token, share }),
  })
  openDoor(
    {
      ...handlers({ workspace, seen, dataFolder, now: wallClockMs }),
      ...importing({ files, window, log }),
      ...exporting({ workspace, window, language, log }),
      ...keeping.handlers,
    },
    log,
  )

  void ready.then(async () => {
    serveTheFace(path.join(app.getAppPath(), 'dist/renderer'), log)
    seen.open(isHiddenStart(hidden, settings.get().openHidden))
    const open = await workspace
    await seen.follow(open)
    if (started.deed) seen.act(started.deed)
    await open.count()
    setTimeout(look, A_WHILE_MS)
  })

  app.on('second-instance', (_event, argv) => seen.act(readArguments(argv).deed))
  app.on('activate', seen.show)
  app.on('window-all-closed', () => app.quit())
}
