import { createContext, use, useMemo, type ReactNode } from 'react'
import { formatter, type Format } from '#shared/i18n/format.ts'
import { translator, type Translator } from '#shared/i18n/translator.ts'
import type { Language } from '#shared/model/quantities.ts'

interface Words {
  readonly t: Translator
  readonly format: Format
}

const WordsContext = createContext<Words | null>(null)

/** The window's language: its words, and how it writes money, dates and time. */
export function WordsProvider({ language, children }: { language: Language; children: ReactNode }) {
  const words = useMemo(() => ({ t: translator(language), format: formatter(language) }), [language])
  return <WordsContext value={words}>{children}</WordsContext>
}

export function useWords(): Words {
  const words = use(WordsContext)
  if (!words) throw new Error('no language around this component')
  return words
}
