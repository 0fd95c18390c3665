import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import { formatter, type Format } from '#shared/i18n/format.ts'
import { translatorOf, type Translator } from '#shared/i18n/translator.ts'
import type { Language } from '#shared/model/quantities.ts'

interface Words {
  readonly t: Translator
  readonly format: Format
}

/** A language's words are fetched when somebody speaks it: nobody waits at a start for those of the other one. */
const fetching = {
  en: () => import('#shared/i18n/en/index.ts'),
  it: () => import('#shared/i18n/it/index.ts'),
} satisfies Record<Language, unknown>

const learned = new Map<Language, Words>()

/** Fetches the words of a language, where they are not here yet. */
export async function learn(language: Language): Promise<void> {
  if (learned.has(language)) return
  const { default: messages } = await fetching[language]()
  learned.set(language, { t: translatorOf(language, messages), format: formatter(language) })
}

const WordsContext = createContext<Words | null>(null)

/**
 * The window's language: its words, and how it writes money, dates and time. The first one has to be learned before;
 * while another one is fetched, the last one is spoken on.
 */
export function WordsProvider({ language, children }: { language: Language; children: ReactNode }) {
  const [spoken, setSpoken] = useState(language)
  useEffect(() => void learn(language).then(() => setSpoken(language)), [language])
  const words = learned.get(language) ?? learned.get(spoken)
  if (!words) throw new Error(`nobody has learned ${language}`)
  return <WordsContext value={words}>{children}</WordsContext>
}

export function useWords(): Words {
  const words = use(WordsContext)
  if (!words) throw new Error('no language around this component')
  return words
}
