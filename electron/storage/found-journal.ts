import path from 'node:path'
import type { Change } from '#shared/model/change.ts'
import { decodeJournal, type ReadChange } from './journal-lines.ts'
import type { DeviceLayout } from './layout.ts'
import { causeOf, type Cause, type Problem } from './problems.ts'
import type { Quarantine } from './quarantine.ts'
import { parseEdits } from './records.ts'
import { readIfThere } from './safe-file.ts'

/** What the previous journal and the current one say together: all that may not be in the shards yet. */
export interface FoundJournal {
  /** In order, each once. */
  readonly changes: readonly ReadChange[]
  /** Of the current one. */
  readonly size: number
  readonly isClosed: boolean
  /** Why it could not be read. Nothing may be added to it then: numbers would be given twice. */
  readonly unreadable: Cause | null
}

/** Reads them; a line that is not what was written is alone in being lost, and its bytes are kept. */
export function findJournal(
  root: string,
  files: DeviceLayout,
  quarantine: Quarantine,
  report: (problem: Problem) => void,
): FoundJournal {
  const bySeq = new Map<number, ReadChange>()
  let [size, isClosed, unreadable]: [number, boolean, Cause | null] = [0, true, null]
  for (const file of [files.previousJournal, files.journal]) {
    const told = path.relative(root, file)
    try {
      const bytes = readIfThere(file) ?? Buffer.alloc(0)
      const journal = decodeJournal(bytes)
      for (const change of journal.changes) {
        const known = bySeq.get(change.seq)
        if (!known || known.at < change.at) bySeq.set(change.seq, change)
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
  const changes = [...bySeq.values()].toSorted((a, b) => a.seq - b.seq)
  reportGaps(changes, report)
  return { changes, size, isClosed, unreadable }
}

function reportGaps(changes: readonly ReadChange[], report: (problem: Problem) => void): void {
  let expected = changes[0]?.seq ?? 0
  for (const { seq } of changes) {
    if (seq > expected) report({ kind: 'missingChanges', from: expected, to: seq - 1 })
    expected = seq + 1
  }
}

/** The changes with what of their edits holds records. */
export function validChanges(
  { changes }: FoundJournal,
  quarantine: Quarantine,
  report: (problem: Problem) => void,
): Change[] {
  return changes.map((change) => {
    const { edits, bad } = parseEdits(change)
    for (const { id, record } of bad) {
      const kept = quarantine.keep('journal-record.json', `${JSON.stringify(record, null, 2)}\n`)
      report({ kind: 'badRecord', file: 'journal.jsonl', id, kept: kept?.file ?? null })
    }
    return { ...change, edits } as Change
  })
}
