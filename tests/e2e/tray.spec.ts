import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { journal, runningOnDisk } from './disk.ts'
import { Face } from './pages/face.ts'
import { clickTrayIcon, closeMenu, openTrayMenu, photograph, press, takeFromMenu } from './screen.ts'
import { keepPicture } from './pictures.ts'
import { clientByTheHour, worked } from './workspace.ts'

/** Two clients, the second worked for last; nothing runs. What the tray offers: Continue Delta, Delta, Alder, … */
async function twoClients(page: Page): Promise<Face> {
  const [alder, delta] = [await clientByTheHour(page, 'Alder'), await clientByTheHour(page, 'Delta')]
  await worked(page, alder, 3)
  await worked(page, delta, 2)
  const face = new Face(page)
  await expect(face.button('Continue the last entry')).toBeVisible()
  return face
}

const lastDone = async (data: string): Promise<string | undefined> => (await journal(data)).at(-1)?.label

const isShown = (electron: ElectronApplication): Promise<boolean> =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()))

test('the tray’s menu starts, switches and stops the timer', async ({ mainstay }, testInfo) => {
  const { page } = await mainstay.start()
  const face = await twoClients(page)

  await test.step('an engagement of the menu', async () => {
    await openTrayMenu()
    await keepPicture(testInfo, 'the menu while nothing runs', await photograph())
    await takeFromMenu(3)
    await expect(face.timer.region).toContainText('Alder')
    expect(await runningOnDisk(mainstay.data)).toMatchObject({ end: null })
  })

  await test.step('another one, while this runs', async () => {
    const before = await runningOnDisk(mainstay.data)
    await openTrayMenu()
    await keepPicture(testInfo, 'the menu while the timer runs', await photograph())
    // Stop, Alder (it runs), Delta.
    await takeFromMenu(3)
    await expect(face.timer.region).toContainText('Delta')
    expect((await runningOnDisk(mainstay.data))?.['id']).not.toBe(before?.['id'])
  })

  await test.step('stop', async () => {
    await face.timer.hasRun()
    await openTrayMenu()
    await takeFromMenu(1)
    await expect(face.timer.stopButton).toHaveCount(0)
    expect(await runningOnDisk(mainstay.data)).toBeNull()
    expect(await lastDone(mainstay.data)).toBe('timer.stop')
  })

  await test.step('on with the last', async () => {
    await openTrayMenu()
    await takeFromMenu(1)
    await expect(face.timer.region).toContainText('Delta')
    expect((await runningOnDisk(mainstay.data))?.['end']).toBeNull()
  })
})

test('without a window the tray works all the same, and a click brings the window', async ({ mainstay }) => {
  const first = await mainstay.start()
  await twoClients(first.page)
  await first.quit()

  const { electron, page } = await mainstay.start({ arguments: ['--hidden'] })
  const face = new Face(page)
  await expect(face.title).toBeAttached()
  await openTrayMenu()
  await takeFromMenu(2)
  await expect.poll(async () => (await runningOnDisk(mainstay.data))?.['end']).toBeNull()
  expect(await isShown(electron)).toBe(false)
  await openTrayMenu()
  await takeFromMenu(1)
  await expect.poll(() => runningOnDisk(mainstay.data)).toBeNull()
  expect(await isShown(electron)).toBe(false)
  await clickTrayIcon()
  await expect.poll(() => isShown(electron)).toBe(true)
  await expect(face.timer.region).toBeVisible()
})

test('a menu that is left changes nothing', async ({ mainstay }) => {
  const { page } = await mainstay.start()
  await twoClients(page)
  const before = await journal(mainstay.data)
  await openTrayMenu()
  await closeMenu()
  expect(await journal(mainstay.data)).toEqual(before)
})

test('the global shortcut starts and stops, whatever is in front', async ({ mainstay }) => {
  const { page, electron } = await mainstay.start()
  const face = await twoClients(page)
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  await press('ctrl+alt+space')
  await expect(face.timer.region).toContainText('Delta')
  expect((await runningOnDisk(mainstay.data))?.['end']).toBeNull()
  await press('ctrl+alt+space')
  await expect(face.timer.stopButton).toHaveCount(0)
  expect(await runningOnDisk(mainstay.data)).toBeNull()
})
