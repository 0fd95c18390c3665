import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { applyToBook, daysOf, emptyBook, preferencesOf, type Book } from '#shared/domain/book.ts'
import { clientRatesByMonth } from '#shared/domain/effective-rate.ts'
import { capacity } from '#shared/domain/income/capacity.ts'
import { cashFlow, cashTotal } from '#shared/domain/income/cash-flow.ts'
import { exchangeOf } from '#shared/domain/income/exchange.ts'
import { earnedInSpan, mixOverTime } from '#shared/domain/income/mix.ts'
import { incomeByMonth, totalOf, type IncomeMonth } from '#shared/domain/income/by-month.ts'
import { totalBetween } from '#shared/domain/totals.ts'
import { formatter } from '#shared/i18n/format.ts'
import { addDays, addToMonth, firstDayOf, monthOf } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { dayAt, instantOf } from '#shared/kernel/instant.ts'
import { made, type Edit } from '#shared/model/change.ts'
import { emptyWorkspace, tableNames } from '#shared/model/workspace.ts'
import { expect, test } from './app.ts'
import { disk } from './disk.ts'
import { answerSaveDialog, chooseInMenu } from './main-process.ts'
import { cellsOf, Face } from './pages/face.ts'
import { show } from './pages/tour.ts'
import { printedPages } from './paper.ts'
import { ZONE } from './zone.ts'

const today = dayAt(instantOf(Date.now()), ZONE)
const now = monthOf(today)
const format = formatter('en')

/** The files of the app as a book, its totals counted anew. */
async function bookOf(data: string): Promise<Book> {
  const book = emptyBook(emptyWorkspace('all'), new Map())
  const files = await disk(data)
  for (const table of tableNames)
    applyToBook(
      book,
      [...files[table].values()].map((record) => made(table, record as never) as Edit),
    )
  return book
}

const written = (value: number): string => (value === 0 ? '–' : format.amount(value, 'EUR', 'never'))

