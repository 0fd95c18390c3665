import type { Paper } from './paper.ts'

/** A page as it was kept, from its JSON text; null where nothing was, or where a file of old is damaged. */
export function readPaper(text: string | undefined): Paper | null {
  const kept = text === undefined ? null : readJson(text)
  return isPaper(kept) ? kept : null
}

/** What a text holds; null where it is no JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isPaper = (kept: unknown): kept is Paper =>
  typeof kept === 'object' &&
  kept !== null &&
  ['from', 'to', 'facts', 'blocks'].every((field) => Array.isArray((kept as Record<string, unknown>)[field])) &&
  ['title', 'name', 'language'].every((field) => typeof (kept as Record<string, unknown>)[field] === 'string')
