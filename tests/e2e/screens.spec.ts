import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { Face } from './pages/face.ts'
import { show, stops } from './pages/tour.ts'
import { keepPicture } from './pictures.ts'

const sizes = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
] as const

/** What does not fit: the page itself, and texts that are cut off without a sign that they are. */
const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    for (const root of [document.documentElement, document.querySelector('main')])
      if (root && root.scrollWidth > root.clientWidth)
        found.push(`${root.tagName} ${root.scrollWidth} in ${root.clientWidth}`)
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      )
      if (!hasText || element.clientWidth === 0 || !element.checkVisibility()) continue
      const { textOverflow, clipPath, clip, position } = getComputedStyle(element)
      const isOnlyHeard = position === 'absolute' && (clipPath !== 'none' || clip !== 'auto')
      const parents = element.closest('.visually-hidden')
      if (isOnlyHeard || parents || textOverflow === 'ellipsis') continue
      if (element.scrollWidth > element.clientWidth + 1)
        found.push(`“${element.textContent}” ${element.scrollWidth} in ${element.clientWidth} (${element.className})`)
    }
    return found
  })

for (const { width, height } of sizes) {
  test(`every screen fits at ${width} × ${height}, in both themes and languages`, async ({ mainstay }, testInfo) => {
    test.setTimeout(120_000)
    const { page, electron } = await mainstay.start({ sample: true })
    await electron.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    )
    await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height])
    for (const language of ['en', 'it'] as const) {
      const face = new Face(page, language)
      for (const theme of ['light', 'dark'] as const) {
        await show(page, { language, theme })
        for (const stop of stops) {
          await stop.reach(face)
          const name = `${stop.name}, ${width}, ${language}, ${theme}`
          await page.mouse.move(width / 2, 5)
          expect.soft(await overflowing(page), name).toEqual([])
          await keepPicture(testInfo, name, await page.screenshot())
        }
      }
    }
  })
}
