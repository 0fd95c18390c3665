import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test, type RunningApp } from './app.ts'
import { disk, namesOf } from './disk.ts'
import { glob } from './files.ts'
import { answerFileDialog } from './main-process.ts'
import { Face } from './pages/face.ts'
import { clientByTheHour } from './workspace.ts'

/** The app's own data folder, which it makes beside its settings. */
async function ownFolder(home: string): Promise<string> {
  const [manifest = ''] = await glob(home, (file) => path.basename(file) === 'manifest.json')
  return path.dirname(manifest)
}

const move = async ({ electron, page }: RunningApp, to: string): Promise<void> => {
  await answerFileDialog(electron, to)
  const face = new Face(page)
  await face.go('settings')
  await face.main.getByRole('button', { name: 'Move', exact: true }).click()
}

test('the data moves to another folder: read back, gone on with there, and the old one is as it was', async ({
  mainstay,
}) => {
  const first = await mainstay.start({ own: true })
  const face = new Face(first.page)
  await clientByTheHour(first.page, 'Alder')
  const old = await ownFolder(mainstay.home)
  // Other things lie there: it gets a folder of its own.
  const disk2 = path.join(mainstay.home, 'disk')
  await mkdir(disk2)
  await writeFile(path.join(disk2, 'letter.txt'), 'Dear')
  const to = path.join(disk2, 'Mainstay')
  await move(first, disk2)
  await expect(face.toast(`Your data now lies in ${to}`)).toBeVisible()
  await expect(face.main.getByText(to, { exact: true })).toBeVisible()
  await expect(face.main.getByText(/^It was copied from/)).toContainText(old)

  await clientByTheHour(first.page, 'Birch')
  expect(namesOf((await disk(to)).clients)).toEqual(['Alder', 'Birch'])
  expect(namesOf((await disk(old)).clients)).toEqual(['Alder'])
  expect(await readFile(path.join(disk2, 'letter.txt'), 'utf8')).toBe('Dear')
  await first.quit()

  const second = await mainstay.start({ own: true })
  const again = new Face(second.page)
  await again.go('clients')
  await expect(again.main.getByText('Birch')).toBeVisible()
  await again.go('settings')
  await again.button('What is on the disk').click()
  await again.button('Verify everything').click()
  await expect(again.main.getByText(/^Read to the last byte/)).toContainText('All of it is as it was written.')
  // The system's bin is the user's own.
  await second.electron.evaluate(({ shell }) => {
    const told = globalThis as { binned?: string }
    shell.trashItem = async (folder) => void (told.binned = folder)
  })
  await again.go('settings')
  await again.main.getByRole('button', { name: 'Move the old folder to the bin' }).click()
  await expect(again.toast('The old folder is in the bin')).toBeVisible()
  expect(await second.electron.evaluate(() => (globalThis as { binned?: string }).binned)).toBe(old)
  await expect(again.main.getByText(/^It was copied from/)).toHaveCount(0)
})

test('where it cannot move it goes on where it is, and says why', async ({ mainstay }) => {
  const app = await mainstay.start({ own: true })
  const face = new Face(app.page)
  await clientByTheHour(app.page, 'Alder')
  const old = await ownFolder(mainstay.home)
  await move(app, old)
  await expect(face.main.getByText(/lies in the data folder/)).toBeVisible()
  // Somebody else's folder of that name.
  const taken = path.join(mainstay.home, 'taken')
  await mkdir(path.join(taken, 'Mainstay'), { recursive: true })
  await writeFile(path.join(taken, 'Mainstay', 'other.txt'), 'x')
  await writeFile(path.join(taken, 'letter.txt'), 'Dear')
  await move(app, taken)
  await expect(face.main.getByText(path.join(taken, 'Mainstay'))).toBeVisible()
  expect(await readdir(path.join(taken, 'Mainstay'))).toEqual(['other.txt'])
  await clientByTheHour(app.page, 'Birch')
  expect(namesOf((await disk(old)).clients)).toEqual(['Alder', 'Birch'])
  await rm(taken, { recursive: true })
})
