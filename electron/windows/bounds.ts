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
