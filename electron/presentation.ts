import { app, nativeTheme } from 'electron'
import { formatter, type Format } from '#shared/i18n/format.ts'
import { translator, type Translator } from '#shared/i18n/translator.ts'
import type { SettingsView } from '#shared/ipc.ts'
import type { Language } from '#shared/model/quantities.ts'
import type { SettingsFile } from './settings.ts'

/** Language and theme: what the user set, and what the system makes of the rest. */
export interface Presentation {
  readonly language: () => Language
  readonly theme: () => 'light' | 'dark'
  readonly words: () => { t: Translator; format: Format }
  /** Makes the settings true for what the system draws. */
  readonly apply: () => void
}

export function presentation(settings: SettingsFile): Presentation {
  const made = new Map<Language, { t: Translator; format: Format }>()
  // `--lang=it` goes before what the system prefers.
  const preferred = (): string[] => [app.commandLine.getSwitchValue('lang'), ...app.getPreferredSystemLanguages()]
  const language = (): Language => settings.get().language ?? systemLanguage(preferred())
  return {
    language,
    theme: () => (nativeTheme.shouldUseDarkColors ? 'dark' : 'light'),
    words() {
      const current = language()
      const words = made.get(current) ?? { t: translator(current), format: formatter(current) }
      made.set(current, words)
      return words
    },
    apply: () => (nativeTheme.themeSource = settings.get().theme),
  }
}

/** The first of the system's languages that we speak. */
const systemLanguage = (preferred: readonly string[]): Language =>
  preferred.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'en' || tag === 'it') ?? 'en'

export const platform = (): SettingsView['platform'] =>
  process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux'
