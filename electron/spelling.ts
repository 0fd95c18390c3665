import type { Session } from 'electron'
import type { Language } from '#shared/model/quantities.ts'

/**
 * macOS and Windows have a spell checker of their own, which Chromium asks. For Linux it would fetch dictionaries from
 * the network, which nothing of ours does, so there is none there.
 */
export const systemSpells = (platform: NodeJS.Platform = process.platform): boolean => platform !== 'linux'

/** In the language of the app first, then in the other one: a client may write either. macOS finds out by itself. */
export function spellIn(session: Pick<Session, 'setSpellCheckerLanguages'>, language: Language): void {
  if (process.platform === 'win32')
    session.setSpellCheckerLanguages(language === 'it' ? ['it', 'en-GB'] : ['en-GB', 'it'])
}
