import type { ElectronApplication, Page } from '@playwright/test'
import type { Bridge, CallInput, Snapshot } from '#shared/ipc.ts'
import { unpackTotals, type PackedTotals } from '#shared/domain/packed-totals.ts'
import { addSeconds, instantOf, msOf, secondsBetween, type Instant } from '#shared/kernel/instant.ts'
import { minor } from '#shared/kernel/units.ts'
import { agreement } from '#tests/support/agreements.ts'
import { expect, test } from './app.ts'
import { disk, runningOnDisk } from './disk.ts'
import { clickNotice, keepNotices, letPass, notices } from './main-process.ts'
import { Face } from './pages/face.ts'
import { clientByTheHour, execute } from './workspace.ts'

const set = (page: Page, patch: CallInput<'setSettings'>): Promise<unknown> =>
  page.evaluate((to) => (window as unknown as { mainstay: Bridge }).mainstay.setSettings(to), patch)
const ago = (minutes: number): Instant => instantOf(Date.now() - minutes * 60_000)

test('a retainer’s time is told at 80% and at 100%, once each, and a click leads to it', async ({ mainstay }) => {
  const { page, electron } = await mainstay.start()
  await keepNotices(electron)
  const currency = 'GBP'
  const client = { name: 'Halden', currency, listRate: minor(10_000), language: 'en', note: '' } as const
  const clientId = await execute(page, 'client.create', client)
  const terms = agreement({ currency, term: { periods: 12, atEnd: 'renews' } })
  const id = await execute(page, 'retainer.create', { clientId, agreement: terms })
  const today = new Date().toISOString().slice(0, 10)
  const work = (hours: number) =>
    execute(page, 'entry.create', { engagementId: id, when: { day: today, seconds: hours * 3600 } })
  const included = (terms.versions[0]?.included ?? 0) / 60
  await work(included * 0.5)
  await work(included * 0.35)
  await expect.poll(() => notices(electron)).toHaveLength(1)
  expect((await notices(electron))[0]).toMatch(/^Halden.* has used 80% /)
  await work(included * 0.05)
  await work(included * 0.2)
  await expect.poll(() => notices(electron)).toHaveLength(2)
  expect((await notices(electron))[1]).toMatch(/^All the time of Halden.* is used .* over/)
  await clickNotice(electron, 'has used 80%')
  await expect(page.getByRole('region', { name: new Face(page).t('retainers.page.now') })).toBeVisible()
  const kept = [...(await disk(mainstay.data)).engagements.values()].find((each) => each['id'] === id)
  expect(kept?.['told']).toMatchObject([{ shares: [80, 100] }])
})

test('a timer that runs for longer than the user’s limit is told once; what is switched off is not', async ({
  mainstay,
}) => {
  const { page, electron } = await mainstay.start()
  await keepNotices(electron)
  const work = await clientByTheHour(page, 'Alder')
  await execute(page, 'preferences.set', { longTimer: 60 })
  await execute(page, 'timer.start', { engagementId: work, at: ago(61) })
  await expect.poll(() => notices(electron)).toEqual([expect.stringMatching(/^1 h 1 min on Alder/)])
  await execute(page, 'timer.describe', { note: 'Draft' })
  await set(page, { notices: { away: true, long: false, alerts: true, dayEnd: true } })
  await execute(page, 'timer.stop', {})
  await execute(page, 'timer.start', { engagementId: work, at: ago(90) })
  await execute(page, 'timer.stop', {})
  await set(page, { notices: { away: true, long: true, alerts: true, dayEnd: true } })
  await execute(page, 'timer.start', { engagementId: work, at: ago(75) })
  // The one that was switched off would stand between the two.
  await expect
    .poll(() => notices(electron))
    .toEqual([expect.stringMatching(/^1 h 1 min on Alder/), expect.stringMatching(/^1 h 15 min on Alder/)])
})

test('at the end of a working day its gaps are told, and a click leads to the day', async ({ mainstay }) => {
  const { page, electron } = await mainstay.start()
  await keepNotices(electron)
  await execute(page, 'preferences.set', { workingDays: [1, 2, 3, 4, 5, 6, 7], minutesPerDay: 60 })
  const work = await clientByTheHour(page, 'Alder')
  const entry = (from: number, to: number) =>
    execute(page, 'entry.create', { engagementId: work, when: { start: ago(from), end: ago(to) } })
  await entry(150, 120)
  await entry(60, 30)
  await set(page, { dayEnd: 12 * 3600 + 1800 })
  await expect.poll(() => notices(electron)).toEqual([expect.stringMatching(/^1 h of today is not tracked \d+:\d\d–/)])
  await clickNotice(electron, 'not tracked')
  await new Face(page).arrived('time')
})

/** Sets the shell's clocks to a moment, and lets somebody work from it on: the machine never stands still. */
async function workFrom(electron: ElectronApplication, page: Page, start: Instant, minutes: number): Promise<void> {
  const now = await electron.evaluate(() => Date.now())
  await letPass(electron, Math.round((msOf(start) - now) / 1000))
  const work = await clientByTheHour(page, 'Alder')
  await execute(page, 'timer.start', { engagementId: work })
  for (let passed = 0; passed < minutes; passed++) {
    await letPass(electron, 60)
    await execute(page, 'timer.describe', { note: `${passed}` })
  }
  await execute(page, 'timer.stop', {})
}

test('from 23:50 to 0:20 across the end of a month: one entry, its minutes on both days', async ({ mainstay }) => {
  const { page, electron } = await mainstay.start({ env: { TZ: 'Europe/Rome' } })
  const start = '2027-01-31T22:50:00Z' as Instant
  await workFrom(electron, page, start, 30)
  expect(await runningOnDisk(mainstay.data)).toBeNull()
  const { entries, gaps } = await disk(mainstay.data)
  expect(gaps.size).toBe(0)
  const [entry] = [...entries.values()]
  expect(Math.abs(msOf(String(entry?.['start']) as Instant) - msOf(start))).toBeLessThan(30_000)
  expect(Math.abs(msOf(String(entry?.['end']) as Instant) - msOf(addSeconds(start, 1800)))).toBeLessThan(30_000)
  const totals = await page.evaluate(async () => {
    const text = await (window as unknown as { mainstay: Bridge }).mainstay.load()
    return (JSON.parse(text) as Snapshot).totals
  })
  const days = [...unpackTotals(totals as PackedTotals).values()].flatMap((each) => [...each])
  const workedOn = (day: string): number => days.find(([on]) => on === day)?.[1].worked ?? 0
  const midnight = '2027-01-31T23:00:00Z' as Instant
  expect(workedOn('2027-01-31')).toBe(secondsBetween(String(entry?.['start']) as Instant, midnight))
  expect(workedOn('2027-02-01')).toBe(secondsBetween(midnight, String(entry?.['end']) as Instant))
  expect(days).toHaveLength(2)
})

test('a night in which the clocks go back counts its hour', async ({ mainstay }) => {
  const { page, electron } = await mainstay.start({ env: { TZ: 'Europe/Rome' } })
  // 1:30 to 3:00 on the wall, which is two and a half hours.
  await workFrom(electron, page, '2027-10-30T23:30:00Z' as Instant, 150)
  const { entries, gaps } = await disk(mainstay.data)
  expect(gaps.size).toBe(0)
  const [entry] = [...entries.values()]
  expect(entry?.['clockMoved']).toBeUndefined()
  const seconds = (msOf(String(entry?.['end']) as Instant) - msOf(String(entry?.['start']) as Instant)) / 1000
  expect(Math.abs(seconds - 9000)).toBeLessThan(60)
})
