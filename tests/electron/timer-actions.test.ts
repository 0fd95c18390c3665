import { describe, expect, test, vi } from 'vitest'
import { wallClockMs } from '#electron/clock.ts'
import { newId } from '#electron/ids.ts'
import { timerActions } from '#electron/timer-actions.ts'
import { openWorkspace } from '#electron/workspace.ts'
import { addSeconds, instantOf, secondsBetween } from '#shared/kernel/instant.ts'
import { made } from '#shared/model/change.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { preferencesId, preferencesSchema } from '#shared/model/preferences.ts'
import { clientNamed, hourlyFor } from '#tests/support/books.ts'
import { memoryStore } from '#tests/support/memory-store.ts'

const client = clientNamed('Halden & Reyes')
const work = hourlyFor(client, '')
const preferences = preferencesSchema.parse({ id: preferencesId, timeZone: 'UTC', currency: 'EUR', listRate: 1 })
const ground = [made('preferences', preferences), made('clients', client), made('engagements', work)]
const words = { task: 'Design', tags: ['call'], billable: false }
const worked = entrySchema.parse({
  id: newId(),
  engagementId: work.id,
  note: 'Q4 review',
  ...words,
  start: '2026-10-22T08:00:00Z',
  end: '2026-10-22T09:00:00Z',
})

/** The actions on a workspace, and a way to wait until what was asked for is done. */
function open(...entries: (typeof worked)[]) {
  const store = memoryStore({ edits: [...ground, ...entries.map((entry) => made('entries', entry))] })
  const workspace = openWorkspace(store, { now: wallClockMs, newId })
  const refuse = vi.fn()
  const settled = () => workspace.hold([])
  const attend = vi.fn()
  const actions = timerActions(workspace, { attend, refuse })
  return { workspace, attend, refuse, settled, actions, running: () => workspace.book.running }
}

describe('from outside the window', () => {
  test('one action stops what runs, or goes on with what was last worked on', async () => {
    const { actions, running, settled } = open(worked)
    actions.toggle()
    await settled()
    expect(running()).toMatchObject({ engagementId: work.id, note: 'Q4 review', ...words })
    actions.toggle()
    await settled()
    expect(running()).toBeNull()
  })

  test('with nothing to go on with it says so', async () => {
    const { actions, refuse, settled } = open()
    actions.toggle()
    await settled()
    expect(refuse).toHaveBeenCalledWith({ code: 'nothingToStart' })
  })

  test('a start that was forgotten is back-dated', async () => {
    const { actions, running, settled } = open()
    actions.start(work.id, 15)
    await settled()
    const began = running()?.start
    if (began === undefined) throw new Error('nothing runs')
    const ago = secondsBetween(began, instantOf(wallClockMs()))
    expect(ago).toBeGreaterThanOrEqual(900)
    expect(ago).toBeLessThan(910)
  })

  test('back is to what was worked on before, and the start of what runs moves', async () => {
    const other = hourlyFor(client, 'Other')
    const { workspace, actions, running, settled } = open(worked)
    await workspace.begin('more', [made('engagements', other)])
    actions.start(other.id)
    await settled()
    const began = running()
    actions.startedEarlier(5)
    await settled()
    if (!began) throw new Error('nothing runs')
    expect(running()).toEqual({ ...began, start: addSeconds(began.start, -300) })
    actions.switchBack()
    await settled()
    expect(running()).toMatchObject({ engagementId: work.id })
  })

  test('each says first that somebody is there', async () => {
    const { actions, attend, settled } = open(worked)
    actions.toggle()
    actions.stop()
    await settled()
    expect(attend).toHaveBeenCalledTimes(2)
  })

  test('what cannot be done is told', async () => {
    const { actions, refuse, settled } = open()
    actions.stop()
    actions.start(newId())
    await settled()
    expect(refuse.mock.calls).toEqual([[{ code: 'nothingRunning' }], [{ code: 'notFound', what: 'engagement' }]])
  })
})
