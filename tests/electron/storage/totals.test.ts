import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { encodeTotals, readTotals } from '#electron/storage/totals-cache.ts'
import type { Store } from '#electron/storage/store.ts'
import { applyToBook, countAll, emptyBook, type Book } from '#shared/domain/book.ts'
import type { Zone } from '#shared/kernel/instant.ts'
import type { DayTotals } from '#shared/domain/totals.ts'
import { made, removed, replaced, type Edit } from '#shared/model/change.ts'
import type { Engagement } from '#shared/model/engagement.ts'
import { clientNamed, hourlyFor } from '#tests/support/books.ts'
import { append, crashed, deviceFolder, entryAt, open, preferences, temporaryFolder } from '#tests/support/stores.ts'

const client = clientNamed('Halden')
const engagement = hourlyFor(client, 'Advice')
const onIt = (start: string) => entryAt(start, { engagementId: engagement.id })
const march = onIt('2026-03-04T08:00:00Z')
const ground: Edit[] = [made('preferences', preferences), made('clients', client), made('engagements', engagement)]

/** A store with a book on it, as the shell has them. */
async function bookIn(
  folder: string,
): Promise<{ store: Store; book: Book; commit: (...edits: Edit[]) => Promise<void> }> {
  const store = await open(folder)
  const book = emptyBook(store.workspace, store.totals)
  const commit = async (...edits: Edit[]): Promise<void> => {
    await append(store, ...edits)
    applyToBook(book, edits)
  }
  return { store, book, commit }
}

/** A folder whose last checkpoint kept the totals of one entry. */
async function cachedFolder(): Promise<string> {
  const folder = temporaryFolder()
  const { store, book, commit } = await bookIn(folder)
  await commit(...ground)
  await commit(made('entries', march))
  await store.close(book.totals)
  return folder
}

const cacheOf = (folder: string): string => path.join(folder, 'totals.cache.json')

