import { DAY_MS, fromNumber } from '../kernel/day.ts'
import { LONGEST_TEXT } from '../kernel/limits.ts'
import { shortened } from './csv.ts'
import { RowList, type ReadFile, type RowNames } from './row-list.ts'
import type { RowProblem } from './rows.ts'

const DAY_S = DAY_MS / 1000
/** From when entries lie in files, in UTC: an early hour of 1970 by the clock of a zone may be of the year before. */
const FIRST_S = 0
const END_S = Date.UTC(2200, 0) / 1000

/**
 * The rows that an entry can hold; of the others why not (kernel/limits.ts), whatever kind of file they come from. Nothing
 * is cut to fit.
 */
export function withinLimits({ rows, problems }: ReadFile): ReadFile {
  const isNameLong = rows.names.map(isTooLong)
  const found = new Map<number, RowProblem>()
  for (let at = 0; at < rows.length; at++) {
    const [line, start] = [rows.lineOf(at), rows.startOf(at)]
    if (isNameLong[rows.nameOf(at)] || isLong(rows.noteOf(at)) || rows.tagsOf(at).some(isLong))
      found.set(at, { line, column: '', text: shortened(longestOf(rows, at)), code: 'tooLong' })
    else if (start < FIRST_S || start + rows.secondsOf(at) >= END_S)
      found.set(at, { line, column: '', text: fromNumber(Math.floor(start / DAY_S)), code: 'badDate' })
  }
  if (found.size === 0) return { rows, problems }
  return {
    rows: RowList.of([...rows].filter((_row, at) => !found.has(at))),
    problems: [...problems, ...found.values()].toSorted((a, b) => a.line - b.line),
  }
}

const isLong = (text: string): boolean => text.length > LONGEST_TEXT

/** Of own work all three together are the entry's task (domain/import-entries.ts). */
const isTooLong = ({ client, project, task }: RowNames): boolean => isLong(ownTaskOf({ client, project, task }))

/** What a file has for own work, which has no other place, as the task of an entry. */
export const ownTaskOf = ({ client, project, task }: RowNames): string =>
  [client, project, task].filter(Boolean).join(': ')

function longestOf(rows: RowList, at: number): string {
  const { client, project, task } = rows.names[rows.nameOf(at)] ?? { client: '', project: '', task: '' }
  return [client, project, task, rows.noteOf(at), ...rows.tagsOf(at)].toSorted((a, b) => b.length - a.length)[0] ?? ''
}
