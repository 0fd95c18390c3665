import type { Page } from '@playwright/test'
import { instantOf } from '#shared/kernel/instant.ts'
import type { Id } from '#shared/kernel/id.ts'
import { expect, test } from './app.ts'
import { Face } from './pages/face.ts'
import { clientByTheHour, execute } from './workspace.ts'

const HOUR = 3600
/** A full hour; in the tests' zone it is about one in the afternoon. */
const hourAgo = (hours: number): number => (Math.floor(Date.now() / 1000 / HOUR) - hours) * HOUR

const write = (page: Page, engagementId: Id, from: number, to: number, note: string): Promise<Id> =>
  execute(page, 'entry.create', {
    engagementId,
    note,
    when: { start: instantOf(from * 1000), end: instantOf(to * 1000) },
  })

test('the day by the mouse: moved, resized, drawn, split, merged, and taken back', async ({ mainstay }) => {
  const { page } = await mainstay.start()
  const face = new Face(page)
  const engagementId = await clientByTheHour(page, 'Alder')
  await write(page, engagementId, hourAgo(3), hourAgo(2), 'Draft')
  await face.go('time')
  const block = page.locator('[data-block] > button', { hasText: 'Draft' })
  const box = async () => {
    // The calendar goes to the hour of work by itself when it opens: where the entry lies holds once it lies still.
    await block.hover({ trial: true })
    const found = await block.boundingBox()
    if (!found) throw new Error('the entry is not to be seen')
    return found
  }
  const drag = async (fromY: number, by: number): Promise<void> => {
    const { x, width } = await box()
    await page.mouse.move(x + width / 3, fromY)
    await page.mouse.down()
    await page.mouse.move(x + width / 3, fromY + by / 2)
    await page.mouse.move(x + width / 3, fromY + by, { steps: 3 })
    await page.mouse.up()
  }
  await block.scrollIntoViewIfNeeded()

  await test.step('moved up by half an hour, to the five minutes, as long as it was', async () => {
    const { y, height } = await box()
    await drag(y + height / 2, -33)
    await expect(block).toHaveAccessibleName(/9:30 to 10:30, 1\sh/)
    await expect(face.toast('Changed Alder')).toBeVisible()
  })

  await test.step('its end drawn down by half an hour, and back by undo', async () => {
    const { y, height } = await box()
    await drag(y + height - 2, 32)
    await expect(block).toHaveAccessibleName(/9:30 to 11:00, 1\sh\s30\smin/)
    await face.toast('Changed Alder').getByRole('button', { name: 'Undo' }).last().click()
    await expect(block).toHaveAccessibleName(/9:30 to 10:30/)
  })

  await test.step('free time is drawn on, and its words are asked for', async () => {
    const { x, y, height } = await box()
    await page.mouse.move(x + 40, y + height + 36)
    await page.mouse.down()
    await page.mouse.move(x + 40, y + height + 60, { steps: 4 })
    await page.mouse.up()
    const form = page.getByRole('form', { name: 'Add an entry' })
    await form.getByRole('combobox').fill('Ald')
    await page
      .getByRole('option', { name: /^Alder/ })
      .first()
      .click()
    await expect(form.getByRole('textbox', { name: 'From' })).toHaveValue('11:00')
    await form.getByRole('textbox', { name: 'Note' }).fill('Drawn')
    await form.getByRole('button', { name: 'Add entry' }).click()
    await expect(page.locator('[data-block] > button', { hasText: 'Drawn' })).toHaveAccessibleName(/11:00 to /)
    await form.getByRole('button', { name: 'Close' }).click()
  })

  await test.step('split from its menu, and merged with the next, which lasts the same', async () => {
    await block.click({ button: 'right' })
    await page.getByRole('menuitem', { name: /^Split/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Where does the second part begin?' })
    await expect(dialog).toContainText('0:30 and 0:30')
    await dialog.getByRole('button', { name: 'Split entry' }).click()
    await expect(block).toHaveCount(2)
    await block.first().click({ button: 'right' })
    await page.getByRole('menuitem', { name: /^Merge/ }).click()
    await expect(face.toast('Merged two entries, 1:00')).toBeVisible()
    await expect(block).toHaveAccessibleName(/9:30 to 10:30/)
  })
})

test('the day by keys alone: typed in one line, moved, resized, split, deleted, put back', async ({ mainstay }) => {
  const { page } = await mainstay.start()
  const face = new Face(page)
  await clientByTheHour(page, 'Alder')
  await face.go('time')
  const line = face.field('Type an entry')

  await test.step('a line is read back while it is typed, and kept by Enter', async () => {
    await line.focus()
    await page.keyboard.type('9:30-11 ald review #call')
    await expect(page.getByRole('main')).toContainText('Alder, 9:30 to 11:00, 1 h 30 min: review #call')
    await page.keyboard.press('Enter')
    await expect(face.toast('Added 1:30, Alder')).toBeVisible()
    await expect(line).toHaveValue('')
    await expect(line).toBeFocused()
  })

  await test.step('what cannot be understood is said, and stays as it was typed', async () => {
    await page.keyboard.type('25-26 ald')
    await page.keyboard.press('Enter')
    await expect(line).toHaveValue('25-26 ald')
    await expect(line).toHaveAttribute('aria-invalid', 'true')
    await line.fill('')
  })

  const block = page.locator('[data-block] > button', { hasText: 'review' })
  await test.step('arrows move it, with Shift its end, with Alt its start; Enter keeps that as one step', async () => {
    for (let tabs = 0; tabs < 20 && !(await block.evaluate((each) => each === document.activeElement)); tabs++)
      await page.keyboard.press('Shift+Tab')
    await expect(block).toBeFocused()
    for (const key of ['ArrowUp', 'ArrowUp', 'Shift+ArrowDown', 'Alt+ArrowUp']) await page.keyboard.press(key)
    await expect(page.getByRole('status').filter({ hasText: '9:15 to 10:55' })).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(block).toHaveAccessibleName(/9:15 to 10:55, 1\sh\s40\smin/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    await expect(block).toHaveAccessibleName(/9:15 to 10:55/)
  })

  await test.step('letters do what the menu does', async () => {
    await page.keyboard.press('s')
    await expect(face.dialog.getByRole('textbox', { name: 'At' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(block).toHaveCount(2)
    await block.first().focus()
    await page.keyboard.press('m')
    await expect(face.toast('Merged two entries, 1:40')).toBeVisible()
    await block.focus()
    await page.keyboard.press('Delete')
    await expect(block).toHaveCount(0)
    await face.toast('Deleted').getByRole('button', { name: 'Undo' }).click()
    await expect(block).toHaveAccessibleName(/9:15 to 10:55/)
  })
})
