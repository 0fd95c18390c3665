import { readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import type ElectronStore from 'electron-store'
import { settingsSchema, type Settings } from '#shared/model/settings.ts'
import { wallClockMs } from './clock.ts'
import type { Log } from './log.ts'
import { codeOf } from './storage/problems.ts'

export interface SettingsFile {
  readonly get: () => Settings
  readonly set: (patch: Partial<Settings>) => Settings
  /** For what has to be on the disk before anything else is done. Rejects where it cannot be, and nothing has changed. */
  readonly keep: (patch: Partial<Settings>) => Promise<void>
  /** Once all that was set is on the disk, or logged as not to be saved; from then on it is as soon as it is set. */
  readonly saved: () => Promise<void>
}

/**
 * `settings.json`: how this machine shows the app. A broken file is set aside, never overwritten, and the app opens
 * with its defaults; a broken field falls back by itself. Read once; memory is the truth while the app runs.
 *
 * It is read as electron-store reads it, but without electron-store, which is there when the first setting is to be
 * written: it takes longer to load than the whole workspace.
 */
export function openSettings(folder: string, log: Log): SettingsFile {
  const { found, isOurs } = readOrSetAside(path.join(folder, 'settings.json'), log)
  let settings = settingsSchema.parse(found)
  let store: ElectronStore | null = null
  let isSaved = true
  const openFile = (): Promise<ElectronStore> =>
    isOurs ? openStore(folder) : Promise.reject(new Error('a broken file is in the way of the settings'))
  const save = (): void => {
    if (isSaved || !store) return
    try {
      store.store = settings
    } catch (error) {
      log('the settings could not be saved', error)
    }
    isSaved = true
  }
  const saved = async (): Promise<void> => {
    try {
      store ??= await openFile()
    } catch (error) {
      log('the settings cannot be saved', error)
    }
    save()
  }
  return {
    get: () => settings,
    async keep(patch) {
      store ??= await openFile()
      const next = { ...settings, ...patch }
      store.store = next
      ;[settings, isSaved] = [next, true]
    },
    set(patch) {
      settings = { ...settings, ...patch }
      isSaved = false
      if (store) save()
      else void saved()
      return settings
    },
    saved,
  }
}

async function openStore(folder: string): Promise<ElectronStore> {
  const { default: Store } = await import('electron-store')
  return new Store({
    name: 'settings',
    cwd: folder,
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
    deserialize: readObject,
  })
}

interface Read {
  readonly found: Record<string, unknown>
  /** False where a file is there that could neither be read nor moved: nothing is written over it. */
  readonly isOurs: boolean
}

function readOrSetAside(file: string, log: Log): Read {
  try {
    return { found: readObject(readFileSync(file, 'utf8')), isOurs: true }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { found: {}, isOurs: true }
    log('the settings could not be read and are set aside', error)
    return { found: foldersIn(file), isOurs: setAside(file, log) }
  }
}

function setAside(file: string, log: Log): boolean {
  try {
    renameSync(file, path.join(path.dirname(file), `settings.broken-${wallClockMs()}.json`))
    return true
  } catch (error) {
    log('the settings could not be set aside: they are left as they are', error)
    return false
  }
}

/** Where the data is, also in a file that is broken elsewhere: with an empty workspace it would seem to be gone. */
function foldersIn(file: string): Record<string, unknown> {
  try {
    const text = readFileSync(file, 'utf8')
    const found = [
      ...text.matchAll(/"(dataFolder|dataSeen|previousDataFolder|backupFolder)"\s*:\s*("(?:[^"\\]|\\.)*")/g),
    ]
    return Object.fromEntries(found.map(([, name, value]) => [name, JSON.parse(value ?? '') as unknown]))
  } catch {
    return {}
  }
}

/** JSON that is no object would be taken for an empty file, and written over. Editors of Windows put a mark before it. */
function readObject(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('not an object')
  return value as Record<string, unknown>
}
