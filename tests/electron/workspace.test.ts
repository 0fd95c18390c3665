import { describe, expect, test, vi } from 'vitest'
import { newId } from '#electron/ids.ts'
import { openWorkspace, type OpenWorkspace } from '#electron/workspace.ts'
import { preferencesOf } from '#shared/domain/book.ts'
import type { History } from '#shared/ipc.ts'
import type { Month } from '#shared/kernel/day.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { msOf } from '#shared/kernel/instant.ts'
import type { Id } from '#shared/kernel/id.ts'
import { made, type Change, type Edit } from '#shared/model/change.ts'
import { entrySchema, type TimeEntry } from '#shared/model/entry.ts'
import { preferencesId, preferencesSchema } from '#shared/model/preferences.ts'
import { clientNamed, hourlyFor, retainerFor } from '#tests/support/books.ts'
import { memoryStore, type MemoryStore } from '#tests/support/memory-store.ts'

const preferences = made(
  'preferences',
  preferencesSchema.parse({ id: preferencesId, timeZone: 'Europe/Rome', currency: 'EUR', listRate: 10_000 }),
)
const client = clientNamed('Halden & Reyes')
const work = hourlyFor(client, '')
const ground: Edit[] = [preferences, made('clients', client), made('engagements', work)]

const entryOn = (start: string, end: string | null, engagementId: Id | null = work.id): TimeEntry =>
  entrySchema.parse({ id: newId(), engagementId, start, end })

interface Open {
  readonly workspace: OpenWorkspace
  readonly store: MemoryStore
  readonly told: { change: Change; history: History }[]
  /** Moves the clock. */
  readonly at: (instant: string) => void
}

function open(edits: readonly Edit[] = ground, options: Parameters<typeof memoryStore>[0] = {}): Open {
  const store = memoryStore({ edits, ...options })
  let now = msOf('2026-10-22T14:00:00Z' as Instant)
  const workspace = openWorkspace(store, { now: () => now, newId })
  const told: Open['told'] = []
  workspace.observe({ changed: (change, history) => void told.push({ change, history }), counted: () => undefined })
  return { workspace, store, told, at: (instant) => void (now = msOf(instant as Instant)) }
}

const entriesOf = ({ book }: OpenWorkspace): TimeEntry[] => [...book.workspace.tables.entries.values()]

