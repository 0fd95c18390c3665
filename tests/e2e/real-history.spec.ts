import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ROOT } from '#electron/launch/program.mjs'
import { formatter } from '#shared/i18n/format.ts'
import { addToMonth, monthsBetween, type Month } from '#shared/kernel/day.ts'
import { instantOf, dayAt } from '#shared/kernel/instant.ts'
import { expect, test } from './app.ts'
import { disk } from './disk.ts'
import { answerFileDialog, chooseInMenu } from './main-process.ts'
import { cellsOf, Face } from './pages/face.ts'
import { ImportDialog } from './pages/import-dialog.ts'
import { keepPicture } from './pictures.ts'
import { twoYears } from './toggl-report.ts'
import { ZONE } from './zone.ts'

/** Ten real years, where they lie beside the checkout (they are no part of it); else a made-up report. */
const REAL = path.resolve(ROOT, '../shared/data/toggl-ten-years.csv')
const format = formatter('en')

interface History {
  readonly text: string
  readonly client: string
}

const history = async (): Promise<History> =>
  existsSync(REAL)
    ? { text: await readFile(REAL, 'utf8'), client: 'Client 01' }
    : { text: twoYears(dayAt(instantOf(Date.now()), ZONE), ZONE).text, client: 'Alder' }

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

/** Seconds that somebody pays for: a client's, and billable; what a made-up report has broken is refused. */
const billedSeconds = (text: string): number =>
  text
    .split(/\r?\n/)
    .map((line) =>
      /^[^,]*,[^,]*,[^,]+,(?!.*,Broken,).*,Yes,\d{4}-\d\d-\d\d,[\d:]+,[\d-]+,[\d:]+,(\d+):(\d+):(\d+),/.exec(line),
    )
    .reduce(
      (sum, found) => sum + Number(found?.[1] ?? 0) * 3600 + Number(found?.[2] ?? 0) * 60 + Number(found?.[3] ?? 0),
      0,
    )

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

  await test.step('all that was worked for clients is in Income, however long ago', async () => {
    const { preferences } = await disk(mainstay.data)
    const [own] = [...preferences.values()]
    const all = (billedSeconds(told.text) * Number(own?.['listRate'])) / 3600 / 100
    await face.go('income')
    await expect(face.table(/^Income by month/)).toBeVisible()
    await keepPicture(testInfo, 'income', await page.screenshot())
    await page.getByRole('tab', { name: face.t('income.pages.origin') }).click()
    const row = face.table(face.t('income.origin.title')).getByRole('row', { name: /^Earned/ })
    const cells = (await cellsOf(row)).slice(1).filter((cell) => cell !== '–')
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
