import path from 'node:path'
import { app, Menu, nativeTheme } from 'electron'
import { foldersOf, readArguments } from './arguments.ts'
import type { Behind } from './behind.ts'
import { openDoor } from './door.ts'
import { firstPage } from './first-look.ts'
import { readFirstSettings } from './first-settings.ts'
import { pause } from './gate.ts'
import { leaveInOrder } from './leave.ts'
import { openLog } from './log.ts'
import { isHiddenStart } from './login.ts'
import { readAhead, serveTheFace, shutTheDoors } from './security.ts'
import { presentation } from './presentation.ts'
import { openMainWindow } from './windows/main-window.ts'

/**
 * The composition root: what the app is made of, in the order in which it comes up. First the window alone, with as
 * little code as it takes, so that Chromium makes the page in other processes; meanwhile all that is behind it.
 */
const started = readArguments(process.argv)
const folders = foldersOf(started, app.getPath('userData'))
app.setPath('userData', folders.user)
app.setName('Mainstay')

if (app.requestSingleInstanceLock()) run()
else app.quit()

function run(): void {
  shutTheDoors()
  // Else Electron makes one of its own, in English, for the moment until ours is there.
  Menu.setApplicationMenu(null)
  const log = openLog(path.join(folders.user, 'logs'))
  process.on('uncaughtException', (error) => log('uncaught', error))
  process.on('unhandledRejection', (error) => log('unhandled', error))

  const face = path.join(app.getAppPath(), 'dist/renderer')
  const ahead = readAhead(face)
  const page = firstPage(started, folders)
  const first = readFirstSettings(folders.user)
  const behind: Promise<Behind> = app.whenReady().then(async () => {
    const { language } = presentation({ get: () => first })
    const hasScript = serveTheFace(face, ahead, language(), log)
    nativeTheme.themeSource = first.theme
    const window = openMainWindow({
      place: first.window,
      remember: (place) => void behind.then(({ settings }) => settings.set({ window: place })),
      isLeaving: leaving.hasBegun,
      closed: async () => (await behind).closed(),
      quit: () => app.quit(),
      startHidden: isHiddenStart(started.hidden, first.openHidden),
    })
    leaving.onBegin(window.leave)
    app.on('activate', window.show)
    const { look } = page
    // Not sooner: while this process is busy, the page waits for its script, and the picture for being painted.
    if (look) await Promise.race([page.isLoaded.then(window.painted), hasLeft, pause(LONGEST_LOAD)])
    else await Promise.race([hasScript, window.isThere])
    const { openBehind } = await import('./behind.ts')
    return openBehind({ window, leaving, log, folders, started, look })
  })
  let isAsking = (): boolean => false
  void behind.then((all) => (isAsking = all.isAsking))
  openDoor(
    behind.then(({ answers }) => answers),
    page.load,
  )
  app.on('second-instance', (_event, argv) => void behind.then(({ act }) => act(readArguments(argv))))
  // So macOS hands links on, before the app is ready too.
  app.on('open-url', (event, link) => {
    event.preventDefault()
    void behind.then(({ act }) => act({ deed: null, link }))
  })
  const leaving = leaveInOrder(
    behind.then(({ workspace }) => workspace),
    () => isAsking(),
    async (left) => (await behind).keepForNextStart(left),
    log,
  )
  const hasLeft = new Promise<void>((resolve) => leaving.onBegin(resolve))
  // The place of a window is kept as it closes, and then there is no time to wait for anything.
  leaving.onBegin(async () => (await behind).settings.saved())

  app.on('window-all-closed', () => app.quit())
}

/** A page that does not come keeps nobody from the rest of the app. */
const LONGEST_LOAD = 10_000
