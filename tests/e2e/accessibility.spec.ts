import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { instantOf } from '#shared/kernel/instant.ts'
import { expect, test } from './app.ts'
import { answerFileDialog, chooseInMenu, letPass, power } from './main-process.ts'
import { Face } from './pages/face.ts'
import { show, stops } from './pages/tour.ts'
import { clientByTheHour, execute } from './workspace.ts'

/**
 * What axe finds, in a line for each element: the rule, then where. `within` leaves out a page that is inert anyway.
 * React Aria's own announcer goes on naming what it spoke of for seven seconds, though that has left the page: nobody
 * comes to it.
 */
async function violations(page: Page, within?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).exclude('[data-live-announcer]')
  const { violations: found } = await (within === undefined ? axe : axe.include(within)).analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  )
}

// Contrast is of the theme, names are of the language: two walks see both of each.
for (const [theme, language] of [
  ['dark', 'en'],
  ['light', 'it'],
] as const) {
  test(`axe finds nothing on any screen: ${theme}, ${language}`, async ({ mainstay }) => {
    test.setTimeout(240_000)
    const { page } = await mainstay.start({ sample: true })
    await show(page, { theme, language })
    const face = new Face(page, language)
    for (const stop of stops) {
      await stop.reach(face)
      expect.soft(await violations(page), stop.name).toEqual([])
    }
  })
}

test('axe finds nothing in what opens over a screen, in light and dark', async ({ mainstay }) => {
  const { page } = await mainstay.start({ sample: true })
  const face = new Face(page)
  for (const theme of ['light', 'dark'] as const) {
    await show(page, { theme })
    await face.go('clients')
    await face.button('New client').click()
    await expect(face.dialog).toBeVisible()
    expect.soft(await violations(page, '[role=dialog]'), `dialog, ${theme}`).toEqual([])
    await page.keyboard.press('Escape')
    await expect(face.dialog).toHaveCount(0)

    await face.go('income')
    await page.getByRole('button', { name: /^Target/ }).click()
    await expect(face.dialog).toBeVisible()
    expect.soft(await violations(page, '[role=dialog]'), `popover, ${theme}`).toEqual([])
    await page.keyboard.press('Escape')

    await face.timer.region.getByRole('combobox').click()
    await expect(page.getByRole('listbox')).toBeVisible()
    expect.soft(await violations(page, '[role=listbox]'), `list, ${theme}`).toEqual([])
    await page.keyboard.press('Escape')
  }
})

test('axe finds nothing in what Income and Today open, suppose, turn to and begin with', async ({ mainstay }) => {
  test.setTimeout(180_000)
  const { page } = await mainstay.start({ sample: true })
  const face = new Face(page)
  const opened = async (what: string): Promise<void> => {
    await expect(face.dialog.getByRole('table')).toBeVisible()
    expect.soft(await violations(page, '[role=dialog]'), what).toEqual([])
    await page.keyboard.press('Escape')
    await expect(face.dialog).toHaveCount(0)
  }
  const tab = (id: 'months' | 'rates' | 'capacity' | 'origin') =>
    page.getByRole('tab', { name: face.t(`income.pages.${id}`) }).click()
  for (const theme of ['light', 'dark'] as const) {
    await show(page, { theme })
    await face.go('today')
    await page
      .getByRole('listitem')
      .getByRole('button', { name: /^\d+:\d\d$/ })
      .first()
      .click()
    await opened(`hours left, ${theme}`)
    await face.go('income')
    await page.getByRole('switch').first().press('Space')
    expect.soft(await violations(page), `what if, ${theme}`).toEqual([])
    await page.getByRole('switch').first().press('Space')
    await face
      .table(/^Income by month/)
      .getByRole('button')
      .nth(3)
      .click()
    await opened(`a month, ${theme}`)
    await face.button(face.t('income.turning.earlier')).click()
    await expect(face.button(face.t('income.turning.toNow'))).toBeVisible()
    expect.soft(await violations(page), `a year earlier, ${theme}`).toEqual([])
    await face.button(face.t('income.turning.toNow')).click()
    await tab('rates')
    await face
      .table(face.t('income.rates.title'))
      .getByRole('button', { name: /^[\d,]+\.\d\d$/ })
      .first()
      .click()
    await opened(`a rate, ${theme}`)
    await tab('capacity')
    await face.table(face.t('income.capacity.title')).getByRole('button').first().click()
    await opened(`a month's hours, ${theme}`)
    await tab('origin')
    await face.table(face.t('income.hours.table')).getByRole('button').first().click()
    await opened(`an hour of the week, ${theme}`)
    await tab('months')
  }
})

