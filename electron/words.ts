import { formatter, type Format } from '#shared/i18n/format.ts'
import { translator } from '#shared/i18n/languages.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { Language } from '#shared/model/quantities.ts'

export interface Words {
  readonly t: Translator
  readonly format: Format
}

/** The words of tray and menu, in the language of the moment. */
export function wordsIn(language: () => Language): () => Words {
  const made = new Map<Language, Words>()
  return () => {
    const current = language()
    const words = made.get(current) ?? { t: translator(current), format: formatter(current) }
    made.set(current, words)
    return words
  }
}
