import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { expect } from '@playwright/test'
import { tableNames, type TableName } from '#shared/model/workspace.ts'
import { glob } from './files.ts'

/** A line of the journal, as any program would read it. */
export interface Line {
  readonly seq: number
  readonly by: string
  readonly label: string
  readonly undoes?: number
  readonly redoes?: number
  readonly edits: readonly {
    readonly table: string
    readonly id: string
    readonly before: Fields | null
    readonly after: Fields | null
  }[]
}

export type Fields = Readonly<Record<string, unknown>>
export type Disk = Readonly<Record<TableName, ReadonlyMap<string, Fields>>>

/** The lines of the journals below the data folder, each checked to be what was written: its sum, then JSON. */
export async function journal(data: string): Promise<Line[]> {
  const files = await glob(data, (file) => /journal(?:\.prev)?\.jsonl$/.test(file))
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  return texts
    .flatMap((text) => text.split('\n').filter((line) => line !== ''))
    .map(readLine)
    .toSorted((a, b) => a.seq - b.seq)
}

function readLine(text: string): Line {
  const json = text.slice(9)
  expect(text.slice(0, 9), 'the sum before a line of the journal').toBe(
    `${(crc32(json) >>> 0).toString(16).padStart(8, '0')} `,
  )
  const line = JSON.parse(json) as Line
  return { ...line, edits: line.edits.flatMap((edit) => ('count' in edit ? edited(edit as unknown as Run) : [edit])) }
}

/** Very many edits of one kind stand as a table, a column for each field. */
interface Run {
  readonly table: string
  readonly count: number
  readonly before: Column | null
  readonly after: Column | null
}
interface Column {
  readonly all?: unknown
  readonly each?: readonly unknown[]
  readonly words?: readonly unknown[]
  readonly at?: readonly number[]
  readonly fields?: Readonly<Record<string, Column>>
  /** The first of ids that count up, by their last twelve digits. */
  readonly ids?: string
  /** Seconds since 1970, each as what it is later than the one before. */
  readonly instants?: readonly number[]
}

function edited({ table, count, before, after }: Run): Line['edits'] {
  return Array.from({ length: count }, (_, index) => {
    const sides = [before, after].map((column) => (column && valueOf(column, index)) as Fields | null)
    return { table, id: String((sides[1] ?? sides[0])?.['id']), before: sides[0] ?? null, after: sides[1] ?? null }
  })
}

function valueOf({ all, each, words, at, fields, ids, instants }: Column, index: number): unknown {
  if (ids !== undefined)
    return ids.slice(0, 24) + (BigInt(`0x${ids.slice(24)}`) + BigInt(index)).toString(16).padStart(12, '0')
  if (instants) {
    const second = instants.slice(0, index + 1).reduce((sum, step) => sum + step, 0)
    return new Date(second * 1000).toISOString().replace('.000', '')
  }
  if (fields) return Object.fromEntries(Object.entries(fields).map(([name, of]) => [name, valueOf(of, index)]))
  if (words && at) return words[at[index] ?? -1]
  return each ? each[index] : all
}

/** What the files say that there is: the shards, and over them the journal. Read without any code of the app's. */
export async function disk(data: string): Promise<Disk> {
  const tables = Object.fromEntries(tableNames.map((name) => [name, new Map<string, Fields>()])) as Record<
    TableName,
    Map<string, Fields>
  >
  for (const file of await glob(data, (each) => each.includes('devices') && each.endsWith('.json'))) {
    const folder = path.basename(path.dirname(file))
    const name = folder === 'entries' || folder === 'invoices' ? folder : path.basename(file, '.json')
    const shard = JSON.parse(await readFile(file, 'utf8')) as { records: Record<string, Fields> }
    const table = tables[name as TableName]
    // What was removed stays as a mark, so that no other device brings it back.
    for (const [id, record] of Object.entries(shard.records)) if (record['removed'] !== true) table.set(id, record)
  }
  for (const { edits } of await journal(data)) {
    for (const { table, id, after } of edits) {
      const records = tables[table as TableName]
      if (after) records.set(id, after)
      else records.delete(id)
    }
  }
  return tables
}

/** The entries on the disk that have no end: there is at most one. */
export async function runningOnDisk(data: string): Promise<Fields | null> {
  const running = [...(await disk(data)).entries.values()].filter((entry) => entry['end'] === null)
  expect(running.length, 'timers running at once').toBeLessThanOrEqual(1)
  return running[0] ?? null
}

/** The names of records, in the order of the alphabet. */
export const namesOf = (records: ReadonlyMap<string, Fields>): string[] =>
  [...records.values()].map(({ name }) => String(name)).toSorted((a, b) => a.localeCompare(b))
