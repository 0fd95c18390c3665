import type { Page } from '@playwright/test'
import { dayAt, instantOf } from '#shared/kernel/instant.ts'
import { addToMonth, firstDayOf, monthOf } from '#shared/kernel/day.ts'
import { agreementSchema } from '#shared/model/agreement.ts'
import { expect, test } from './app.ts'
import { Face, places } from './pages/face.ts'
import { overflowing } from './pages/overflowing.ts'
import { ImportDialog } from './pages/import-dialog.ts'
import { keepPicture } from './pictures.ts'
import { clientByTheHour, execute, worked } from './workspace.ts'
import { ZONE } from './zone.ts'

/** The longest that is typed, without a place to break; one that came in longer; one that turns what follows. */
const LONGEST = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(5).slice(0, 200)
const IMPORTED = 'The Society for the Keeping of Very Long Names '.repeat(12).trim()
const TURNED = 'Ha\u202eneder \u2069<b>&amp;'

const sizes = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
] as const

/** Three clients, each with work; the longest has a retainer, on which the timer runs. */
async function fill(page: Page): Promise<void> {
  const today = dayAt(instantOf(Date.now()), ZONE)
  const startsOn = firstDayOf(addToMonth(monthOf(today), -2))
  await worked(page, await clientByTheHour(page, TURNED), 5)
  const currency = 'GBP'
  const input = { name: LONGEST, currency, listRate: 10_000, language: 'en', note: '' } as const
  const clientId = await execute(page, 'client.create', input)
  const agreement = agreementSchema.parse({
    basis: 'hours',
    currency,
    listRate: 10_000,
    startsOn,
    period: { every: 'month', anchor: 'calendar' },
    term: { periods: 3, atEnd: 'ends' },
    proration: 'days',
    rollover: null,
    overage: { policy: 'bill' },
    versions: [{ from: startsOn, fee: 100_000, included: 600 }],
  })
  const retainer = await execute(page, 'retainer.create', { clientId, name: LONGEST, agreement, adopt: false })
  await worked(page, retainer, 3)
  const csv = [
    'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount ()',
    `Ada,ada@example.com,${IMPORTED},${IMPORTED},,Minutes,Yes,2026-01-05,09:00:00,2026-01-05,10:00:00,01:00:00,,`,
  ].join('\n')
  const importing = new ImportDialog(new Face(page))
  await importing.drop('report.csv', csv)
  await importing.confirm.click()
  await importing.dialog.waitFor({ state: 'detached' })
  await execute(page, 'timer.start', { engagementId: retainer })
}

test('names that are too long, or made of marks, break no screen', async ({ mainstay }, testInfo) => {
  const { page, electron } = await mainstay.start()
  const face = new Face(page)
  await expect(face.title).toBeVisible()
  await fill(page)
  const told: string[] = []
  const look = async (name: string): Promise<void> => {
    await page.mouse.move(5, 5)
    told.push(...(await overflowing(page)).map((text) => `${name}: ${text.slice(0, 200)}`))
    await keepPicture(testInfo, name, await page.screenshot())
  }
  for (const size of sizes) {
    await electron.evaluate(
      ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to.width, to.height),
      size,
    )
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(size.width)
    for (const place of places) {
      await face.go(place)
      await look(`${place}, ${size.width}`)
    }
    for (const [index, name] of [LONGEST, IMPORTED].entries()) {
      await face.go('clients')
      await face.main.getByRole('button', { name, exact: true }).click()
      await expect(face.title).toContainText(name)
      await look(`client ${String(index)}, ${size.width}`)
    }
    await face.button('Edit client').click()
    await look(`dialog, ${size.width}`)
    await page.keyboard.press('Escape')
    await face.go('retainers')
    await face.main.getByRole('button', { name: LONGEST, exact: true }).click()
    await expect(face.title).toContainText(LONGEST)
    await look(`retainer, ${size.width}`)
    await face.button(face.t('retainers.page.edit')).click()
    await page.getByRole('region', { name: face.t('retainers.ledger.title') }).waitFor()
    await look(`terms, ${size.width}`)
    await face.go('time')
    const fields = face.button(face.t('time.typed.fields'))
    if (await fields.isVisible()) await fields.click()
    await page.getByRole('combobox', { name: face.t('time.form.for') }).click()
    await look(`picker, ${size.width}`)
    await page.keyboard.press('Escape')
  }
  expect(told).toEqual([])
})

test('a date field’s parts are targets that a hand hits, in a field no taller than the others', async ({
  mainstay,
}) => {
  const { page } = await mainstay.start({ sample: true })
  const face = new Face(page)
  await face.go('time')
  const parts = await face.main.getByRole('spinbutton').all()
  expect(parts.length).toBeGreaterThanOrEqual(3)
  for (const part of parts) {
    const box = await part.boundingBox()
    expect(box?.width).toBeGreaterThanOrEqual(24)
    expect(box?.height).toBeGreaterThanOrEqual(24)
  }
  const field = await face.main
    .getByRole('group')
    .filter({ has: page.getByRole('spinbutton') })
    .first()
    .boundingBox()
  expect(field?.height).toBeLessThanOrEqual(32)
})
