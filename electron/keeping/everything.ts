import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import {
  footOfEverything,
  footOfTable,
  headOfEverything,
  headOfTable,
  LARGEST_EXPORT_MB,
  lineOfRecord,
  readingEverything,
  type ReadEverything,
} from '#shared/formats/everything.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { done, refused, type Outcome } from '#shared/kernel/refusal.ts'
import type { Exported } from '#shared/keeping.ts'
import { tableNames, type AnyRecord, type TableName } from '#shared/model/workspace.ts'
import type { Source } from './backups/read.ts'
import { breathe, breathing, unhurried } from '../storage/breathe.ts'
import { shardOf, type ShardName } from '../storage/layout.ts'
import { causeOf, type Cause } from '../storage/problems.ts'
import { FILE_MODE, renamePatiently, syncFolder, temporaryOf, writeAll } from '../storage/safe-file.ts'
import type { OpenWorkspace } from '../workspace.ts'
import { momentOf, type Moment } from './moment.ts'

/** So much text is written at a time. */
const SLICE = 250_000

/**
 * Writes everything as one file: beside its place, on the disk, read back, and only then under its name. What lay
 * there before stays until then.
 */
export async function exportEverything(open: OpenWorkspace, file: string, at: Instant): Promise<Outcome<Exported>> {
  const temporary = temporaryOf(file)
  try {
    const { sum, records } = await write(open, temporary, at)
    if ((await sumOf(temporary)) !== sum) throw new Error(`${file} did not read back as it was written`)
    renamePatiently(temporary, file)
    syncFolder(path.dirname(file))
    return done({ name: path.basename(file), records })
  } catch (error) {
    fs.rmSync(temporary, { force: true })
    return refused({ code: 'fileNotWritten', name: path.basename(file), cause: causeOf(error) })
  }
}

async function write(open: OpenWorkspace, file: string, at: Instant): Promise<{ sum: string; records: number }> {
  const hash = createHash('sha256')
  const descriptor = fs.openSync(file, 'wx', FILE_MODE)
  const moment = momentOf(open)
  let [text, records] = ['', 0]
  const flush = (): void => {
    const bytes = Buffer.from(text)
    hash.update(bytes)
    writeAll(descriptor, bytes)
    text = ''
  }
  try {
    text += headOfEverything(at)
    for (const table of tableNames) {
      text += headOfTable(table, table === tableNames[0])
      let isFirst = true
      for await (const some of recordsAt(await moment, table))
        for (const record of some) {
          text += lineOfRecord(record, isFirst)
          ;[isFirst, records] = [false, records + 1]
          if (text.length < SLICE) continue
          flush()
          await breathe()
        }
      text += footOfTable
    }
    text += footOfEverything
    flush()
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
    ;(await moment).end()
  }
  return { sum: hash.digest('hex'), records }
}

/** In the order of their ids, which is that in which they were made; time month by month. */
async function* recordsAt(moment: Moment, table: TableName): AsyncGenerator<AnyRecord[]> {
  if (table !== 'entries') yield inOrder(moment.small(table))
  else for (const month of moment.months) yield inOrder(await moment.entries(month))
}

const inOrder = (records: readonly AnyRecord[]): AnyRecord[] => records.toSorted((a, b) => (a.id < b.id ? -1 : 1))

async function sumOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  const rest = breathing()
  const descriptor = fs.openSync(file, 'r')
  try {
    const buffer = Buffer.alloc(SLICE)
    for (let count = 1; count > 0;) {
      count = fs.readSync(descriptor, buffer, 0, buffer.length, null)
      hash.update(buffer.subarray(0, count))
      await rest()
    }
  } finally {
    fs.closeSync(descriptor)
  }
  return hash.digest('hex')
}

/** Reads such a file. Nothing of it comes in by that. */
export async function readEverything(file: string): Promise<Outcome<ReadEverything>> {
  const name = path.basename(file)
  try {
    const { size } = fs.statSync(file)
    if (size > LARGEST_EXPORT_MB * 1_000_000) return refused({ code: 'fileTooLarge', megabytes: LARGEST_EXPORT_MB })
    const text = await fs.promises.readFile(file, 'utf8')
    return await unhurried(readingEverything(text, name))
  } catch (error) {
    return refused({ code: 'fileUnreadable', name, cause: unreadableCause(causeOf(error)) })
  }
}

/** As a workspace that lies somewhere, file by file. */
export function everythingAsSource({ tables }: ReadEverything): Source {
  const shards = new Map<ShardName, Map<Id, AnyRecord>>()
  for (const [table, records] of tables)
    for (const [id, record] of records) {
      const name = shardOf(table, record)
      const into = shards.get(name) ?? new Map<Id, AnyRecord>()
      shards.set(name, into.set(id, record))
    }
  return { shards: [...shards.keys()], records: (name) => shards.get(name) ?? new Map() }
}

/** What of the disk's reasons can be one for not reading. */
const unreadableCause = (cause: Cause): 'denied' | 'missing' | 'other' =>
  cause === 'denied' || cause === 'missing' ? cause : 'other'