describe('a command', () => {
  test('is on the disk, then in memory, then told', async () => {
    const { workspace, store, told } = open()
    const outcome = await workspace.execute('timer.start', { engagementId: work.id, note: 'review' })
    expect(outcome).toEqual({ ok: true, value: { seq: 1, made: workspace.book.running?.id } })
    expect(workspace.book.running).toMatchObject({
      engagementId: work.id,
      note: 'review',
      start: '2026-10-22T14:00:00Z',
    })
    expect(store.journal).toMatchObject([{ seq: 1, by: 'user', label: 'timer.start' }])
    expect(told).toEqual([{ change: store.journal[0], history: { undo: 'timer.start', redo: null } }])
    expect(workspace.seq()).toBe(1)
  })

  test('sees what the one before it did, however fast they come', async () => {
    const { workspace } = open()
    const other = hourlyFor(client, 'Other')
    await workspace.begin('more', [made('engagements', other)])
    const asked = [work, other, work].map(({ id }) => workspace.execute('timer.start', { engagementId: id }))
    expect((await Promise.all(asked)).every(({ ok }) => ok)).toBe(true)
    expect(entriesOf(workspace).filter((entry) => 'end' in entry && entry.end === null)).toHaveLength(1)
  })

  test.each([
    ['no.such.command', {}, { code: 'unknownCommand' }],
    ['__proto__', {}, { code: 'unknownCommand' }],
    ['constructor', {}, { code: 'unknownCommand' }],
    ['timer.start', undefined, { code: 'invalid' }],
    ['timer.start', { engagementId: '__proto__' }, { code: 'invalid', field: 'engagementId' }],
    ['timer.start', { engagementId: null, at: '25:00' }, { code: 'invalid', field: 'at' }],
    ['timer.start', { engagementId: newId() }, { code: 'notFound', what: 'engagement' }],
    ['timer.start', { engagementId: null, at: '2026-10-22T14:00:01Z' }, { code: 'inFuture', field: 'at' }],
    ['timer.stop', {}, { code: 'nothingRunning' }],
  ])('%s %j is refused, and nothing happens', async (name, input, refusal) => {
    const { workspace, store, told } = open()
    expect(await workspace.execute(name, input)).toEqual({ ok: false, refusal })
    expect([store.journal, told, entriesOf(workspace), workspace.seq()]).toEqual([[], [], [], 0])
  })

  test('that the disk refuses leaves memory as it was, and the next one goes through', async () => {
    const { workspace, store, told } = open()
    store.refuseNext({ code: 'notSaved', cause: 'full' })
    const durable = vi.fn<(made: unknown) => void>()
    const outcome = await workspace.execute('timer.start', { engagementId: work.id }, durable)
    expect(outcome).toEqual({ ok: false, refusal: { code: 'notSaved', cause: 'full' } })
    expect(durable).not.toHaveBeenCalled()
    expect([workspace.book.running, told, workspace.history()]).toEqual([null, [], { undo: null, redo: null }])
    expect(await workspace.execute('timer.start', { engagementId: work.id })).toMatchObject({ ok: true })
  })

  test('is told when the disk has it, before the book does; what is asked then waits for the book', async () => {
    const { workspace, store, told } = open()
    const seen: unknown[] = []
    const started = workspace.execute('timer.start', { engagementId: work.id }, (made) => {
      seen.push(made, store.journal.length, workspace.book.running, [...told])
      seen.push(workspace.between(() => workspace.book.running?.engagementId))
    })
    expect(seen).toEqual([])
    expect(await started).toEqual(seen[0])
    expect(seen.slice(1, 4)).toEqual([1, null, []])
    expect(await seen[4]).toBe(work.id)
  })

  test('with nothing to do says so without a change', async () => {
    const { workspace, store } = open()
    await workspace.execute('timer.start', { engagementId: work.id })
    const start = workspace.book.running?.start
    expect(await workspace.execute('timer.backdate', { start })).toEqual({ ok: true, value: { seq: 1 } })
    expect(store.journal).toHaveLength(1)
  })

  test('has the months that it names in memory while it runs, and no longer', async () => {
    const old = entryOn('2024-03-04T09:00:00Z', '2024-03-04T10:00:00Z')
    const { workspace } = open([...ground, made('entries', old)], { months: new Set(['2026-10' as Month]) })
    expect(entriesOf(workspace)).toEqual([])
    const outcome = await workspace.execute('entry.update', { id: old.id, month: '2024-03', note: 'kick-off' })
    expect(outcome).toMatchObject({ ok: true })
    expect(entriesOf(workspace)).toEqual([])
    expect(await workspace.hold(['2024-03' as Month])).toMatchObject([{ id: old.id, note: 'kick-off' }])
    expect(await workspace.undo()).toMatchObject({ ok: true })
    // What a window holds stays.
    expect(entriesOf(workspace)).toEqual([old])
  })

  test('in a data folder that cannot be written is refused with the reason', async () => {
    const { workspace } = open(ground, { readOnly: 'locked' })
    const refusal = { code: 'readOnlyWorkspace', why: 'locked' }
    expect(await workspace.execute('timer.start', { engagementId: work.id })).toEqual({ ok: false, refusal })
  })
})

