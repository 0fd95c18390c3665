import { createTranslator, type MessageKeys, type NestedKeyOf } from 'use-intl/core'
import type { Language } from '../model/quantities.ts'
import { elided, elidedPieces, kept, unkept } from './elided.ts'
import type en from './en/index.ts'
import { nameInWords } from './names.ts'

export type Messages = typeof en

declare module 'use-intl/core' {
  interface AppConfig {
    Messages: Messages
    Locale: Language
  }
}

/**
 * Words in a language, without React. Keys are written whole (`t('shell.rail.today')`), so that a test finds those that
 * nobody uses.
 * @param messages those of the language: a window has only its own; whoever speaks both takes `translator` (languages.ts)
 */
export function translatorOf(language: Language, messages: Messages): Translator {
  const t = createTranslator<Messages>({ locale: language, messages, onError: fail })
  const isItalian = language === 'it'
  const given = (values: object | undefined): never => namesInWords(values, isItalian ? kept : (name) => name)
  const said = isItalian ? (text: string) => unkept(elided(text)) : (text: string) => text
  const told = (key: never, values?: object) => said(t(key, given(values)))
  const rich = (key: never, values?: object) => {
    const words = t.rich(key, given(values))
    if (!isItalian) return words
    if (typeof words === 'string') return said(words)
    if (!Array.isArray(words)) return words
    return elidedPieces(words).map((piece) => (typeof piece === 'string' ? unkept(piece) : piece))
  }
  // A plain `as Translator` would compare all messages with all: twenty seconds of type checking.
  return Object.assign(told, {
    rich,
    markup: (key: never, values?: object) => said(t.markup(key, given(values))),
    raw: (key: never): unknown => t.raw(key),
    has: (key: never) => t.has(key),
  }) as unknown as Translator
}

export type Translator = ReturnType<typeof createTranslator<Messages>>
/** A message by its whole key. `Parameters<Translator>[0]` is the same, at a minute of type checking for each place. */
export type MessageKey = MessageKeys<Messages, NestedKeyOf<Messages>>

/** The arguments that are names which the user gave. */
const NAMES: ReadonlySet<string> = new Set(['client', 'name', 'work', 'project'])

function namesInWords(values: object | undefined, written: (name: string) => string): never {
  const isName = ([key, value]: [string, unknown]): boolean => NAMES.has(key) && typeof value === 'string'
  const entries = Object.entries(values ?? {})
  if (!entries.some(isName)) return values as never
  return Object.fromEntries(
    entries.map((entry) => (isName(entry) ? [entry[0], written(nameInWords(entry[1] as string))] : entry)),
  ) as never
}

function fail(error: Error): never {
  throw error
}
