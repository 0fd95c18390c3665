import fs from 'node:fs'
import path from 'node:path'
import type { Change } from '#shared/model/change.ts'
import { decodeJournal, decodeLine, type ReadChange } from './journal-lines.ts'
import {
  isYearShard,
  monthOfShard,
  shardOf,
  tableOfShard,
  type DeviceLayout,
  type ShardName,
  type YearShard,
} from './layout.ts'
import { causeOf, type Cause, type Problem } from './problems.ts'
import { keepRecord, type Quarantine } from './quarantine.ts'
import { parseEdits } from './records.ts'
import { readIfThere } from './safe-file.ts'

/** The changes up to the last checkpoint that are still in the journals. They are in the shards, unless one got lost. */
export interface Older {
  /** Whether some of them may be about the shard: asked of the text, so that a start does not have to read it. */
  mentions(shard: ShardName): boolean
  /** The years of the invoices that they are about. */
  years(): YearShard[]
  changes(): readonly Change[]
}

/** What the previous journal and the current one say together. */
export interface FoundJournal {
  /** Those that may not be in the shards yet: in order, each once. */
  readonly changes: readonly ReadChange[]
  readonly older: Older
  /** Of the current one. */
  readonly size: number
  readonly isClosed: boolean
  /** Files of it that were not there. */
  readonly absent: readonly string[]
  /** Why it could not be read. Nothing may be added to it then: numbers would be given twice. */
  readonly unreadable: Cause | null
}

/** Of a folder whose lines are in what was made of it in memory; nothing is put at its end. */
export const noJournal: FoundJournal = {
  changes: [],
  older: { mentions: () => false, years: () => [], changes: () => [] },
  size: 0,
  isClosed: true,
  absent: [],
  unreadable: null,
}

/**
 * Reads them; a line that is not what was written is alone in being lost, and its bytes are kept.
 * @param settled the last checkpoint's change; 0 where that is not known
 * @param isExpected whether there was one when the folder was left
 */
export function findJournal(
  root: string,
  files: DeviceLayout,
  settled: number,
  quarantine: Quarantine,
  report: (problem: Problem) => void,
  isExpected = false,
): FoundJournal {
  const older: Buffer[] = []
  const absent: string[] = []
  const bySeq = new Map<number, ReadChange>()
  let [size, isClosed, unreadable]: [number, boolean, Cause | null] = [0, true, null]
  for (const file of [files.previousJournal, files.journal]) {
    const told = path.relative(root, file)
    try {
      const read = readIfThere(file)
      if (!read) absent.push(file)
      const bytes = read ?? Buffer.alloc(0)
      const journal = decodeJournal(bytes, settled)
      older.push(...journal.older)
      for (const change of journal.changes) {
        if (change.seq <= settled) continue
        const known = bySeq.get(change.seq)
        const isLater = !known || known.at < change.at
        if (isLater) bySeq.set(change.seq, change)
        // The same line in both journals is one; two that say different things are of two programs at work here.
        if (known && known.at !== change.at) tellSameNumber(isLater ? known : change, quarantine, report)
      }
      for (const { line, bytes: lost } of journal.bad) {
        const kept = quarantine.keep('journal-line.txt', lost)
        // It stays where it is until the journal has been turned over twice, but is told once.
        if (kept?.isNew !== false) report({ kind: 'badLine', file: told, line, kept: kept?.file ?? null })
      }
      ;[size, isClosed] = [bytes.length, journal.isClosed]
    } catch (error) {
      unreadable = causeOf(error)
      report({ kind: 'unreadable', file: told, cause: unreadable })
    }
  }
  if (isExpected && absent.includes(files.journal) && !fs.existsSync(files.nextJournal))
    report({ kind: 'missingJournal', file: path.relative(root, files.journal) })
  const changes = inOrder([...bySeq.values()])
  reportGaps(changes, settled, report)
  return { changes, older: olderOf(older, quarantine, report), size, isClosed, absent, unreadable }
}

/** Only one of two changes can be followed: the other is kept, and told once. */
function tellSameNumber(change: ReadChange, quarantine: Quarantine, report: (problem: Problem) => void): void {
  const kept = quarantine.keep('journal-change.json', `${JSON.stringify(change, null, 2)}\n`)
  if (kept?.isNew !== false) report({ kind: 'sameNumber', seq: change.seq, kept: kept?.file ?? null })
}

const inOrder = (changes: readonly ReadChange[]): ReadChange[] => changes.toSorted((a, b) => a.seq - b.seq)

function olderOf(lines: readonly Buffer[], quarantine: Quarantine, report: (problem: Problem) => void): Older {
  return {
    mentions(shard) {
      const month = monthOfShard(shard)
      const text = month === null ? `"table":"${tableOfShard(shard)}"` : `"${month}-`
      return lines.some((line) => line.includes(text))
    },
    // Asked at every start: what is wrong with a line is told when it is read for what it says.
    years: () =>
      yearsOf(
        lines
          .filter((line) => line.includes('"table":"invoices"'))
          .flatMap((line) => decodeLine(line) ?? [])
          .map(parseEdits),
      ),
    changes: () => validChanges(inOrder(lines.flatMap((line) => decodeLine(line) ?? [])), quarantine, report),
  }
}

/** The years in which edits find an invoice, or leave one. */
const yearsOf = (changes: readonly Pick<Change, 'edits'>[]): YearShard[] =>
  changes.flatMap(({ edits }) =>
    edits.flatMap(({ table, before, after }) =>
      [before, after].flatMap((record) => (record ? [shardOf(table, record)].filter(isYearShard) : [])),
    ),
  )

function reportGaps(changes: readonly ReadChange[], settled: number, report: (problem: Problem) => void): void {
  let expected = settled > 0 ? settled + 1 : (changes[0]?.seq ?? 0)
  for (const { seq } of changes) {
    if (seq > expected) report({ kind: 'missingChanges', from: expected, to: seq - 1 })
    expected = seq + 1
  }
}

/** The changes with what of their edits holds records. */
export function validChanges(
  changes: readonly ReadChange[],
  quarantine: Quarantine,
  report: (problem: Problem) => void,
): Change[] {
  return changes.map((change) => {
    const { edits, bad } = parseEdits(change)
    for (const { id, record } of bad) {
      const kept = keepRecord(quarantine, 'journal-record.json', record)
      report({ kind: 'badRecord', file: 'journal.jsonl', id, kept })
    }
    return { ...change, edits } as Change
  })
}
