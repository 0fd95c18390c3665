import type { Language } from '../model/quantities.ts'
import en from './en/index.ts'
import it from './it/index.ts'
import { translatorOf, type Messages, type Translator } from './translator.ts'

/** All words in all languages: for the tray, the menus, and documents in a client's language. */
export const messages: Record<Language, Messages> = { en, it }

/** Words in a language, whichever it is. No part of what the first screen loads: that has its own language's alone. */
export const translator = (language: Language): Translator => translatorOf(language, messages[language])