test('income: the chart, its figures, its sentence, and what is behind a month', async ({ mainstay }) => {
  const { page } = await mainstay.start({ sample: true })
  const face = new Face(page)
  await face.go('income')
  const book = await bookOf(path.join(mainstay.home, '.config/Mainstay/sample/data'))
  const year = incomeByMonth(
    book,
    preferencesOf(book.workspace).currency,
    today,
    addToMonth(now, -12),
    addToMonth(now, 11),
  )

  const table = face.table(/^Income by month/)
  const heads = table.getByRole('columnheader')
  const months: IncomeMonth[] = year.slice(-(await heads.count()))

  await test.step('the chart is drawn, with a bar a month', async () => {
    const chart = face.main.getByRole('img', { name: /^Income by month/ })
    const box = await chart.boundingBox()
    expect(box?.height).toBeGreaterThan(150)
    expect(months.length).toBeGreaterThanOrEqual(18)
    const bars = await chart.locator('svg path, svg rect').count()
    expect(bars).toBeGreaterThanOrEqual(months.filter((month) => totalOf(month) > 0).length)
  })

  await test.step('the table has the figures that the agreements and the time come to', async () => {
    expect(await heads.getByRole('button').count()).toBe(months.length)
    const sums = (pick: (month: IncomeMonth) => number): string[] => months.map((month) => written(pick(month)))
    const row = async (name: string): Promise<string[]> => {
      const cells = await cellsOf(table.getByRole('row', { name: new RegExp(`^${name}`) }))
      return cells.slice(1, months.length + 1)
    }
    expect(await row('Guaranteed')).toEqual(sums(({ sums: { guaranteed } }) => guaranteed))
    expect(await row('Expected')).toEqual(sums(({ sums: { expected } }) => expected))
    expect(await row('Variable')).toEqual(sums(({ sums: { variable } }) => variable))
    expect(await row('Hourly')).toEqual(sums(({ sums: { hourly, estimate } }) => hourly + estimate))
    expect(await row('Total')).toEqual(sums(totalOf))
    expect(months.some((month) => totalOf(month) > 0)).toBe(true)
  })

  await test.step('the sentence names the day on which it falls, and to what', async () => {
    const ahead = months.filter(({ month }) => month >= now)
    const fall = ahead.findIndex(({ sums }, at) => at > 0 && sums.guaranteed < (ahead[at - 1]?.sums.guaranteed ?? 0))
    const [before, after] = [ahead[fall - 1], ahead[fall]]
    if (!before || !after) throw new Error('in the sample guaranteed income falls')
    const day = firstDayOf(after.month)
    const sentence = face.main.getByText(/^You can count on/)
    await expect(sentence).toContainText(`${format.money(before.sums.guaranteed, 'EUR')} a month until`)
    await expect(sentence).toContainText(`until ${format.day(addDays(day, -1))}`)
    await expect(sentence).toContainText(
      `On ${format.day(day)} it falls to ${format.money(after.sums.guaranteed, 'EUR')}.`,
    )
  })

  await test.step('by the keys: month by month, Enter opens what is behind one, Escape returns', async () => {
    const button = (month: IncomeMonth | undefined) =>
      table.getByRole('button', { name: month ? `${format.month(month.month)}: ` : 'none' })
    const at = months.findIndex(({ month }) => month === now)
    await face.button(face.t('app.saveTable', { table: face.t('income.title') })).focus()
    await page.keyboard.press('Tab')
    await expect(button(months[at])).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(button(months[at + 1])).toBeFocused()
    await page.keyboard.press('Home')
    await expect(button(months[0])).toBeFocused()
    await page.keyboard.press('End')
    await expect(button(months.at(-1))).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    const opened = months.at(-2)
    if (!opened) throw new Error('there are months')
    await page.keyboard.press('Enter')
    const behind = face.dialog.getByRole('table', { name: format.month(opened.month) })
    await expect(behind.locator('tbody tr')).toHaveCount(opened.parts.length)
    await expect(behind.locator('tfoot')).toContainText(format.amount(totalOf(opened), 'EUR'))
    await page.keyboard.press('Escape')
    await expect(face.dialog).toHaveCount(0)
    await expect(button(opened)).toBeFocused()
  })

  await test.step('what is behind a month leads to its agreement', async () => {
    const retainer = months.find(({ month }) => month === now)?.parts.find(({ kind }) => kind === 'guaranteed')
    const engagement = book.workspace.tables.engagements.get(retainer?.engagementId as Id)
    const client = engagement && book.workspace.tables.clients.get(engagement.clientId)
    await table.getByRole('button', { name: `${format.month(now)}: ` }).click()
    await face.dialog
      .getByRole('button', { name: client?.name ?? 'nobody' })
      .first()
      .click()
    await expect(face.title).toContainText(client?.name ?? 'nobody')
    await expect(page.getByRole('region', { name: 'This period' })).toBeVisible()
  })
})

