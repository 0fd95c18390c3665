import { formatter } from '#shared/i18n/format.ts'
import { addToMonth, monthOf } from '#shared/kernel/day.ts'
import { dayAt, instantOf } from '#shared/kernel/instant.ts'
import { expect, test } from './app.ts'
import { Face } from './pages/face.ts'
import { ZONE } from './zone.ts'

const now = monthOf(dayAt(instantOf(Date.now()), ZONE))
const format = formatter('en')

test('income and today are walked by the keys alone, and every stop is known', async ({ mainstay }) => {
  const { page } = await mainstay.start({ sample: true })
  const face = new Face(page)
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const element = document.activeElement
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined
      return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim()
    })
  /** The names of the stops that Tab comes to, from where the focus is up to one. */
  const walkedTo = async (last: RegExp): Promise<string[]> => {
    const names: string[] = []
    while (names.length < 60 && !last.test(names.at(-1) ?? '')) {
      await page.keyboard.press('Tab')
      names.push(await focused())
    }
    return names
  }
  const like = (...stops: readonly (string | RegExp)[]) =>
    stops.map((stop) => (typeof stop === 'string' ? stop : (expect.stringMatching(stop) as unknown)))
  const month = (of: Parameters<typeof format.month>[0]): RegExp => new RegExp(`^${format.month(of)}: `)

  await test.step('month by month: sentence, steadiness, what if, the chart, its foot', async () => {
    await face.go('income')
    await face.title.focus()
    expect(await walkedTo(month(now))).toEqual(
      like(
        /^Target/,
        'Month by month',
        /^€/,
        /^€/,
        /%$/,
        /^What does/,
        /months?$/,
        /%$/,
        /^What does/,
        /%$/,
        /^What does/,
        'Earned',
        / left$/,
        / signed /,
        'A year earlier',
        'A year later',
        'Save Income as a table (CSV)',
        month(now),
      ),
    )
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect(face.dialog.getByRole('table', { name: format.month(addToMonth(now, 1)) })).toBeVisible()
    await page.keyboard.press('Tab')
    expect(await face.dialog.locator(':focus').count()).toBe(1)
    await page.keyboard.press('Escape')
    expect(await focused()).toMatch(month(addToMonth(now, 1)))
    await page.keyboard.press('Tab')
    expect(await focused()).toMatch(/^[\d,.]+$/)
  })

  await test.step('what went past the hours, down to its row of the ledger and what that is made of', async () => {
    const past = face.dialog.getByRole('row', { name: /past the hours/ }).first()
    const head = (back: number) => page.getByRole('button', { name: month(addToMonth(now, -back)) })
    await head(0).focus()
    for (let back = 0; back <= 12; back++) {
      await expect(head(back)).toBeFocused()
      await page.keyboard.press('Enter')
      await face.dialog.getByRole('table').waitFor()
      if ((await past.count()) > 0) break
      await page.keyboard.press('Escape')
      await page.keyboard.press('ArrowLeft')
    }
    await past.getByRole('button').last().focus()
    await page.keyboard.press('Enter')
    const row = page.locator(':focus')
    await expect(row).toHaveAttribute('aria-expanded', 'true')
    const moves = page.locator('tr', { has: page.getByRole('table', { name: /^Moves of / }) })
    await expect(moves.last()).toContainText('Past the hours')
    // The next stop is the row's first figure.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(face.dialog.getByRole('table')).toBeVisible()
    await page.keyboard.press('Escape')
    await face.go('income')
  })

  await test.step('the other pages, by the arrows of the tabs', async () => {
    await page.getByRole('tab', { name: face.t('income.pages.months') }).focus()
    await page.keyboard.press('ArrowRight')
    expect((await walkedTo(/^Save/)).slice(0, 1)).toEqual(like(/^€/))
    await page.getByRole('tab', { name: face.t('income.pages.rates') }).focus()
    await page.keyboard.press('ArrowRight')
    const capacityStops = await walkedTo(month(now))
    expect(capacityStops).toEqual(like(/h( \d+.min)?$/, /^What does/, /^Save/, month(now)))
    await page.keyboard.press('End')
    expect(await focused()).toMatch(month(addToMonth(now, 11)))
    await page.getByRole('tab', { name: face.t('income.pages.capacity') }).focus()
    await page.keyboard.press('ArrowRight')
    await face.table(face.t('income.hours.table')).waitFor()
    expect(await walkedTo(/^Q\d/)).toEqual(like(/%$/, /%$/, /%$/, /%$/, /^Save/, /^Q\d/))
    expect(await walkedTo(/day, \d/)).toEqual(like(/^Save/, /^\w+day, \d+ to \d+: /))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(face.dialog.getByRole('table')).toBeVisible()
    await page.keyboard.press('Escape')
    expect(await focused()).toMatch(/^\w+day, \d+ to \d+: /)
  })

  await test.step('today: a retainer’s hours left, and the month so far', async () => {
    await face.go('today')
    const hours = page.getByRole('listitem').getByRole('button', { name: /^\d+:\d\d$/ })
    await hours.first().focus()
    await page.keyboard.press('Enter')
    await expect(face.dialog.locator('tfoot')).toContainText((await hours.first().textContent()) ?? 'none')
    await page.keyboard.press('Escape')
    await expect(hours.first()).toBeFocused()
  })
})