describe('the totals', () => {
  it('are kept at a checkpoint, and are there at the next start', async () => {
    const { store, book } = await bookIn(await cachedFolder())
    expect(store.totals?.size).toBe(1)
    expect(store.totals).toEqual(countAll(book.workspace, [march], preferences.timeZone))
  })

  it('come forward with the journal', async () => {
    const folder = await cachedFolder()
    const { book, commit } = await bookIn(folder)
    const [other, perk] = [onIt('2026-03-31T20:00:00Z'), { ...onIt('2026-02-02T08:00:00Z'), perkId: 'call' }]
    const second = hourlyFor(client, 'Gone again')
    await commit(made('entries', other), made('entries', perk), made('engagements', second))
    await commit(replaced('entries', march, { ...march, billable: false }))
    await commit(made('entries', { ...other, id: second.id, engagementId: second.id }))
    await commit(
      removed('entries', { ...other, id: second.id, engagementId: second.id }),
      removed('engagements', second),
    )
    const { store } = await bookIn(crashed(folder))
    expect(store.totals).toEqual(book.totals)
    expect(store.totals?.size).toBe(1)
  })

  it('are not known where other terms of counting were set since', async () => {
    const rounded = { ...engagement, rounding: { mode: 'up', minutes: 15 } } as Engagement
    for (const edit of [
      replaced('engagements', engagement, rounded),
      replaced('preferences', preferences, { ...preferences, timeZone: 'Asia/Tokyo' as Zone }),
    ]) {
      const folder = await cachedFolder()
      const first = await open(folder)
      await append(first, edit)
      await first.close(null)
      expect((await open(folder)).totals).toBeNull()
    }
    const folder = await cachedFolder()
    const first = await open(folder)
    await append(first, replaced('engagements', engagement, { ...engagement, name: 'Other' }))
    await first.close(null)
    expect((await open(folder)).totals).not.toBeNull()
  })

  it('are not known where the journal does not reach back to them', async () => {
    const folder = await cachedFolder()
    const first = await open(folder)
    for (const _ of [1, 2, 3]) {
      await append(first, made('entries', onIt('2026-03-05T08:00:00Z')))
      await first.checkpoint(null)
    }
    await first.close(null)
    const second = await open(folder)
    expect(second.totals).toBeNull()
    await second.close(null)
    const device = path.join(folder, 'devices', second.device)
    for (const name of ['journal.jsonl', 'journal.prev.jsonl']) fs.rmSync(path.join(device, name))
    expect((await open(folder)).totals).toBeNull()
  })

  describe('of months that somebody else has changed', () => {
    const old = onIt('2019-07-05T08:00:00Z')
    const longer = (text: string): string => text.replaceAll('23:00:00Z', '23:30:00Z')
    const monthFile = (folder: string, month: string): string =>
      path.join(deviceFolder(folder), `entries/${month}.json`)
    /** As an editor does it. The time is set too: a disk's clock may be too coarse for a test. */
    const edit = (file: string, change: (text: string) => string): void => {
      fs.writeFileSync(file, change(fs.readFileSync(file, 'utf8')))
      fs.utimesSync(file, 1_800_000_000, 1_800_000_000)
    }
    /** With a month that no start reads. */
    const folderWithOld = async (): Promise<string> => {
      const folder = await cachedFolder()
      const { store, book, commit } = await bookIn(folder)
      await commit(made('entries', old))
      await store.close(book.totals)
      return folder
    }

    it.each<[string, (folder: string) => void]>([
      ['edited by hand', (folder) => edit(monthFile(folder, '2019-07'), longer)],
      ['of those that are read at once, edited by hand', (folder) => edit(monthFile(folder, '2026-03'), longer)],
      ['taken away', (folder) => fs.rmSync(monthFile(folder, '2019-07'))],
      ['put there', (folder) => fs.copyFileSync(monthFile(folder, '2019-07'), monthFile(folder, '2019-08'))],
    ])('are counted anew, once: %s', async (_, change) => {
      const folder = await folderWithOld()
      change(folder)
      const { store, book } = await bookIn(folder)
      expect(store.totals).toBeNull()
      const entries = await store.readMonths(await store.allMonths())
      const totals = countAll(book.workspace, entries, preferences.timeZone)
      await store.close(totals)
      expect((await open(folder)).totals).toEqual(totals)
    })

    it.each(['2019-07', '2026-03'])(
      'are counted anew after they were changed while the app was open: %s',
      async (month) => {
        const folder = await folderWithOld()
        const { store, book, commit } = await bookIn(folder)
        expect(store.totals).not.toBeNull()
        edit(monthFile(folder, month), longer)
        // The checkpoint takes what it finds there into the file that it writes.
        await commit(made('entries', onIt('2026-03-09T08:00:00Z')))
        await store.close(book.totals)
        expect((await open(folder)).totals).toBeNull()
      },
    )

    it('are known again where only the app wrote them, whenever that was', async () => {
      const folder = await folderWithOld()
      const { store, book, commit } = await bookIn(folder)
      await commit(made('entries', onIt('2019-07-06T08:00:00Z')), made('entries', onIt('2018-01-06T08:00:00Z')))
      await store.checkpoint(book.totals)
      await commit(made('entries', onIt('2026-03-09T08:00:00Z')))
      const copy = crashed(folder)
      const again = await bookIn(copy)
      expect(again.store.totals).toEqual(book.totals)
      await again.store.close(again.book.totals)
      expect((await open(copy)).totals).toEqual(book.totals)
    })
  })

  it('are not known where the preferences were edited by hand', async () => {
    const folder = await cachedFolder()
    const [device] = fs.readdirSync(path.join(folder, 'devices'))
    const file = path.join(folder, 'devices', device ?? '', 'preferences.json')
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('Europe/Rome', 'Asia/Tokyo'))
    expect((await open(folder)).totals).toBeNull()
  })

  it('are not there where anything about their file is odd', async () => {
    const folder = await cachedFolder()
    const good = fs.readFileSync(cacheOf(folder))
    const flipped = Buffer.from(good)
    flipped[good.length >> 1] = (good[good.length >> 1] ?? 0) ^ 1
    // Still JSON, and of the right form: a number that is another one.
    const miscounted = good.toString().replace(/\d(?=\D*$)/, (digit) => String(Number(digit) ^ 1))
    expect(JSON.parse(miscounted)).not.toEqual(JSON.parse(good.toString()))
    const odd = [
      Buffer.alloc(0),
      Buffer.from('null'),
      Buffer.from('[]'),
      Buffer.from('<!doctype html>'),
      Buffer.alloc(good.length),
      Buffer.from(`\uFEFF${good.toString()}`),
      good.subarray(0, -20),
      flipped,
      Buffer.from(miscounted),
    ]
    for (const bytes of odd) {
      fs.writeFileSync(cacheOf(folder), bytes)
      expect(readTotals(cacheOf(folder))).toBeNull()
      const store = await open(folder)
      expect(store).toMatchObject({ totals: null, problems: [] })
      await store.close(null)
    }
    fs.writeFileSync(cacheOf(folder), good)
    expect((await open(folder)).totals).not.toBeNull()
  })

  it('are not trusted where entries were damaged', async () => {
    const folder = await cachedFolder()
    const [device] = fs.readdirSync(path.join(folder, 'devices'))
    fs.writeFileSync(path.join(folder, 'devices', device ?? '', 'entries/2026-03.json'), '')
    const store = await open(folder)
    expect(store.totals).toBeNull()
    // The previous journal still knew it.
    expect(store.workspace.tables.entries.get(march.id)).toEqual(march)
  })

  it('are those of one moment, though they change while they are written down', async () => {
    const totals = countAll((await open(await cachedFolder())).workspace, [march], preferences.timeZone)
    const [[id, days]] = [...totals] as [[typeof engagement.id, DayTotals]]
    let seq = 1
    let looks = 0
    // Somebody works on between the first time and the second.
    const isOf = (of: number): boolean => {
      if ((looks += 1) === 2) {
        seq = 2
        totals.set(client.id, days)
      }
      return of === seq
    }
    const kept = await encodeTotals({ totals, isOf }, preferences.timeZone, () => seq)
    expect(kept?.seq).toBe(2)
    expect(JSON.parse(kept?.text.toString() ?? '')).toMatchObject({ seq: 2, totals: [{ id }, { id: client.id }] })
    expect(await encodeTotals({ totals, isOf: () => false }, preferences.timeZone, () => seq)).toBeNull()
  })

  it('are written when they had to be counted and nothing else changed', async () => {
    const folder = await cachedFolder()
    fs.rmSync(cacheOf(folder))
    const { store, book } = await bookIn(folder)
    expect(store.totals).toBeNull()
    await store.close(countAll(book.workspace, [march], preferences.timeZone))
    expect((await open(folder)).totals?.size).toBe(1)
  })
})
