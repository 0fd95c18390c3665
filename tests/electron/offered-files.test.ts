import fs from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { newId } from '#electron/ids.ts'
import { importDesk } from '#electron/import-desk.ts'
import { deskInThread } from '#electron/import-thread.ts'
import { offeredFiles, type OfferedFiles } from '#electron/offered-files.ts'
import { openWorkspace } from '#electron/workspace.ts'
import { msOf, type Instant } from '#shared/kernel/instant.ts'
import { done, refused, type Outcome } from '#shared/kernel/refusal.ts'
import { made } from '#shared/model/change.ts'
import { memoryStore } from '#tests/support/memory-store.ts'
import { bytesOf, offeredToMemory, rome } from '#tests/support/offered.ts'
import { preferences, temporaryFolder } from '#tests/support/stores.ts'

afterEach(() => vi.restoreAllMocks())

const ROWS = 1000
const file = [
  'Client,Project,Description,Start date,Start time,Duration',
  ...Array.from({ length: ROWS }, (_, row) => {
    const day = `20${String(10 + (row % 10))}-03-${String(1 + (Math.floor(row / 10) % 28)).padStart(2, '0')}`
    return `Halden,Advice,Number ${row},${day},${String(8 + Math.floor(row / 280)).padStart(2, '0')}:00:00,0:30:00`
  }),
].join('\n')

function open(...asked: Parameters<typeof offeredToMemory>) {
  const here = offeredToMemory(...asked)
  const offered = here.files.offer('hours.csv', bytesOf(file))
  return { ...here, token: offered.ok ? offered.value.token : '' }
}

/** How often something else could be done while this was; by a clock that every look moves on. */
async function turnsDuring<Result>(work: () => Promise<Result>): Promise<{ result: Result; turns: number }> {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 30))
  let turns = 0
  let isOver = false
  const turn = (): void => {
    turns += 1
    if (!isOver) setImmediate(turn)
  }
  setImmediate(turn)
  const result = await work()
  isOver = true
  return { result, turns }
}

describe('a file that is offered', () => {
  test('is shown, and comes in as one change', async () => {
    const { files, store, token } = open()
    expect(await files.preview(token, { zone: rome })).toMatchObject({ ok: true, value: { read: ROWS, known: 0 } })
    expect(await files.commit(token, { zone: rome })).toEqual({ ok: true, value: { seq: 1, entries: ROWS } })
    expect(store.journal).toHaveLength(1)
    expect(await files.commit(token, { zone: rome })).toEqual({ ok: false, refusal: { code: 'gone' } })
  })

  test('does not hold up the app, however long it is', async () => {
    const { files, workspace, token } = open()
    const preview = await turnsDuring(() => files.preview(token, { zone: rome }))
    expect(preview.result).toMatchObject({ ok: true })
    expect(preview.turns).toBeGreaterThanOrEqual(5)
    const commit = await turnsDuring(() => files.commit(token, { zone: rome }))
    expect(commit.result).toMatchObject({ ok: true })
    // It has been read by then: the rows are looked through, and then put in.
    expect(commit.turns).toBeGreaterThanOrEqual(2)
    // What is asked afterwards waits until it is in.
    expect(await workspace.between(() => workspace.history().undo)).toBe('import.entries')
  })

  test('is forgotten for the next one', async () => {
    const { files, token } = open()
    files.offer('other.csv', bytesOf('Client'))
    expect(await files.preview(token, { zone: rome })).toEqual({ ok: false, refusal: { code: 'gone' } })
  })
})

