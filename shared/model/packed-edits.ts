import { instantOf } from '../kernel/instant.ts'
import { isObject } from '../kernel/json.ts'
import type { Id } from '../kernel/id.ts'
import type { Edit } from './change.ts'
import type { TableName } from './workspace.ts'

/**
 * Very many edits as a line of the journal holds them. Those that follow one another and are of one kind are written as a
 * table, column by column: what they have in common once, and names of fields never. So the line of an import is less
 * than half as long, and on the disk in a fraction of the time. An edit of its own stands as it is.
 */
export type Packed = unknown

/** A table of edits: `before` is null where its records are made, `after` where they are removed. */
export interface PackedRun {
  readonly table: TableName
  readonly count: number
  readonly before: Column | null
  readonly after: Column | null
}

/**
 * What a field holds in one record after the other: always the same; a table of its own; one of a few; or each its own.
 * Of ids that count up it is the first, of instants the seconds since 1970 of the first and by how much each is later
 * than the one before: so an import makes them (commands/import.ts).
 */
export type Column =
  | { readonly all: unknown }
  | { readonly fields: Readonly<Record<string, Column>> }
  | { readonly words: readonly unknown[]; readonly at: readonly number[] }
  | { readonly each: readonly unknown[] }
  | { readonly ids: string }
  | { readonly instants: readonly number[] }

/** A shorter run is not worth a table. */
const SHORTEST = 8
/** So many values tell whether a field has a few of them. */
const LOOKED_AT = 32

export function packEdits(edits: readonly unknown[]): Packed[] {
  const packed: Packed[] = []
  for (let from = 0; from < edits.length;) {
    const kind = kindOf(edits[from] as Edit)
    let to = from + 1
    while (to < edits.length && kindOf(edits[to] as Edit) === kind) to += 1
    const run = edits.slice(from, to) as Edit[]
    if (run.length < SHORTEST) packed.push(...run)
    else packed.push(runOf(run))
    from = to
  }
  return packed
}

/** The table, and the fields that its records have. */
function kindOf({ table, before, after }: Edit): string {
  return `${table} ${before ? Object.keys(before).join() : ''} ${after ? Object.keys(after).join() : ''}`
}

function runOf(run: readonly Edit[]): PackedRun {
  const [first] = run as [Edit]
  const { table } = first
  return {
    table,
    count: run.length,
    before: first.before && columnOf(run.map(({ before }) => before)),
    after: first.after && columnOf(run.map(({ after }) => after)),
  }
}

function columnOf(values: readonly unknown[]): Column {
  const [first] = values
  if (typeof first === 'object' && first !== null) {
    const fields = Array.isArray(first) ? null : fieldsOf(values)
    return fields ?? { each: values }
  }
  if (values.every((value) => value === first)) return { all: first }
  if (new Set(values.slice(0, LOOKED_AT)).size > LOOKED_AT / 2) return { each: values }
  const words = new Map<unknown, number>()
  const at = values.map((value) => {
    const known = words.get(value)
    if (known !== undefined) return known
    words.set(value, words.size)
    return words.size - 1
  })
  return { words: [...words.keys()], at }
}

/** null: they are not all objects with the same fields. */
function fieldsOf(values: readonly unknown[]): Column | null {
  const names = Object.keys(values[0] as object)
  const all = names.join()
  const isSame = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).join() === all
  if (names.some((name) => name.includes(',') || name === '__proto__') || !values.every(isSame)) return null
  const fields: Record<string, Column> = {}
  for (const name of names) {
    const own = values.map((value) => (value as Readonly<Record<string, unknown>>)[name])
    // JSON leaves such a field out of a record, and has no sign for it in a list.
    if (own.includes(undefined)) return null
    fields[name] = columnOf(own)
  }
  return { fields }
}

/** The edits that were packed; null where a table of them is none. What was never packed stays as it is. */
export function unpackEdits(packed: readonly unknown[]): unknown[] | null {
  const edits: unknown[] = []
  for (const item of packed) {
    if (!isObject(item) || !Object.hasOwn(item, 'count')) {
      edits.push(item)
      continue
    }
    const { table, count, before, after } = item
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > MOST) return null
    const [from, to] = [valuesOf(before, count), valuesOf(after, count)]
    if ((before !== null && !from) || (after !== null && !to)) return null
    for (let at = 0; at < count; at++) {
      const record = to?.[at] ?? from?.[at]
      edits.push({
        table,
        id: isObject(record) ? record['id'] : '',
        before: from?.[at] ?? null,
        after: to?.[at] ?? null,
      })
    }
  }
  return edits
}
/** No table has more edits: a number that a hand has made greater must not fill the memory. */
const MOST = 1_000_000

function valuesOf(column: unknown, count: number): unknown[] | null {
  if (!isObject(column)) return null
  if (Object.hasOwn(column, 'all')) return Array.from({ length: count }, () => column['all'])
  const { each, words, at, fields, ids, instants } = column
  if (typeof ids === 'string') return idsFrom(ids, count)
  if (Array.isArray(instants)) return instants.length === count ? instantsOf(instants) : null
  if (Array.isArray(each)) return each.length === count ? each : null
  if (Array.isArray(words) && Array.isArray(at))
    return at.length === count ? at.map((place) => words[place as number]) : null
  if (!isObject(fields)) return null
  const records: Record<string, unknown>[] = Array.from({ length: count }, () => ({}))
  for (const [name, of] of Object.entries(fields)) {
    const values = valuesOf(of, count)
    if (!values) return null
    for (const [index, record] of records.entries()) record[name] = values[index]
  }
  return records
}

/** How many digits of an id count up: they are 48 bits, and no import has as many entries. */
const COUNTED = 12

/** Whether so many ids can be told by their first. Few are too near the end. */
export function canCount(first: string, count: number): boolean {
  const begin = Number.parseInt(first.slice(-COUNTED), 16)
  return Number.isSafeInteger(begin) && begin + count <= 16 ** COUNTED
}

/** So many ids, one after the other; null where the first is none. */
function idsFrom(first: string, count: number): Id[] | null {
  if (!canCount(first, count)) return null
  const begin = Number.parseInt(first.slice(-COUNTED), 16)
  const head = first.slice(0, -COUNTED)
  return Array.from({ length: count }, (_, index) => `${head}${hex(begin + index)}` as Id)
}

/** In two halves: a number of this size takes ten times as long as one of 32 bits. */
const hex = (value: number): string => sixDigits(Math.floor(value / 0x1000000)) + sixDigits(value % 0x1000000)
const sixDigits = (value: number): string => (value + 0x1000000).toString(16).slice(1)

/** null: one of them is no moment. */
function instantsOf(steps: readonly unknown[]): string[] | null {
  const instants: string[] = []
  let at = 0
  for (const step of steps) {
    at += Number(step)
    if (!Number.isSafeInteger(at) || Math.abs(at) > LAST_S) return null
    instants.push(instantOf(at * 1000))
  }
  return instants
}
/** The end of the year 9999, in seconds since 1970: beyond it an instant is not written so. */
const LAST_S = 253_402_300_799
