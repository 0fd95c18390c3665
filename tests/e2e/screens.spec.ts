import { expect, test } from './app.ts'
import { Face } from './pages/face.ts'
import { overflowing } from './pages/overflowing.ts'
import { show, stops } from './pages/tour.ts'
import { keepPicture } from './pictures.ts'

/** Each size in both languages and both themes; all four pairs of them over both sizes. */
const sizes = [
  { width: 1280, height: 800, themes: { en: 'light', it: 'dark' } },
  { width: 900, height: 600, themes: { en: 'dark', it: 'light' } },
] as const

for (const { width, height, themes } of sizes) {
  test(`every screen fits at ${width} × ${height}, in both themes and languages`, async ({ mainstay }, testInfo) => {
    test.setTimeout(200_000)
    const { page, electron } = await mainstay.start({ sample: true })
    await electron.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    )
    await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height])
    for (const language of ['en', 'it'] as const) {
      const face = new Face(page, language)
      const theme = themes[language]
      await show(page, { language, theme })
      for (const stop of stops) {
        await stop.reach(face)
        const name = `${stop.name}, ${width}, ${language}, ${theme}`
        await page.mouse.move(width / 2, 5)
        expect.soft(await overflowing(page), name).toEqual([])
        await keepPicture(testInfo, name, await page.screenshot())
      }
    }
  })
}
