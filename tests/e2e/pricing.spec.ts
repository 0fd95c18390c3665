import { expect, test } from './app.ts'
import { Face } from './pages/face.ts'

test('the discount question is answered on the sheet, and the answer becomes an agreement', async ({ mainstay }) => {
  const { page } = await mainstay.start({ sample: true })
  const face = new Face(page)
  await face.go('retainers')
  await face.button(face.t('retainers.list.lab')).click()
  await expect(face.title).toHaveText('Pricing lab')

  // Ten hours at a hundred: 1,000 against 900 and half an hour on top (domain.md, Pricing a retainer).
  await face.field('Hours a month').fill('10')
  await face.field('List rate').fill('100')
  await face.field('Discount asked').fill('10')
  await face.field('Extra time instead').fill('30')
  await expect(face.main).toContainText('you earn €95.24 an hour, and €1,200 a year more than with 10% off.')
  const offers = face.table('The offers side by side')
  await expect(offers.getByRole('row', { name: 'Fee a month' })).toHaveText('Fee a month1,000.00900.001,000.00')
  await expect(offers.getByRole('row', { name: 'What an hour earns' })).toHaveText('What an hour earns100.0090.0095.24')
  await expect(face.main).toContainText(/Extras beat the discount up to 1.h.6.min.40.s/)

  await face.button('€95.24').click()
  await expect(page.getByRole('dialog')).toContainText('Fee by all the time given')
  await page.keyboard.press('Escape')

  await face.select(face.t('pricing.client'), 'Pineta Hotels')
  await expect(face.title).toHaveText('Pineta Hotels')
  await expect(face.table('What each offer would have paid')).toBeVisible()
  await face.button('Use this: 30 min extra').focus()
  await page.keyboard.press('Enter')
  await expect(face.main.getByText(/^Pineta Hotels pays/)).toContainText(
    /pays €1,000 on the first of each month for 10.h.*On top: Extra time, 30.min a month\./,
  )
  await face.button('Make the retainer').click()
  await expect(face.title).toHaveText('Pineta Hotels')
  await expect(face.button(face.t('retainers.page.edit'))).toBeVisible()
  await expect(face.main).toContainText(/On top: Extra time, 30.min a month\./)
})
