import { isId, type Id } from '../kernel/id.ts'
import { isObject, parseJson } from '../kernel/json.ts'
import type { Instant } from '../kernel/instant.ts'
import { done, refused, type Outcome } from '../kernel/refusal.ts'
import { isInstant } from '../kernel/instant.ts'
import { migrate, type RawRecord } from '../model/migrate.ts'
import { FORMAT, tableNames, type AnyRecord, type TableName } from '../model/workspace.ts'
import { tableSchemas } from '../model/tables.ts'

/**
 * Everything as one JSON file: a record a line, so that people, their editors and their tools can read it, and so that
 * it can be read in slices. It is what a whole workspace is: written and read back, it is the same.
 */
export type Everything = ReadonlyMap<TableName, ReadonlyMap<Id, AnyRecord>>

/** No file of a working life is larger; what is, is something else. */
export const LARGEST_EXPORT_MB = 400

export const headOfEverything = (exportedAt: Instant): string =>
  `{\n"app": "Mainstay",\n"format": ${FORMAT},\n"exportedAt": "${exportedAt}",\n"tables": {\n`
export const headOfTable = (table: TableName, isFirst: boolean): string =>
  `${isFirst ? '' : ',\n'}${JSON.stringify(table)}: [`
export const lineOfRecord = (record: AnyRecord, isFirst: boolean): string =>
  `${isFirst ? '\n' : ',\n'}${JSON.stringify(record)}`
export const footOfTable = '\n]'
export const footOfEverything = '\n}\n}\n'

export interface ReadEverything {
  readonly exportedAt: Instant | null
  readonly tables: Everything
}

type Read = Outcome<ReadEverything>

/**
 * Reads such a file, a thousand records a slice; one that another program has set out anew is read at once. All of it
 * or nothing: the first record that is none refuses the file, with its line.
 */
export function* readingEverything(text: string, name: string): Generator<void, Read> {
  const whole = text.charCodeAt(0) === 0xfe_ff ? text.slice(1) : text
  return (yield* readLines(whole, name)) ?? readAtOnce(whole, name)
}

const notOne = (name: string, line: number | null): Read => refused({ code: 'notAnExport', name, line })

/** Null where the file is not set out as we write it. */
function* readLines(text: string, name: string): Generator<void, Read | null> {
  const head = /^\{\n"app": "Mainstay",\n"format": (\d+),\n"exportedAt": "([^"\n]*)",\n"tables": \{\n/.exec(text)
  if (!head) return null
  const format = Number(head[1])
  if (format > FORMAT) return refused({ code: 'exportNewer', name })
  const tables = emptyTables()
  let table: TableName | null = null
  let number = 5
  for (let from = head[0].length; from < text.length; number++) {
    const end = text.indexOf('\n', from)
    const line = text.slice(from, end === -1 ? text.length : end).replace(/,$/, '')
    from = (end === -1 ? text.length : end) + 1
    if (number % 1000 === 0) yield
    const opened = /^"(\w+)": \[$/.exec(line)?.[1]
    if (opened !== undefined) {
      table = tableNames.find((each) => each === opened) ?? null
    } else if (line.startsWith('{')) {
      if (!table || !put(tables, table, format, parsed(line))) return notOne(name, number)
    } else if (![']', '}', ''].includes(line)) return null
  }
  return text.endsWith(footOfEverything) ? ended(tables, format, head[2], name) : notOne(name, number)
}

function readAtOnce(text: string, name: string): Read {
  const value = parsed(text)
  if (!isObject(value) || value['app'] !== 'Mainstay' || !isObject(value['tables'])) return notOne(name, null)
  const { format } = value
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1) return notOne(name, null)
  if (format > FORMAT) return refused({ code: 'exportNewer', name })
  const tables = emptyTables()
  for (const table of tableNames) {
    const records = value['tables'][table] ?? []
    if (!Array.isArray(records)) return notOne(name, null)
    for (const record of records) if (!put(tables, table, format, record)) return notOne(name, null)
  }
  return ended(tables, format, value['exportedAt'], name)
}

/** Without preferences nothing can be worked out: a file that has none was cut. */
function ended(read: Tables, format: number, exportedAt: unknown, name: string): Read {
  const tables = format < FORMAT ? asOfNow(read, format) : (read as Tables<AnyRecord>)
  if (tables?.get('preferences')?.size !== 1) return notOne(name, null)
  const isMoment = typeof exportedAt === 'string' && isInstant(exportedAt)
  return done({ exportedAt: isMoment ? exportedAt : null, tables })
}

/** Of an older format, in the form of the present one; null where a record is none even then. */
function asOfNow(read: Tables, format: number): Tables<AnyRecord> | null {
  const reached = migrate(format, read)
  const tables = emptyTables<AnyRecord>()
  for (const table of tableNames)
    for (const [id, value] of reached.get(table) ?? []) {
      const record = tableSchemas[table].safeParse(value)
      if (!record.success) return null
      tables.get(table)?.set(id as Id, record.data)
    }
  return tables
}

type Tables<Record = RawRecord> = ReadonlyMap<TableName, Map<Id, Record>>
const emptyTables = <Record = RawRecord>(): Tables<Record> => new Map(tableNames.map((table) => [table, new Map()]))

/** False where it is no record of the table, or one that was there already. One of an older format is looked at later. */
function put(tables: Tables, into: TableName, format: number, value: unknown): boolean {
  const record = format < FORMAT ? value : tableSchemas[into].safeParse(value).data
  const table = tables.get(into)
  const id = isObject(record) ? record['id'] : null
  if (!table || !isObject(record) || typeof id !== 'string' || !isId(id) || table.has(id)) return false
  table.set(id, record)
  return true
}

function parsed(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}
