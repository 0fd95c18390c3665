import { app, nativeTheme, shell, type BrowserWindow } from 'electron'
import { gapToAsk } from '#shared/domain/gaps.ts'
import { packTotals } from '#shared/domain/packed-totals.ts'
import type { Ask, EventName, Events, MenuAsk, SettingsView } from '#shared/ipc.ts'
import type { Settings } from '#shared/model/settings.ts'
import { idleClock } from './idle-clock.ts'
import { tellInParts } from './in-parts.ts'
import type { Leaving } from './leave.ts'
import type { Log } from './log.ts'
import { openAtLogin } from './login.ts'
import { setMenu } from './menu.ts'
import { openNotices, type Notices } from './notices.ts'
import { attendTimer, type Attending } from './presence.ts'
import { platform, type Presentation } from './presentation.ts'
import type { SettingsFile } from './settings.ts'
import { bindShortcuts } from './shortcut.ts'
import { soon } from './soon.ts'
import type { HeartbeatFile } from './storage/heartbeat.ts'
import { timerActions, type TimerActions } from './timer-actions.ts'
import { hasTrayHost } from './tray/host.ts'
import { openTray, type AppTray } from './tray/tray.ts'
import { miniWindow, questionWindow } from './windows/asides.ts'
import { openMainWindow, type MainWindow } from './windows/main-window.ts'
import type { OpenWorkspace } from './workspace.ts'

/** All that the user sees of the app at the screen's edges: windows, tray, menu, shortcuts. They are told together. */
export interface Surface {
  readonly settingsView: () => SettingsView
  readonly setSettings: (patch: Partial<Settings>) => SettingsView
  /** Brings the window up; what it shows it asks for by itself. */
  readonly open: (startHidden: boolean) => void
  /** From now on tray, shortcuts and windows follow the workspace. */
  readonly follow: (workspace: OpenWorkspace) => Promise<void>
  /** The settings, or how many things are wrong with the files, may have changed. */
  readonly tellAgain: () => void
  readonly show: () => void
  readonly showWindow: (which: 'main' | 'mini') => void
  /** What a task of the taskbar asks for. */
  readonly act: (deed: 'toggle' | 'mini' | null) => void
  /** The user is there, and about to do something. */
  readonly attend: () => void
  readonly window: () => BrowserWindow | null
  readonly tell: <Name extends EventName>(name: Name, event: Events[Name]) => void
}

interface Options {
  readonly settings: SettingsFile
  readonly shown: Presentation
  readonly dataFolder: () => string
  /** Not where it was named at the start. */
  readonly isMovable: boolean
  readonly sample: boolean
  readonly leaving: Leaving
  readonly heartbeat: HeartbeatFile
  readonly log: Log
}

