import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './app.ts'
import { Face } from './pages/face.ts'
import { show } from './pages/tour.ts'
import { focusWindow, press } from './screen.ts'

test('the palette reaches a record, a place and the timer by keys alone', async ({ mainstay }) => {
  const { page } = await mainstay.start({ sample: true })
  const face = new Face(page)
  const palette = page.getByRole('dialog', { name: 'Go to or do anything' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const find = async (text: string): Promise<void> => {
    await focusWindow()
    await press('ctrl+k')
    await expect(palette.getByRole('menuitem', { name: 'Today' })).toBeVisible()
    await page.keyboard.type(text)
  }

  await test.step('a client by the beginning of its name: the first line is what Enter does', async () => {
    await find('nord')
    await expect(palette.getByRole('menuitem').first()).toHaveAccessibleName(/^Nordlys Foods\s*Client$/)
    await page.keyboard.press('Enter')
    await expect(palette).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 1, name: 'Nordlys Foods' })).toBeVisible()
  })

  await test.step('an invoice by its number, a letter wrong in a name', async () => {
    await find('2025-003')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: '2025-003' })).toBeVisible()
    await find('haldem')
    await expect(palette.getByRole('menuitem', { name: /^Halden & Reyes/ }).first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(palette).toHaveCount(0)
  })

  await test.step('a place, by the arrows', async () => {
    await find('')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Home')
    const [first] = await palette.getByRole('menuitem').allInnerTexts()
    expect(first).toBe('Continue the last entry')
    await page.keyboard.type('pricing')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Pricing lab' })).toBeVisible()
  })

  await test.step('work is started, and stopped', async () => {
    await find('start obel')
    await page.keyboard.press('Enter')
    await expect(face.timer.region).toContainText('Obel Robotics')
    await find('stop the')
    await page.keyboard.press('Enter')
    await expect(face.timer.stopButton).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Continue the last entry' })).toBeVisible()
  })

  await test.step('by its button, in Italian: nothing is called that; axe finds nothing', async () => {
    await show(page, { language: 'it', theme: 'dark' })
    await face.timer.region.page().getByRole('button', { name: 'Vai o fai qualsiasi cosa' }).click()
    const vai = page.getByRole('dialog', { name: 'Vai o fai qualsiasi cosa' })
    await expect(vai.getByRole('menuitem', { name: 'Entrate' })).toBeVisible()
    // The field has the focus, and its arrows scroll the list: axe knows that of a combobox alone.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).disableRules('scrollable-region-focusable')
    expect((await axe.include('[role=dialog]').analyze()).violations).toEqual([])
    await page.keyboard.type('xyzzy')
    await expect(vai.getByText('Niente qui si chiama così.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(vai).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Vai o fai qualsiasi cosa' })).toBeFocused()
  })
})
