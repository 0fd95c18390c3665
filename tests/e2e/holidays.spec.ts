import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { ROOT } from '#electron/launch/program.mjs'
import type { Bridge } from '#shared/ipc.ts'
import { expect, test } from './app.ts'
import { Face } from './pages/face.ts'

test('public holidays are there when a window asks', async ({ mainstay }) => {
  const { page } = await mainstay.start()
  await new Face(page).arrived('today')
  const [countries, answer, unknown] = await page.evaluate(async () => {
    const { mainstay: bridge } = window as unknown as { mainstay: Bridge }
    return [
      await bridge.holidayCountries({ language: 'it' }),
      await bridge.holidays({ of: 'IT', year: 2026, language: 'it' }),
      await bridge.holidays({ of: 'ZZ', year: 2026, language: 'it' }),
    ] as const
  })
  expect(countries.find(({ code }) => code === 'DE')?.name).toBe('Germania')
  expect(answer).toMatchObject({ ok: true })
  expect(answer.ok && answer.value).toContainEqual({ from: '2026-04-06', to: '2026-04-06', name: 'Lunedì dell’Angelo' })
  expect(unknown).toEqual({ ok: false, refusal: { code: 'unknownCountry', of: 'ZZ' } })
})

/** It takes longer to read than all the rest of a start. */
test('their library is a file of its own, which is read when it is first asked for', async () => {
  const folder = path.join(ROOT, 'dist/main')
  const files = (await readdir(folder)).filter((name) => name.endsWith('.cjs') && name !== 'holidays.cjs')
  const main = (await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')))).join('\n')
  const reads = [...main.matchAll(/.*require\("\.\/holidays\.cjs"\).*/g)].map(([line]) => line)
  expect(reads).toHaveLength(1)
  expect(reads[0]).toContain('.then(() => require("./holidays.cjs"))')
  expect(main).not.toContain('date-holidays-parser')
})
