import { app, nativeTheme, shell, type BrowserWindow } from 'electron'
import { packTotals } from '#shared/domain/packed-totals.ts'
import type { EventName, Events, SettingsView } from '#shared/ipc.ts'
import type { Settings } from '#shared/model/settings.ts'
import { tellInParts } from './in-parts.ts'
import type { Leaving } from './leave.ts'
import { setMenu } from './menu.ts'
import { platform, type Presentation } from './presentation.ts'
import type { SettingsFile } from './settings.ts'
import { bindShortcut } from './shortcut.ts'
import { timerActions, type TimerActions } from './timer-actions.ts'
import { hasTrayHost } from './tray/host.ts'
import { openTray, type AppTray } from './tray/tray.ts'
import { openMainWindow, type MainWindow } from './windows/main-window.ts'
import type { OpenWorkspace } from './workspace.ts'

/** All that the user sees of the app at the screen's edges: window, tray, menu, shortcut. They are told together. */
export interface Surface {
  readonly settingsView: () => SettingsView
  readonly setSettings: (patch: Partial<Settings>) => SettingsView
  /** Brings the window up; what it shows it asks for by itself. */
  readonly open: (startHidden: boolean) => void
  /** From now on tray, shortcut and window follow the workspace. */
  readonly follow: (workspace: OpenWorkspace) => void
  readonly show: () => void
  readonly window: () => BrowserWindow | null
  readonly tell: <Name extends EventName>(name: Name, event: Events[Name]) => void
}

/** At once for an eye. Right after an answer is too soon: on a busy processor the answer then waits for the menu. */
const SOON_MS = 50

/** Does it a moment later, once, however often it is asked for until then. */
function soon(act: () => void): () => void {
  let isDue = false
  return () => {
    if (isDue) return
    isDue = true
    setTimeout(() => {
      isDue = false
      act()
    }, SOON_MS)
  }
}

interface Options {
  readonly settings: SettingsFile
  readonly shown: Presentation
  readonly dataFolder: string
  readonly sample: boolean
  readonly leaving: Leaving
}

export function surface({ settings, shown, dataFolder, sample, leaving }: Options): Surface {
  let shortcut: SettingsView['shortcut'] = 'off'
  let window: MainWindow | null = null
  let tray: AppTray | null = null
  let timer: TimerActions | null = null

  const quit = (): void => app.quit()
  const show = (): void => window?.show()
  const ask = (what: Events['ask']['what']): void => {
    show()
    window?.tell('ask', { what })
  }
  const settingsView = (): SettingsView => ({
    settings: settings.get(),
    language: shown.language(),
    theme: shown.theme(),
    platform: platform(),
    shortcut,
    dataFolder,
    version: app.getVersion(),
    sample,
  })
  const present = (): void => {
    shown.apply()
    setMenu(shown.words().t, { ask, quit, showData: () => void shell.openPath(dataFolder) })
    tray?.refresh()
    window?.tell('settings', settingsView())
  }
  const bind = (): void => {
    shortcut = bindShortcut(settings.get().shortcut, () => timer?.toggle())
  }

  return {
    settingsView,
    show,
    window: () => window?.current() ?? null,
    tell: (name, event) => window?.tell(name, event),
    setSettings(patch) {
      settings.set(patch)
      if ('shortcut' in patch) bind()
      present()
      return settingsView()
    },
    open(startHidden) {
      shown.apply()
      const closed = async () => ((await hasTrayHost()) ? ('hide' as const) : ('quit' as const))
      window = openMainWindow({ settings, theme: shown.theme, isLeaving: leaving.hasBegun, closed, quit, startHidden })
      nativeTheme.on('updated', () => window?.tell('settings', settingsView()))
      leaving.onBegin(() => window?.leave())
      present()
    },
    follow(workspace) {
      timer = timerActions(workspace, (refusal) => {
        show() // else nobody would see that nothing was done
        window?.tell('refused', { refusal })
      })
      bind()
      tray = openTray(workspace.book, shown.words, { ...timer, open: show, quit })
      // After the answer: whoever asked has waited for the disk, and need not wait for the desktop's menu too.
      const refreshTray = soon(() => tray?.refresh())
      workspace.observe({
        changed(change, history) {
          const told = tellInParts({ change, history }, (part) => window?.tell('changed', part))
          refreshTray()
          return told
        },
        counted(seq) {
          const { totals } = workspace.book
          if (totals) window?.tell('totals', { seq, totals: packTotals(totals) })
          refreshTray()
        },
      })
      present()
    },
  }
}
