import path from 'node:path'
import type { Page } from '@playwright/test'
import { billedOn, sumOfKinds } from '#shared/domain/billing/billed.ts'
import { gapsIn } from '#shared/domain/billing/numbers.ts'
import { applyToBook, countAll, doneOf, emptyBook, preferencesOf, type Book } from '#shared/domain/book.ts'
import { adjustedLedger } from '#shared/domain/ledger/closing.ts'
import type { Bridge, Snapshot } from '#shared/ipc.ts'
import { addDays, addToMonth, firstDayOf, monthOf, type Day, type Month } from '#shared/kernel/day.ts'
import { minor, sumOf } from '#shared/kernel/units.ts'
import { made, type Edit } from '#shared/model/change.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { emptyWorkspace, type TableName } from '#shared/model/workspace.ts'
import { pdfPages } from '#tests/support/pdf.ts'
import { expect, test, type RunningApp } from './app.ts'
import { letPass } from './main-process.ts'
import { Face } from './pages/face.ts'
import { letters, savePaper } from './pages/paper.ts'
import { execute } from './workspace.ts'

/** All that is there, as the window gets it, with every month of its time. */
async function bookIn(page: Page): Promise<Book> {
  const { snapshot, months } = await page.evaluate(async () => {
    const { mainstay } = window as unknown as { mainstay: Bridge }
    const text = await mainstay.load()
    const from = Array.from({ length: 48 }, (_, back) => {
      const on = new Date(Date.now())
      on.setUTCDate(1)
      on.setUTCMonth(on.getUTCMonth() - back)
      return on.toISOString().slice(0, 7)
    })
    return { snapshot: text, months: await mainstay.months(from) }
  })
  const book = emptyBook(emptyWorkspace('all'), null)
  const { tables } = JSON.parse(snapshot) as Snapshot
  const edits = Object.entries({ ...tables, entries: months }).flatMap(([table, records]) =>
    (records ?? []).map((record) => made(table as TableName, record as never) as Edit),
  )
  applyToBook(book, edits)
  const { timeZone } = preferencesOf(book.workspace)
  book.totals = countAll(book.workspace, book.workspace.tables.entries.values(), timeZone)
  return book
}

const retainersOf = (book: Book): Retainer[] =>
  [...book.workspace.tables.engagements.values()].filter(
    (each): each is Retainer => each.kind === 'retainer' && (each.status === 'active' || each.status === 'ended'),
  )

/** It is a noon later on, for the shell and for the page: what the page shows is loaded anew. */
async function turnTo({ page, electron }: RunningApp, day: Day): Promise<void> {
  const now = await electron.evaluate(() => Date.now())
  const noon = Date.parse(`${day}T12:00:00Z`)
  await letPass(electron, Math.round((noon - now) / 1000))
  await page.clock.setFixedTime(new Date(noon))
  await page.reload()
  await page.getByRole('navigation').waitFor()
}

/** Some work on each retainer that goes on; in odd months on one of them more than there is. */
async function workIn(page: Page, month: Month, book: Book): Promise<void> {
  const first = firstDayOf(month)
  for (const [index, { id, agreement }] of retainersOf(book).entries()) {
    if (agreement.startsOn > first || (agreement.endsOn ?? '9999') < first) continue
    const seconds = index === 0 && Number(month.slice(5)) % 2 === 1 ? 16 * 3600 : (3 + index) * 3600 + 1800
    await execute(page, 'entry.create', {
      engagementId: id,
      note: `Work of ${month}`,
      when: { day: addDays(first, 4 + index), seconds },
    })
  }
}

/** One pass by the window's own buttons, from the gaps to the end. */
async function passOver(face: Face, month: Month, isFirst: boolean): Promise<void> {
  await face.go('close')
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long' }).format(new Date(`${month}-15T12:00:00Z`))
  await expect(face.title).toHaveText(face.t('close.title', { month: name }))
  const on = face.main.getByRole('contentinfo').or(face.main.locator('footer')).getByRole('button').last()
  const steps = face.main.getByRole('listitem')
  const go = (place: number) => steps.nth(place).getByRole('button').click()
  await go(0)
  await on.click()
  await expect(steps.nth(1).getByRole('button')).toHaveAttribute('aria-current', 'step')
  await decideAll(face, isFirst)
  // One press agrees to all that asks nothing; what is only one has a button of its own.
  for (const name of [/^Agree to all/, /^Agree to the ledger/]) {
    const agree = face.main.getByRole('button', { name })
    if ((await agree.count()) === 0) continue
    await agree.last().click()
    break
  }
  await expect(steps.nth(1)).toContainText('agreed')
  await on.click()
  await expect(steps.nth(2).getByRole('button')).toHaveAttribute('aria-current', 'step')
  await on.click()
  for (const each of ['draftAll', 'issueAll'] as const) {
    const deed = face.main.getByRole('button', { name: each === 'draftAll' ? /^Draft (it|all)/ : /^Issue (it|all)/ })
    if ((await deed.count()) === 0) continue
    await deed.click()
    if (each === 'issueAll') await face.dialog.getByRole('button', { name: /^Issue (it|all)/ }).click()
    await expect(deed).toHaveCount(0)
  }
  await expect(face.main.getByRole('heading', { level: 2 }).first()).toHaveText(face.t('close.invoices.clear'))
  await on.click()
  await face.button(face.t('close.finish', { month: name })).click()
  await face.arrived('today')
}

