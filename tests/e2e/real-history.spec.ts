import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ROOT } from '#electron/launch/program.mjs'
import { formatter } from '#shared/i18n/format.ts'
import type { SpanRow } from '#shared/formats/rows.ts'
import { addToMonth, monthOf, monthsBetween, type Month } from '#shared/kernel/day.ts'
import { instantOf, dayAt } from '#shared/kernel/instant.ts'
import { expect, test } from './app.ts'
import { disk } from './disk.ts'
import { answerFileDialog, chooseInMenu } from './main-process.ts'
import { cellsOf, Face } from './pages/face.ts'
import { ImportDialog } from './pages/import-dialog.ts'
import { keepPicture } from './pictures.ts'
import { twoYears, type Report } from './toggl-report.ts'
import { ZONE } from './zone.ts'

/** Ten real years, where they lie beside the checkout (they are no part of it); else a made-up report. */
const REAL = path.resolve(ROOT, '../shared/data/toggl-ten-years.csv')
const format = formatter('en')

interface History {
  readonly text: string
  readonly client: string
  readonly entries: number
  readonly found: Found
  /** Seconds that somebody pays for. */
  readonly billed: number
  /** The first and the last column of where income comes from. */
  readonly spans: readonly [string, string]
}

async function history(): Promise<History> {
  if (existsSync(REAL)) return { text: await readFile(REAL, 'utf8'), client: 'Client 01', ...README }
  const report = twoYears(dayAt(instantOf(Date.now()), ZONE), ZONE)
  return { text: report.text, client: 'Alder', ...countedOf(report) }
}

/** What a search of the list finds, in seconds. */
type Found = readonly (readonly [search: string, seconds: number])[]

/** As the data's own README has them. */
const README: Pick<History, 'entries' | 'found' | 'billed' | 'spans'> = {
  entries: 10_178,
  found: [
    ['', 37_540_950],
    ['client:"Client 01"', 6_135_000],
    ['client:"Client 01" after:2012-03 before:2012-04', 333_000],
    ['client:"Client 02"', 3_640_500],
    ['client:"Client 02" after:2016-09 before:2016-10', 160_500],
    ['client:"Own work"', 11_371_950],
  ],
  billed: 37_540_950 - 11_371_950,
  // What is empty after them is left out.
  spans: ['2009', '2019'],
}

/** The same of a made-up report, counted over what it was printed from. */
function countedOf({ rows, first }: Report): Pick<History, 'entries' | 'found' | 'billed' | 'spans'> {
  const sum = (isCounted: (row: SpanRow) => boolean): number =>
    rows.reduce((all, row) => all + (isCounted(row) ? row.seconds : 0), 0)
  const monthAfter = addToMonth(first, 1)
  const quarter = (month: Month): string => `Q${Math.ceil(Number(month.slice(5)) / 3)}`
  return {
    entries: rows.length,
    found: [
      ['', sum(() => true)],
      ['client:"Alder"', sum(({ client }) => client === 'Alder')],
      [
        `client:"Alder" after:${first} before:${monthAfter}`,
        sum(({ client, start }) => client === 'Alder' && monthOf(dayAt(start, ZONE)) === first),
      ],
      ['client:"Own work"', sum(({ client }) => client === '')],
    ],
    billed: sum(({ billable }) => billable),
    spans: [quarter(first), quarter(monthOf(dayAt(instantOf(Date.now()), ZONE)))],
  }
}

/** Seconds of a client by month, counted over the lines of the report by columns alone. */
function secondsByMonth({ text, client }: History): Map<Month, number> {
  const months = new Map<Month, number>()
  for (const line of text.split(/\r?\n/).slice(1)) {
    const found = /^[^,]*,[^,]*,([^,]*),.*,(\d{4}-\d\d)-\d\d,[\d:]+,[\d-]+,[\d:]+,(\d+):(\d+):(\d+),/.exec(line)
    if (found?.[1] !== client) continue
    const [, , month, hours, minutes, rest] = found
    const seconds = Number(hours) * 3600 + Number(minutes) * 60 + Number(rest)
    months.set(month as Month, (months.get(month as Month) ?? 0) + seconds)
  }
  return months
}

/** The middle of the last six months that had work, to the half hour. */
function usualOf(months: ReadonlyMap<Month, number>): number {
  const last = [...months.keys()].toSorted().at(-1) as Month
  const worked = monthsBetween(addToMonth(last, -5), last)
    .map((month) => months.get(month) ?? 0)
    .filter((seconds) => seconds > 0)
    .toSorted((a, b) => a - b)
  const middle = worked.length / 2
  const median =
    worked.length % 2 === 0
      ? ((worked[middle - 1] ?? 0) + (worked[middle] ?? 0)) / 2
      : (worked[Math.floor(middle)] ?? 0)
  return Math.round(median / 1800) * 1800
}

