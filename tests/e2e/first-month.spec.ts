import { addDays, addToMonth, firstDayOf, monthOf, type Day } from '#shared/kernel/day.ts'
import { dayAt, instantOf } from '#shared/kernel/instant.ts'
import { formatter } from '#shared/i18n/format.ts'
import { expect, test, type RunningApp } from './app.ts'
import { disk } from './disk.ts'
import { letPass } from './main-process.ts'
import { Face } from './pages/face.ts'
import { Keys } from './pages/keys.ts'
import { keepPicture } from './pictures.ts'
import { ZONE } from './zone.ts'

const today = dayAt(instantOf(Date.now()), ZONE)
const month = monthOf(today)
const format = formatter('it')

/** It is a noon later on, for the shell and for the page, which begins anew. */
async function turnTo({ page, electron }: RunningApp, day: Day): Promise<void> {
  const noon = Date.parse(`${day}T12:00:00Z`)
  const now = await electron.evaluate(() => Date.now())
  await letPass(electron, Math.round((noon - now) / 1000))
  await page.clock.setFixedTime(new Date(noon))
  await page.reload()
  await page.getByRole('navigation').waitFor()
}

test('dal computer vuoto al mese chiuso, in italiano, con la sola tastiera', async ({ mainstay }, testInfo) => {
  test.setTimeout(240_000)
  const app = await mainstay.start({ arguments: ['--lang=it'] })
  const { page } = app
  const face = new Face(page, 'it')
  const { t } = face
  const keys = new Keys(page)
  const picture = async (name: string): Promise<void> =>
    keepPicture(testInfo, name, await page.screenshot({ animations: 'disabled' }))
  const asks = (title: string): Promise<void> =>
    expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible()
  await face.arrived('today')

  await test.step('i primi passi', async () => {
    await picture('01 vuoto')
    await keys.push(face.button(t('today.first.guide')))
    await asks(t('guide.you.title'))
    await keys.type('Anna Verdi')
    await picture('02 chi sei')
    await keys.press('Enter')
    await asks(t('guide.money.title'))
    await keys.tabTo(face.field(t('settings.work.target')))
    await keys.type('3000')
    await keys.press('Enter')
    await asks(t('guide.days.title'))
    await keys.push(face.button(t('guide.next')))
    await asks(t('guide.client.title'))
    await keys.type('Studio Porto')
    await keys.press('Enter')
    await asks(t('guide.retainer.title'))
    await keys.type('10')
    await keys.press('Tab')
    await keys.type('900')
    await expect(face.main).toContainText('Studio Porto paga')
    await picture('03 che cosa avete concordato')
    await keys.press('Enter')
    await asks(t('guide.minute.title'))
    await keys.type('Bozza del sito')
    await keys.press('Enter')
    await asks(t('guide.ready.title'))
    await picture('04 pronto')
    await keys.push(face.button(t('guide.ready.today')))
    await face.arrived('today')
    await expect(face.timer.region).toContainText('Studio Porto')
  })

  await test.step('una giornata di lavoro', async () => {
    await face.timer.hasRun()
    await keys.find(t('app.palette.stop'))
    await expect(face.timer.stopButton).toHaveCount(0)
    await keys.press('Alt+Digit2')
    await face.arrived('time')
    await keys.tabTo(face.field(t('time.typed.label')))
    await keys.type('9-11 studio porto bozza #sito')
    await keys.press('Enter')
    await expect(face.toast('Studio Porto')).toBeVisible()
    await picture('05 il giorno')
    await keys.press('Alt+Digit5')
    await face.arrived('income')
    await picture('06 le entrate')
    await keys.press('Alt+Digit1')
    await face.arrived('today')
    // This month's fee, and from ten days before it begins the next one's: both are paid in advance.
    const isAhead = addDays(today, 10) >= firstDayOf(addToMonth(month, 1))
    await expect(
      face.main.getByText(new RegExp(`^${isAhead ? '1[.]800' : '900'}\\s\\S+ per Studio Porto`)),
    ).toBeVisible()
    await picture('07 oggi')
  })

  await test.step('il mese dopo: vuoti, registri, resoconti, fatture, che cosa è cambiato', async () => {
    await turnTo(app, addDays(firstDayOf(addToMonth(month, 1)), 2))
    const name = format.month(month, 'name')
    await keys.find(t('shell.rail.close'))
    await face.arrived('close')
    await expect(face.title).toHaveText(t('close.title', { month: name }))
    const foot = face.main.locator('footer')
    const on = foot.getByRole('button').last()
    const now = face.main.locator('[aria-current=step]')
    await picture('08 vuoti')
    await keys.tabTo(face.main.getByRole('button', { name: new RegExp(t('close.steps.gaps')) }))
    await keys.press('Enter')
    await keys.push(on)
    await expect(now).toContainText(t('close.steps.ledgers'))
    await keys.push(face.main.getByRole('button', { name: t('close.ledgers.agreeTo', { name: 'Studio Porto' }) }))
    await expect(face.main.getByText(t('close.ledgers.agreed'), { exact: true })).toBeVisible()
    await picture('09 registri')
    await keys.push(on)
    await expect(now).toContainText(t('close.steps.reports'))
    await picture('10 resoconti')
    await keys.push(on)
    await expect(now).toContainText(t('close.steps.invoices'))
    await expect(face.main.getByRole('heading', { level: 2 }).first()).toContainText('1.800')
    await keys.push(face.main.getByRole('button', { name: /^Scriv/ }))
    await keys.push(face.main.getByRole('button', { name: /^Emett/ }))
    await picture('11 emettere')
    await keys.push(face.dialog.getByRole('button', { name: /^Emett/ }))
    await expect(face.main.getByRole('heading', { level: 2 }).first()).toHaveText(t('close.invoices.clear'))
    await keys.push(on)
    await expect(now).toContainText(t('close.steps.changes'))
    await picture('12 che cosa è cambiato')
    await keys.push(face.button(t('close.finish', { month: name })))
    await face.arrived('today')
    await picture('13 oggi, il mese dopo')
  })

  await app.quit()
  const { closings, invoices, entries } = await disk(mainstay.data)
  expect([...closings.values()]).toMatchObject([{ start: firstDayOf(month) }])
  expect([...invoices.values()].filter(({ number }) => number !== null).length).toBeGreaterThan(0)
  expect([...entries.values()].map(({ note }) => note)).toEqual(expect.arrayContaining(['Bozza del sito', 'bozza']))
})