export function surface({ settings, shown, dataFolder, isMovable, sample, leaving, heartbeat, log }: Options): Surface {
  const { theme } = shown
  const idle = idleClock()
  const mini = miniWindow({ settings, theme })
  const question = questionWindow({ theme })
  let shortcuts: SettingsView['shortcuts'] = { toggle: 'off', show: 'off', switch: 'off' }
  let hasTray = true
  let window: MainWindow | null = null
  let tray: AppTray | null = null
  let timer: TimerActions | null = null
  let attending: Attending | null = null
  let notices: Notices | null = null
  let followed: OpenWorkspace | null = null

  const quit = (): void => app.quit()
  const show = (): void => window?.show()
  const showMini = (): void => (mini.isThere() ? mini.close() : mini.show())
  const ask = (asked: Ask): void => {
    show()
    window?.tell('ask', asked)
  }
  const tell = <Name extends EventName>(name: Name, event: Events[Name]): void => {
    for (const each of [window, mini, question]) each?.tell(name, event)
  }
  const settingsView = (): SettingsView => ({
    settings: settings.get(),
    language: shown.language(),
    theme: theme(),
    platform: platform(),
    shortcuts,
    tellsIdle: idle() !== null,
    hasTray,
    dataFolder: dataFolder(),
    isMovable,
    version: app.getVersion(),
    sample,
  })
  const present = (): void => {
    shown.apply()
    const menuAsk = (what: MenuAsk): void => ask({ what })
    setMenu(shown.words().t, { ask: menuAsk, mini: showMini, quit, showData: () => void shell.openPath(dataFolder()) })
    tray?.refresh()
    tell('settings', settingsView())
  }
  const bind = (): void => {
    const { shortcut, shortcutShow, shortcutSwitch } = settings.get()
    shortcuts = bindShortcuts([
      { name: 'toggle', accelerator: shortcut, act: () => timer?.toggle() },
      { name: 'show', accelerator: shortcutShow, act: show },
      { name: 'switch', accelerator: shortcutSwitch, act: () => timer?.switchBack() },
    ])
  }
  const lookForTray = async (): Promise<boolean> => {
    const had = hasTray
    hasTray = await hasTrayHost()
    if (hasTray !== had) tell('settings', settingsView())
    return hasTray
  }

  return {
    settingsView,
    show,
    showWindow: (which) => (which === 'mini' ? showMini() : show()),
    act(deed) {
      if (deed === 'toggle') timer?.toggle()
      else if (deed === 'mini') mini.show()
      else show()
    },
    attend: () => attending?.attend(),
    tellAgain() {
      tell('settings', settingsView())
      if (followed) window?.tell('problems', { problems: followed.store.problems.length })
    },
    window: () => window?.current() ?? null,
    tell,
    setSettings(patch) {
      settings.set(patch)
      if ('shortcut' in patch || 'shortcutShow' in patch || 'shortcutSwitch' in patch) bind()
      if ('openAtLogin' in patch || 'openHidden' in patch)
        openAtLogin(settings.get().openAtLogin, settings.get().openHidden)
      present()
      notices?.look()
      return settingsView()
    },
    open(startHidden) {
      shown.apply()
      // Whoever asked for it is not left without the app, whatever the panel can show: a second start brings it up.
      const closed = async () =>
        (settings.get().closeToTray ?? (await lookForTray())) ? ('hide' as const) : ('quit' as const)
      window = openMainWindow({ settings, theme, isLeaving: leaving.hasBegun, closed, quit, startHidden })
      nativeTheme.on('updated', () => tell('settings', settingsView()))
      leaving.onBegin(() => window?.leave())
      present()
    },
    async follow(workspace) {
      followed = workspace
      const { book } = workspace
      const asked = new Set<string>()
      /** To the front once for each question; and gone once none is left. */
      const askOnce = (): void => {
        const gap = gapToAsk(book)
        if (gap && !asked.has(gap.id)) question.show()
        if (gap) asked.add(gap.id)
        else question.close()
      }
      const refuse = (refusal: Events['refused']['refusal']): void => {
        show() // else nobody would see that nothing was done
        window?.tell('refused', { refusal })
      }
      notices = openNotices({ workspace, settings, words: shown.words, go: ask })
      const wentAway = notices.away
      attending = attendTimer({ workspace, heartbeat, idle, limit: () => settings.get().awayAfter, wentAway, log })
      timer = timerActions(workspace, { attend: attending.attend, refuse })
      bind()
      const showQuestion = (): void => (gapToAsk(book) ? question.show() : ask({ what: 'today' }))
      tray = openTray(book, shown.words, {
        ...timer,
        open: show,
        quit,
        mini: showMini,
        answer: showQuestion,
        openRetainer: (id) => ask({ what: 'retainer', id }),
      })
      // After the answer: whoever asked has waited for the disk, and need not wait for the desktop's menu too.
      const afterwards = soon(() => {
        tray?.refresh()
        notices?.look()
        askOnce()
      })
      workspace.observe({
        changed(change, history) {
          const told = tellInParts({ change, history }, (part) => tell('changed', part))
          afterwards()
          return told
        },
        counted(seq) {
          const { totals } = workspace.book
          if (totals) tell('totals', { seq, totals: packTotals(totals) })
          afterwards()
        },
      })
      present()
      leaving.onBegin(attending.rest)
      await attending.ready
      afterwards()
      void lookForTray()
    },
  }
}
