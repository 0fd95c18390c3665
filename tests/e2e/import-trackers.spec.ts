import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { trackerFiles } from '#tests/support/tracker-files.ts'
import { expect, test } from './app.ts'
import { disk, journal } from './disk.ts'
import { answerFileDialog, chooseInMenu } from './main-process.ts'
import { Face } from './pages/face.ts'
import { ImportDialog } from './pages/import-dialog.ts'

test('every tracker’s file comes in through the dialog, once, and goes again with one undo', async ({ mainstay }) => {
  const { page, electron } = await mainstay.start()
  const face = new Face(page)
  const importing = new ImportDialog(face)
  await expect(face.title).toBeVisible()
  for (const { tracker, name, content, rows, leftOut } of trackerFiles)
    await test.step(name, async () => {
      const file = path.join(mainstay.home, name)
      await writeFile(file, content)
      await answerFileDialog(electron, file)
      await chooseInMenu(electron, 'File', 'Import…')
      await expect(importing.dialog).toContainText(`From ${tracker}`)
      await expect(importing.dialog).toContainText(`${rows.length} rows read`)
      if (leftOut > 0) await expect(importing.dialog).toContainText(`${leftOut} left out`)
      await importing.confirm.click()
      await expect(face.toast(`Imported ${rows.length} entries`)).toBeVisible()
      const { entries } = await disk(mainstay.data)
      expect([...entries.values()].map(({ note }) => String(note)).toSorted()).toEqual(
        rows.map(([, , note]) => note).toSorted(),
      )

      await chooseInMenu(electron, 'File', 'Import…')
      await expect(importing.dialog).toContainText(`All ${rows.length} entries in this file are here already`)
      await importing.close()
      await face.toast('Imported').getByRole('button', { name: 'Undo' }).click()
      await expect.poll(async () => (await disk(mainstay.data)).entries.size).toBe(0)
    })
})

test('a table that nobody knows is mapped by keyboard alone', async ({ mainstay }) => {
  const { page, electron } = await mainstay.start()
  const face = new Face(page)
  const importing = new ImportDialog(face)
  await expect(face.title).toBeVisible()
  const file = path.join(mainstay.home, 'register.csv')
  await writeFile(file, 'Quando;Chi;Quanto;Cosa\n2026-03-04;Acme;1:30;Revisione\n2026-03-05;Betulla;0:45;Posta\n')
  await answerFileDialog(electron, file)
  await chooseInMenu(electron, 'File', 'Import…')
  await expect(importing.dialog).toContainText('Which column holds the day, or the start?')
  for (const [column, keys, chosen] of [
    ['Quando', 'Day', 'Day'],
    ['Chi', 'Cli', 'Client'],
    ['Quanto', 'How', 'How long it took'],
    ['Cosa', 'Note', 'Note'],
  ] as const) {
    const list = importing.dialog.getByRole('button', { name: `What ${column} holds` })
    await list.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('listbox').waitFor()
    await page.keyboard.type(keys)
    await page.keyboard.press('Enter')
    await expect(list).toContainText(chosen)
    // It goes in a moment of its own.
    await expect(page.getByRole('listbox')).toHaveCount(0)
  }
  await expect(importing.dialog).toContainText('2 rows read · 2 new clients')
  await importing.confirm.focus()
  await page.keyboard.press('Enter')
  await expect(face.toast('Imported 2 entries')).toBeVisible()
  const { entries } = await disk(mainstay.data)
  expect([...entries.values()].map(({ day, seconds }) => `${String(day)} ${String(seconds)}`).toSorted()).toEqual([
    '2026-03-04 5400',
    '2026-03-05 2700',
  ])
})

test('a file that is being read can be left, and nothing comes of it', async ({ mainstay }) => {
  const { page, electron } = await mainstay.start()
  const face = new Face(page)
  const importing = new ImportDialog(face)
  await expect(face.title).toBeVisible()
  const before = await journal(mainstay.data)
  const file = path.join(mainstay.home, 'long.csv')
  const row = (index: number) => `Client ${index % 40},Project,"Note ${index}",2020-03-04,09:00:00,0:30:00`
  const rows = Array.from({ length: 200_000 }, (_, index) => row(index))
  await writeFile(file, `Client,Project,Description,Start date,Start time,Duration\n${rows.join('\n')}\n`)
  await answerFileDialog(electron, file)
  await chooseInMenu(electron, 'File', 'Import…')
  await expect(importing.dialog.getByRole('progressbar')).toBeVisible()
  await importing.dialog.getByRole('button', { name: 'Stop' }).click()
  await expect(importing.dialog).toHaveCount(0)
  await face.go('clients')
  await expect(page.getByRole('heading', { name: 'No clients yet' })).toBeVisible()
  expect(await journal(mainstay.data)).toEqual(before)
})
