import path from 'node:path'
import { app, nativeTheme, shell } from 'electron'
import { packTotals } from '#shared/domain/packed-totals.ts'
import type { SettingsView } from '#shared/ipc.ts'
import type { Settings } from '#shared/model/settings.ts'
import { foldersOf, readArguments } from './arguments.ts'
import { wallClockMs } from './clock.ts'
import { handlers } from './handlers.ts'
import { newId } from './ids.ts'
import { importing } from './import.ts'
import { openDoor } from './ipc.ts'
import { openLog } from './log.ts'
import { setMenu } from './menu.ts'
import { offeredFiles } from './offered-files.ts'
import { openFolder } from './open-workspace.ts'
import { platform, presentation } from './presentation.ts'
import { serveTheFace, shutTheDoors } from './security.ts'
import { openSettings } from './settings.ts'
import { bindShortcut } from './shortcut.ts'
import { timerActions, type TimerActions } from './timer-actions.ts'
import { hasTrayHost } from './tray/host.ts'
import { openTray, type AppTray } from './tray/tray.ts'
import { openMainWindow, type MainWindow } from './windows/main-window.ts'

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
  const dataFolder = started.data ?? (started.sample ? null : settings.get().dataFolder) ?? folders.data
  const shown = presentation(settings)
  const ready = app.whenReady()
  // The disk is read while Electron comes up.
  const workspace = Promise.resolve().then(() =>
    openFolder({
      folder: dataFolder,
      sample: started.sample,
      isOwn: started.data === null,
      ready,
      language: shown.language,
    }),
  )
  workspace.catch((error: unknown) => log('the workspace did not open', error))

  const files = offeredFiles({ workspace, language: shown.language, now: wallClockMs, newId })

  let shortcut: SettingsView['shortcut'] = 'off'
  let isLeaving = false
  let window: MainWindow | null = null
  let tray: AppTray | null = null
  let timer: TimerActions | null = null

  const settingsView = (): SettingsView => ({
    settings: settings.get(),
    language: shown.language(),
    theme: shown.theme(),
    platform: platform(),
    shortcut,
    dataFolder,
    version: app.getVersion(),
    sample: started.sample,
  })
  const ask = (what: 'import' | 'settings' | 'undo' | 'redo'): void => {
    window?.show()
    window?.tell('ask', { what })
  }
  const menuActions = { ask, quit: () => app.quit(), showData: () => void shell.openPath(dataFolder) }
  const present = (): void => {
    shown.apply()
    setMenu(shown.words().t, menuActions)
    tray?.refresh()
    window?.tell('settings', settingsView())
  }
  const bind = (): void => {
    shortcut = bindShortcut(settings.get().shortcut, () => timer?.toggle())
  }
  const setSettings = (patch: Partial<Settings>): SettingsView => {
    settings.set(patch)
    if ('shortcut' in patch) bind()
    present()
    return settingsView()
  }

  openDoor(
    {
      ...handlers({ workspace, settingsView, setSettings, dataFolder }),
      ...importing({ files, window: () => window?.current() ?? null, log }),
    },
    log,
  )

  void ready.then(async () => {
    serveTheFace(path.join(app.getAppPath(), 'dist/renderer'), log)
    shown.apply()
    window = openMainWindow({
      settings,
      theme: shown.theme,
      isLeaving: () => isLeaving,
      closed: async () => ((await hasTrayHost()) ? 'hide' : 'quit'),
      quit: () => app.quit(),
      startHidden: started.hidden,
    })
    nativeTheme.on('updated', () => window?.tell('settings', settingsView()))
    setMenu(shown.words().t, menuActions)

    const open = await workspace
    timer = timerActions(open, (refusal) => {
      window?.show() // else nobody would see that nothing was done
      window?.tell('refused', { refusal })
    })
    bind()
    const actions = { ...timer, open: () => window?.show(), quit: () => app.quit() }
    tray = openTray(open.book, shown.words, actions)
    open.observe({
      changed(change, history) {
        window?.tell('changed', { change, history })
        tray?.refresh()
      },
      counted(seq) {
        if (open.book.totals) window?.tell('totals', { seq, totals: packTotals(open.book.totals) })
        tray?.refresh()
      },
    })
    window.tell('settings', settingsView())
    await open.count()
  })

  app.on('second-instance', () => window?.show())
  app.on('activate', () => window?.show())
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => {
    if (isLeaving) return
    isLeaving = true
    event.preventDefault()
    window?.current()?.hide()
    // The journal has everything; the last checkpoint only makes the next start shorter.
    void workspace
      .then((open) => open.close())
      .catch((error: unknown) => log('closing', error))
      .finally(() => app.quit())
  })
}
