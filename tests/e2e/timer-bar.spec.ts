import { instantOf } from '#shared/kernel/instant.ts'
import { expect, test } from './app.ts'
import { Face } from './pages/face.ts'
import { clientByTheHour, execute } from './workspace.ts'

test('the timer bar: stopped earlier, run on, switched without a gap, continued', async ({ mainstay }) => {
  const { page } = await mainstay.start()
  const face = new Face(page)
  const alder = await clientByTheHour(page, 'Alder')
  await clientByTheHour(page, 'Birch')
  const began = Math.floor(Date.now() / 1000) - 3000
  await execute(page, 'timer.start', { engagementId: alder, note: 'Review', at: instantOf(began * 1000) })
  await expect(face.timer.elapsed).toHaveText(/^0:5\d:\d\d$/)

  await test.step('stopped a quarter of an hour ago', async () => {
    await face.timer.region.getByRole('button', { name: 'Stop at an earlier time' }).click()
    await page.getByRole('button', { name: '15 min ago' }).click()
    await expect(face.toast('Timer stopped at')).toBeVisible()
    await expect(face.timer.stopButton).toHaveCount(0)
  })

  await test.step('the stop is taken back: it runs on, and the quarter counts', async () => {
    await face.timer.region.getByRole('button', { name: /Take that back$/ }).click()
    await expect(face.timer.elapsed).toHaveText(/^0:5\d:\d\d$/)
    await expect(face.timer.note).toHaveValue('Review')
  })

  await test.step('switched to other work from five minutes ago: one ends where the other begins', async () => {
    await face.timer.region.getByRole('button', { name: 'Switch to other work' }).click()
    await page.getByRole('radio', { name: '5 min ago', exact: true }).check({ force: true })
    await page.getByRole('combobox', { name: 'Switch to' }).fill('Bir')
    await page.getByRole('option', { name: /^Birch/ }).click()
    await expect(face.timer.region).toContainText('Birch')
    await expect(face.timer.elapsed).toHaveText(/^0:05:\d\d$/)
  })

  await test.step('what runs gets a tag, and an earlier note is completed', async () => {
    await face.timer.region.getByRole('button', { name: /^Birch.*Change what runs/ }).click()
    await page.getByRole('textbox', { name: 'Tags' }).fill('call')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(face.timer.region).toContainText('#call')
    await face.timer.note.fill('Rev')
    await page.getByRole('option', { name: 'Review' }).click()
    await expect(face.timer.note).toHaveValue('Review')
  })

  await test.step('an earlier entry is found by its note, and continued', async () => {
    await face.timer.stop()
    await face.timer.region.getByRole('combobox').fill('revi')
    await page.getByRole('option', { name: /^Review.*Alder/ }).click()
    await expect(face.timer.region).toContainText('Alder')
    await expect(face.timer.note).toHaveValue('Review')
  })
})
