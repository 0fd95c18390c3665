import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { formatter } from '#shared/i18n/format.ts'
import { addToMonth, firstDayOf, monthOf } from '#shared/kernel/day.ts'
import { dayAt, instantOf } from '#shared/kernel/instant.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { expect, test, type Mainstay } from './app.ts'
import { disk, journal, namesOf } from './disk.ts'
import { answerFileDialog, chooseInMenu } from './main-process.ts'
import { Agreements } from './pages/agreements.ts'
import { cellsOf, Face } from './pages/face.ts'
import { ImportDialog } from './pages/import-dialog.ts'
import { secondsIn, twoYears } from './toggl-report.ts'
import { ZONE } from './zone.ts'

const today = dayAt(instantOf(Date.now()), ZONE)
const report = twoYears(today, ZONE)
const format = formatter('en')
const hoursOf = (client: string): string => format.hours(secondsIn(report, client, () => true, ZONE))
const entriesOf = (client: string): string => String(report.rows.filter((row) => row.client === client).length)
const all = report.rows.length

async function fileOf(mainstay: Mainstay, name: string, text: string): Promise<string> {
  const file = path.join(mainstay.home, name)
  await writeFile(file, text)
  return file
}

test('a report is previewed, imported once, taken back, and becomes a retainer', async ({ mainstay }) => {
  const { page, electron } = await mainstay.start()
  const face = new Face(page)
  const importing = new ImportDialog(face)
  await answerFileDialog(electron, await fileOf(mainstay, 'report.csv', report.text))
  await expect(face.title).toBeVisible()

  await test.step('the preview says what comes in, and what not and why', async () => {
    await chooseInMenu(electron, 'File', 'Import…')
    await expect(importing.dialog).toContainText(`${all} entries`)
    await expect(importing.dialog).toContainText(format.duration(sumOf(report.rows, (row) => row.seconds)))
    await expect(importing.dialog).toContainText(`${all} rows read · 2 new clients · 3 left out`)
    expect(await importing.clients()).toEqual([
      ['Alder', 'New client', entriesOf('Alder'), hoursOf('Alder')],
      ['Delta', 'New client', entriesOf('Delta'), hoursOf('Delta')],
      ['No client', 'Own work', entriesOf(''), hoursOf('')],
    ])
    const leftOut = await importing.rows('Left out')
    expect(leftOut.map(([line, column]) => [line, column])).toEqual(
      report.broken.map(({ line, column }) => [String(line), column]),
    )
    for (const [index, { why }] of report.broken.entries()) expect(leftOut[index]?.[3]).toContain(why)
    expect((await disk(mainstay.data)).entries.size).toBe(0)
  })

  await test.step('it comes in as one change', async () => {
    await importing.confirm.click()
    await expect(face.toast(`Imported ${all} entries`)).toBeVisible()
    const { entries, clients } = await disk(mainstay.data)
    expect(entries.size).toBe(all)
    expect(namesOf(clients)).toEqual(['Alder', 'Delta'])
    expect((await journal(mainstay.data)).at(-1)?.label).toBe('import.entries')
  })

  await test.step('undo takes all of it back, redo brings it again', async () => {
    await face.toast('Imported').getByRole('button', { name: 'Undo' }).click()
    await face.go('clients')
    await expect(page.getByRole('heading', { name: 'No clients yet' })).toBeVisible()
    const { entries, clients, engagements } = await disk(mainstay.data)
    expect([entries.size, clients.size, engagements.size]).toEqual([0, 0, 0])
    await chooseInMenu(electron, 'Edit', 'Redo')
    await expect(face.table('Clients').locator('tbody tr')).toHaveCount(2)
    expect((await disk(mainstay.data)).entries.size).toBe(all)
  })

  await test.step('a second time there is nothing new', async () => {
    const before = (await journal(mainstay.data)).length
    await chooseInMenu(electron, 'File', 'Import…')
    await expect(importing.dialog).toContainText(`All ${all} entries in this file are here already`)
    await expect(importing.confirm).toHaveCount(0)
    await importing.close()
    expect((await journal(mainstay.data)).length).toBe(before)
  })

  await test.step('a client of it is turned into a retainer over its tracked months', async () => {
    await page.getByRole('button', { name: 'Make a retainer for Alder' }).click()
    const agreements = new Agreements(face)
    await agreements.writeTerms({ hours: '8', fee: '640', startsOn: firstDayOf(report.first), rate: '95' })
    const adopt = page.getByRole('checkbox', { name: /^Count the time already tracked since/ })
    await expect(adopt).toBeChecked()
    await expect(face.main).toContainText(`${hoursOf('Alder').split(':')[0]} h in ${entriesOf('Alder')} entries move`)
    await agreements.save()

    const ledger = face.table('Ledger')
    // A long ledger is folded by year.
    const folded = ledger.getByRole('button', { name: /^\d{4}$/, expanded: false })
    while ((await folded.count()) > 0) await folded.first().click()
    const rows = ledger.getByRole('row').filter({ has: page.getByRole('button', { name: /^[A-Z][a-z]+/ }) })
    await expect(rows).toHaveCount(25)
    for (let index = 0; index < 24; index++) {
      const month = addToMonth(report.first, index)
      const used = secondsIn(report, 'Alder', (day) => monthOf(day) === month, ZONE)
      const [over, expired] = [Math.max(0, used - 8 * 3600), Math.max(0, 8 * 3600 - used)]
      const hours = (value: number): string => (value === 0 ? '–' : format.hours(value))
      const rate = format.amount(Math.round((64_000 * 3600) / used), 'GBP')
      expect((await cellsOf(rows.nth(index))).slice(1), month).toEqual([
        '–',
        '8:00',
        hours(over),
        hours(used),
        hours(expired),
        '–',
        '–',
        rate,
      ])
    }
    await expect(rows.last()).toContainText('8:00 left')
    const { engagements, entries } = await disk(mainstay.data)
    const retainer = [...engagements.values()].find(({ kind }) => kind === 'retainer')
    const moved = [...entries.values()].filter(({ engagementId }) => engagementId === retainer?.['id'])
    expect(String(moved.length)).toBe(entriesOf('Alder'))
  })
})

test('a dropped file opens the same preview', async ({ mainstay }) => {
  const { page } = await mainstay.start()
  const face = new Face(page)
  const importing = new ImportDialog(face)
  await expect(face.title).toBeVisible()
  await importing.drop('report.csv', report.text)
  await expect(importing.dialog).toContainText(`${all} rows read · 2 new clients · 3 left out`)
  await importing.confirm.click()
  await expect(face.toast(`Imported ${all} entries`)).toBeVisible()
  expect((await disk(mainstay.data)).entries.size).toBe(all)
})