describe('undo and redo', () => {
  test('take back and put back what was done, step by step, as changes of their own', async () => {
    const { workspace, store, at } = open()
    await workspace.execute('timer.start', { engagementId: work.id })
    at('2026-10-22T15:00:00Z')
    await workspace.execute('timer.stop', {})
    const after = entriesOf(workspace)
    expect(await workspace.undo()).toMatchObject({ ok: true })
    expect(workspace.book.running?.engagementId).toBe(work.id)
    expect(workspace.history()).toEqual({ undo: 'timer.start', redo: 'timer.stop' })
    expect(await workspace.undo()).toMatchObject({ ok: true })
    expect([entriesOf(workspace), workspace.book.running]).toEqual([[], null])
    await workspace.redo()
    await workspace.redo()
    expect(entriesOf(workspace)).toEqual(after)
    expect(store.journal.map(({ undoes, redoes }) => undoes ?? redoes ?? null)).toEqual([null, null, 2, 1, 1, 2])
  })

  test('go around what the app notes for itself: the note stays, and is no step', async () => {
    const retainer = retainerFor(client, '')
    const { workspace, store } = open([...ground, made('engagements', retainer)])
    const kept = () => workspace.book.workspace.tables.engagements.get(retainer.id)
    const told = [{ period: '2026-10-01', shares: [80] }]
    await workspace.execute('engagement.update', { id: retainer.id, name: 'Care' })
    await workspace.execute('engagement.update', { id: retainer.id, name: 'Carre' })
    await workspace.undo()
    await workspace.execute('retainer.told', { id: retainer.id, ...told[0] })
    expect(store.journal.at(-1)).toMatchObject({ by: 'system', label: 'retainer.told' })
    expect(workspace.history()).toEqual({ undo: 'engagement.update', redo: 'engagement.update' })
    expect(await workspace.redo()).toMatchObject({ ok: true })
    expect(kept()).toMatchObject({ name: 'Carre', told })
    await workspace.undo()
    expect(await workspace.undo()).toMatchObject({ ok: true })
    expect(kept()).toMatchObject({ name: '', told })
    expect(workspace.history()).toEqual({ undo: null, redo: 'engagement.update' })
  })

  test('of a switch is one step', async () => {
    const { workspace, at } = open()
    await workspace.execute('timer.start', { engagementId: work.id })
    const running = workspace.book.running
    at('2026-10-22T15:00:00Z')
    await workspace.execute('timer.start', { engagementId: null })
    await workspace.undo()
    expect(workspace.book.running).toEqual(running)
    expect(entriesOf(workspace)).toHaveLength(1)
  })

  test('with nothing there are refused', async () => {
    const { workspace } = open()
    expect(await workspace.undo()).toEqual({ ok: false, refusal: { code: 'nothingToUndo' } })
    expect(await workspace.redo()).toEqual({ ok: false, refusal: { code: 'nothingToRedo' } })
  })

  test('do not reach behind what no command made', async () => {
    const { workspace, store } = open()
    await workspace.execute('preferences.set', { listRate: 12_000 })
    const before = preferencesOf(workspace.book.workspace)
    await workspace.begin('from elsewhere', [
      { table: 'preferences', id: before.id, before, after: { ...before, currency: 'GBP' } },
    ])
    await workspace.execute('timer.start', { engagementId: work.id })
    await workspace.undo()
    const outcome = await workspace.undo()
    expect(outcome).toEqual({ ok: false, refusal: { code: 'nothingToUndo' } })
    expect(preferencesOf(workspace.book.workspace)).toMatchObject({ listRate: 12_000, currency: 'GBP' })
    expect(store.journal).toHaveLength(4)
  })

  test('of a record that was altered behind the history is refused, and everything stays', async () => {
    const { workspace, store } = open()
    await workspace.execute('timer.start', { engagementId: work.id })
    const running = workspace.book.running
    if (!running) throw new Error('nothing runs')
    workspace.book.workspace.tables.entries.set(running.id, { ...running, note: 'from another device' })
    expect(await workspace.undo()).toEqual({ ok: false, refusal: { code: 'movedOn' } })
    expect(entriesOf(workspace)).toMatchObject([{ note: 'from another device' }])
    expect(store.journal).toHaveLength(1)
    expect(workspace.history()).toEqual({ undo: 'timer.start', redo: null })
  })

  test('that the disk refuses can be asked for again', async () => {
    const { workspace, store } = open()
    await workspace.execute('timer.start', { engagementId: work.id })
    store.refuseNext({ code: 'notSaved', cause: 'full' })
    expect(await workspace.undo()).toMatchObject({ ok: false })
    expect(workspace.history()).toEqual({ undo: 'timer.start', redo: null })
    expect(await workspace.undo()).toMatchObject({ ok: true })
  })

  test('something new ends what could be redone', async () => {
    const { workspace } = open()
    await workspace.execute('timer.start', { engagementId: work.id })
    await workspace.undo()
    await workspace.execute('timer.start', { engagementId: null })
    expect(workspace.history()).toEqual({ undo: 'timer.start', redo: null })
  })

  test('reach into months that are not in memory', async () => {
    const { workspace } = open(ground, { months: new Set(['2026-10' as Month]) })
    const when = { start: '2024-03-04T09:00:00Z', end: '2024-03-04T10:00:00Z' }
    const outcome = await workspace.execute('entry.create', { engagementId: work.id, when })
    expect(outcome).toMatchObject({ ok: true })
    expect(await workspace.undo()).toMatchObject({ ok: true })
    expect(await workspace.hold(['2024-03' as Month])).toEqual([])
    expect(await workspace.redo()).toMatchObject({ ok: true })
    expect(await workspace.hold(['2024-03' as Month])).toMatchObject([when])
  })
})

