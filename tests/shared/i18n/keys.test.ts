import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { messages } from '#shared/i18n/languages.ts'
import { flatten } from '#tests/support/messages.ts'

const root = join(import.meta.dirname, '../../..')
const isSource = (path: string): boolean => /\.tsx?$/.test(path) && !/^shared\/i18n\/(?:en|it)\//.test(path)

/** Every text that stands whole between quotes in the sources; a key put together from parts is not found. */
function literals(): Set<string> {
  const found = new Set<string>()
  for (const building of ['electron', 'renderer', 'shared'])
    for (const name of readdirSync(join(root, building), { recursive: true, encoding: 'utf8' })) {
      const path = `${building}/${name.replaceAll('\\', '/')}`
      if (!isSource(path)) continue
      for (const [, text = ''] of readFileSync(join(root, path), 'utf8').matchAll(/(?<=['"`])([\w.]+)(?=['"`])/g))
        found.add(text)
    }
  return found
}

test('every word of the app is said somewhere: no key is unused', () => {
  const used = literals()
  expect(used.has('shell.rail.today')).toBe(true)
  expect([...flatten(messages.en).keys()].filter((key) => !used.has(key))).toEqual([])
})
