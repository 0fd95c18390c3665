import { lstatSync, readFileSync, readdirSync, readlinkSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { checkoutRuntime, readsPathArgument } from '#electron/launch/checkout-runtime.mjs'
import { folderWith, writeInto } from './folder.ts'

const DIST = { electron: 'program', 'icudtl.dat': 'data', 'locales/it.pak': 'ciao', 'resources/app/main.js': 'theirs' }

test('an Electron with a default app reads the path on its command line', async () => {
  expect(await readsPathArgument(folderWith({ 'resources/default_app.asar': '' }))).toBe(true)
  expect(await readsPathArgument(folderWith(DIST))).toBe(false)
})

test('the checkout gets its own folder, whose app is the checkout', async () => {
  const dist = folderWith(DIST)
  const root = folderWith({ 'package.json': '{}' })
  const runtime = await checkoutRuntime(dist, root, 'runtime-1')
  expect(path.dirname(runtime)).toBe(path.join(root, 'node_modules/.cache/mainstay'))
  expect(readlinkSync(path.join(runtime, 'resources/app'))).toBe(root)
  expect(readFileSync(path.join(runtime, 'locales/it.pak'), 'utf8')).toBe('ciao')
  expect(lstatSync(path.join(runtime, 'electron')).isFile()).toBe(true)
  expect(readdirSync(path.dirname(runtime))).toEqual(['runtime-1'])
})

test('a whole one is left alone, because an app may be running from it', async () => {
  const dist = folderWith(DIST)
  const root = folderWith()
  const before = lstatSync(await checkoutRuntime(dist, root, 'runtime-1')).ino
  expect(lstatSync(await checkoutRuntime(dist, root, 'runtime-1')).ino).toBe(before)
})

test('a damaged one is made again', async () => {
  const dist = folderWith(DIST)
  const root = folderWith()
  const runtime = await checkoutRuntime(dist, root, 'runtime-1')
  rmSync(path.join(runtime, 'icudtl.dat'))
  await checkoutRuntime(dist, root, 'runtime-1')
  expect(readFileSync(path.join(runtime, 'icudtl.dat'), 'utf8')).toBe('data')
})

test('a checkout that was moved is found again', async () => {
  const dist = folderWith(DIST)
  const parent = folderWith({ 'old/package.json': '{}' })
  await checkoutRuntime(dist, path.join(parent, 'old'), 'runtime-1')
  renameSync(path.join(parent, 'old'), path.join(parent, 'new'))
  const runtime = await checkoutRuntime(dist, path.join(parent, 'new'), 'runtime-1')
  expect(readlinkSync(path.join(runtime, 'resources/app'))).toBe(path.join(parent, 'new'))
})

test('a newer Electron in the same place replaces the older one', async () => {
  const dist = folderWith(DIST)
  const root = folderWith()
  const runtime = await checkoutRuntime(dist, root, 'runtime-1')
  rmSync(path.join(dist, 'electron'))
  writeInto(dist, 'electron', 'a newer program')
  await checkoutRuntime(dist, root, 'runtime-1')
  expect(readFileSync(path.join(runtime, 'electron'), 'utf8')).toBe('a newer program')
})

test('several starts at once make one folder', async () => {
  const dist = folderWith(DIST)
  const root = folderWith()
  const made = await Promise.all(Array.from({ length: 5 }, () => checkoutRuntime(dist, root, 'runtime-1')))
  expect(new Set(made).size).toBe(1)
  expect(readdirSync(path.dirname(made[0] ?? ''))).toEqual(['runtime-1'])
})
