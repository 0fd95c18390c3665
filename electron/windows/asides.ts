import { screen } from 'electron'
import type { SettingsFile } from '../settings.ts'
import { placeOnDisplay } from './bounds.ts'
import { sideWindow, type SideWindow } from './side-window.ts'

interface Options {
  readonly settings: SettingsFile
  readonly theme: () => 'light' | 'dark'
}

const MINI = { width: 320, height: 96 }
/** How long a hand has to rest before a place is kept. */
const REST_MS = 500

/** What runs, always on top: drawn in design/shots/mini.png. It opens where it was left. */
export function miniWindow({ settings, theme }: Options): SideWindow {
  return sideWindow({
    page: 'mini.html',
    theme,
    shape: () => ({
      ...MINI,
      ...placeOnDisplay(settings.get().mini, MINI, screen.getAllDisplays()),
      frame: false,
      alwaysOnTop: true,
      skipTaskbar: true,
      minimizable: false,
    }),
    made(window) {
      let waiting: NodeJS.Timeout | undefined
      window.on('move', () => {
        clearTimeout(waiting)
        waiting = setTimeout(() => {
          if (window.isDestroyed()) return
          const [x = 0, y = 0] = window.getPosition()
          settings.set({ mini: { x, y } })
        }, REST_MS)
      })
    },
  })
}

/** What was the time in which nobody was seen? It comes to the front once; closed, it has added nothing. */
export const questionWindow = ({ theme }: Pick<Options, 'theme'>): SideWindow =>
  sideWindow({
    page: 'question.html',
    theme,
    shape: () => ({ width: 456, height: 560, useContentSize: true, minimizable: true }),
  })
