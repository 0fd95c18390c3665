import { readFile } from 'node:fs/promises'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { journal, runningOnDisk } from './disk.ts'
import { glob } from './files.ts'
import { chooseInMenu } from './main-process.ts'
import { Face } from './pages/face.ts'
import { clickTrayIcon, closeMenu, openTrayMenu, photograph, press, takeFromMenu } from './screen.ts'
import { keepPicture } from './pictures.ts'
import { clientByTheHour, worked } from './workspace.ts'

const FREE = { tags: ['pro bono'], billable: false }
/** Two clients, the second worked for last; nothing runs. What the tray offers: Continue Delta, Delta, Alder, … */
async function twoClients(page: Page): Promise<Face> {
  const [alder, delta] = [await clientByTheHour(page, 'Alder'), await clientByTheHour(page, 'Delta')]
  await worked(page, alder, 3)
  await worked(page, delta, 2, 'Free call', FREE)
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
    // Stop, Started earlier, Alder (it runs), Delta.
    await takeFromMenu(4)
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

test('back to what was worked on before by keys of the user’s own; keys that are taken are told at their field', async ({
  mainstay,
}) => {
  const { page, electron } = await mainstay.start()
  const face = await twoClients(page)
  await face.go('settings')
  await page.getByRole('button', { name: 'Turn on' }).last().click()
  await page.getByRole('button', { name: 'Choose the keys' }).click()
  await page.keyboard.press('Control+Alt+b')
  await expect(page.getByText('You use these keys for something else here. Choose others')).toBeVisible()
  await page.getByRole('button', { name: 'Turn off' }).nth(1).click()
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  await press('ctrl+alt+space')
  await expect(face.timer.region).toContainText('Delta')
  await press('ctrl+alt+b')
  await expect(face.timer.region).toContainText('Alder')
  await face.timer.hasRun()
  await press('ctrl+alt+b')
  await expect(face.timer.region).toContainText('Delta')
})

test('the mini window: it stays on top, does the same, and opens where it was left', async ({ mainstay }) => {
  const first = await mainstay.start()
  const face = await twoClients(first.page)
  const mini = await openMini(first.electron)
  await expect(mini.getByText('Delta').first()).toBeVisible()
  const options = await first.electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((each) => each.getContentSize()[1] === 96)
    window?.setPosition(700, 500)
    return { top: window?.isAlwaysOnTop(), size: window?.getContentSize() }
  })
  expect(options).toEqual({ top: true, size: [320, 96] })
  await mini.getByRole('button', { name: 'Continue the last entry' }).click()
  await expect(face.timer.region).toContainText('Delta')
  await expect(mini.getByRole('timer')).toBeVisible()
  expect(await runningOnDisk(mainstay.data)).toMatchObject({ note: 'Free call', ...FREE })
  const note = mini.getByRole('textbox', { name: 'Note' })
  await note.fill('Second draft')
  await note.press('Enter')
  await expect.poll(async () => (await runningOnDisk(mainstay.data))?.['note']).toBe('Second draft')
  await note.fill('Never mind')
  await note.press('Escape')
  await expect(note).toHaveValue('Second draft')
  await mini.getByRole('button', { name: 'Stop' }).click()
  await expect(face.timer.stopButton).toHaveCount(0)
  await mini.getByRole('button', { name: 'Alder', exact: true }).click()
  await expect.poll(async () => (await runningOnDisk(mainstay.data))?.['end']).toBeNull()
  const settings = async (): Promise<unknown> => {
    const [file] = await glob(mainstay.home, (each) => each.endsWith('settings.json'))
    return JSON.parse(await readFile(file ?? '', 'utf8')) as unknown
  }
  await expect.poll(settings).toMatchObject({ mini: { x: 700, y: 500 } })
  await first.quit()

  const again = await mainstay.start()
  await openMini(again.electron)
  const place = await again.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.getContentSize()[1] === 96)
      ?.getPosition(),
  )
  expect(place).toEqual([700, 500])
})

async function openMini(electron: ElectronApplication): Promise<Page> {
  const opened = electron.waitForEvent('window')
  await chooseInMenu(electron, 'Window', 'Mini window')
  const page = await opened
  await expect(page.getByRole('main')).toBeVisible()
  return page
}

test('whoever wants it in the tray has it there when the window is closed, though nobody tells that there is one', async ({
  mainstay,
}) => {
  const { page, electron } = await mainstay.start()
  await twoClients(page)
  await new Face(page).go('settings')
  await page.getByText('Closing the window keeps Mainstay in the tray').click()
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(() => isShown(electron)).toBe(false)
  await openTrayMenu()
  await takeFromMenu(1)
  await expect.poll(async () => (await runningOnDisk(mainstay.data))?.['end']).toBeNull()
  await clickTrayIcon()
  await expect.poll(() => isShown(electron)).toBe(true)
})