describe('while a file is on its way', () => {
  test('what reads it is tried, and nothing comes of that', async () => {
    const { files, store, shares, workspace } = open()
    await files.ready()
    expect(store.journal).toEqual([])
    expect(workspace.book.workspace.tables.clients.size).toBe(0)
    expect(shares).toEqual([])
    const offered = files.offer('hours.csv', bytesOf(file))
    const token = offered.ok ? offered.value.token : ''
    expect(await files.preview(token, { zone: rome })).toMatchObject({ ok: true, value: { read: ROWS, known: 0 } })
    expect(await files.commit(token, { zone: rome })).toEqual({ ok: true, value: { seq: 1, entries: ROWS } })
  })

  test.each([
    ['before it began', 0],
    ['in the middle of it', 3],
  ])('the trial is given up as soon as it is there: %s', async (_name, turnsBefore) => {
    const { files } = open()
    const { turns } = await turnsDuring(async () => {
      const ready = files.ready()
      for (let turn = 0; turn < turnsBefore; turn++) await new Promise((resume) => setImmediate(resume))
      files.offer('hours.csv', bytesOf(file))
      await ready
    })
    const whole = await turnsDuring(() => open().files.ready())
    expect(turns).toBeLessThan(whole.turns / 2)
  })
})

test('nothing comes in where there can be no backup first', async () => {
  const refusal = { code: 'notSaved', cause: 'full' } as const
  const { files, store, token } = open(async () => refused(refusal))
  await files.preview(token, { zone: rome })
  expect(await files.commit(token, { zone: rome })).toEqual({ ok: false, refusal })
  expect(store.journal).toEqual([])
})

describe('a file that is given up', () => {
  const whenSaving = (): { saving: Promise<void>; before: () => Promise<Outcome<unknown>>; go: () => void } => {
    let [begin, go] = [(): void => undefined, (): void => undefined]
    const saving = new Promise<void>((resolve) => (begin = resolve))
    const going = new Promise<void>((resolve) => (go = resolve))
    return {
      saving,
      go: () => go(),
      async before() {
        begin()
        await going
        return done(null)
      },
    }
  }

  test.each([
    ['cancelled', (files: OfferedFiles, token: string) => files.cancel(token)],
    ['another one is offered', (files: OfferedFiles) => void files.offer('other.csv', bytesOf('Client'))],
  ])('while the backup before it is made does not come in: %s', async (_how, giveUp) => {
    const { saving, before, go } = whenSaving()
    const { files, store, token } = open(before)
    await files.preview(token, { zone: rome })
    const commit = files.commit(token, { zone: rome })
    await saving
    // The rows are written by then.
    for (let turn = 0; turn < 5; turn++) await new Promise((resume) => setImmediate(resume))
    giveUp(files, token)
    go()
    expect(await commit).toEqual({ ok: false, refusal: { code: 'stopped' } })
    expect(store.journal).toEqual([])
  })
})

describe('a thread that has died', () => {
  const dying = (): string => {
    const program = path.join(temporaryFolder(), 'dies.cjs')
    fs.writeFileSync(program, "require('node:worker_threads').parentPort.on('message', () => process.exit(1))")
    return program
  }

  test('answers whoever asked, and whoever asks later', async () => {
    const desk = deskInThread(dying(), () => undefined)
    await expect(desk.open()).rejects.toThrow('has ended')
    expect(desk.isOver()).toBe(true)
    await expect(desk.open()).rejects.toThrow('has ended')
  })

  test('is not what the next file is read by', async () => {
    const program = dying()
    const desks: boolean[] = []
    const store = memoryStore({ edits: [made('preferences', preferences)] })
    const now = (): number => msOf('2026-10-22T14:00:00Z' as Instant)
    const files = offeredFiles({
      workspace: Promise.resolve(openWorkspace(store, { now, newId })),
      language: () => 'en',
      desk: (tell) => {
        desks.push(true)
        return desks.length === 1 ? deskInThread(program, tell) : importDesk(newId, tell)
      },
      now,
      newToken: newId,
      before: async () => done(null),
      memory: { get: () => undefined, set: () => undefined },
      tell: () => undefined,
    })
    await expect(files.ready()).rejects.toThrow('has ended')
    const offered = files.offer('hours.csv', bytesOf(file))
    const token = offered.ok ? offered.value.token : ''
    expect(await files.preview(token, { zone: rome })).toMatchObject({ ok: true, value: { read: ROWS } })
  })
})
