import path from 'node:path'
import { expect, test } from 'vitest'
import { ownBinary, reasonIn, wantedVersion } from '#electron/launch/electron-package.mjs'
import { folderWith } from './folder.ts'

const whole = {
  'node_modules/electron/package.json': JSON.stringify({ version: '45.4.1' }),
  'node_modules/electron/path.txt': 'electron',
  'node_modules/electron/dist/version': '45.4.1',
  'node_modules/electron/dist/electron': 'program',
}

function without(name: keyof typeof whole) {
  return folderWith(Object.fromEntries(Object.entries(whole).filter(([file]) => file !== name)))
}

test('a whole download is used', async () => {
  const root = folderWith(whole)
  expect(await ownBinary(root)).toBe(path.join(root, 'node_modules/electron/dist'))
  expect(await wantedVersion(root)).toBe('45.4.1')
})

test('none, an interrupted one and one of another version are not', async () => {
  expect(await ownBinary(folderWith())).toBeNull()
  expect(await ownBinary(without('node_modules/electron/path.txt'))).toBeNull()
  expect(await ownBinary(without('node_modules/electron/dist/electron'))).toBeNull()
  expect(await ownBinary(folderWith({ ...whole, 'node_modules/electron/dist/version': 'v45.4.0\n' }))).toBeNull()
})

test('the reason of a refusal, in a few words', () => {
  expect(reasonIn('TypeError: fetch failed\n    at node:internal\n')).toBe('the site it comes from cannot be reached')
  const refused = 'HTTPError: Response code 403 (Forbidden) for the archive\n    at download\n'
  expect(reasonIn(refused)).toBe('HTTPError: Response code 403 (Forbidden) for the archive')
  expect(reasonIn('killed')).toBe('killed')
})
