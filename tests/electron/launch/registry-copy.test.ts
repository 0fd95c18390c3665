import { rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { COPY, cachedCopy } from '#electron/launch/registry-copy.mjs'
import { folderWith, writeInto } from './folder.ts'

const NAME = `electron-${COPY.electron}-linux-x64`
const files = {
  [`${NAME}/electron`]: 'program',
  [`${NAME}/mainstay-contents.json`]: JSON.stringify({ electron: 7 }),
}

test('a whole copy is used', async () => {
  const cache = folderWith(files)
  expect(await cachedCopy(cache)).toBe(path.join(cache, NAME))
})

test('none, a half one and a damaged one are not', async () => {
  expect(await cachedCopy(folderWith())).toBeNull()
  expect(await cachedCopy(folderWith({ [`${NAME}/electron`]: 'program' }))).toBeNull()
  const cut = folderWith(files)
  writeInto(cut, `${NAME}/electron`, 'prog')
  expect(await cachedCopy(cut)).toBeNull()
  const swept = folderWith(files)
  rmSync(path.join(swept, NAME, 'electron'))
  expect(await cachedCopy(swept)).toBeNull()
})

test('the copy is pinned to one version and one content', () => {
  expect(COPY.package).toMatch(/@\d+\.\d+\.\d+$/)
  expect(Buffer.from(COPY.integrity.replace('sha512-', ''), 'base64')).toHaveLength(64)
})
