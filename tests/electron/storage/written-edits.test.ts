import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importDesk } from '#electron/import-desk.ts'
import { newId } from '#electron/ids.ts'
import { decodeJournal } from '#electron/storage/journal-lines.ts'
import { readingEdits, writtenPiece, type WrittenEdits } from '#electron/storage/written-edits.ts'
import type { Instant, Zone } from '#shared/kernel/instant.ts'
import { atOnce } from '#shared/kernel/pieces.ts'
import { made } from '#shared/model/change.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { deviceFolder, entryAt, months, open, preferences, temporaryFolder } from '#tests/support/stores.ts'

const zone = 'Europe/Rome' as Zone
const now = '2026-10-22T12:00:00Z' as Instant

/** What the desk writes of a file. */
async function brought(lines: readonly string[]): Promise<WrittenEdits> {
  const desk = importDesk(newId, () => undefined)
  const text = ['Client,Project,Task,Description,Start date,Start time,Duration,Tags', ...lines].join('\n')
  desk.take(new TextEncoder().encode(text))
  await desk.open()
  await desk.read({ zone }, now)
  const here = { clients: [], engagements: [], preferences }
  await desk.plan(here, { source: 'csv', zone })
  const written = await desk.enter(here, { source: 'csv', language: 'en' })
  if (!written) throw new Error('given up')
  return written
}

const row = fc.tuple(
  fc.constantFrom('Acme,Site,', 'Acme,Site,Design', ',Mail,', ',,', 'Birch,,'),
  fc.constantFrom('Review', 'é "x"'.replaceAll('"', '""'), ''),
  fc.constantFrom('2026-03-04,09:30:00', '2026-03-29,02:30:00', '2026-10-20,'),
  fc.constantFrom('1:00:00', '0:30:00'),
  fc.constantFrom('', 'deep', '"deep, remote"'),
)

describe('edits that another thread has written', () => {
  test('are entries with an id of their own each, and only fields that they have', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
        const written = await brought(
          rows.map(([who, note, when, length, tags]) => `${who},"${note}",${when},${length},${tags}`),
        )
        const edits = atOnce(readingEdits(written))
        const entries = edits.flatMap((edit) => (edit.table === 'entries' && edit.after ? [edit.after] : []))
        expect(entries).toHaveLength(rows.length)
        expect(new Set(entries.map(({ id }) => id)).size).toBe(rows.length)
        for (const entry of entries) {
          expect(entrySchema.parse(entry)).toEqual(entry)
          expect(entry.task).not.toBe('')
          expect(entry.billable).toBe(entry.engagementId !== null)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('are a line of the journal like any other, and told when they are in it', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    const rows = Array.from({ length: 3000 }, (_, index) => `Acme,Site,,Number ${index},2026-03-04,09:30:00,1:00:00,`)
    const written = await brought(rows)
    const told: { seq: number; onDisk: number }[] = []
    const durable = (seq: number): void => {
      const bytes = fs.readFileSync(path.join(deviceFolder(folder), 'journal.jsonl'))
      told.push({ seq, onDisk: decodeJournal(bytes).changes.at(-1)?.edits.length ?? 0 })
    }
    const outcome = await store.append({ by: 'user', label: 'import', edits: [], written, durable })
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    expect(told).toEqual([{ seq: 1, onDisk: outcome.value.edits.length }])
    expect(outcome.value.edits).toHaveLength(rows.length + 2)
    expect(await store.readMonths(months)).toHaveLength(rows.length)
    await store.close(null)
    expect(await (await open(folder)).readMonths(months)).toHaveLength(rows.length)
  })

  test('are not told where they cannot be written', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    await store.append({ by: 'user', label: 'test', edits: [made('entries', entryAt('2026-03-04T08:00:00Z'))] })
    const second = await open(folder)
    let isTold = false
    const written = {
      pieces: [writtenPiece([made('entries', entryAt('2026-03-05T08:00:00Z'))])],
      readsBack: true,
    }
    const durable = (): boolean => (isTold = true)
    const outcome = await second.append({ by: 'user', label: 'import', edits: [], written, durable })
    expect(outcome).toEqual({ ok: false, refusal: { code: 'readOnlyWorkspace', why: 'locked' } })
    expect(isTold).toBe(false)
    await store.close(null)
  })
})
