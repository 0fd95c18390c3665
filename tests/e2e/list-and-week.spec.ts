import { mkdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { dayAt, instantOf } from '#shared/kernel/instant.ts'
import { bigHistory } from '#tests/support/workspace-files.ts'
import { expect, test } from './app.ts'
import { disk } from './disk.ts'
import { Face } from './pages/face.ts'
import { clientByTheHour, worked } from './workspace.ts'
import { ZONE } from './zone.ts'

const MANY = 100_000

const view = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: 'View' }).getByText(name, { exact: true })

test('100,000 entries: searched, gone through and changed by the mouse, all at once, and taken back', async ({
  mainstay,
}) => {
  test.slow()
  mkdirSync(mainstay.data, { recursive: true })
  bigHistory(mainstay.data, MANY, 20, dayAt(instantOf(Date.now()), ZONE))
  const { page } = await mainstay.start()
  const face = new Face(page)
  await face.go('time')
  await view(page, 'List').click()
  const grid = page.getByRole('grid', { name: 'Entries' })
  const search = page.getByRole('combobox', { name: 'Search entries' })
  await expect(face.main).toContainText('in 100,000 entries.', { timeout: 60_000 })

  await test.step('few of the lines are drawn, and the last is a key away', async () => {
    expect(await grid.getByRole('row').count()).toBeLessThan(120)
    await grid.focus()
    await page.keyboard.press('End')
    await expect(grid).toContainText('What was done, number 0')
    await page.keyboard.press('Home')
    await expect(grid).not.toContainText('What was done, number 0')
  })

  await test.step('a client and a year are found', async () => {
    await search.fill('client:"Client 7" number 55 ')
    await expect(face.main).toContainText('that match.')
    await expect(grid.getByRole('row').filter({ hasText: 'Client 7' }).first()).toBeVisible()
    await expect(grid.getByRole('row').filter({ hasText: 'Client 8' })).toHaveCount(0)
  })

  await test.step('all that is found is changed in one go, and is as it was by undo', async () => {
    const found = Number(
      ((await face.main.textContent()) ?? '').match(/in ([\d,]+) entries that match/)?.[1]?.replace(',', ''),
    )
    expect(found).toBeGreaterThan(10)
    await grid.focus()
    await page.keyboard.press('Control+a')
    await expect(page.getByRole('toolbar')).toContainText(`${found} selected`)
    await face.button('Change…').click()
    await face.dialog.getByRole('textbox', { name: 'Add tags' }).fill('looked at')
    await face.dialog.getByRole('button', { name: `Change ${found} entries` }).click()
    await expect(face.toast(`Changed ${found} entries`)).toBeVisible()
    await search.fill('tag:"looked at" ')
    await expect(face.main).toContainText(`in ${found} entries that match.`)
    await face.toast(`Changed ${found} entries`).getByRole('button', { name: 'Undo' }).click()
    await expect(face.main).toContainText('Nothing matches.')
  })
})

test('the list by keys alone: found, selected, merged, split, duplicated, deleted, put back', async ({ mainstay }) => {
  const { page } = await mainstay.start()
  const face = new Face(page)
  const engagementId = await clientByTheHour(page, 'Alder')
  await worked(page, engagementId, 30, 'Text one')
  await worked(page, engagementId, 28, 'Text two')
  await worked(page, engagementId, 26, 'Other')
  await face.go('time')
  await page.getByRole('radio', { name: 'List' }).press('Space')
  const grid = page.getByRole('grid', { name: 'Entries' })
  const entries = grid.getByRole('row').filter({ hasText: 'Alder' })
  await expect(entries).toHaveCount(3)

  await test.step('a word that may become a key stays a word: Down goes on to what it finds', async () => {
    await page.keyboard.press('Control+f')
    await page.keyboard.type('t')
    await expect(page.getByRole('option', { name: /^tag:/ })).toBeVisible()
    await page.keyboard.type('e')
    await expect(entries).toHaveCount(2)
    await page.keyboard.press('ArrowDown')
    await expect(grid).toBeFocused()
  })

  await test.step('a key is written by Tab, and what can stand behind it is chosen with the arrows', async () => {
    await page.keyboard.press('Control+f')
    await page.keyboard.type('cl')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('combobox', { name: 'Search entries' })).toHaveValue('client:')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(entries).toHaveCount(3)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  })

  await test.step('two are selected and become one', async () => {
    await page.keyboard.press('Control+f')
    await page.keyboard.type('text')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+a')
    await expect(page.getByRole('toolbar')).toContainText('2 selected, 2 h')
    await face.button('Merge').press('Enter')
    await expect(face.toast('Merged 2 entries into one')).toBeVisible()
    await expect(entries).toHaveCount(1)
    await expect(entries).toContainText('Text one; Text two')
  })

  await test.step('from its menu it is split, and a part of it duplicated', async () => {
    await grid.focus()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: /^Split/ }).press('Enter')
    await face.dialog.getByRole('textbox', { name: 'At' }).press('Enter')
    await expect(entries).toHaveCount(2)
    await grid.focus()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: /^Duplicate/ }).press('Enter')
    await expect(entries).toHaveCount(3)
  })

  await test.step('Delete takes one away, and undo puts it back', async () => {
    await grid.focus()
    await page.keyboard.press('Delete')
    await expect(entries).toHaveCount(2)
    await face.toast('Deleted').getByRole('button', { name: 'Undo' }).press('Enter')
    await expect(entries).toHaveCount(3)
    expect((await disk(mainstay.data)).entries.size).toBe(4)
  })
})

test('the week by keys and by the mouse: durations typed into cells, sums, last week copied', async ({ mainstay }) => {
  const { page } = await mainstay.start()
  const face = new Face(page)
  await worked(page, await clientByTheHour(page, 'Alder'), 7 * 24 + 3)
  await worked(page, await clientByTheHour(page, 'Cedar'), 3)
  await face.go('time')
  await view(page, 'Week').click()
  const grid = page.getByRole('grid', { name: 'Hours of the week' })
  const row = grid.getByRole('row').filter({ hasText: 'Cedar' })
  const today = row.getByRole('gridcell').nth((new Date().getUTCDay() + 6) % 7)

  await test.step('what is typed into a cell is what the day has then', async () => {
    await today.focus()
    await page.keyboard.type('2:30')
    await page.keyboard.press('Enter')
    await expect(face.main).toContainText('1:30 more for Cedar')
    await expect(row).toContainText('2:30')
  })

  await test.step('what last week had is put in by the mouse, and taken back', async () => {
    const copied = grid.getByRole('row').filter({ hasText: 'Alder' })
    await face.button('Copy last week').click()
    await expect(copied).toContainText('1:00')
    await face.toast('Copied last week').getByRole('button', { name: 'Undo' }).click()
    await expect(copied).not.toContainText('1:00')
  })

  await test.step('the week before has its own', async () => {
    await face.button('The week before').click()
    await expect(grid.getByRole('row').filter({ hasText: 'Alder' })).toContainText('1:00')
  })
})