test('axe finds nothing where there is nothing yet, and where there is one month', async ({ mainstay }) => {
  const { page } = await mainstay.start()
  const face = new Face(page)
  for (const [theme, language] of [
    ['light', 'en'],
    ['dark', 'it'],
  ] as const) {
    await show(page, { theme, language })
    const own = new Face(page, language)
    for (const place of ['today', 'income'] as const) {
      await own.go(place)
      expect.soft(await violations(page), `${place}, ${theme}`).toEqual([])
    }
  }
  await show(page, { theme: 'light', language: 'en' })
  const work = await clientByTheHour(page, 'Alder')
  const at = (hoursAgo: number) => instantOf(Date.now() - hoursAgo * 3_600_000)
  await execute(page, 'entry.create', { engagementId: work, when: { start: at(2), end: at(1) } })
  for (const place of ['today', 'income'] as const) {
    await face.go(place)
    expect.soft(await violations(page), `${place}, one month`).toEqual([])
  }
})

test('axe finds nothing in the dialogs of Billing, in light and dark', async ({ mainstay }) => {
  test.setTimeout(120_000)
  const { page, electron } = await mainstay.start({ sample: true })
  const face = new Face(page)
  const file = path.join(mainstay.home, 'bank.csv')
  await writeFile(file, 'Date,Amount,Text\n2026-01-02,10.00,Acme\n')
  await answerFileDialog(electron, file)
  const more = (entry: string) => async (): Promise<void> => {
    await page.getByRole('button', { name: /^More for (Billing|this invoice)/ }).click()
    await page.getByRole('menuitem', { name: entry }).click()
  }
  const press = (name: string) => (): Promise<void> => face.button(name).click()
  const openInvoice = async (region: string): Promise<void> => {
    await face.go('billing')
    await page.getByRole('region', { name: region }).getByRole('button').first().click()
  }
  await execute(page, 'invoice.draft', {
    clientId: await execute(page, 'client.create', { name: 'Alder', currency: 'EUR', language: 'en', listRate: 1 }),
    lines: [{ kind: 'other', text: 'Work', unitPrice: 10_000 }],
  })
  const deeds = 'billing.invoice.deeds'
  const places: readonly [() => Promise<void>, readonly (() => Promise<void>)[]][] = [
    [
      () => face.go('billing'),
      [
        press(face.t('billing.place.make')),
        more(face.t('billing.bank.choose')),
        more(face.t('billing.accountant.open')),
      ],
    ],
    [
      () => openInvoice(face.t('billing.place.list.drafts')),
      [press(face.t(`${deeds}.issue`)), press(face.t(`${deeds}.preview`)), more(face.t(`${deeds}.dates`))],
    ],
    [
      () => openInvoice(face.t('billing.place.list.open')),
      [
        press(face.t(`${deeds}.pay`)),
        more(face.t(`${deeds}.credit`)),
        more(face.t(`${deeds}.remind`)),
        more(face.t(`${deeds}.void`)),
      ],
    ],
  ]
  for (const theme of ['light', 'dark'] as const) {
    await show(page, { theme })
    for (const [reach, dialogs] of places) {
      await reach()
      for (const [index, open] of dialogs.entries()) {
        await open()
        // The menu's own box is a dialog too, while it goes.
        await expect(page.getByRole('menu')).toHaveCount(0)
        await expect(face.dialog).toHaveCount(1)
        await expect(face.dialog.getByRole('heading').first()).toBeVisible()
        expect.soft(await violations(page, '[role=dialog], [role=alertdialog]'), `${index}, ${theme}`).toEqual([])
        await page.keyboard.press('Escape')
        await expect(face.dialog).toHaveCount(0)
      }
    }
  }
})

test('axe finds nothing in the small windows, nor in the question over Today', async ({ mainstay }) => {
  const { page, electron } = await mainstay.start()
  const work = await clientByTheHour(page, 'Alder')
  await execute(page, 'timer.start', { engagementId: work, at: instantOf(Date.now() - 1_800_000) })
  const asked = electron.waitForEvent('window')
  await power(electron, 'suspend')
  await letPass(electron, 1800)
  await power(electron, 'resume')
  const question = await asked
  await expect(question.getByRole('heading', { level: 1 })).toBeVisible()
  const opened = electron.waitForEvent('window')
  await chooseInMenu(electron, 'Window', 'Mini window')
  const mini = await opened
  await expect(mini.getByRole('timer')).toBeVisible()
  await page.getByRole('button', { name: 'Say what it was' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  for (const theme of ['light', 'dark'] as const) {
    await show(page, { theme })
    for (const small of [question, mini]) {
      await expect(small.locator('html')).toHaveAttribute('data-theme', theme)
      expect.soft(await violations(small), `${small.url()}, ${theme}`).toEqual([])
    }
    expect.soft(await violations(page, '[role=dialog]'), `dialog, ${theme}`).toEqual([])
  }
  await question.getByRole('button', { name: /Work for someone else/ }).click()
  // The list of whose it may be is open already, and hides the rest.
  await question.getByRole('combobox').press('Escape')
  await expect(question.getByRole('textbox', { name: 'How long' })).toBeVisible()
  expect.soft(await violations(question), 'whose it was').toEqual([])
})
