import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/app.ts'
import { letPass } from '#tests/e2e/main-process.ts'
import { Face, places } from '#tests/e2e/pages/face.ts'
import { show, stops, type Stop } from '#tests/e2e/pages/tour.ts'
import { compared, emptyNow, isChanged, lookOf, NOW, writeIndex } from './kept.ts'
import { NOON, writeRecords, zone, type Records } from './records.ts'

interface Size {
  readonly width: number
  readonly height: number
  readonly scale: number
}
const small = { width: 900, height: 600, scale: 1 }
const usual = { width: 1280, height: 800, scale: 1 }
const large = { width: 1920, height: 1080, scale: 2 }

const atPlaces: readonly Stop[] = places.map((name) => ({ name, reach: (face) => face.go(name) }))

/** Every screen with what a practice has; the places with nothing, little, and names that nobody would wish for. */
const sets: readonly { records: Records; stops: readonly Stop[]; sizes: readonly Size[] }[] = [
  { records: 'many', stops, sizes: [small, usual, large] },
  { records: 'nothing', stops: atPlaces, sizes: [small, usual] },
  { records: 'one', stops: atPlaces, sizes: [small, usual] },
  { records: 'hostile', stops: atPlaces, sizes: [small, usual] },
]
/** `PICTURES='income|1280, it' npm run pictures`: only those whose name it matches. */
const only = process.env['PICTURES'] ?? ''
const wanted = new RegExp(only)

const looks: Record<string, string> = {}
const others: string[] = []

/** The window as large as that, whatever the screen is. */
async function resize(page: Page, { width, height, scale }: Size): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false })
  await expect.poll(() => page.evaluate(() => [innerWidth, devicePixelRatio])).toEqual([width, scale])
}

/** A screen that is reached by a deed comes last: what is said of the deed would lie over the others. */
const byDeeds = (one: Stop, other: Stop): number =>
  Number(one.name === 'a proposal that is written') - Number(other.name === 'a proposal that is written')

/** Each round meets the practice as the first one did. */
async function takeBack(page: Page): Promise<void> {
  await page.evaluate(async () => {
    while ((await window.mainstay.undo({})).ok);
  })
  await page.reload()
  await page.getByRole('navigation').waitFor()
}

test.describe.configure({ mode: 'serial' })
test.beforeAll(emptyNow)

for (const { records, stops: all, sizes } of sets)
  test(`pictures with ${records}`, async ({ mainstay }) => {
    writeRecords(mainstay.data, records)
    const { page, electron } = await mainstay.start({ env: { TZ: zone } })
    await page.getByRole('navigation').waitFor()
    await letPass(electron, Math.round((NOON - Date.now()) / 1000))
    await page.clock.setFixedTime(new Date(NOON))
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.reload()
    await page.getByRole('navigation').waitFor()
    for (const size of sizes) {
      await resize(page, size)
      for (const language of ['en', 'it'] as const) {
        const face = new Face(page, language)
        for (const theme of ['light', 'dark'] as const) {
          await show(page, { language, theme })
          for (const stop of all.toSorted(byDeeds)) {
            const name = `${stop.name}, ${records}, ${size.width}, ${language}, ${theme}`
            if (!wanted.test(name)) continue
            await stop.reach(face)
            await page.mouse.move(size.width / 2, 5)
            const picture = await page.screenshot({ animations: 'disabled', scale: 'device' })
            writeFileSync(path.join(NOW, `${name}.png`), picture)
            looks[name] = await lookOf(electron, picture)
            if (await isChanged(electron, name, picture)) others.push(name)
          }
          await takeBack(page)
        }
      }
    }
  })

test('what changed', () => {
  const result = compared(looks, others)
  const file = writeIndex(result, looks)
  const { changed, added, gone, apart } = result
  const told = { changed, 'looks otherwise than git knows': apart, new: added, gone: only === '' ? gone : [] }
  for (const [what, names] of Object.entries(told)) {
    process.stdout.write(`${what}: ${names.length}\n`)
    for (const name of names.slice(0, 40)) process.stdout.write(`  ${name}\n`)
  }
  process.stdout.write(`side by side in ${path.relative(process.cwd(), file)}; \`npm run pictures:keep\` keeps them\n`)
  expect(Object.keys(looks).length).toBeGreaterThan(0)
})
