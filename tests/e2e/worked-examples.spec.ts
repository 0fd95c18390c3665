import type { Page } from '@playwright/test'
import { firstDayOf, monthOf } from '#shared/kernel/day.ts'
import type { Bridge } from '#shared/ipc.ts'
import type { Id } from '#shared/kernel/id.ts'
import { dayAt, instantOf } from '#shared/kernel/instant.ts'
import { seconds } from '#shared/kernel/units.ts'
import { expect, test } from './app.ts'
import { Agreements, type Terms } from './pages/agreements.ts'
import { cellsOf, Face } from './pages/face.ts'
import { clientByTheHour, execute } from './workspace.ts'
import { ZONE } from './zone.ts'

/** The worked examples of domain.md, made through the editor and read off the ledger: all at 100.00 an hour. */
const today = dayAt(instantOf(Date.now()), ZONE)
const thisMonth = firstDayOf(monthOf(today))
const HOUR = 3600

const workedOn = (page: Page, engagementId: Id, day: string, hours: number, perkId?: string): Promise<Id> =>
  execute(page, 'entry.create', {
    engagementId,
    note: '',
    when: { day, seconds: seconds(hours * HOUR) },
    ...(perkId === undefined ? {} : { perkId }),
  })

/** A client with work by the hour on some days, and the agreement that takes it over, as its page shows it. */
async function agreedOver(face: Face, name: string, work: readonly (readonly [string, number])[], terms: Terms) {
  const hourly = await clientByTheHour(face.page, name)
  for (const [day, hours] of work) await workedOn(face.page, hourly, day, hours)
  await openEditor(face, name)
  const agreements = new Agreements(face)
  await agreements.writeTerms(terms)
  await agreements.save()
}

async function openEditor(face: Face, name: string): Promise<void> {
  await face.go('clients')
  await face.main.getByRole('row', { name: new RegExp(`^${name}`) }).hover()
  await face.button(face.t('clients.list.makeRetainerFor', { client: name })).click()
  await face.page.getByRole('heading', { level: 1, name }).waitFor()
}

/** A month of the ledger: opening, granted, over, used, expired, dropped, carried, per hour. */
const month = async (face: Face, name: string): Promise<string[]> =>
  (await cellsOf(face.table('Ledger').getByRole('row', { name: new RegExp(`^${name}`) }))).slice(1)

const ten: Terms = { hours: '10', fee: '1,000', startsOn: '2025-01-01', months: '12', atEnd: 'Renews' }

test('hours: carried with a cap, billed past them, and a first month by its days', async ({ mainstay }) => {
  test.setTimeout(120_000)
  const { page } = await mainstay.start()
  const face = new Face(page)

  await test.step('1: rollover of one month, at most 5 h', async () => {
    const work = [6, 13, 4, 10].map((hours, index) => [`2025-0${index + 1}-15`, hours] as const)
    await agreedOver(face, 'Rollover', work, { ...ten, unused: 'Carries 1 month', cap: '5' })
    expect(await month(face, 'January')).toEqual(['–', '10:00', '–', '6:00', '–', '–', '4:00', '166.67'])
    expect(await month(face, 'February')).toEqual(['4:00', '10:00', '–', '13:00', '–', '–', '1:00', '76.92'])
    expect(await month(face, 'March')).toEqual(['1:00', '10:00', '–', '4:00', '–', '2:00', '5:00', '250.00'])
    expect(await month(face, 'April')).toEqual(['5:00', '10:00', '–', '10:00', '–', '–', '5:00', '100.00'])
  })

  await test.step('2: no rollover, 12 h 30 min billed at 120', async () => {
    await agreedOver(face, 'Overage', [['2025-01-15', 12.5]], { ...ten, rate: '120' })
    expect(await month(face, 'January')).toEqual(['–', '10:00', '2:30', '12:30', '–', '–', '–', '80.00'])
    await face.table('Ledger').getByRole('button', { name: 'January' }).click()
    await expect(face.table(/^Moves of January 2025/)).toContainText('Past the hours, £300 at £120')
    await expect(face.main).toContainText(/£80 an hour: £1,000 for 12.h.30.min worked, and £104 with what was billed/)
  })

  await test.step('3: prorated by days from 16 April', async () => {
    await agreedOver(face, 'Proration', [['2025-04-20', 1]], { ...ten, startsOn: '2025-04-16' })
    await expect(face.main).toContainText(/The first month begins on 16 April 2025: £500 for 5\sh\./)
    expect((await month(face, 'April')).slice(1, 4)).toEqual(['5:00', '–', '1:00'])
  })
})

