import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { Bridge, CallInput } from '#shared/ipc.ts'
import type { Id } from '#shared/kernel/id.ts'
import { instantOf } from '#shared/kernel/instant.ts'
import { expect, test } from './app.ts'
import { disk, runningOnDisk, type Fields } from './disk.ts'
import { glob } from './files.ts'
import { letPass, power } from './main-process.ts'
import { Face } from './pages/face.ts'
import { press, touchPointer } from './screen.ts'
import { clientByTheHour, execute } from './workspace.ts'

const MINUTE = 60
const setSettings = (page: Page, patch: CallInput<'setSettings'>): Promise<unknown> =>
  page.evaluate((set) => (window as unknown as { mainstay: Bridge }).mainstay.setSettings(set), patch)

/** Alder, worked for since so many minutes ago. */
async function timerSince(page: Page, minutes: number): Promise<Id> {
  const work = await clientByTheHour(page, 'Alder')
  await execute(page, 'timer.start', { engagementId: work, at: instantOf(Date.now() - minutes * 60_000) })
  return work
}

/** The window that asks, in front. */
async function question(electron: ElectronApplication): Promise<Page> {
  const isAsking = (page: Page): boolean => page.url().endsWith('question.html')
  const there = electron.windows().find(isAsking)
  const page = there ?? (await electron.waitForEvent('window', isAsking))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('What were the')
  return page
}

/** By its key. The window goes with the last answer, before the key is let go of. */
const say = (asking: Page, key: string): Promise<void> => asking.keyboard.press(key).catch(() => undefined)

/** Of those that are answered a checkpoint leaves the mark that they were there. */
const gapsOnDisk = async (data: string): Promise<Fields[]> =>
  [...(await disk(data)).gaps.values()].filter(({ removed }) => removed !== true)
/** Of all entries that have ended, in seconds. */
async function workedOnDisk(data: string): Promise<number> {
  const ended = [...(await disk(data)).entries.values()].filter(({ end }) => end !== null)
  return ended.reduce((sum, { start, end }) => sum + (Date.parse(String(end)) - Date.parse(String(start))) / 1000, 0)
}

/** Nothing is left to ask, and the window that asked has gone. */
async function allSaid(electron: ElectronApplication, data: string): Promise<void> {
  await expect.poll(() => gapsOnDisk(data)).toEqual([])
  await expect.poll(() => electron.windows().length).toBe(1)
}

async function sleep(electron: ElectronApplication, minutes: number): Promise<void> {
  await power(electron, 'suspend')
  await letPass(electron, minutes * MINUTE)
  await power(electron, 'resume')
}

test('a sleep is asked about, in a window and by 1 to 5; nothing is added by looking away', async ({ mainstay }) => {
  const { page, electron } = await mainstay.start()
  await timerSince(page, 30)
  let worked = 0

  await test.step('1, a break', async () => {
    await sleep(electron, 55)
    const asking = await question(electron)
    await expect(asking.getByRole('heading', { level: 1 })).toContainText('55')
    worked = await workedOnDisk(mainstay.data)
    expect(Math.abs(worked - 30 * MINUTE)).toBeLessThan(30)
    const [gap] = await gapsOnDisk(mainstay.data)
    expect((await runningOnDisk(mainstay.data))?.['start']).toBe(gap?.['to'])
    await say(asking, '1')
    await allSaid(electron, mainstay.data)
    expect(await workedOnDisk(mainstay.data)).toBe(worked)
  })

  await test.step('3, work', async () => {
    const before = await runningOnDisk(mainstay.data)
    await sleep(electron, 20)
    await (await question(electron)).getByRole('button', { name: /^3?Work for Alder/ }).click()
    await allSaid(electron, mainstay.data)
    expect(await runningOnDisk(mainstay.data)).toEqual(before)
  })

  await test.step('4, work for someone else', async () => {
    await sleep(electron, 40)
    const asking = await question(electron)
    const [gap] = await gapsOnDisk(mainstay.data)
    await asking.keyboard.press('4')
    await asking.getByRole('combobox').fill('own')
    await asking.getByRole('option', { name: 'Own work' }).click()
    await asking.getByRole('textbox', { name: 'How long' }).fill('0:45')
    await asking.getByRole('button', { name: 'Keep it so' }).click()
    await expect(asking.getByText('There are 40')).toBeVisible()
    await asking.getByRole('textbox', { name: 'How long' }).fill('0:25')
    await asking.getByRole('button', { name: 'Keep it so' }).click()
    await allSaid(electron, mainstay.data)
    const own = [...(await disk(mainstay.data)).entries.values()].filter(({ engagementId }) => engagementId === null)
    expect(own).toMatchObject([{ start: gap?.['from'] }])
    expect(Date.parse(String(own[0]?.['end'])) - Date.parse(String(own[0]?.['start']))).toBe(25 * 60_000)
  })

  await test.step('5, later: it stays on Today, also after a start; 2, I had stopped', async () => {
    await sleep(electron, 30)
    await say(await question(electron), '5')
    await expect.poll(async () => (await gapsOnDisk(mainstay.data))[0]?.['later']).toBe(true)
    await expect.poll(() => electron.windows().length).toBe(1)
    await expect(page.getByText('Until then it counts for nobody.')).toBeVisible()
    worked = await workedOnDisk(mainstay.data)
    await page.getByRole('button', { name: 'Say what it was' }).click()
    await expect(page.getByRole('dialog')).toContainText('What were the')
    await page.keyboard.press('2')
    await expect.poll(() => gapsOnDisk(mainstay.data)).toEqual([])
    expect(await runningOnDisk(mainstay.data)).toBeNull()
    expect(await workedOnDisk(mainstay.data)).toBe(worked)
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect.poll(async () => (await gapsOnDisk(mainstay.data)).length).toBe(1)
  })
})

