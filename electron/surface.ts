import { app, nativeTheme, session, shell } from 'electron'
import { gapToAsk } from '#shared/domain/gaps.ts'
import { knowingPeriods } from '#shared/domain/running-period.ts'
import type { Ask, MenuAsk } from '#shared/asks.ts'
import type { EventName, Events, SettingsView } from '#shared/ipc.ts'
import type { Settings } from '#shared/model/settings.ts'
import type { Arguments } from './arguments.ts'
import { instantNow } from './clock.ts'
import type { IdleClock } from './idle-clock.ts'
import type { Leaving } from './leave.ts'
import type { Log } from './log.ts'
import { openAtLogin } from './login.ts'
import { offerContextMenus } from './context-menu.ts'
import { readLink } from './deep-link.ts'
import { SCHEME } from './link-word.ts'
import { setMenu } from './menu.ts'
import { openNotices } from './notices.ts'
import { attendTimer } from './presence.ts'
import type { Presentation } from './presentation.ts'
import { printPage } from './print-page.ts'
import type { SettingsTold } from './settings-view.ts'
import type { SettingsFile } from './settings.ts'
import { bindShortcuts } from './shortcut.ts'
import { soon } from './soon.ts'
import { spellIn } from './spelling.ts'
import { unhurried } from './storage/breathe.ts'
import type { HeartbeatFile } from './storage/heartbeat.ts'
import { timerActions } from './timer-actions.ts'
import { openTray } from './tray/tray.ts'
import { miniWindow, questionWindow } from './windows/asides.ts'
import type { MainWindow } from './windows/main-window.ts'
import { wordsIn } from './words.ts'
import type { OpenWorkspace } from './workspace.ts'

/** What the user sees of the app beside its window: tray, menu, shortcuts, small windows. They are told together. */
export interface Surface {
  readonly setSettings: (patch: Partial<Settings>) => SettingsView
  readonly showWindow: (which: 'main' | 'mini') => void
  /** What a task of the taskbar asks for, or a link. */
  readonly act: (asked: Pick<Arguments, 'deed' | 'link'>) => void
  /** The user is there, and about to do something. */
  readonly attend: () => void
  readonly tell: <Name extends EventName>(name: Name, event: Events[Name]) => void
  /** What was found when the app came up has been written down. */
  readonly ready: Promise<void>
}

interface Options {
  readonly settings: SettingsFile
  readonly shown: Presentation
  readonly told: SettingsTold
  readonly idle: IdleClock
  readonly heartbeat: HeartbeatFile
  readonly dataFolder: () => string
  readonly window: MainWindow
  readonly leaving: Leaving
  readonly workspace: OpenWorkspace
  readonly log: Log
}

/** From now on tray, menu, shortcuts and windows follow the workspace and the settings. */
export function surface(options: Options): Surface {
  const { settings, shown, told, idle, heartbeat, dataFolder, window, leaving, workspace, log } = options
  const { book } = workspace
  const words = wordsIn(shown.language)
  const mini = miniWindow({ settings, theme: shown.theme })
  const question = questionWindow({ theme: shown.theme })

  const quit = (): void => app.quit()
  const showMini = (): void => (mini.isThere() ? mini.close() : mini.show())
  const ask = (asked: Ask): void => {
    window.show()
    window.tell('ask', asked)
  }
  const tell: Surface['tell'] = (name, event) => {
    for (const each of [window, mini, question]) each.tell(name, event)
  }
  const refuse = (refusal: Events['refused']['refusal']): void => {
    window.show() // else nobody would see that nothing was done
    window.tell('refused', { refusal })
  }

  const notices = openNotices({ workspace, settings, words, go: ask })
  const limit = (): number | null => settings.get().awayAfter
  const attending = attendTimer({ workspace, heartbeat, idle, limit, wentAway: notices.away, log })
  const timer = timerActions(workspace, { attend: attending.attend, refuse })
  const tray = openTray(book, words, {
    ...timer,
    open: window.show,
    quit,
    mini: showMini,
    answer: () => (gapToAsk(book) ? question.show() : ask({ what: 'today' })),
    openRetainer: (id) => ask({ what: 'retainer', id }),
  })
  const bind = (): void => {
    const { shortcut, shortcutShow, shortcutSwitch } = settings.get()
    const shortcuts = bindShortcuts([
      { name: 'toggle', accelerator: shortcut, act: timer.toggle },
      { name: 'show', accelerator: shortcutShow, act: window.show },
      { name: 'switch', accelerator: shortcutSwitch, act: timer.switchBack },
    ])
    told.found({ shortcuts })
  }
  const present = (): void => {
    shown.apply()
    spellIn(session.defaultSession, shown.language())
    const menuAsk = (what: MenuAsk): void => ask({ what })
    setMenu(words().t, {
      ask: menuAsk,
      mini: showMini,
      quit,
      showData: () => void shell.openPath(dataFolder()),
      print: () => printPage(window, refuse),
    })
    tray.refresh()
    tell('settings', told.view())
  }

  const openLink = (link: string): void => {
    const read = readLink(link)
    if (read) ask({ what: 'start', link: read })
    else refuse({ code: 'badLink' })
  }

  const asked = new Set<string>()
  /** To the front once for each question; and gone once none is left. */
  const askOnce = (): void => {
    const gap = gapToAsk(book)
    if (gap && !asked.has(gap.id)) question.show()
    if (gap) asked.add(gap.id)
    else question.close()
  }
  // After the answer: whoever asked has waited for the disk, and need not wait for the desktop's menu too.
  const afterwards = soon(async () => {
    // After an import the ledgers of all retainers are to be worked out, and the window may not wait for that.
    await unhurried(knowingPeriods(book, instantNow()))
    tray.refresh()
    notices.look()
    askOnce()
  })
  workspace.observe({ changed: afterwards, counted: afterwards })
  nativeTheme.on('updated', () => tell('settings', told.view()))
  leaving.onBegin(attending.rest)
  bind()
  offerContextMenus(() => words().t)
  hearLinks()
  present()
  const ready = attending.ready.then(afterwards)

  return {
    ready,
    tell,
    attend: attending.attend,
    showWindow: (which) => (which === 'mini' ? showMini() : window.show()),
    act({ deed, link }) {
      if (link !== null) return openLink(link)
      if (deed === 'toggle') timer.toggle()
      else if (deed === 'mini') mini.show()
      else window.show()
    },
    setSettings(patch) {
      settings.set(patch)
      if ('shortcut' in patch || 'shortcutShow' in patch || 'shortcutSwitch' in patch) bind()
      if ('openAtLogin' in patch || 'openHidden' in patch)
        openAtLogin(settings.get().openAtLogin, settings.get().openHidden)
      present()
      notices.look()
      return told.view()
    },
  }
}

/** Linux and macOS are told of the scheme by the package; Windows only by the app that runs. The two dashes keep it a word. */
function hearLinks(): void {
  const isInstalled = app.isPackaged && process.env['PORTABLE_EXECUTABLE_FILE'] === undefined
  if (process.platform === 'win32' && isInstalled) app.setAsDefaultProtocolClient(SCHEME, process.execPath, ['--'])
}
