import type { Settings } from '#shared/model/settings.ts'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const SMALLEST = { width: 900, height: 600 }
const USUAL = { width: 1280, height: 800 }

/** How much of a window has to be on a display for a hand to get hold of it. */
const GRIP = 80

/** Where the window opens: as it was left, unless that place is no longer on any display. */
export function windowBounds(kept: Settings['window'], displays: readonly Rectangle[]): Partial<Rectangle> {
  const reached = kept ? displays.find((each) => isWithinReach(kept, each)) : undefined
  const display = reached ?? displays[0]
  if (!display) return USUAL
  const size = kept ?? USUAL
  const fitting = {
    width: Math.max(SMALLEST.width, Math.min(size.width, display.width)),
    height: Math.max(SMALLEST.height, Math.min(size.height, display.height)),
  }
  return kept && reached ? { x: kept.x, y: kept.y, ...fitting } : fitting
}

function isWithinReach(window: Rectangle, display: Rectangle): boolean {
  const across = Math.min(window.x + window.width, display.x + display.width) - Math.max(window.x, display.x)
  const isTitleOn = window.y >= display.y && window.y < display.y + display.height - GRIP
  return across >= GRIP && isTitleOn
}

/** No frame is wider than this; what is further away has been moved by hand. */
const WIDEST_FRAME = 64

/**
 * How far from where it was asked to open a window says it is. X11 takes the place of the frame and tells the place of
 * what is inside; without this the window would wander at every start.
 */
export function frameOffset(asked: Partial<Rectangle>, told: Rectangle): { x: number; y: number } {
  const x = told.x - (asked.x ?? told.x)
  const y = told.y - (asked.y ?? told.y)
  const isFrame = x >= 0 && x <= WIDEST_FRAME && y >= 0 && y <= WIDEST_FRAME
  return isFrame ? { x, y } : { x: 0, y: 0 }
}

/** Where a small window opens: as it was left while that is on a display; else the system says. */
export function placeOnDisplay(
  kept: { readonly x: number; readonly y: number } | null,
  size: Pick<Rectangle, 'width' | 'height'>,
  displays: readonly { readonly workArea: Rectangle }[],
): { x: number; y: number } | null {
  if (!kept) return null
  const { x, y } = kept
  return displays.some(({ workArea }) => isWithinReach({ x, y, ...size }, workArea)) ? { x, y } : null
}