/** What went past its hours: given the first time, billed as agreed from then on. */
async function decideAll(face: Face, gives: boolean): Promise<void> {
  const card = face.main.getByRole('article')
  for (let isGiven = !gives; (await card.count()) > 0; isGiven = true) {
    const name = await card.getAttribute('aria-label')
    if (!isGiven) {
      await card.getByRole('radio', { name: face.t('close.decide.give') }).check({ force: true })
      await face.field(face.t('close.decide.reason')).fill('A delay of ours')
    }
    await card.getByRole('button').last().click()
    await expect(face.main.getByRole('article', { name: name ?? '' })).toHaveCount(0)
  }
}

test('a year of the sample is closed in twelve passes: numbers gapless, ledger and invoices alike to the cent', async ({
  mainstay,
}) => {
  test.setTimeout(240_000)
  const app = await mainstay.start({ sample: true })
  const face = new Face(app.page)
  await face.arrived('today')
  const today = (await app.page.evaluate(() => new Date().toISOString().slice(0, 10))) as Day
  const first = addToMonth(monthOf(today), -1)
  const closedBefore = (await bookIn(app.page)).workspace.tables.closings.size
  for (let index = 0; index < 12; index++) {
    const month = addToMonth(first, index)
    if (index > 0) {
      await turnTo(app, addDays(firstDayOf(addToMonth(month, 1)), 2))
      await workIn(app.page, month, await bookIn(app.page))
    }
    await passOver(face, month, index === 0)
  }
  const book = await bookIn(app.page)
  const { closings, invoices } = book.workspace.tables
  expect(closings.size).toBeGreaterThan(closedBefore + 12)
  expect([...closings.values()].some(({ goodwill }) => goodwill !== undefined)).toBe(true)
  const years = new Set([...invoices.values()].map(({ year }) => year ?? 0))
  expect(years.size).toBeGreaterThan(1)
  for (const year of years) expect(gapsIn(invoices.values(), { year, series: '' })).toEqual([])
  const billed = billedOn(invoices.values())
  let periods = 0
  for (const { id, agreement } of retainersOf(book))
    for (const row of adjustedLedger(agreement, doneOf(book, id), firstDayOf(addToMonth(first, 12)))) {
      const { period, fee, topUpAmount, overageAmount } = row
      if (period.end <= firstDayOf(first) || period.end > firstDayOf(addToMonth(first, 12))) continue
      periods += 1
      const own = sumOfKinds(billed.get(id)?.periods.get(period.start))
      expect(own, `${id} ${period.start}`).toBe(fee + topUpAmount + overageAmount)
    }
  expect(periods).toBeGreaterThan(20)
  expect(sumOf(invoices.values(), ({ lines }) => sumOf(lines, ({ amount }) => amount))).toBeGreaterThan(minor(0))
})

test('a report is read, worded, saved and sent: it says what its page says, and stays as it was sent', async ({
  mainstay,
}) => {
  const { page, electron } = await mainstay.start({ sample: true })
  const face = new Face(page)
  await face.go('close')
  const steps = face.main.getByRole('listitem')
  await steps.nth(1).getByRole('button').click()
  await decideAll(face, true)
  await face.main.getByRole('button', { name: /^Agree to all/ }).click()
  await expect(steps.nth(1)).toContainText('agreed')
  for (const [client, title] of [
    ['Halden & Reyes, Messaging', 'Report for'],
    ['Studio Aperta, Content', 'Resoconto di'],
  ] as const) {
    await face.go('close')
    await steps.nth(2).getByRole('button').click()
    await face.button(face.t('close.reports.readThis', { name: client })).click()
    const note = face.main.getByRole('textbox', { name: /^In place of/ }).last()
    await note.fill('Said for the client')
    await note.blur()
    await face.button(face.t('report.page.preview')).click()
    const button = face.dialog.getByRole('button', { name: face.t('app.documents.save') })
    await button.waitFor()
    const { texts, bytes } = await savePaper({ electron, face, button, file: path.join(mainstay.home, `${title}.pdf`) })
    const all = letters((await pdfPages(bytes)).map(({ text }) => text).join(' '))
    expect(texts.join(' ')).toContain(title)
    expect(texts).toContain('Said for the client')
    for (const text of texts) expect(all).toContain(letters(text))
  }
  await face.button(face.t('report.page.send')).click()
  await face.dialog.getByRole('button', { name: face.t('report.page.send') }).click()
  await expect(face.button(face.t('report.page.send'))).toHaveCount(0)
  const book = await bookIn(page)
  const sent = [...book.workspace.tables.closings.values()].find(({ report }) => report?.sent !== undefined)
  expect(sent?.report?.sent?.paper).toContain('Said for the client')
})
