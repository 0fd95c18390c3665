import type { Paper } from '#shared/documents/paper.ts'
import type { Report } from '#shared/domain/report/report.ts'

/** The page that the client got, as it was kept; null while nothing was sent, or where a file of old is damaged. */
export function sentPaper({ made }: Pick<Report, 'made'>): Paper | null {
  if (!made.sent) return null
  const kept = readJson(made.sent.paper)
  return isPaper(kept) ? kept : null
}

/** The table that went with it. */
export function sentTable({ made }: Pick<Report, 'made'>): (string | number)[][] | null {
  const kept = made.sent ? readJson(made.sent.table) : null
  return Array.isArray(kept) && kept.every((row) => Array.isArray(row)) ? (kept as (string | number)[][]) : null
}

function readJson(text: string): unknown {
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
