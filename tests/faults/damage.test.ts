import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { made } from '#shared/model/change.ts'
import { clientNamed } from '#tests/support/books.ts'
import { append, contentOf, crashed, entryAt, filesIn, open, temporaryFolder } from '#tests/support/stores.ts'
import { scoring, share } from './support/figures.ts'

/** Of all bytes one in so many. */
const EVERY = share(41, 1)
const HOUR_MS = 3_600_000

const clients = [clientNamed('Halden'), clientNamed('Reyes')]
const entries = ['2026-03-04', '2026-03-05', '2026-02-04', '2026-03-06'].map((day) => entryAt(`${day}T08:00:00Z`))

/** Records in files, and changes since in a journal. */
async function folderWithAll(): Promise<{ folder: string; files: ReadonlyMap<string, Buffer> }> {
  const folder = temporaryFolder()
  const store = await open(folder)
  await append(store, ...clients.map((client) => made('clients', client)))
  for (const entry of entries.slice(0, 3)) await append(store, made('entries', entry))
  await store.close(null)
  const again = await open(folder)
  for (const entry of entries.slice(3)) await append(again, made('entries', entry))
  await append(again, made('clients', clientNamed('Since')))
  const copy = crashed(folder)
  fs.rmSync(path.join(copy, 'lock'), { force: true })
  const damageable = [...filesIn(copy).keys()].filter((name) => name.endsWith('.jsonl') || name.endsWith('.json'))
  return { folder: copy, files: new Map(damageable.map((name) => [name, fs.readFileSync(path.join(copy, name))])) }
}

type Content = Record<string, unknown>
const NEWLINE = 10
/** Nobody can tell that lines are missing from a journal's end where it ends with one. */
const endsWithALine = (good: Buffer, length: number): boolean =>
  length === 0 || good[length - 1] === NEWLINE || good[length] === NEWLINE

/** The lines that damage at a byte does not touch: a newline is of the two that it parts. Of a cut, those before it. */
function wholeLines(good: Buffer, at: number, isCut: boolean): string[] {
  let begin = 0
  return good
    .toString()
    .split('\n')
    .filter((line) => {
      const from = begin
      begin += Buffer.byteLength(line) + 1
      return line !== '' && (begin <= at || (!isCut && from > at))
    })
}
const recordsOf = (lines: readonly string[]): { table: string; id: string }[] =>
  lines.flatMap(
    (line) => (JSON.parse(line.slice(line.indexOf('{'))) as { edits: { table: string; id: string }[] }).edits,
  )

it(
  'every file is cut at every byte, and each of its bits turned over: the rest opens, and what is bad is kept',
  async () => {
    const { folder, files } = await folderWithAll()
    const whole = contentOf((await open(crashed(folder))).workspace)
    const counts = scoring('faults.damage', 'opened')

    const tryOne = async (
      name: string,
      bytes: Buffer,
      mayBeUntold: boolean,
      what: string,
      read: readonly string[],
    ): Promise<void> => {
      counts.tried += 1
      const copy = crashed(folder)
      fs.writeFileSync(path.join(copy, name), bytes)
      const store = await open(copy)
      const content = contentOf(store.workspace)
      // Of other files all is there, whatever they say.
      const table = name.includes('entries') ? 'entries' : path.basename(name, '.json')
      if (!name.includes('journal'))
        for (const [other, records] of Object.entries(whole))
          if (other !== table) expect(content[other], what).toEqual(records)
      // The bad line alone is lost.
      for (const { table: of, id } of recordsOf(read))
        expect((content[of] as Content)[id], what).toEqual((whole[of] as Content)[id])
      // What is not as it was is told, and what was found is kept.
      const isSame = JSON.stringify(content) === JSON.stringify(whole)
      // A file that says to be of a later version makes the whole read-only, which is told as well.
      const isTold = store.problems.length > 0 || store.readOnly === 'newerFormat'
      if (!isSame && !mayBeUntold) expect(isTold, what).toBe(true)
      const kinds = new Set(store.problems.map(({ kind }) => kind))
      const kept = [...filesIn(copy)].flatMap(([place, text]) => (place.startsWith('quarantine') ? [text] : []))
      if (kinds.has('badFile') || kinds.has('alteredFile')) expect(kept, what).toContain(bytes.toString('utf8'))
      if (kinds.has('badLine')) expect(kept.length, what).toBeGreaterThan(0)
      fs.rmSync(copy, { recursive: true })
      counts.held += 1
    }

    for (const [name, good] of files) {
      const isJournal = name.endsWith('.jsonl')
      for (let at = 0; at < good.length; at += EVERY) {
        const lines = (isCut: boolean): string[] => (isJournal ? wholeLines(good, at, isCut) : [])
        const mayBeUntold = isJournal && endsWithALine(good, at)
        await tryOne(name, good.subarray(0, at), mayBeUntold, `${name} cut at ${at}`, lines(true))
        const turned = Buffer.from(good)
        turned[at] = (turned[at] ?? 0) ^ (1 << (at % 8))
        await tryOne(name, turned, false, `${name} with a bit of byte ${at} turned over`, lines(false))
      }
    }
    expect(counts.tried).toBeGreaterThan(100)
  },
  HOUR_MS,
)
