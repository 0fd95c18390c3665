import { createTranslator } from 'use-intl/core'
import type { Language } from '../model/quantities.ts'
import en from './en/index.ts'
import it from './it/index.ts'
import type { Translation } from './translation.ts'

export type Messages = typeof en

declare module 'use-intl/core' {
  interface AppConfig {
    Messages: Messages
    Locale: Language
  }
}

/** Italian with the type of English: the arguments of each message are checked against the English one. */
export const messages: Record<Language, Messages> = {
  en,
  it: it satisfies Translation<Messages> as unknown as Messages,
}

/**
 * Words in a language, without React: for the tray, the menus, documents in a client's language; the face uses the
 * same. Keys are written whole (`t('shell.rail.today')`), so that a test finds those that nobody uses.
 */
export const translator = (language: Language) =>
  createTranslator<Messages>({ locale: language, messages: messages[language], onError: fail })

export type Translator = ReturnType<typeof translator>

function fail(error: Error): never {
  throw error
}
