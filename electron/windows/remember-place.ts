import type { BrowserWindow } from 'electron'
import type { Settings } from '#shared/model/settings.ts'
import { frameOffset, type Rectangle } from './bounds.ts'

/** How long a window manager takes to put its frame around a new window. */
const FRAMED_MS = 500
/** How long a hand has to rest before a place is kept. */
const REST_MS = 500

export type Place = NonNullable<Settings['window']>

/** Keeps the place of the window, apart from whether it is maximised. @param asked where it was to open. */
export function rememberPlace(
  window: BrowserWindow,
  asked: Partial<Rectangle>,
  remember: (place: Place) => void,
): void {
  let offset = { x: 0, y: 0 }
  let isFramed = false
  let waiting: NodeJS.Timeout | undefined
  const keep = (): void => {
    const bounds = window.getNormalBounds()
    const place = { ...bounds, x: bounds.x - offset.x, y: bounds.y - offset.y }
    remember({ ...place, maximized: window.isMaximized() })
  }
  const later = (): void => {
    clearTimeout(waiting)
    waiting = setTimeout(keep, REST_MS)
  }
  window.once('show', () => {
    const measure = (): void => {
      if (window.isDestroyed()) return
      offset = frameOffset(asked, window.getNormalBounds())
      isFramed = true
    }
    setTimeout(measure, FRAMED_MS)
  })
  window.on('resize', later)
  window.on('move', later)
  window.on('close', () => {
    clearTimeout(waiting)
    // Before that it would be a frame's width from where it was.
    if (isFramed) keep()
  })
  window.on('closed', () => clearTimeout(waiting))
}
