import type { FileProblem, RowProblem } from '../formats/rows.ts'
import { assertNever } from '../kernel/assert-never.ts'
import { daysInMonth, isDay, monthOf } from '../kernel/day.ts'
import type { Format } from './format.ts'
import type { Translator } from './translator.ts'

/** Why a row was left out; line, column and what stands there are said beside it. */
export function rowProblemText(t: Translator, format: Format, problem: RowProblem): string {
  switch (problem.code) {
    case 'missingStart':
      return t('importing.row.missingStart')
    case 'missingEnd':
      return t('importing.row.missingEnd')
    case 'badDate':
      return badDateText(t, format, problem.text)
    case 'badTime':
      return t('importing.row.badTime')
    case 'badDuration':
      return t('importing.row.badDuration')
    case 'notYesNo':
      return t('importing.row.notYesNo')
    case 'endBeforeStart':
      return t('importing.row.endBeforeStart')
    case 'noTime':
      return t('importing.row.noTime')
    case 'negative':
      return t('importing.row.negative')
    case 'isBreak':
      return t('importing.row.isBreak')
    case 'durationDiffers':
      return t('importing.row.durationDiffers', { elapsed: format.clock(problem.elapsed) })
    case 'stillRunning':
      return t('importing.row.stillRunning')
    case 'inFuture':
      return t('importing.row.inFuture')
    case 'badQuotes':
      return t('importing.row.badQuotes')
    case 'badCharacters':
      return t('importing.row.badCharacters')
    case 'tooLong':
      return t('importing.row.tooLong')
    case 'tooFewCells':
      return t('importing.row.tooFewCells', { cells: String(problem.cells), columns: String(problem.columns) })
    case 'tooManyCells':
      return t('importing.row.tooManyCells', { cells: String(problem.cells), columns: String(problem.columns) })
    default:
      return assertNever(problem)
  }
}

/** A day past the end of its month, one long ago, several (a worklog by weeks or months), or no day at all. */
function badDateText(t: Translator, format: Format, text: string): string {
  if (isDay(text)) return t('importing.row.tooEarly')
  if (text.split(' - ').length === 2 && text.split(' - ').every(isDay)) return t('importing.row.severalDays')
  const first = `${text.slice(0, 7)}-01`
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !isDay(first)) return t('importing.row.badDate')
  const days = daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)))
  return t('importing.row.noSuchDay', { month: format.month(monthOf(first)), days: String(days) })
}

/** Why a file was not read at all, and what to do. */
export function fileProblemText(
  t: Translator,
  format: Format,
  problem: FileProblem,
): { fault: string; remedy: string } {
  switch (problem.code) {
    case 'empty':
      return { fault: t('importing.file.empty'), remedy: t('importing.file.asTable') }
    case 'unknown':
      return { fault: t('importing.file.unknown'), remedy: t('importing.file.asTable') }
    case 'damaged':
      return { fault: t('importing.file.damaged'), remedy: t('importing.file.exportAnew') }
    case 'notEntries':
      return {
        fault: t('importing.file.notEntries', { tracker: problem.tracker }),
        remedy: t('importing.file.asTable'),
      }
    case 'tooManyLines':
      return {
        fault: t('importing.file.tooManyLines', { most: format.number(problem.most) }),
        remedy: t('importing.file.inParts'),
      }
    default:
      return assertNever(problem)
  }
}