test('income from its other sides: hours, rates and where it comes from, with their figures as files', async ({
  mainstay,
}) => {
  const { page, electron } = await mainstay.start({ sample: true })
  const face = new Face(page)
  await face.go('income')
  const book = await bookOf(path.join(mainstay.home, '.config/Mainstay/sample/data'))
  const show = (id: 'rates' | 'capacity' | 'origin') =>
    page.getByRole('tab', { name: face.t(`income.pages.${id}`) }).click()
  const cells = async (table: string, row: string): Promise<string[]> =>
    (await cellsOf(face.table(table).getByRole('row', { name: new RegExp(`^${row}`) }))).slice(1)

  await test.step('what would be without the largest client', async () => {
    const before = await face.main.getByText(/^You can count on/).textContent()
    await page.getByRole('switch').first().press('Space')
    await expect(face.main.getByText(/^Guaranteed in the next twelve months: .* instead of/)).toBeVisible()
    await expect(face.main.getByText(/^You can count on/)).not.toHaveText(before ?? '')
    await page.getByRole('switch').first().press('Space')
    await expect(face.main.getByText(/^You can count on/)).toHaveText(before ?? '')
  })

  await test.step('as money comes in: what was paid, what is open, what will be invoiced', async () => {
    await face.main.getByRole('radio', { name: face.t('income.cash.cash') }).check({ force: true })
    const title = face.t('income.cash.title')
    const shown = await cells(title, face.t('income.cash.total'))
    const exchange = exchangeOf([], 'EUR')
    const flow = cashFlow(book, 'EUR', today, addToMonth(now, 12 - shown.length), addToMonth(now, 11), exchange)
    expect(shown).toEqual(flow.map((month) => written(cashTotal(month))))
    const chart = face.main.getByRole('img', { name: /^Money by month/ })
    for (const said of ['target', /^\d+ \w+, −[\d,]+ guaranteed$/, face.t('income.cash.ifRenewed')])
      await expect(chart.locator('text').filter({ hasText: said }).first()).toBeVisible()
    const paid = flow.findLast(({ items }) => items.some(({ what }) => what === 'payment'))
    if (!paid) throw new Error('in the sample invoices are paid')
    await face
      .table(title)
      .getByRole('button', { name: `${format.month(paid.month)}: ` })
      .press('Enter')
    const behind = face.dialog.getByRole('table', { name: format.month(paid.month) })
    await expect(behind.locator('tbody tr')).toHaveCount(paid.items.length)
    await expect(behind.locator('tfoot')).toContainText(format.amount(cashTotal(paid), 'EUR'))
    await page.keyboard.press('Escape')
    await face.main.getByRole('radio', { name: face.t('income.cash.earned') }).check({ force: true })
  })

  await test.step('capacity: hours committed and to sell', async () => {
    await show('capacity')
    const months = capacity(book, today, now, addToMonth(now, 11))
    const table = face.t('income.capacity.title')
    const hours = (value: number): string => (value === 0 ? '–' : format.hours(value))
    expect(await cells(table, 'Available')).toEqual(months.map(({ available }) => hours(available)))
    expect(await cells(table, 'To sell')).toEqual(months.map(({ toSell }) => hours(toSell)))
  })

  await test.step('rates: the least first, and a row opens to its months', async () => {
    await show('rates')
    const rows = face.table(face.t('income.rates.title')).getByRole('button')
    const first = await rows.first().textContent()
    const client = [...book.workspace.tables.clients.values()].find(({ name }) => name === first)
    if (!client) throw new Error(`${first} is no client`)
    await rows.first().press('Enter')
    const months = clientRatesByMonth(book, client, { today, from: addToMonth(now, -11), to: now })
    expect(await cells(face.t('income.rates.detail', { client: client.name }), face.t('income.rates.all'))).toEqual(
      months.map(({ rate }) => (rate === null ? '–' : format.amount(rate, client.currency))),
    )
  })

  await test.step('hours lead to their entries', async () => {
    await page.getByRole('tab', { name: face.t('income.pages.months') }).click()
    const works = [...book.workspace.tables.engagements.values()]
    // Whose name stands once in the month.
    const worked = works.find(
      ({ id, kind, clientId }) =>
        kind === 'hourly' && !works.some((other) => other.clientId === clientId && other.id !== id),
    )
    const client = worked && book.workspace.tables.clients.get(worked.clientId)
    if (!client) throw new Error('the sample has hourly work')
    const month = addToMonth(now, -1)
    const { entries } = totalBetween(daysOf(book, worked.id), firstDayOf(month), firstDayOf(now))
    await face
      .table(/^Income by month/)
      .getByRole('button', { name: `${format.month(month)}: ` })
      .click()
    await face.dialog.getByRole('button', { name: client.name }).click()
    await expect(page.getByRole('grid', { name: face.t('timeList.label') })).toBeVisible()
    expect(entries).toBeGreaterThan(1)
    await expect(face.main.getByText(`in ${entries} entries that match`)).toBeVisible()
    await face.go('income')
  })

  await test.step('where it comes from, and the same as a file', async () => {
    await show('origin')
    const mix = mixOverTime(book, 'EUR', today)
    if (!mix) throw new Error('the sample has earned')
    const shown = await cells(face.t('income.origin.title'), face.t('income.origin.all'))
    expect(shown).toEqual(mix.spans.slice(-shown.length).map((span) => written(earnedInSpan(span))))
    const file = path.join(mainstay.home, 'mix.csv')
    await answerSaveDialog(electron, file)
    await face.button(face.t('app.saveTable', { table: face.t('income.origin.title') })).click()
    await expect(page.getByText(face.t('app.tableSaved', { name: 'mix.csv' }))).toBeVisible()
    const lines = (await readFile(file, 'utf8')).split('\r\n')
    expect(lines).toHaveLength(mix.spans.length + 2)
    const last = mix.spans.at(-1)
    const sums = last ? [last.retained, last.projects, last.hourly, earnedInSpan(last)] : []
    const share = (last?.retainedBasisPoints ?? 0) / 100
    expect(lines.at(-2)).toBe([last?.from, last?.to, ...sums.map((sum) => sum / 100), share].join(','))
    await expect(face.table(face.t('income.hours.table'))).toBeVisible()
  })
})