describe('the history', () => {
  const old = entryOn('2024-03-04T09:00:00Z', '2024-03-04T10:00:00Z')
  const older = entryOn('2023-12-31T23:30:00Z', '2024-01-01T00:30:00Z')
  const recent = entryOn('2026-10-21T09:00:00Z', '2026-10-21T10:00:00Z')
  const history = [old, older, recent].map((entry) => made('entries', entry))
  const partly = () => ({ months: new Set(['2026-10' as Month]), totals: null })

  test('is counted a month at a time, and told once', async () => {
    const { workspace } = open([...ground, ...history], partly())
    const counted: number[] = []
    workspace.observe({ changed: () => undefined, counted: (seq) => void counted.push(seq) })
    await workspace.count()
    // Rome is an hour ahead: the older entry lies wholly in the new year.
    expect([...(workspace.book.totals?.get(work.id) ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1))).toMatchObject([
      ['2024-01-01', { worked: 3600 }],
      ['2024-03-04', { worked: 3600 }],
      ['2026-10-21', { worked: 3600 }],
    ])
    expect(counted).toEqual([0])
  })

  test('is counted right while things are done', async () => {
    const { workspace } = open([...ground, ...history], partly())
    const when = (month: string) => ({ start: `${month}-05T09:00:00Z`, end: `${month}-05T10:00:00Z` })
    const counting = workspace.count()
    await Promise.all([
      workspace.execute('entry.create', { engagementId: work.id, when: when('2023-12') }),
      workspace.execute('entry.create', { engagementId: work.id, when: when('2026-10') }),
      workspace.execute('entry.create', { engagementId: work.id, when: when('2026-09') }),
      workspace.execute('entry.remove', { id: old.id, month: '2024-03' }),
      workspace.execute('entry.remove', { id: older.id, month: '2023-12' }),
    ])
    await counting
    const days = [...(workspace.book.totals?.get(work.id)?.keys() ?? [])].toSorted()
    expect(days).toEqual(['2023-12-05', '2026-09-05', '2026-10-05', '2026-10-21'])
  })

  test('is not counted where the totals are known', async () => {
    const { workspace, store } = open()
    const totals = workspace.book.totals
    await workspace.count()
    expect(workspace.book.totals).toBe(totals)
    await workspace.close()
    expect([store.checkpoints, store.isClosed()]).toEqual([[totals], true])
  })

  test('of a month can be asked for, and stays in memory', async () => {
    const { workspace } = open([...ground, ...history], partly())
    expect(await workspace.hold(['2024-03', '2026-10'] as Month[])).toEqual([recent, old])
    expect(workspace.book.workspace.months).toEqual(new Set(['2026-10', '2024-03']))
  })
})
