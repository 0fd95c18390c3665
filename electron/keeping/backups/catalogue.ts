import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { backupReasons } from '#shared/keeping.ts'
import { tableNames } from '#shared/model/workspace.ts'
import { instantSchema } from '#shared/model/quantities.ts'
import { breathing } from '../../storage/breathe.ts'
import { parseJson } from '#shared/kernel/json.ts'
import { OBJECT } from './objects.ts'
import { makeFolder, namesIn, readIfThere, removeLeftovers, writeSafely } from '../../storage/safe-file.ts'

const count = z.int().nonnegative()
/** A name, never a path. */
const objectSchema = z.string().max(200).regex(OBJECT)
const copySchema = z.looseObject({
  object: objectSchema,
  bytes: count,
  /** Of the file when it was copied: while that is the same, it need not be read again. */
  stamp: z.string(),
  seq: count,
  /** All that lie in the file, tombstones too: that number never falls but by a fault. */
  count,
  /** Without tombstones. */
  live: count,
})
export type Copy = z.infer<typeof copySchema>

const catalogueSchema = z.looseObject({
  format: count,
  at: instantSchema,
  why: z.enum(backupReasons),
  device: z.string(),
  seq: count,
  /** How many records there were, by table. */
  counts: z.partialRecord(z.enum(tableNames), count),
  /** By the shard's name. */
  files: z.record(z.string(), copySchema).transform(ofShards),
  /** The lines that were in no shard yet. */
  journal: z.looseObject({ object: objectSchema, bytes: count }).nullable(),
  /** Files that hold fewer records than in the backup before, and nobody removed them. */
  drop: z.array(z.looseObject({ file: z.string(), before: count, now: count })).default([]),
  /** The user has looked at the drop and said that it is right. */
  isAccepted: z.boolean().default(false),
})
export type Catalogue = z.infer<typeof catalogueSchema>
export interface Backup extends Catalogue {
  readonly name: string
}

/**
 * Those that can be of a shard, whatever else a list says: names reach into objects' own workings (`toString`). A later
 * format may have others, and says so itself.
 */
function ofShards<Of>(files: Readonly<Record<string, Of>>): Readonly<Record<string, Of>> {
  const own = Object.entries(files).filter(([name]) => SHARD.test(name) && !(name in Object.prototype))
  return Object.assign(Object.create(null) as Record<string, Of>, Object.fromEntries(own))
}
const SHARD = /^[a-zA-Z0-9]+(?:\/[a-zA-Z0-9-]+)?$/

const FILE = /^(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z(?:-\d+)?)\.json$/

export const isDoubtful = ({ drop, isAccepted }: Pick<Catalogue, 'drop' | 'isAccepted'>): boolean =>
  drop.length > 0 && !isAccepted

export interface Listed {
  /** Newest first. */
  readonly backups: readonly Backup[]
  /** Lists that cannot be read: while there are any, no copy is taken for one that nobody needs. */
  readonly unreadable: readonly string[]
}

/** Throws what the disk says. */
export async function listBackups(folder: string): Promise<Listed> {
  const rest = breathing()
  const backups: Backup[] = []
  const unreadable: string[] = []
  for (const file of namesIn(folder)) {
    const name = FILE.exec(file)?.[1]
    if (name === undefined) continue
    const found = readOnce(path.join(folder, file))
    if (found) backups.push({ ...found, name })
    else unreadable.push(file)
    await rest()
  }
  return { backups: backups.toSorted((a, b) => (a.name < b.name ? 1 : -1)), unreadable }
}

/** What was read before and has not been touched since is not read again: there come to be a hundred of them. */
const known = new Map<string, { readonly stamp: string; readonly catalogue: Catalogue | null }>()

function readOnce(file: string): Catalogue | null {
  const { size, mtimeMs } = fs.statSync(file)
  const stamp = `${size}-${mtimeMs}`
  const found = known.get(file)
  if (found?.stamp === stamp) return found.catalogue
  const catalogue = readCatalogue(file)
  known.set(file, { stamp, catalogue })
  return catalogue
}

function readCatalogue(file: string): Catalogue | null {
  try {
    return catalogueSchema.parse(parseJson(readIfThere(file)?.toString() ?? ''))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null
    throw error
  }
}

const textOf = (catalogue: Catalogue): string => `${JSON.stringify(catalogue, null, 2)}\n`

/** Under a name of its own, also where two are made within a second. */
export function writeBackup(folder: string, catalogue: Catalogue): Backup {
  makeFolder(folder)
  removeLeftovers(folder)
  const stem = catalogue.at.replaceAll(':', '-')
  for (let copy = 1; ; copy++) {
    const name = copy === 1 ? stem : `${stem}-${copy}`
    if (fs.existsSync(path.join(folder, `${name}.json`))) continue
    writeSafely(path.join(folder, `${name}.json`), textOf(catalogue))
    return { ...catalogue, name }
  }
}

/** The same backup, with another word on it; also as a copy elsewhere. */
export function putBackup(folder: string, { name, ...catalogue }: Backup): void {
  makeFolder(folder)
  writeSafely(path.join(folder, `${name}.json`), textOf(catalogue))
}

export function removeBackup(folder: string, name: string): void {
  const file = path.join(folder, `${name}.json`)
  fs.rmSync(file, { force: true })
  known.delete(file)
}
