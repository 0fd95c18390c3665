import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test, type RunningApp } from './app.ts'
import { disk, namesOf } from './disk.ts'
import { glob } from './files.ts'
import { Face } from './pages/face.ts'

/** Presses what starts the app anew, and tells with which words it would: the one that comes is the test's to start. */
async function startedAnew({ electron }: RunningApp, file: string, press: () => Promise<void>): Promise<string[]> {
  await electron.evaluate(({ app }, to) => {
    const files = process.mainModule?.require('node:fs') as { writeFileSync: (file: string, text: string) => void }
    app.relaunch = (options) => files.writeFileSync(to, JSON.stringify(options))
  }, file)
  const ended = electron.waitForEvent('close')
  await press()
  await ended
  const { args } = JSON.parse(await readFile(file, 'utf8')) as { args: string[] }
  return args
}

test('an empty app leads to the made-up workspace and back: nothing of one is in the other, and it is gone', async ({
  mainstay,
}) => {
  const { home, data } = mainstay
  const words = path.join(home, 'words.json')
  const own = await mainstay.start()
  const face = new Face(own.page)
  await face.arrived('today')
  const there = await startedAnew(own, words, () => face.button('Look around first').click())
  expect(there).toEqual(expect.arrayContaining(['--sample', `--own=${data}`]))
  expect(there.filter((word) => word.startsWith('--data'))).toEqual([])

  const sample = await mainstay.start({ sample: true, arguments: [`--own=${data}`] })
  const made = new Face(sample.page)
  await made.arrived('today')
  const note = sample.page.getByRole('region', { name: 'Everything here is made up.' })
  await expect(note).toContainText('Your own data lies apart and is untouched.')
  await made.go('clients')
  await made.button('New client').click()
  await made.field('Name').fill('Only tried')
  await made.button('Add the client').click()
  await sample.page.getByRole('heading', { level: 1, name: 'Only tried' }).waitFor()
  const [madeOn = ''] = await glob(home, (file) => path.basename(file) === 'made-on')
  const folder = path.join(path.dirname(madeOn), 'data')
  expect(namesOf((await disk(folder)).clients).length).toBeGreaterThan(5)
  const back = await startedAnew(sample, words, () => note.getByRole('button', { name: 'Throw it away' }).click())
  expect(back).toContain(`--data=${data}`)
  expect(back.filter((word) => /^--(?:sample|own)/.test(word))).toEqual([])
  expect(existsSync(folder)).toBe(false)
  expect(namesOf((await disk(data)).clients)).toEqual([])

  // As after an update: what is new is told once.
  const settings = (await glob(home, (file) => path.basename(file) === 'settings.json')).filter((file) =>
    file.includes('elsewhere'),
  )
  expect(settings).toHaveLength(1)
  const [file = ''] = settings
  const kept = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
  await writeFile(file, JSON.stringify({ ...kept, newsSeen: '0.0.1' }))
  const again = await mainstay.start()
  const anew = new Face(again.page)
  await anew.arrived('today')
  await expect(again.page.getByRole('heading', { name: 'Where your day will be' })).toBeVisible()
  const news = again.page.getByRole('navigation').getByRole('button', { name: 'What is new…' })
  await news.click()
  await expect(anew.dialog).toContainText(`Version ${String(kept['newsSeen'])}`)
  await anew.dialog.getByRole('button', { name: 'Close' }).click()
  await expect(news).toHaveCount(0)
})