test('a version from the next month on, a perk, deliverables, and three clients at 500', async ({ mainstay }) => {
  test.setTimeout(120_000)
  const { page } = await mainstay.start()
  const face = new Face(page)
  const agreements = new Agreements(face)
  const now = { hours: '10', fee: '1,000', startsOn: thisMonth, months: '12' }

  await test.step('three clients at 500 are 1,500 to count on', async () => {
    for (const name of ['Ada', 'Bea', 'Cora']) {
      await clientByTheHour(page, name)
      await openEditor(face, name)
      await agreements.writeTerms({ ...now, hours: '5', fee: '500' })
      await agreements.save()
    }
    await face.go('retainers')
    await expect(face.main).toContainText('Three clients pay £1,500 a month in advance.')
  })

  await test.step('4: 15 h for 1,400 leave this month as it was agreed', async () => {
    await agreedOver(face, 'Version', [[today, 1]], now)
    await face.button(face.t('retainers.page.edit')).click()
    await face.field('Hours a month').fill('15')
    await face.field('Fee a month').fill('1,400')
    await face.button(face.t('retainers.editor.saveTerms')).click()
    await expect(face.toast('Changed the terms of Version')).toBeVisible()
    await expect(page.getByRole('region', { name: 'This period' })).toContainText('of 10:00')
    await face.button(face.t('retainers.page.edit')).click()
    await expect(face.main).toContainText(/Since 1 \w+ \d{4}; before it was 10\sh for £1,000/)
    await face.button(face.t('retainers.editor.discard')).click()
  })

  await test.step('5: of 45 min on a perk of 30, 15 are of the hours', async () => {
    await clientByTheHour(page, 'Perk')
    await openEditor(face, 'Perk')
    await face.button('Add a perk').click()
    await face.field('What it is').fill('Call')
    await agreements.writeTerms(now)
    await agreements.save()
    await expect(face.main).toContainText(/On top: Call, 30\smin a month\./)
    await workedOn(page, await retainerOf(page, 'Perk'), today, 0.75, 'perk-1')
    await expect(page.getByRole('region', { name: 'This period' })).toContainText('9:45 left')
  })

  await test.step('6: three of four delivered in 16 h', async () => {
    await clientByTheHour(page, 'Articles')
    await openEditor(face, 'Articles')
    await page.getByRole('radio', { name: 'Deliverables' }).check({ force: true })
    await face.field('Deliverables a month').fill('4')
    await face.field('Fee a month').fill('2,000')
    await face.writeDay('Starts', thisMonth)
    await agreements.save()
    await workedOn(page, await retainerOf(page, 'Articles'), today, 16)
    await face.button('More for Articles').click()
    await page.getByRole('menuitem', { name: 'Note a delivery' }).click()
    await face.field('How many').fill('3')
    await face.button('Note it').click()
    await expect(page.getByRole('region', { name: 'This period' })).toContainText('1 of 4 to deliver')
    await expect(face.table('Ledger')).toContainText('125.00')
  })
})

/** The retainer of a client, as the page's own book has it. */
const retainerOf = (page: Page, client: string): Promise<Id> =>
  page.evaluate(async (name) => {
    const { mainstay } = window as unknown as { mainstay: Bridge }
    const { clients, engagements } = (JSON.parse(await mainstay.load()) as Snapshot).tables
    const id = clients.find((each) => each.name === name)?.id
    return engagements.find((each) => each.kind === 'retainer' && each.clientId === id)?.id as never
  }, client)

interface Snapshot {
  readonly tables: {
    readonly clients: readonly { id: string; name: string }[]
    readonly engagements: readonly { id: string; kind: string; clientId: string }[]
  }
}