test('a window that is closed is an answer to nothing, and does not come again for the same question', async ({
  mainstay,
}) => {
  const { page, electron, quit } = await mainstay.start()
  await timerSince(page, 30)
  // A machine that stands still for longer is taken to sleep.
  for (let passed = 0; passed < 25; passed++) {
    await power(electron, 'lock-screen')
    await letPass(electron, MINUTE)
  }
  await power(electron, 'unlock-screen')
  const asking = await question(electron)
  await expect(asking.getByText('The screen was locked')).toBeVisible()
  await asking.close()
  const [gap] = await gapsOnDisk(mainstay.data)
  const before = await workedOnDisk(mainstay.data)
  await new Face(page).timer.write('More')
  await expect.poll(async () => (await runningOnDisk(mainstay.data))?.['note']).toBe('More')
  expect(electron.windows()).toHaveLength(1)
  expect([await gapsOnDisk(mainstay.data), await workedOnDisk(mainstay.data)]).toEqual([[gap], before])

  await quit()
  const again = await mainstay.start()
  await question(again.electron)
  expect(await gapsOnDisk(mainstay.data)).toEqual([gap])
})

test('nobody at the keys, by the clock of the real screen', async ({ mainstay }) => {
  const { page, electron } = await mainstay.start()
  await touchPointer()
  await setSettings(page, { awayAfter: 8 })
  await timerSince(page, 0)
  // The heartbeat says how long somebody was last seen.
  const unseen = async (): Promise<number> => {
    const beat = await heartbeat(mainstay.home)
    return Number(beat['wall']) - Number(beat['seen'])
  }
  await expect.poll(unseen, { timeout: 30_000 }).toBeGreaterThanOrEqual(7000)
  expect(await gapsOnDisk(mainstay.data)).toEqual([])
  await touchPointer()
  const asking = await question(electron)
  await expect(asking.getByText('You were away')).toBeVisible()
  const [gap] = await gapsOnDisk(mainstay.data)
  expect(gap).toMatchObject({ cause: 'idle', later: false })
  // It comes to the front by itself.
  await expect.poll(() => asking.evaluate(() => document.hasFocus())).toBe(true)
  await press('1')
  await expect.poll(() => gapsOnDisk(mainstay.data)).toEqual([])
})

const heartbeatFile = async (home: string): Promise<string> =>
  (await glob(home, (file) => path.basename(file) === 'heartbeat.json'))[0] ?? ''
/** The first beat comes just after the timer has answered. */
async function heartbeat(home: string): Promise<Fields> {
  await expect.poll(() => heartbeatFile(home)).not.toBe('')
  return JSON.parse(await readFile(await heartbeatFile(home), 'utf8')) as Fields
}

test('killed in the middle of it: what was last seen bounds what is asked, and the question is there again', async ({
  mainstay,
}) => {
  const crashed = await mainstay.start()
  await timerSince(crashed.page, 120)
  await expect.poll(async () => (await heartbeat(mainstay.home))['entry']).toBeTruthy()
  await crashed.kill()
  // As if it had been killed an hour ago.
  const beat = await heartbeat(mainstay.home)
  const hourAgo = (key: string): number => Number(beat[key]) - 3_600_000
  await writeFile(
    await heartbeatFile(mainstay.home),
    JSON.stringify({ ...beat, wall: hourAgo('wall'), up: hourAgo('up'), seen: hourAgo('seen') }),
  )
  const { electron, kill } = await mainstay.start()
  const asking = await question(electron)
  await expect(asking.getByText('Mainstay was not running')).toBeVisible()
  expect(Math.abs((await workedOnDisk(mainstay.data)) - 3600)).toBeLessThan(30)
  const [gap] = await gapsOnDisk(mainstay.data)
  await kill()

  const again = await mainstay.start()
  expect(await gapsOnDisk(mainstay.data)).toEqual([gap])
  await say(await question(again.electron), '2')
  await expect.poll(() => gapsOnDisk(mainstay.data)).toEqual([])
  expect(await runningOnDisk(mainstay.data)).toBeNull()
  expect(Math.abs((await workedOnDisk(mainstay.data)) - 3600)).toBeLessThan(30)
})

test('a clock that is set back while the timer runs neither shortens it nor stands in the way of stopping', async ({
  mainstay,
}) => {
  const { page, electron } = await mainstay.start()
  const face = new Face(page)
  await timerSince(page, 30)
  await letPass(electron, -3 * 3600, 'wall')
  await face.timer.stop()
  await expect.poll(() => runningOnDisk(mainstay.data)).toBeNull()
  expect(Math.abs((await workedOnDisk(mainstay.data)) - 30 * MINUTE)).toBeLessThan(30)
  const [entry] = [...(await disk(mainstay.data)).entries.values()]
  expect(Math.abs(Number(entry?.['clockMoved']) + 3 * 3600)).toBeLessThan(3)
})