test('income on paper: the chart and its figures alone, on white from a dark window', async ({ mainstay }) => {
  const { page, electron } = await mainstay.start({ sample: true })
  const face = new Face(page)
  await show(page, { language: 'en', theme: 'dark' })
  await face.go('income')
  await face.table(/^Income by month/).waitFor()

  await test.step('the menu hands the page to the system', async () => {
    await electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      if (contents) contents.print = (_options, done) => done?.(false, 'Invalid printer settings')
    })
    await chooseInMenu(electron, face.t('shell.menu.file'), face.t('shell.menu.print'))
    await expect(page.getByText(face.t('problems.refusal.notPrinted'))).toBeVisible()
  })

  const pages = await printedPages(electron)
  const words = pages.map(({ text }) => text).join(' ')
  // The app's own letters a and digits are variants of the font, which a PDF does not say to be what they are.
  for (const said of [face.t('income.chart.expected'), face.t('income.chart.hourly')]) expect(words).toContain(said)
  for (const aside of [face.t('billing.place.title'), face.t('shell.rail.settings')]) expect(words).not.toContain(aside)
  expect(pages).toHaveLength(1)
  await test.step('so is each of its pages: its chart as wide as the sheet of paper, and nothing wider', async () => {
    const SHEET = 1230
    const isWhole = async (hasChart = true): Promise<void> => {
      for (const { right, width } of await printedPages(electron)) expect(right).toBeLessThan(width - 20)
      const drawn = await page.evaluate(() => {
        window.dispatchEvent(new Event('beforeprint'))
        const charts = [...document.querySelectorAll('main figure [role=img] svg')]
        const widths = charts.map((chart) => Number(chart.getAttribute('width')))
        window.dispatchEvent(new Event('afterprint'))
        return widths
      })
      if (hasChart) expect(Math.abs(Math.max(...drawn) - SHEET + 20)).toBeLessThanOrEqual(20)
    }
    await isWhole()
    for (const tab of ['rates', 'capacity', 'origin'] as const) {
      await page.getByRole('tab', { name: face.t(`income.pages.${tab}`) }).click()
      await face.table(face.t(`income.${tab}.title`)).waitFor()
      await isWhole(tab !== 'rates')
    }
    await page.getByRole('tab', { name: face.t('income.pages.months') }).click()
    await page.getByText(face.t('income.cash.cash'), { exact: true }).click()
    await face.table(/./).waitFor()
    await isWhole()
  })
  await page.emulateMedia({ media: 'print' })
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--text'))).toBe(
    await page.evaluate(() => {
      document.documentElement.dataset['theme'] = 'light'
      return getComputedStyle(document.documentElement).getPropertyValue('--text')
    }),
  )
})
