import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test, type Mainstay } from './app.ts'
import { disk } from './disk.ts'
import { answerFileDialog, answerSaveDialog, chooseInMenu } from './main-process.ts'
import { Face } from './pages/face.ts'
import { ImportDialog } from './pages/import-dialog.ts'

const table = [
  'Client,Project,Description,Billable,Start date,Start time,Duration',
  'Acme,Website,"=SUM(A1), ""quoted""",Yes,2025-03-04,09:30:00,1:30:00',
  'Birch,,Call,No,2025-03-05,10:00:00,0:45:00',
  ',Admin,Inbox,No,2024-03-05,10:00:00,0:30:00',
].join('\n')

/** The app with the three entries of the table. */
async function withThree(mainstay: Mainstay) {
  const { page, electron } = await mainstay.start()
  const face = new Face(page)
  const importing = new ImportDialog(face)
  await expect(face.title).toBeVisible()
  const source = path.join(mainstay.home, 'hours.csv')
  await writeFile(source, table)
  await answerFileDialog(electron, source)
  await chooseInMenu(electron, 'File', 'Import…')
  await importing.confirm.click()
  await expect(face.toast('Imported 3 entries')).toBeVisible()
  return { page, electron, face, importing }
}

for (const form of ['CSV', 'JSON'] as const)
  test(`an export as ${form} is read back whole, and adds nothing where it came from`, async ({ mainstay }) => {
    const { page, electron, face, importing } = await withThree(mainstay)

    const file = path.join(mainstay.home, `export.${form.toLowerCase()}`)
    await answerSaveDialog(electron, file)
    await chooseInMenu(electron, 'File', 'Export…')
    const dialog = page.getByRole('dialog', { name: 'Export time' })
    await dialog.getByRole('button', { name: /Period/ }).click()
    await page.getByRole('option', { name: 'All time' }).click()
    await dialog.getByText(form === 'CSV' ? 'A table (CSV)' : 'Data (JSON)').click()
    await dialog.getByRole('button', { name: 'Export…' }).click()
    await expect(face.toast(/3 entries are in export/)).toBeVisible()
    const text = await readFile(file, 'utf8')
    if (form === 'CSV') expect(text).toContain(`"'=SUM(A1), ""quoted"""`)

    await answerFileDialog(electron, file)
    await chooseInMenu(electron, 'File', 'Import…')
    await expect(importing.dialog).toContainText('All 3 entries in this file are here already')
    await importing.close()
    expect((await disk(mainstay.data)).entries.size).toBe(3)

    await chooseInMenu(electron, 'Edit', 'Undo')
    await expect.poll(async () => (await disk(mainstay.data)).entries.size).toBe(0)
    await chooseInMenu(electron, 'File', 'Import…')
    await importing.confirm.click()
    await expect(face.toast('Imported 3 entries')).toBeVisible()
    const { entries } = await disk(mainstay.data)
    expect([...entries.values()].map(({ note }) => String(note)).toSorted()).toEqual([
      '=SUM(A1), "quoted"',
      'Call',
      'Inbox',
    ])
  })

test('what the list has found is exported, and nothing else', async ({ mainstay }) => {
  const { page, electron, face } = await withThree(mainstay)

  await face.go('time')
  await page.keyboard.press('Control+Digit3')
  const found = page.getByRole('button', { name: 'Export what was found' })
  await expect(page.getByRole('heading', { name: 'All entries' })).toBeVisible()
  await expect(found).toHaveCount(0)
  await page.getByRole('combobox', { name: 'Search entries' }).fill('client:birch')
  await page.keyboard.press('Escape')
  const file = path.join(mainstay.home, 'found.csv')
  await answerSaveDialog(electron, file)
  await found.click()
  const dialog = page.getByRole('dialog', { name: 'Export time' })
  await expect(dialog).toContainText('All entries that match client:birch.')
  await dialog.getByRole('button', { name: 'Export…' }).click()
  await expect(face.toast(/One|1 entry is in found/)).toBeVisible()
  const [, ...rows] = (await readFile(file, 'utf8')).trim().split(/\r?\n/)
  expect(rows).toHaveLength(1)
  expect(rows[0]).toContain('Birch')
})
