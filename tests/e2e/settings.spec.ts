import { readFile } from 'node:fs/promises'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { glob } from './files.ts'
import { menuLabels } from './main-process.ts'
import { Face } from './pages/face.ts'
import { keepPicture } from './pictures.ts'
import { closeMenu, openTrayMenu, photograph } from './screen.ts'
import { clientByTheHour } from './workspace.ts'

/** Notes the labels of each menu that is built from now on: of the tray's the system shows no more than a picture. */
const listenToMenus = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(({ Menu }) => {
    const build = Menu.buildFromTemplate.bind(Menu)
    const told = globalThis as { menusBuilt?: string[][] }
    told.menusBuilt = []
    Menu.buildFromTemplate = (template) => {
      told.menusBuilt?.push(template.flatMap(({ label }) => label ?? []))
      return build(template)
    }
  })

const menusBuilt = (electron: ElectronApplication): Promise<string[][]> =>
  electron.evaluate(() => (globalThis as { menusBuilt?: string[][] }).menusBuilt ?? [])

const themeOf = (page: Page): Promise<{ name: string | undefined; ground: string }> =>
  page.evaluate(() => ({
    name: document.documentElement.dataset['theme'],
    ground: getComputedStyle(document.body).backgroundColor,
  }))

test('language: the window, the rail, the tray and the menus follow at once, and after a restart', async ({
  mainstay,
}, testInfo) => {
  const { page, electron, quit } = await mainstay.start()
  const english = new Face(page)
  await clientByTheHour(page, 'Alder')
  await english.go('settings')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  expect(await menuLabels(electron)).toContain('Import…')
  await listenToMenus(electron)

  await page.getByRole('radio', { name: 'Italiano' }).check({ force: true })
  const italian = new Face(page, 'it')
  await expect(page.locator('html')).toHaveAttribute('lang', 'it')
  await expect(page.getByRole('heading', { level: 1, name: 'Impostazioni' })).toBeVisible()
  await expect(italian.rail('today')).toHaveText('Oggi')
  await expect(page.getByText('What are you working on?')).toHaveCount(0)
  const labels = await menuLabels(electron)
  expect(labels).toContain('Importa…')
  expect(labels).not.toContain('Import…')
  const tray = (await menusBuilt(electron)).find((menu) => menu.includes('Apri Mainstay'))
  expect(tray).toContain('Nessun timer in corso')
  await openTrayMenu()
  await keepPicture(testInfo, 'the tray in Italian', await photograph())
  await closeMenu()
  for (const place of ['today', 'time', 'clients', 'retainers', 'income'] as const) await italian.go(place)

  await quit()
  const again = await mainstay.start()
  await expect(new Face(again.page, 'it').rail('clients')).toBeVisible()
  expect(await menuLabels(again.electron)).toContain('Importa…')
})

test('the language of the system, where nobody chose one', async ({ mainstay }) => {
  const { page, electron } = await mainstay.start({
    env: { LANG: 'it_IT.UTF-8', LC_ALL: 'it_IT.UTF-8', LANGUAGE: 'it_IT' },
  })
  const italian = new Face(page, 'it')
  await italian.arrived('today')
  expect(await menuLabels(electron)).toContain('Importa…')
  await italian.go('settings')
  await page.getByRole('radio', { name: 'English' }).check({ force: true })
  await new Face(page).arrived('settings')
})

test('appearance: dark at once, as the system when it is asked to, and after a restart', async ({ mainstay }) => {
  const { page, electron, quit } = await mainstay.start()
  const face = new Face(page)
  await face.go('settings')
  const light = await themeOf(page)
  expect(light.name).toBe('light')
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true })
  await expect.poll(async () => (await themeOf(page)).name).toBe('dark')
  const dark = await themeOf(page)
  expect(dark.ground).not.toBe(light.ground)
  expect(await electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')

  await quit()
  const settings = await glob(mainstay.home, (file) => file.endsWith('settings.json'))
  expect(JSON.parse(await readFile(settings[0] ?? '', 'utf8'))).toMatchObject({ theme: 'dark' })
  const again = await mainstay.start()
  await expect.poll(async () => (await themeOf(again.page)).ground).toBe(dark.ground)

  await new Face(again.page).go('settings')
  await again.page.getByRole('group', { name: 'Appearance' }).getByText('As the system').click()
  await expect.poll(async () => (await themeOf(again.page)).ground).toBe(light.ground)
  // The system turns dark while it runs: what Electron tells of that is told here in its place.
  await again.electron.evaluate(({ nativeTheme }) => {
    Object.defineProperty(nativeTheme, 'shouldUseDarkColors', { configurable: true, get: () => true })
    nativeTheme.emit('updated')
  })
  await expect.poll(async () => (await themeOf(again.page)).ground).toBe(dark.ground)
})

test('appearance: dark on a dark system', async ({ mainstay }) => {
  const { page, electron } = await mainstay.start({ env: { GTK_THEME: 'Adwaita:dark' } })
  await new Face(page).arrived('today')
  expect(await electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('system')
  expect((await themeOf(page)).name).toBe('dark')
})
