import { app, nativeTheme } from 'electron'
import type { SettingsView } from '#shared/ipc.ts'
import type { Language } from '#shared/model/quantities.ts'
import type { Settings } from '#shared/model/settings.ts'
import { themeNow } from './theme.ts'

/** Language and theme: what the user set, and what the system makes of the rest. */
export interface Presentation {
  readonly language: () => Language
  readonly theme: () => 'light' | 'dark'
  /** Makes the settings true for what the system draws. */
  readonly apply: () => void
}

export function presentation(settings: { get: () => Pick<Settings, 'language' | 'theme'> }): Presentation {
  // `--lang=it` goes before what the system prefers.
  const preferred = (): string[] => [app.commandLine.getSwitchValue('lang'), ...app.getPreferredSystemLanguages()]
  const language = (): Language => settings.get().language ?? systemLanguage(preferred())
  return {
    language,
    theme: themeNow,
    apply: () => (nativeTheme.themeSource = settings.get().theme),
  }
}

/** The first of the system's languages that we speak. */
const systemLanguage = (preferred: readonly string[]): Language =>
  preferred.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'en' || tag === 'it') ?? 'en'

export const platform = (): SettingsView['platform'] =>
  process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux'
