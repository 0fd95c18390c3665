import { renameSync } from 'node:fs'
import path from 'node:path'
import ElectronStore from 'electron-store'
import { settingsSchema, type Settings } from '#shared/model/settings.ts'
import { wallClockMs } from './clock.ts'
import type { Log } from './log.ts'

export interface SettingsFile {
  readonly get: () => Settings
  readonly set: (patch: Partial<Settings>) => Settings
  /** For what has to be on the disk before anything else is done. Throws where it cannot be, and nothing has changed. */
  readonly keep: (patch: Partial<Settings>) => void
}

/**
 * `settings.json`: how this machine shows the app. A broken file is set aside, never overwritten, and the app opens
 * with its defaults; a broken field falls back by itself. Read once; memory is the truth while the app runs.
 */
export function openSettings(folder: string, log: Log): SettingsFile {
  const file = openFile(folder, log)
  let settings = settingsSchema.parse(file.store)
  return {
    get: () => settings,
    keep(patch) {
      const next = { ...settings, ...patch }
      file.store = next
      settings = next
    },
    set(patch) {
      settings = { ...settings, ...patch }
      try {
        file.store = settings
      } catch (error) {
        log('the settings could not be saved', error)
      }
      return settings
    },
  }
}

type File = ElectronStore

function openFile(folder: string, log: Log): File {
  const options = {
    name: 'settings',
    cwd: folder,
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
    deserialize: readObject,
  }
  try {
    return new ElectronStore(options)
  } catch (error) {
    log('the settings could not be read and were set aside', error)
    renameSync(path.join(folder, 'settings.json'), path.join(folder, `settings.broken-${wallClockMs()}.json`))
    return new ElectronStore(options)
  }
}

/** JSON that is no object would be taken for an empty file, and written over. */
function readObject(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('not an object')
  return value as Record<string, unknown>
}
