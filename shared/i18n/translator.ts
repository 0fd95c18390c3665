import { createTranslator, type MessageKeys, type NestedKeyOf } from 'use-intl/core'
import type { Language } from '../model/quantities.ts'
import en from './en/index.ts'
import it from './it/index.ts'
import { nameInWords } from './names.ts'
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
export function translator(language: Language): Translator {
  const t = createTranslator<Messages>({ locale: language, messages: messages[language], onError: fail })
  const told = (key: never, values?: object) => t(key, namesInWords(values))
  // A plain `as Translator` would compare all messages with all: twenty seconds of type checking.
  return Object.assign(told, {
    rich: (key: never, values?: object) => t.rich(key, namesInWords(values)),
    markup: (key: never, values?: object) => t.markup(key, namesInWords(values)),
    raw: (key: never): unknown => t.raw(key),
    has: (key: never) => t.has(key),
  }) as unknown as Translator
}

export type Translator = ReturnType<typeof createTranslator<Messages>>
/** A message by its whole key. `Parameters<Translator>[0]` is the same, at a minute of type checking for each place. */
export type MessageKey = MessageKeys<Messages, NestedKeyOf<Messages>>

/** The arguments that are names which the user gave. */
const NAMES: ReadonlySet<string> = new Set(['client', 'name', 'work', 'project'])

function namesInWords(values: object | undefined): never {
  const isName = ([key, value]: [string, unknown]): boolean => NAMES.has(key) && typeof value === 'string'
  const entries = Object.entries(values ?? {})
  if (!entries.some(isName)) return values as never
  return Object.fromEntries(
    entries.map((entry) => (isName(entry) ? [entry[0], nameInWords(entry[1] as string)] : entry)),
  ) as never
}

function fail(error: Error): never {
  throw error
}
