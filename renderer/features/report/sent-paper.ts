import { readJson, readPaper } from '#shared/documents/kept-paper.ts'
import type { Paper } from '#shared/documents/paper.ts'
import type { Report } from '#shared/domain/report/report.ts'

/** The page that the client got, as it was kept; null while nothing was sent. */
export const sentPaper = ({ made }: Pick<Report, 'made'>): Paper | null => readPaper(made.sent?.paper)

/** The table that went with it. */
export function sentTable({ made }: Pick<Report, 'made'>): (string | number)[][] | null {
  const kept = made.sent ? readJson(made.sent.table) : null
  return Array.isArray(kept) && kept.every((row) => Array.isArray(row)) ? (kept as (string | number)[][]) : null
}
