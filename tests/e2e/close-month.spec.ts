import path from 'node:path'
import type { Page } from '@playwright/test'
import { applyToBook, emptyBook } from '#shared/domain/book.ts'
import type { Bridge, Snapshot } from '#shared/ipc.ts'
import { addDays, addToMonth, firstDayOf, monthOf, type Day, type Month } from '#shared/kernel/day.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { made, type Edit } from '#shared/model/change.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { emptyWorkspace, type TableName, type Workspace } from '#shared/model/workspace.ts'
import { pdfPages } from '#tests/support/pdf.ts'
import { expect, test, type RunningApp } from './app.ts'
import { letPass } from './main-process.ts'
import { Face } from './pages/face.ts'
import { letters, savePaper } from './pages/paper.ts'
import { execute } from './workspace.ts'

type Tables = Workspace['tables']

/** The tables that a window always has, as it gets them: without the time. */
async function tablesIn(page: Page): Promise<Tables> {
  const text = await page.evaluate(async () => (window as unknown as { mainstay: Bridge }).mainstay.load())
  const { tables } = JSON.parse(text) as Snapshot
  const book = emptyBook(emptyWorkspace('all'), null)
  applyToBook(
    book,
    Object.entries(tables).flatMap(([table, records]) =>
      (records ?? []).map((record) => made(table as TableName, record as never) as Edit),
    ),
  )
  return book.workspace.tables
}

const retainersOf = ({ engagements }: Tables): Retainer[] =>
  [...engagements.values()].filter(
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

/** Hours worked on a retainer in a month, by its place: in odd months on the first of them more than there is. */
const secondsIn = (month: Month, index: number): number =>
  index === 0 && Number(month.slice(5)) % 2 === 1 ? 16 * 3600 : (3 + index) * 3600 + 1800

/** Some work on each retainer that goes on. */
async function workIn(page: Page, month: Month, retainers: readonly Retainer[]): Promise<void> {
  const first = firstDayOf(month)
  for (const [index, { id, agreement }] of retainers.entries()) {
    if (agreement.startsOn > first || (agreement.endsOn ?? '9999') < first) continue
    await execute(page, 'entry.create', {
      engagementId: id,
      note: `Work of ${month}`,
      when: { day: addDays(first, 4 + index), seconds: secondsIn(month, index) },
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
  const retainers = retainersOf(await tablesIn(app.page))
  for (let index = 0; index < 12; index++) {
    const month = addToMonth(first, index)
    if (index > 0) {
      await turnTo(app, addDays(firstDayOf(addToMonth(month, 1)), 2))
      await workIn(app.page, month, retainers)
    }
    await passOver(face, month, index === 0)
  }
  const { closings, invoices } = await tablesIn(app.page)
  expect([...closings.values()].some(({ goodwill }) => goodwill !== undefined)).toBe(true)
  expectGapless([...invoices.values()])
  const lines = [...invoices.values()].flatMap((invoice) => (invoice.status === 'issued' ? invoice.lines : []))
  let [periods, over, plain] = [0, 0, 0]
  for (const closing of closings.values()) {
    const { engagementId, start, end, figures } = closing
    if (end <= firstDayOf(first)) continue
    periods += 1
    // What was charged for the period, line by line, is what was reported of it.
    const charged = sumOf(lines, (line) =>
      line.engagementId === engagementId && line.period === start ? line.amount : 0,
    )
    const { fee, topUpAmount, overageAmount } = figures
    expect(charged, `${engagementId} ${start}`).toBe(fee + topUpAmount + overageAmount)
    over += overageAmount
    const index = retainers.findIndex(({ id }) => id === engagementId)
    const { agreement } = retainers[index] as Retainer
    // Months that have nothing but the new work: by hand, what went past them where nothing is carried over.
    if (start < firstDayOf(addToMonth(first, 2)) || !start.endsWith('-01') || agreement.basis !== 'hours') continue
    expect(figures.used).toBe(secondsIn(monthOf(start), index))
    const included = agreement.versions.findLast(({ from }) => from <= start)?.included ?? 0
    if (agreement.rollover !== null || agreement.versions.some(({ overage }) => overage)) continue
    plain += 1
    const past = Math.max(0, figures.used - included * 60)
    expect(overageAmount).toBe(Math.round((past * (agreement.overage.rate ?? agreement.listRate)) / 3600))
  }
  expect(periods).toBeGreaterThan(20)
  expect(over).toBeGreaterThan(0)
  expect(plain).toBeGreaterThan(5)
})

/** Each year has the numbers from 1 on, each once. */
function expectGapless(invoices: readonly Invoice[]): void {
  const years = new Set(invoices.map(({ year }) => year))
  expect(years.size).toBeGreaterThan(1)
  for (const year of years) {
    const numbers = invoices.flatMap((invoice) => (invoice.year === year ? [invoice.number ?? 0] : []))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1))
  }
}

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
  const { closings } = await tablesIn(page)
  const papers = [...closings.values()].map(({ report }) => report?.sent?.paper ?? '')
  expect(papers.filter((paper) => paper.includes('Said for the client'))).toHaveLength(1)
})
