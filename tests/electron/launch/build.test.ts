import { readFileSync, rmSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { build, isBuilt, sourcesFingerprint } from '#electron/launch/build.mjs'
import { folderWith, writeInto } from './folder.ts'

const SOURCES = { 'electron/main.ts': 'one', 'shared/kernel/money.ts': 'two', 'package.json': '{}' }

test('the fingerprint follows content and names, not dates', async () => {
  const root = folderWith(SOURCES)
  const first = await sourcesFingerprint(root)
  utimesSync(path.join(root, 'electron/main.ts'), 0, 0)
  expect(await sourcesFingerprint(root)).toBe(first)
  writeInto(root, 'electron/main.ts', 'owt')
  expect(await sourcesFingerprint(root)).not.toBe(first)
  writeInto(root, 'electron/main.ts', 'one')
  expect(await sourcesFingerprint(root)).toBe(first)
  writeInto(root, 'shared/new.ts', '')
  expect(await sourcesFingerprint(root)).not.toBe(first)
})

test('what is not a source does not count', async () => {
  const root = folderWith(SOURCES)
  const first = await sourcesFingerprint(root)
  writeInto(root, 'tests/new.test.ts', 'x')
  writeInto(root, 'README.md', 'x')
  expect(await sourcesFingerprint(root)).toBe(first)
})

test('built once, it is built until a source changes or an output goes missing', async () => {
  const script = "node -e \"fs.mkdirSync('dist',{recursive:true});fs.writeFileSync('dist/main.cjs','built')\""
  const root = folderWith({ ...SOURCES, 'package.json': JSON.stringify({ scripts: { build: script } }) })
  expect(await isBuilt(root)).toBe(false)
  expect(await build(root, { show: false })).toBe(0)
  expect(await isBuilt(root)).toBe(true)
  writeInto(root, 'electron/main.ts', 'changed')
  expect(await isBuilt(root)).toBe(false)
  writeInto(root, 'electron/main.ts', 'one')
  expect(await isBuilt(root)).toBe(true)
  rmSync(path.join(root, 'dist/main.cjs'))
  expect(await isBuilt(root)).toBe(false)
})

test('it is built for users, whatever whoever asks for it runs as', async () => {
  const script = "node -e \"fs.mkdirSync('dist');fs.writeFileSync('dist/main.cjs',process.env.NODE_ENV)\""
  const root = folderWith({ ...SOURCES, 'package.json': JSON.stringify({ scripts: { build: script } }) })
  expect(await build(root, { show: false })).toBe(0)
  expect(readFileSync(path.join(root, 'dist/main.cjs'), 'utf8')).toBe('production')
})

test('a build that fails leaves nothing that looks built', async () => {
  const root = folderWith({ ...SOURCES, 'package.json': JSON.stringify({ scripts: { build: 'exit 3' } }) })
  expect(await build(root, { show: false })).not.toBe(0)
  expect(await isBuilt(root)).toBe(false)
})
