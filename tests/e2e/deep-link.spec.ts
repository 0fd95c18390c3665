import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { ElectronApplication } from '@playwright/test'
import { expect, test } from './app.ts'
import { Face } from './pages/face.ts'
import { clientByTheHour } from './workspace.ts'

/** From now on a menu that would pop up is kept, as its labels. */
const keepMenus = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(({ Menu }) => {
    Menu.prototype.popup = function popup(this: Electron.Menu) {
      ;(globalThis as { menusKept?: string[][] }).menusKept = [this.items.map(({ label }) => label).filter(Boolean)]
    }
  })
const menuKept = (electron: ElectronApplication): Promise<string[] | undefined> =>
  electron.evaluate(() => (globalThis as { menusKept?: string[][] }).menusKept?.[0])

test('a link from outside asks before it starts the timer, and one that says too much does nothing', async ({
  mainstay,
}) => {
  const { page, electron } = await mainstay.start()
  const face = new Face(page)
  await face.arrived('today')
  await clientByTheHour(page, 'Harbour & Co')
  /** As the system opens a link: the app is started with it, finds itself running, hands it on and ends. */
  const open = async (...words: string[]): Promise<void> => {
    const { file, args, env } = mainstay.command({ arguments: words })
    await once(spawn(file, args, { env, stdio: 'ignore' }), 'exit')
  }

  await test.step('it says what it would do, and leaving does nothing', async () => {
    await open('mainstay://start?client=harbour%20%26%20co&note=A%20call')
    await expect(face.dialog).toContainText('A link outside Mainstay asks for it.')
    await expect(face.dialog.getByRole('combobox', { name: 'For whom' })).toHaveValue('Harbour & Co')
    await expect(face.dialog.getByRole('textbox', { name: 'Note' })).toHaveValue('A call')
    await expect(face.dialog.getByRole('button', { name: 'Leave it' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(face.dialog).toHaveCount(0)
    await expect(face.timer.stopButton).toHaveCount(0)
  })

  await test.step('a yes starts it', async () => {
    await open('mainstay://start?client=Harbour%20%26%20Co&note=A%20call')
    await face.dialog.getByRole('button', { name: 'Start the timer' }).click()
    await expect(face.timer.region).toContainText('Harbour & Co')
    await expect(face.timer.note).toHaveValue('A call')
  })

  await test.step('nothing else is done, whatever a link says', async () => {
    await open('mainstay://start?client=x&at=2020-01-01', '--toggle')
    await expect(face.toast('That link asks for something Mainstay does not do.')).toBeVisible()
    await expect(face.dialog).toHaveCount(0)
    await expect(face.timer.stopButton).toBeVisible()
  })

  await test.step('a field has a menu of its own', async () => {
    await keepMenus(electron)
    await face.timer.note.click({ button: 'right' })
    await expect.poll(() => menuKept(electron)).toEqual(['Undo', 'Redo', 'Cut', 'Copy', 'Paste', 'Select all'])
  })
})
