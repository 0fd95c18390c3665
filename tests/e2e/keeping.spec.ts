import { mkdir, readdir, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { disk, namesOf } from './disk.ts'
import { chooseInMenu } from './main-process.ts'
import { Face } from './pages/face.ts'
import { clientByTheHour } from './workspace.ts'

/** What the user would choose in the system's dialogs. */
const choosing = (electron: ElectronApplication, file: string): Promise<void> =>
  electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
  }, file)

const openBackups = async (page: Page): Promise<void> => {
  await new Face(page).go('settings')
  await page.getByRole('button', { name: 'All backups' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Backups' })).toBeVisible()
}

test('a backup, a change, back to the backup, and back again', async ({ mainstay }) => {
  const { page, quit } = await mainstay.start()
  const face = new Face(page)
  await clientByTheHour(page, 'Alder')
  await openBackups(page)
  await face.button('Back up now').click()
  await expect(face.toast('Backed up, read back and whole')).toBeVisible()
  await clientByTheHour(page, 'Birch')

  const row = face.table('All backups').getByRole('row').filter({ hasText: 'You asked' })
  await row.getByRole('button', { name: /^Look at the backup of/ }).click()
  await expect(face.dialog.getByRole('row', { name: /^Clients – 1 –/ })).toBeVisible()
  await face.dialog.getByRole('button', { name: 'Go back' }).click()
  const said = face.toast(/^Everything is as it was on/)
  await expect(said).toBeVisible()
  await expect.poll(async () => namesOf((await disk(mainstay.data)).clients)).toEqual(['Alder'])
  await expect(face.table('All backups').getByText('Before a restore')).toBeVisible()

  await said.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => namesOf((await disk(mainstay.data)).clients)).toEqual(['Alder', 'Birch'])
  await quit()
})

test('everything as one file, and back in elsewhere, is the same', async ({ mainstay }) => {
  const first = await mainstay.start({ sample: true })
  const file = path.join(mainstay.home, 'all.json')
  await choosing(first.electron, file)
  await new Face(first.page).arrived('today')
  if ((await new Face(first.page).timer.stopButton.count()) > 0) await new Face(first.page).timer.stop()
  await chooseInMenu(first.electron, 'File', 'Export everything…')
  await expect(new Face(first.page).toast(/^all\.json: .* written and read back$/)).toBeVisible()
  await first.quit()

  const { page, electron } = await mainstay.start()
  const face = new Face(page)
  await choosing(electron, file)
  await face.go('settings')
  await face.button('Read an export back in').click()
  await face.dialog.getByRole('button', { name: 'Read it in' }).click()
  await expect(face.toast('Everything is as in all.json')).toBeVisible()
  const again = path.join(mainstay.home, 'again.json')
  await choosing(electron, again)
  await face.button('Export everything').click()
  await expect(face.toast(/^again\.json/)).toBeVisible()
  const [written, read] = await Promise.all(
    [file, again].map(async (each) => (JSON.parse(await readFile(each, 'utf8')) as { tables: unknown }).tables),
  )
  expect(read).toEqual(written)
})

test('a folder that another program holds can be looked at, and says so', async ({ mainstay }) => {
  const first = await mainstay.start()
  await clientByTheHour(first.page, 'Alder')
  // A home of its own makes it another program, not the first one's second window.
  const other = path.join(mainstay.home, 'other')
  await mkdir(other)
  const second = await mainstay.start({ env: { HOME: other, XDG_CONFIG_HOME: other } })
  const face = new Face(second.page)
  await expect(face.main.getByText(/^Another program has this data open/)).toBeVisible()
  await face.go('clients')
  await expect(face.main.getByText('Alder')).toBeVisible()
  await face.timer.pick('Alder')
  await expect(face.toast(/can only be looked at/)).toBeVisible()
  expect(namesOf((await disk(mainstay.data)).clients)).toEqual(['Alder'])
})

test('what the disk refuses is said where it was asked for, and works again when the cause is gone', async ({
  mainstay,
}) => {
  const { page } = await mainstay.start()
  const face = new Face(page)
  await clientByTheHour(page, 'Alder')
  await face.go('settings')
  const away = `${mainstay.data}.away`
  await rename(mainstay.data, away)
  await face.field('List rate').fill('95')
  await face.field('List rate').press('Tab')
  await expect(face.main.getByText(/^Not saved: the data folder is gone/)).toBeVisible()
  await expect(face.field('List rate')).toHaveAttribute('aria-invalid', 'true')
  await rename(away, mainstay.data)
  await face.field('List rate').fill('96')
  await face.field('List rate').press('Tab')
  await expect(face.main.getByText(/^Not saved/)).toHaveCount(0)
  await expect.poll(async () => [...(await disk(mainstay.data)).preferences.values()][0]?.['listRate']).toBe(9600)
  expect(await readdir(mainstay.data)).toContain('devices')
})

test('what is on the disk, all of it verified', async ({ mainstay }) => {
  const { page } = await mainstay.start({ sample: true })
  const face = new Face(page)
  await face.go('settings')
  await face.button('What is on the disk').click()
  await face.button('Verify everything').click()
  await expect(face.main.getByText(/^Read to the last byte/)).toContainText('All of it is as it was written.')
})
