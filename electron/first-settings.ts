import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Settings } from '#shared/model/settings.ts'

/** What the first window needs of `settings.json`. */
export type FirstSettings = Pick<Settings, 'window' | 'language' | 'theme' | 'openHidden'>

/**
 * Reads just that, by hand: the window comes before the schema and electron-store are loaded, which then read the file
 * as a whole (settings.ts). Whatever is odd about it is theirs to set aside and tell.
 */
export function readFirstSettings(folder: string): FirstSettings {
  const { language, theme, window, openHidden } = read(path.join(folder, 'settings.json'))
  return {
    language: language === 'en' || language === 'it' ? language : null,
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    window: isPlace(window) ? window : null,
    openHidden: openHidden !== false,
  }
}

function read(file: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function isPlace(value: unknown): value is NonNullable<Settings['window']> {
  if (typeof value !== 'object' || value === null) return false
  const { x, y, width, height, maximized } = value as Record<string, unknown>
  return [x, y, width, height].every(Number.isSafeInteger) && typeof maximized === 'boolean'
}