test('years that were tracked elsewhere come in, and the suggestion that they make is a retainer tried on them', async ({
  mainstay,
}, testInfo) => {
  test.setTimeout(180_000)
  const told = await history()
  const months = secondsByMonth(told)
  const usual = usualOf(months)
  const file = path.join(mainstay.home, 'report.csv')
  await writeFile(file, told.text)
  const { page, electron } = await mainstay.start()
  const face = new Face(page)
  const importing = new ImportDialog(face)
  await answerFileDialog(electron, file)
  await expect(face.title).toBeVisible()

  await test.step('it comes in', async () => {
    await chooseInMenu(electron, 'File', 'Import…')
    await importing.confirm.click({ timeout: 60_000 })
    await expect(face.toast(/^Imported/)).toBeVisible({ timeout: 60_000 })
  })

  await test.step('it is all there, to the second that is shown', async () => {
    await face.go('time')
    await page.keyboard.press('Control+Digit3')
    const search = page.getByRole('combobox', { name: 'Search entries' })
    for (const [query, seconds] of told.found) {
      await search.fill(query === '' ? '' : `${query} `)
      const said = query === '' ? `in ${format.number(told.entries)} entries.` : 'that match.'
      await expect(face.main).toContainText(said, { timeout: 60_000 })
      await expect(face.main, query).toContainText(`${format.duration(seconds)} in `, { timeout: 60_000 })
    }
    await search.fill('')
  })

  await test.step('all that was worked for clients is in Income, however long ago', async () => {
    const { preferences } = await disk(mainstay.data)
    const [own] = [...preferences.values()]
    const all = (told.billed * Number(own?.['listRate'])) / 3600 / 100
    await face.go('income')
    await expect(face.table(/^Income by month/)).toBeVisible()
    await keepPicture(testInfo, 'income', await page.screenshot())
    await page.getByRole('tab', { name: face.t('income.pages.origin') }).click()
    const row = face.table(face.t('income.origin.title')).getByRole('row', { name: /^Earned/ })
    const cells = (await cellsOf(row)).slice(1).filter((cell) => cell !== '–')
    const heads = await face.table(face.t('income.origin.title')).getByRole('columnheader').allInnerTexts()
    expect([heads[0], heads.at(-1)]).toEqual(told.spans.map((span) => expect.stringContaining(span) as unknown))
    const shown = cells.reduce((sum, cell) => sum + Number(cell.replaceAll(',', '')), 0)
    // Each is in whole units.
    expect(Math.abs(shown - all)).toBeLessThanOrEqual(cells.length / 2)
    expect(all).toBeGreaterThan(1000)
    await keepPicture(testInfo, 'where it comes from', await page.screenshot())
    await page.getByRole('tab', { name: face.t('income.pages.months') }).click()
  })

  await test.step('the client’s page says what to offer and why', async () => {
    await face.go('clients')
    await face.main.getByRole('button', { name: told.client, exact: true }).click()
    await expect(face.main).toContainText(`${format.duration(usual)} a month for`)
    await expect(face.table('Readiness').getByRole('row')).toHaveCount(5)
    await keepPicture(testInfo, 'client', await page.screenshot())
    await face.button('Accept the suggestion').click()
  })

  await test.step('every month that was worked is in the ledger as it would have been', async () => {
    const ledger = face.table('Ledger')
    await ledger.waitFor()
    const folded = ledger.getByRole('button', { name: /^\d{4}$/, expanded: false })
    while ((await folded.count()) > 0) await folded.first().click()
    const last = [...months.keys()].toSorted().at(-1) as Month
    const first = [...months.keys()].toSorted()[0] as Month
    const all = monthsBetween(first, last)
    // Of a recent client the last half year is tried; of one from longer ago everything.
    const shown = told.client === 'Client 01' ? all : all.slice(-6)
    const rows = ledger.getByRole('row').filter({ has: page.getByRole('button', { name: /^[A-Z][a-z]+/ }) })
    const hours = (value: number): string => (value === 0 ? '–' : format.hours(value))
    for (const [index, month] of shown.entries()) {
      const used = months.get(month) ?? 0
      const cells = (await cellsOf(rows.nth(index))).slice(1, 6)
      expect(cells, month).toEqual([
        '–',
        hours(usual),
        hours(Math.max(0, used - usual)),
        hours(used),
        hours(Math.max(0, usual - used)),
      ])
    }
    await keepPicture(testInfo, 'suggestion', await page.screenshot())
  })

  await test.step('kept as a draft it takes over no time', async () => {
    await face.button('Keep as a draft').click()
    await expect(face.toast(`A draft for ${told.client} is kept`)).toBeVisible()
    const { engagements, entries } = await disk(mainstay.data)
    const draft = [...engagements.values()].find(({ kind }) => kind === 'retainer')
    expect(draft).toMatchObject({ status: 'draft', agreement: { versions: [{ included: usual / 60 }] } })
    expect([...entries.values()].filter(({ engagementId }) => engagementId === draft?.['id'])).toEqual([])
  })
})
