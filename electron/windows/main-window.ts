import { BrowserWindow, screen, type WebContents } from 'electron'
import type { EventName, Events } from '#shared/ipc.ts'
import { APP_PAGE } from '../app-files.ts'
import { pause } from '../gate.ts'
import { themeNow } from '../theme.ts'
import { SMALLEST, windowBounds } from './bounds.ts'
import { pageOptions, tellPage } from './page.ts'
import { rememberPlace, type Place } from './remember-place.ts'

export interface MainWindow {
  /** Brings it to the front; makes it where there is none. */
  readonly show: () => void
  readonly tell: <Name extends EventName>(name: Name, event: Events[Name]) => void
  readonly current: () => BrowserWindow | null
  /** Its first page has come, or will not. */
  readonly isThere: Promise<void>
  /** Once what the page shows now is on the screen; at once where nobody sees it. */
  readonly painted: () => Promise<void>
  /** Hides it for good, once it has handed over what is still being typed in it. */
  readonly leave: () => Promise<void>
}

interface Options {
  /** Where it was left the last time. */
  readonly place: Place | null
  readonly remember: (place: Place) => void
  /** The app is on its way out, so a window may go. */
  readonly isLeaving: () => boolean
  /** Asked each time the user closes the window: panels come and go. */
  readonly closed: () => Promise<'hide' | 'quit'>
  readonly quit: () => void
  readonly startHidden: boolean
}

export function openMainWindow({ place, remember, isLeaving, closed, quit, startHidden }: Options): MainWindow {
  let window: BrowserWindow | null = null
  let kept = place
  let isHeldBack = startHidden

  const create = (): BrowserWindow => {
    const displays = screen.getAllDisplays().map((display) => display.workArea)
    const opens = windowBounds(kept, displays)
    const made = new BrowserWindow({
      ...pageOptions(themeNow()),
      ...opens,
      minWidth: SMALLEST.width,
      minHeight: SMALLEST.height,
      // Before it has something to paint it does not wait for the process that paints, which takes as long to come up
      // as the page's scripts do.
      paintWhenInitiallyHidden: false,
      ...(process.platform === 'darwin' ? { titleBarStyle: 'hiddenInset' } : {}),
    })
    // Once the page has its script, and is about to be made: a page that is seen waits for the process that paints it,
    // and runs nothing meanwhile; that one comes up beside the script. It is laid out once, for the size that it has.
    made.webContents.once('dom-ready', () => {
      if (!isHeldBack && kept?.maximized) made.maximize()
      if (!isHeldBack) made.show()
      isHeldBack = false
    })
    // To maximise a window is to show it, so not before it is asked for.
    if (kept?.maximized) made.once('show', () => made.maximize())
    rememberPlace(made, opens, (place) => {
      kept = place
      remember(place)
    })
    made.on('close', (event) => {
      if (isLeaving()) return
      event.preventDefault()
      void closed().then((then) => {
        if (then === 'quit') quit()
        else if (!made.isDestroyed()) made.hide()
      })
    })
    // A page that died has lost nothing: it is a mirror. It is shown anew.
    made.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit' && !made.isDestroyed()) made.reload()
    })
    made.on('closed', () => (window = null))
    void made.loadURL(APP_PAGE)
    return made
  }

  window = create()
  const first = window.webContents
  return {
    isThere: new Promise((resolve) => {
      first.once('dom-ready', () => resolve())
      first.once('did-fail-load', () => resolve())
    }),
    show() {
      window ??= create()
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    async painted() {
      const page = window?.webContents
      if (!page || isHeldBack) return
      const frame = 'new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(seen))))'
      const seen = page.executeJavaScript(frame).catch(() => undefined) // a page that died
      await Promise.race([seen, pause(LONGEST_PAINT)])
    },
    tell: (name, event) => window && tellPage(window.webContents, name, event),
    current: () => window,
    async leave() {
      const left = window && leaveField(window.webContents)
      window?.hide()
      await left
    },
  }
}

/** A page that hangs does not keep the app from ending. */
const LONGEST_WAIT = 500
/** Nor from having a tray: but a slow machine paints first. */
const LONGEST_PAINT = 5000

/**
 * Takes the focus from the field that has it: to leave a field is what keeps what was typed in it, the timer's note
 * above all. What the page sends for it has arrived when this has ended.
 */
async function leaveField(page: WebContents): Promise<void> {
  const left = page.executeJavaScript('document.activeElement?.blur()').catch(() => undefined) // a page that died
  await Promise.race([left, pause(LONGEST_WAIT)])
}
