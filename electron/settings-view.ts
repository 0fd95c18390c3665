import { app } from 'electron'
import type { SettingsView } from '#shared/ipc.ts'
import type { IdleClock } from './idle-clock.ts'
import { platform, type Presentation } from './presentation.ts'
import type { SettingsFile } from './settings.ts'

interface Options {
  readonly settings: Pick<SettingsFile, 'get'>
  readonly shown: Presentation
  readonly idle: IdleClock
  /** Asked each time: it may have been moved since. */
  readonly dataFolder: () => string
  /** Not where it was named at the start. */
  readonly isMovable: boolean
  readonly sample: boolean
  readonly isSampleOfOurs: boolean
}

/** What the shell has found out since it came up. */
type Found = Pick<SettingsView, 'shortcuts' | 'hasTray'>

/** The settings as a window is told them. */
export interface SettingsTold {
  readonly view: () => SettingsView
  readonly found: (what: Partial<Found>) => void
}

export function settingsTold(options: Options): SettingsTold {
  const { settings, shown, idle, dataFolder, isMovable, sample, isSampleOfOurs } = options
  let known: Found = { shortcuts: { toggle: 'off', show: 'off', switch: 'off' }, hasTray: true }
  return {
    view: () => ({
      ...known,
      settings: settings.get(),
      language: shown.language(),
      theme: shown.theme(),
      platform: platform(),
      tellsIdle: idle() !== null,
      dataFolder: dataFolder(),
      isMovable,
      version: app.getVersion(),
      sample,
      isSampleOfOurs,
    }),
    found: (what) => void (known = { ...known, ...what }),
  }
}
