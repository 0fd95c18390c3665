import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from './app.ts'
import { glob } from './files.ts'
import { disk, namesOf } from './disk.ts'
import { answerFileDialog } from './main-process.ts'
import { Face } from './pages/face.ts'
import { clientByTheHour } from './workspace.ts'

test('data that is not where it was is asked about: nothing is begun anew, and it is opened once it is back', async ({
  mainstay,
}) => {
  const first = await mainstay.start()
  await clientByTheHour(first.page, 'Alder')
  await first.quit()
  const away = `${mainstay.data}.away`
  await rename(mainstay.data, away)

  const { page, quit } = await mainstay.start()
  await expect(page.getByRole('heading', { level: 1, name: 'Your data is not where it was.' })).toBeVisible()
  await expect(page.getByText(mainstay.data, { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('alert')).toHaveText('It is still not there.')
  await expect(page.getByRole('button', { name: /another folder/ })).toHaveCount(0)
  expect(await readdir(mainstay.home)).not.toContain('data')
  await rename(away, mainstay.data)
  await page.getByRole('button', { name: 'Try again' }).click()
  const face = new Face(page)
  await face.go('clients')
  await expect(face.main.getByText('Alder')).toBeVisible()
  await quit()
})

test('data of which the disk is gone: closed without an answer, nothing is written; begun anew, the old is left alone', async ({
  mainstay,
}) => {
  const first = await mainstay.start()
  await clientByTheHour(first.page, 'Alder')
  await first.quit()
  await rename(mainstay.data, `${mainstay.data}.away`)
  // The place of a disk that was taken out is an empty folder.
  await mkdir(mainstay.data)
  const asked = await mainstay.start()
  await expect(asked.page.getByRole('heading', { level: 1 })).toBeVisible()
  await asked.quit()
  expect(await readdir(mainstay.data)).toEqual([])

  const { page } = await mainstay.start()
  await page.getByRole('button', { name: 'Start a new one there' }).click()
  const face = new Face(page)
  await face.arrived('today')
  await clientByTheHour(page, 'Birch')
  expect(namesOf((await disk(mainstay.data)).clients)).toEqual(['Birch'])
  expect(namesOf((await disk(`${mainstay.data}.away`)).clients)).toEqual(['Alder'])
})

test('a chosen folder under another name: the one that is chosen is opened, now and from then on', async ({
  mainstay,
}) => {
  const first = await mainstay.start({ own: true })
  await clientByTheHour(first.page, 'Alder')
  await first.quit()
  const [settings = ''] = await glob(mainstay.home, (file) => path.basename(file) === 'settings.json')
  const data = path.join(path.dirname(settings), 'data')
  const renamed = path.join(mainstay.home, 'renamed')
  await rename(data, renamed)
  const said = JSON.parse(await readFile(settings, 'utf8')) as object
  await writeFile(settings, JSON.stringify({ ...said, dataFolder: path.join(mainstay.home, 'chosen') }))

  const second = await mainstay.start({ own: true })
  await answerFileDialog(second.electron, mainstay.home)
  await second.page.getByRole('button', { name: 'Choose another folder…' }).click()
  await expect(second.page.getByRole('alert')).toHaveText(`There is no Mainstay data in ${mainstay.home}.`)
  await answerFileDialog(second.electron, renamed)
  await second.page.getByRole('button', { name: 'Choose another folder…' }).click()
  const face = new Face(second.page)
  await face.go('clients')
  await expect(face.main.getByText('Alder')).toBeVisible()
  await second.quit()

  const third = new Face((await mainstay.start({ own: true })).page)
  await third.go('clients')
  await expect(third.main.getByText('Alder')).toBeVisible()
})
