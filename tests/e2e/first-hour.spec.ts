import { formatter } from '#shared/i18n/format.ts'
import { addDays, addToMonth, daysBetween, firstDayOf, lastDayOf, monthOf } from '#shared/kernel/day.ts'
import { dayAt, instantOf } from '#shared/kernel/instant.ts'
import { expect, test } from './app.ts'
import { disk, journal, namesOf } from './disk.ts'
import { chooseInMenu } from './main-process.ts'
import { Agreements } from './pages/agreements.ts'
import { cellsOf, Face } from './pages/face.ts'
import { focusWindow, press } from './screen.ts'
import { ZONE } from './zone.ts'

const today = dayAt(instantOf(Date.now()), ZONE)
const thisMonth = monthOf(today)
const lastMonth = addToMonth(thisMonth, -1)
const format = formatter('en')

/** What is left after half an hour, and the seconds that the test itself takes. */
const HALF_AN_HOUR_ON = /12:(?:30|29) left of 13:00/

test('the first hour: a client, a retainer, the timer, and the way back', async ({ mainstay }) => {
  const { page, electron, quit } = await mainstay.start()
  const face = new Face(page)
  const agreements = new Agreements(face)

  await test.step('an empty workspace says how it begins', async () => {
    await expect(page.getByRole('heading', { name: 'Where your day will be' })).toBeVisible()
    await face.button('make a client').click()
    await face.dialog.waitFor()
    await expect(face.field('Name')).toBeFocused()
    await page.keyboard.type('Harbour & Co')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Harbour & Co' }).waitFor()
    await expect(face.toast('Added Harbour & Co')).toBeVisible()
  })

  await test.step('the agreement stands in words, and its ledger, while it is written', async () => {
    await face.button('A retainer').click()
    await expect(face.main).toContainText('Write the hours and the fee')
    await agreements.writeTerms({
      hours: '10',
      fee: '1,000',
      startsOn: firstDayOf(lastMonth),
      months: '12',
      unused: 'Carries 1 month',
      cap: '3',
      rate: '120',
    })
    const sentence = face.main.getByText(/^Harbour & Co pays/)
    await expect(sentence).toContainText('pays £1,000 on the first of each month for 10 h.')
    await expect(sentence).toContainText('Past that an hour costs £120.')
    await expect(sentence).toContainText('Unused time carries over for one month, up to 3 h.')
    const end = addDays(firstDayOf(addToMonth(lastMonth, 12)), -1)
    await expect(sentence).toContainText(`The year ends on ${format.day(end, 'long')} and renews`)
    const ledger = page.getByRole('region', { name: 'Ledger' })
    const rows = ledger.getByRole('table').locator('tbody tr:visible')
    expect((await cellsOf(rows.nth(0))).slice(1)).toEqual(['–', '10:00', '–', '–', '–', '7:00', '3:00', '–'])
    expect((await cellsOf(rows.nth(1))).slice(1, 6)).toEqual(['3:00', '10:00', '–', '–', leftNow('13:00')])
    await face.field('At most').fill('5')
    await expect(sentence).toContainText('up to 5 h.')
    await expect(rows.nth(1)).toContainText('15:00 left')
    await face.field('At most').fill('3')
    await agreements.save()
    await expect(face.toast('Made the retainer with Harbour & Co')).toBeVisible()
  })

  await test.step('its page and Today show the hours left', async () => {
    await expect(page.getByRole('region', { name: 'This period' })).toContainText('13:00 left')
    await face.go('today')
    await expect(row()).toContainText('13:00')
    await expect(row()).toContainText('of 13:00')
  })

  await test.step('the timer starts, is moved back, noted, switched and stopped', async () => {
    await agreements.makeClient('Second Street')
    // The dialogs took with them the buttons that opened them: the focus is on the page's name, not nowhere.
    await expect(page.getByRole('heading', { level: 1, name: 'Second Street' })).toBeFocused()
    await agreements.makeHourly()
    await expect(page.getByRole('heading', { level: 1, name: 'Second Street' })).toBeFocused()
    await face.timer.pick('Harbour')
    await expect(face.timer.elapsed).toHaveText(/^0:00:\d\d$/)
    await face.timer.startedEarlier()
    await expect(face.timer.elapsed).toHaveText(/^0:3\d:\d\d$/)
    await expect(face.timer.region).toContainText(HALF_AN_HOUR_ON)
    await face.timer.write('Minutes of the board')
    await face.go('today')
    await expect(row()).toContainText(/12:(?:30|29)/)
    await expect(face.title).toContainText(/3\d\s+min worked today/)
    await face.go('clients')
    await face.main.getByRole('button', { name: 'Second Street', exact: true }).click()
    await face.main.getByRole('button', { name: /^Start the timer for/ }).click()
    await expect(face.timer.region).toContainText('Second Street')
    await face.timer.hasRun()
    await face.timer.switchTo('Harbour & Co')
    await expect(face.timer.region).toContainText(HALF_AN_HOUR_ON)
    await face.timer.hasRun()
    await face.timer.switchTo('Second Street')
    await expect(face.timer.region).toContainText('Second Street')
    await face.timer.hasRun()
    await face.timer.stop()
    await expect(face.toast('Timer stopped')).toBeVisible()
    await expect(face.timer.stopButton).toHaveCount(0)
  })

  await test.step('undo and redo, in the menu and by the keys', async () => {
    await chooseInMenu(electron, 'Edit', 'Undo')
    await expect(face.toast('Undone: timer stopped')).toBeVisible()
    await expect(face.timer.region).toContainText('Second Street')
    await focusWindow()
    await press('ctrl+z')
    await expect(face.timer.region).toContainText(HALF_AN_HOUR_ON)
    await press('ctrl+shift+z')
    await expect(face.toast('Done again: timer started')).toBeVisible()
    await expect(face.timer.region).toContainText('Second Street')
    await chooseInMenu(electron, 'Edit', 'Redo')
    await expect(face.timer.stopButton).toHaveCount(0)
  })

  await test.step('what was done lies in the data folder, as JSON', async () => {
    const lines = await journal(mainstay.data)
    expect(
      lines.map(({ label, undoes, redoes }) => (undoes ? `undo ${label}` : redoes ? `redo ${label}` : label)),
    ).toEqual([
      'first start',
      'client.create',
      'retainer.create',
      'client.create',
      'hourly.create',
      'timer.start',
      'timer.backdate',
      'entry.update',
      'timer.start',
      'timer.start',
      'timer.start',
      'timer.stop',
      'undo timer.stop',
      'undo timer.start',
      'redo timer.start',
      'redo timer.stop',
    ])
    await quit()
    const { clients, engagements, entries } = await disk(mainstay.data)
    expect(namesOf(clients)).toEqual(['Harbour & Co', 'Second Street'])
    const retainer = [...engagements.values()].find(({ kind }) => kind === 'retainer')
    expect(retainer?.['agreement']).toMatchObject({
      startsOn: firstDayOf(lastMonth),
      term: { periods: 12, atEnd: 'renews' },
      rollover: { periods: 1, cap: 180 },
      overage: { policy: 'bill', rate: 12_000 },
      versions: [{ fee: 100_000, included: 600 }],
    })
    const spans = [...entries.values()].toSorted((a, b) => String(a['start']).localeCompare(String(b['start'])))
    expect(spans).toHaveLength(4)
    expect(spans[0]).toMatchObject({ engagementId: retainer?.['id'], note: 'Minutes of the board' })
    expect(spans.map(({ end }) => end)).not.toContain(null)
    expect(spans.slice(1).map(({ start }) => start)).toEqual(spans.slice(0, -1).map(({ end }) => end))
  })

  await test.step('and is there again', async () => {
    const again = new Face((await mainstay.start()).page)
    await again.arrived('today')
    await expect(again.main.getByRole('listitem').filter({ hasText: 'of 13:00' })).toContainText(/12:(?:30|29)/)
  })

  function row() {
    return face.main
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: /^(?:Start|Stop) Harbour/ }) })
  }
})

function leftNow(left: string): string {
  const days = daysBetween(today, lastDayOf(thisMonth))
  return `${left} left, ${days} ${days === 1 ? 'day' : 'days'} to go`
}
