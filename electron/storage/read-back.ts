import { z } from 'zod'
import { isId } from '#shared/kernel/id.ts'
import { instantOf } from '#shared/kernel/instant.ts'
import type { Pieces } from '#shared/kernel/pieces.ts'
import type { Column, Packed, PackedRun } from '#shared/model/packed-edits.ts'
import { tableSchemas } from '#shared/model/tables.ts'
import type { TableName } from '#shared/model/workspace.ts'

/**
 * Whether the next start will read what is about to be written. It is asked before a change is acknowledged: a record
 * that its table refuses would be set aside then, and what was called saved would be gone (persistence.md, The promise, 1).
 */

/** How many edits are looked at in one go. */
const PIECE = 200

interface Written {
  readonly table: string
  readonly id: unknown
  readonly after: unknown
}

/** Of edits that are records. */
export function* readsBack(edits: readonly Written[]): Pieces<boolean> {
  for (const [index, edit] of edits.entries()) {
    if (index % PIECE === PIECE - 1) yield
    if (!isRead(edit)) return false
  }
  return true
}

function isRead({ table, id, after }: Written): boolean {
  if (!Object.hasOwn(tableSchemas, table) || typeof id !== 'string' || !isId(id)) return false
  if (after === null) return true
  const parsed = tableSchemas[table as TableName].safeParse(after)
  return parsed.success && parsed.data.id === id
}

/**
 * The same of edits that are tables already (packed-edits.ts), column by column: a record of ours is what its table takes
 * when each of its fields is, so that what a hundred thousand have in common is looked at once.
 */
export function packedReadsBack(packed: readonly Packed[]): boolean {
  return packed.every((item) => {
    const run = item as PackedRun | Written
    return 'count' in run ? isRunRead(run) : isRead(run)
  })
}

function isRunRead({ table, after }: PackedRun): boolean {
  if (after === null) return true
  if (!('fields' in after)) return false
  const schema: z.ZodType = tableSchemas[table]
  const kinds = schema instanceof z.ZodUnion ? schema.options : [schema]
  return kinds.some((kind) => kind instanceof z.ZodObject && areFieldsTaken(kind, after.fields))
}

const areFieldsTaken = ({ shape }: z.ZodObject, fields: Readonly<Record<string, Column>>): boolean =>
  Object.entries(shape).every(([name, schema]) => {
    const column = fields[name]
    return column ? isColumnTaken(schema as z.ZodType, column) : schema.safeParse(undefined).success
  })

function isColumnTaken(schema: z.ZodType, column: Column): boolean {
  const takes = (value: unknown): boolean => schema.safeParse(value).success
  if ('all' in column) return takes(column.all)
  if ('words' in column) return column.words.every(takes)
  if ('each' in column) return z.array(schema).safeParse(column.each).success
  if ('ids' in column) return takes(column.ids)
  if ('fields' in column) {
    const inside = schema instanceof z.ZodOptional ? schema.unwrap() : schema
    return inside instanceof z.ZodObject && areFieldsTaken(inside, column.fields)
  }
  const [first, last] = firstAndLast(column.instants)
  // All moments between two that a table takes are taken too.
  return [first, last].every((second) => takes(instantOf(second * 1000)))
}

/** @param steps the first, and by how much each is later than the one before: seconds since 1970 */
function firstAndLast(steps: readonly number[]): readonly [number, number] {
  let [at, first, last] = [0, Infinity, -Infinity]
  for (const step of steps) {
    at += step
    first = Math.min(first, at)
    last = Math.max(last, at)
  }
  return [first, last]
}
