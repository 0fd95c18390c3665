import type { Locator } from '@playwright/test'
import { expect, test } from './app.ts'
import { disk, journal } from './disk.ts'
import { Face } from './pages/face.ts'
import { clientByTheHour } from './workspace.ts'

async function refusedAt(field: Locator, typed: string, message: RegExp | string): Promise<void> {
  await expect(field).toHaveAccessibleDescription(message)
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveValue(typed)
}

test('a fee that is none: said at its field, kept as typed, nothing saved', async ({ mainstay }) => {
  const { page } = await mainstay.start()
  const face = new Face(page)
  await clientByTheHour(page, 'Alder')
  const before = await journal(mainstay.data)
  await face.go('retainers')
  await face.button('Blank agreement').click()
  await page.getByRole('combobox', { name: 'Client' }).fill('Ald')
  await page.getByRole('option', { name: 'Alder' }).click()
  await face.field('Hours a month').fill('10')
  const fee = face.field('Fee a month')
  for (const [typed, message] of [
    ['abc', 'Not an amount. Write it like 1,234.56'],
    ['1,5', 'In English the decimal mark is a point. Did you mean 1.5?'],
    ['1.505', /2 decimals/],
    ['-100', 'Not below zero'],
  ] as const) {
    await fee.fill(typed)
    await fee.press('Tab')
    await refusedAt(fee, typed, message)
    await face.button('Make the retainer').click()
    await refusedAt(fee, typed, message)
    await expect(fee).toBeFocused()
  }
  const hours = face.field('Hours a month')
  await hours.fill('ten')
  await hours.press('Tab')
  await refusedAt(hours, 'ten', 'Not a duration. Write 1:30, 1.5 or 90m')
  expect(await journal(mainstay.data)).toEqual(before)
  expect([...(await disk(mainstay.data)).engagements.values()].map(({ kind }) => kind)).toEqual(['hourly'])

  await test.step('put right, it is taken', async () => {
    await hours.fill('10')
    await fee.fill('1000.5')
    await fee.press('Tab')
    await expect(fee).toHaveValue('1,000.50')
    await expect(fee).toHaveAccessibleDescription(/^(?!Not)/)
    await face.button('Make the retainer').click()
    await expect(face.toast('Made the retainer with Alder')).toBeVisible()
  })
})

test('the same in Italian, where the comma is the decimal mark', async ({ mainstay }) => {
  const { page } = await mainstay.start({ env: { LC_ALL: 'it_IT.UTF-8', LANG: 'it_IT.UTF-8', LANGUAGE: 'it_IT' } })
  const face = new Face(page, 'it')
  await clientByTheHour(page, 'Ontano')
  const before = await journal(mainstay.data)
  await face.go('settings')
  const target = face.field(face.t('settings.work.target'))
  for (const [typed, message] of [
    ['1.5', 'In italiano i decimali vogliono la virgola. Intendevi 1,5?'],
    ['abc', 'Non è un importo. Scrivilo così: 1.234,56'],
  ] as const) {
    await target.fill(typed)
    await target.press('Enter')
    await target.press('Tab')
    await refusedAt(target, typed, message)
  }
  expect(await journal(mainstay.data)).toEqual(before)
  await target.fill('1.500,5')
  await target.press('Enter')
  await expect.poll(async () => (await journal(mainstay.data)).at(-1)?.label).toBe('preferences.set')
  expect([...(await disk(mainstay.data)).preferences.values()][0]).toMatchObject({ target: 150_050 })
})

test('a time that no day has, and an end before its start', async ({ mainstay }) => {
  const { page } = await mainstay.start()
  const face = new Face(page)
  await clientByTheHour(page, 'Alder')
  const before = await journal(mainstay.data)
  await face.go('time')
  await face.button('The day before').click()
  await face.button('Fill in fields instead').click()
  await page.getByRole('combobox', { name: 'What for' }).fill('Ald')
  await page.getByRole('option', { name: 'Alder' }).click()
  const [from, to] = [face.field('From'), face.field('To')]

  await from.fill('25:00')
  await from.press('Tab')
  await refusedAt(from, '25:00', 'A day ends at 23:59')
  await face.button('Add entry').click()
  await refusedAt(from, '25:00', 'A day ends at 23:59')
  await expect(from).toBeFocused()

  await from.fill('11:00')
  await to.fill('10:00')
  await face.button('Add entry').click()
  await refusedAt(to, '10:00', /The end has to come after the start/)
  await expect(from).toHaveValue('11:00')
  expect(await journal(mainstay.data)).toEqual(before)

  await to.fill('12:30')
  await face.button('Add entry').click()
  await expect(face.toast('Added 1:30, Alder')).toBeVisible()
  expect((await disk(mainstay.data)).entries.size).toBe(1)
  await expect(from).toHaveValue('')
})

test('a name that is taken, and one that is missing', async ({ mainstay }) => {
  const { page } = await mainstay.start()
  const face = new Face(page)
  await clientByTheHour(page, 'Alder')
  const before = await journal(mainstay.data)
  await face.go('clients')
  await face.button('New client').click()
  const [name, rate] = [face.field('Name'), face.field('List rate')]
  await rate.fill('90,5')
  await face.button('Add the client').click()
  await refusedAt(name, '', 'A client needs a name')
  await refusedAt(rate, '90,5', 'In English the decimal mark is a point. Did you mean 90.5?')
  await rate.fill('90.50')
  await name.fill('alder')
  await face.button('Add the client').click()
  await refusedAt(name, 'alder', /^There is a client named alder already$/i)
  await expect(rate).toHaveValue('90.50')
  expect(await journal(mainstay.data)).toEqual(before)
})
