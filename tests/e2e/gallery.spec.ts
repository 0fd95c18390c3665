import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { ROOT } from '#electron/launch/program.mjs'
import { expect, test } from './app.ts'
import { keepPicture } from './pictures.ts'

test('the sheet of the design system: every part in every state, in light and dark', async ({ mainstay }, testInfo) => {
  test.setTimeout(120_000)
  // The sheet is a page of the workshop: it is served as it is.
  mainstay.expectProblem(/Electron Security Warning \(Insecure Content-Security-Policy\)/)
  const built = path.join(mainstay.home, 'gallery')
  await build({
    root: path.join(ROOT, 'renderer/gallery'),
    configFile: false,
    base: './',
    logLevel: 'error',
    plugins: [react()],
    css: { modules: { localsConvention: 'camelCaseOnly' } },
    build: { outDir: built, emptyOutDir: true, target: 'chrome114', chunkSizeWarningLimit: 4000 },
  })
  const { electron } = await mainstay.start()
  // A session of its own, whose `app:` is the built sheet: it comes from no network, and the app's own has no such page.
  await electron.evaluate(({ session, net, app }, folder) => {
    app.once('browser-window-created', (_event, window) => window.setMenu(null))
    session.fromPartition('gallery').setSpellCheckerLanguages([])
    session.fromPartition('gallery').protocol.handle('app', ({ url }) => net.fetch(folder + new URL(url).pathname))
  }, pathToFileURL(built).href)

  for (const sheet of ['components', 'states']) {
    for (const theme of ['light', 'dark']) {
      const [page] = await Promise.all([
        electron.waitForEvent('window'),
        electron.evaluate(({ BrowserWindow }, query) => {
          const webPreferences = { partition: 'gallery', sandbox: true, spellcheck: false }
          const window = new BrowserWindow({ width: 1400, height: 1000, webPreferences })
          void window.loadURL(`app://mainstay/index.html?${query}`)
        }, `sheet=${sheet}&theme=${theme}`),
      ])
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      // The parts are under headings of their own, their states in a table with a row for each part.
      const parts = page.getByRole(
        sheet === 'components' ? 'heading' : 'rowheader',
        sheet === 'components' ? { level: 2 } : {},
      )
      await expect.poll(() => parts.count(), 'parts on the sheet').toBeGreaterThan(8)
      for (const part of await parts.all()) await expect(part).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
      expect.soft(found, `${sheet}, ${theme}`).toEqual([])
      const height = await page.evaluate(() =>
        Math.max(...[...document.querySelectorAll('html, body, main')].map((element) => element.scrollHeight)),
      )
      await page.setViewportSize({ width: 1400, height })
      await keepPicture(testInfo, `${sheet}, ${theme}`, await page.screenshot())
      await page.close()
    }
  }
})
