import type { Page } from '@playwright/test'
import { addDays, addToMonth, firstDayOf, monthOf, type Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { agreement } from '#tests/support/agreements.ts'
import { disk } from './disk.ts'
import { expect, test } from './app.ts'
import { Face } from './pages/face.ts'
import { execute } from './workspace.ts'

const monthName = (day: Day): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long' }).format(new Date(`${day}T12:00:00Z`))

async function agreed(page: Page, name: string, startsOn: Day): Promise<Id> {
  const clientId = await execute(page, 'client.create', {
    name,
    currency: 'EUR',
    language: 'en',
    listRate: 10_000,
  })
  return execute(page, 'retainer.create', { clientId, agreement: agreement({ startsOn }) })
}

const stepOf = (face: Face) => face.main.locator('[aria-current=step]')
const closings = async (data: string) => [...(await disk(data)).closings.values()]

test('a pass is left in the middle and resumed after a quit and a kill; it is opened again until a report is sent', async ({
  mainstay,
}) => {
  test.setTimeout(120_000)
  let app = await mainstay.start()
  let face = new Face(app.page)
  const today = (await app.page.evaluate(() => new Date().toLocaleDateString('sv'))) as Day
  const first = firstDayOf(addToMonth(monthOf(today), -1))
  const month = monthName(first)
  const alder = await agreed(app.page, 'Alder', first)
  const birch = await agreed(app.page, 'Birch', first)
  // Alder has what was agreed; Birch went two hours past it. Between two of Alder's entries nobody knows.
  for (const [start, end] of [
    ['08:00', '10:00'],
    ['11:00', '12:00'],
  ])
    await execute(app.page, 'entry.create', {
      engagementId: alder,
      when: { start: `${addDays(first, 3)}T${start}:00Z`, end: `${addDays(first, 3)}T${end}:00Z` },
    })
  await execute(app.page, 'entry.create', {
    engagementId: birch,
    when: { day: addDays(first, 4), seconds: 12 * 3600 },
  })

  await face.go('close')
  await expect(stepOf(face)).toContainText(face.t('close.steps.gaps'))
  await face.button(face.t('close.gaps.keep', { count: 1 })).click()
  await expect(stepOf(face)).toContainText(face.t('close.steps.ledgers'))
  await face.button(face.t('close.ledgers.agreeTo', { name: 'Alder' })).click()
  await expect.poll(async () => (await closings(mainstay.data)).length).toBe(1)
  await app.quit()

  // What was decided stands; it goes on where something is left to decide.
  app = await mainstay.start()
  face = new Face(app.page)
  await face.go('close')
  await expect(face.title).toHaveText(face.t('close.title', { month }))
  await expect(stepOf(face)).toContainText(face.t('close.steps.ledgers'))
  const card = face.main.getByRole('article', { name: 'Birch' })
  await card.getByRole('radio', { name: face.t('close.decide.give') }).check({ force: true })
  await face.field(face.t('close.decide.reason')).fill('A delay of ours')
  await card.getByRole('button', { name: face.t('close.decide.giveIt') }).click()
  await expect(card).toHaveCount(0)
  await app.kill()

  app = await mainstay.start()
  face = new Face(app.page)
  await face.go('close')
  await expect(stepOf(face)).toContainText(face.t('close.steps.reports'))
  const tables = await disk(mainstay.data)
  expect(tables.closings.size).toBe(2)
  expect((tables.engagements.get(birch) as unknown as Retainer).agreement.topUps).toMatchObject([
    { amount: 120, price: 0, reason: 'A delay of ours' },
  ])

  // Nobody has seen it yet: all of it is opened again, the favour too.
  await face.button(face.t('close.openAgain')).click()
  await expect(face.dialog).toContainText(face.t('close.reopen.favours', { count: 1 }))
  await face.dialog.getByRole('button', { name: face.t('close.reopen.deed') }).click()
  await expect.poll(async () => (await closings(mainstay.data)).length).toBe(0)
  const opened = (await disk(mainstay.data)).engagements.get(birch) as unknown as Retainer
  expect(opened.agreement.topUps).toEqual([])
  await face.main.getByRole('listitem').nth(1).getByRole('button').click()
  await card2()
    .getByRole('button', { name: face.t('close.decide.agree') })
    .click()
  await face.button(face.t('close.ledgers.agreeTo', { name: 'Alder' })).click()
  await expect.poll(async () => (await closings(mainstay.data)).length).toBe(2)

  // Once its client has the report a period stays; the other can still be opened.
  await face.main.getByRole('listitem').nth(2).getByRole('button').click()
  await face.button(face.t('close.reports.readThis', { name: 'Alder' })).click()
  await face.button(face.t('report.page.send')).click()
  await face.dialog.getByRole('button', { name: face.t('report.page.send') }).click()
  await face.go('close')
  await face.main.getByRole('listitem').nth(1).getByRole('button').click()
  await expect(face.button(face.t('close.ledgers.openThis', { name: 'Alder' }))).toHaveCount(0)
  await face.button(face.t('close.ledgers.openThis', { name: 'Birch' })).click()
  await face.dialog.getByRole('button', { name: face.t('close.reopen.deed') }).click()
  await expect
    .poll(async () => (await closings(mainstay.data)).map(({ engagementId }) => engagementId))
    .toEqual([alder])
  await app.quit()

  function card2() {
    return face.main.getByRole('article', { name: 'Birch' })
  }
})
