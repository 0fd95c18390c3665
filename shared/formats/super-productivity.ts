import { isDay, type Day } from '../kernel/day.ts'
import { dayAt, type Instant, type Zone } from '../kernel/instant.ts'
import type { Pieces } from '../kernel/pieces.ts'
import type { Seconds } from '../kernel/units.ts'
import { CsvRows, recordOf } from './csv-rows.ts'
import type { Csv } from './csv.ts'
import { listIn, own, pairsOf, textIn } from './json.ts'
import { RowList, type ReadFile } from './row-list.ts'
import type { DayRow, RowProblem } from './rows.ts'

/** Tasks that are listed for today, and no word of the user's. */
const TODAY = 'TODAY'

/** Whether it is a backup: `data` or, before 2021, the parts of it alone. */
export const isBackup = (json: unknown): boolean => own(own(partsOf(json), 'task'), 'entities') !== undefined

const partsOf = (json: unknown): unknown => own(json, 'data') ?? json

/**
 * The time of a backup's tasks, those in its archives too. It is told by task and day, in milliseconds; no hour of the
 * day is made up for it. A task with subtasks holds their sum, so only the subtasks count. There are projects and no
 * clients: a project becomes the client.
 */
export function* readingBackup(json: unknown, zone: Zone, now: Instant): Pieces<ReadFile> {
  const data = partsOf(json)
  const stores = [own(data, 'task'), own(own(data, 'archiveYoung'), 'task'), own(own(data, 'archiveOld'), 'task')]
  stores.push(own(data, 'taskArchive'))
  const tasks = new Map(stores.flatMap((store) => pairsOf(own(store, 'entities'))))
  const [projects, tags] = [titlesIn(data, 'project'), titlesIn(data, 'tag')]
  const today = dayAt(now, zone)
  const rows = new RowList()
  const problems: RowProblem[] = []
  let line = 0
  for (const task of tasks.values()) {
    if (line % 200 === 199) yield
    line += 1
    if (listIn(task, 'subTaskIds').some((id) => tasks.has(String(id)))) continue
    const parent = tasks.get(textIn(task, 'parentId'))
    const words = {
      line,
      client: projects.get(textIn(task, 'projectId') || textIn(parent, 'projectId')) ?? '',
      project: '',
      task: textIn(parent, 'title'),
      note: textIn(task, 'title'),
      tags: tagsOf(task, parent, tags),
      billable: true,
    }
    for (const [day, ms] of pairsOf(own(task, 'timeSpentOnDay'))) {
      const found = amountOn(day, ms, today)
      if (found === null) continue
      if (typeof found === 'string')
        problems.push({
          line,
          column: 'timeSpentOnDay',
          text: `${day.slice(0, 40)}: ${String(ms).slice(0, 30)}`,
          code: found,
        })
      else rows.add({ ...words, ...found })
    }
  }
  return { rows, problems }
}

/** null: nothing was done that day. */
function amountOn(
  day: string,
  ms: unknown,
  today: Day,
): Pick<DayRow, 'day' | 'seconds'> | 'badDate' | 'badDuration' | 'negative' | 'inFuture' | null {
  if (typeof ms !== 'number' || !Number.isFinite(ms)) return 'badDuration'
  const seconds = Math.round(ms / 1000)
  if (seconds < 0) return 'negative'
  if (seconds === 0) return null
  if (!isDay(day) || day < '1970') return 'badDate'
  return day > today ? 'inFuture' : { day, seconds: seconds as Seconds }
}

const titlesIn = (data: unknown, name: string): Map<string, string> =>
  new Map(pairsOf(own(own(data, name), 'entities')).map(([id, entity]) => [id, textIn(entity, 'title')]))

const tagsOf = (task: unknown, parent: unknown, titles: ReadonlyMap<string, string>): string[] => {
  const ids = [...listIn(parent, 'tagIds'), ...listIn(task, 'tagIds')].map(String)
  return [...new Set(ids)].filter((id) => id !== TODAY).flatMap((id) => titles.get(id) || [])
}

/** Whether it is a worklog by its first line. */
export const isWorklog = (text: string): boolean =>
  /^\uFEFF?(?=[^\n]*;)(?=(?:[^\n]*;)?(?:Date|Worked)(?:;|\r?\n|$))(?=(?:[^\n]*;)?(?:Worked|Titles)(?:;|\r?\n|$))[^\n",\t]*(?:\r?\n|$)/.test(
    text,
  )

/** A worklog as a table. It quotes nothing: a semicolon that is one too many stands in the last column, the titles. */
export function* readingWorklog(text: string): Pieces<Csv> {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const header = head.split(';')
  const records = CsvRows.of([])
  for (const [index, line] of lines.entries()) {
    if (index % 2000 === 1999) yield
    if (line.trim() === '') continue
    const cells = line.split(';')
    const rest = cells.splice(header.length - 1).join(';')
    records.add(recordOf(index + 2, [...cells, rest]))
  }
  return { header, records, broken: [] }
}
