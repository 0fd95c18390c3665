import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { isLeftover, withPartialFolder } from '#electron/launch/partial-folder.mjs'
import { folderWith } from './folder.ts'

describe('what a killed process left behind', () => {
  const here = { host: 'desk', isAlive: (pid: number) => pid === 7 }
  const HOUR = 3_600_000

  test.each([
    ['.partial-desk-7-AbCdEf', HOUR, false],
    ['.partial-desk-8-AbCdEf', HOUR, true],
    ['.partial-laptop-8-AbCdEf', HOUR, false],
    ['.partial-laptop-8-AbCdEf', 25 * HOUR, true],
    ['.partial-desk-7-AbCdEf', 25 * HOUR, true],
    ['electron-25.1.1-linux-x64', 1000 * HOUR, false],
  ])('%s after %d ms: %s', (name, age, leftover) => {
    expect(isLeftover(name, age, here)).toBe(leftover)
  })
})

test('the folder is there for the work and gone after it, also when the work fails', async () => {
  const folder = path.join(folderWith(), 'cache')
  const used = await withPartialFolder(folder, async (partial) => {
    writeFileSync(path.join(partial, 'half'), 'x')
    return Promise.resolve(partial)
  })
  expect(path.dirname(used)).toBe(folder)
  await expect(withPartialFolder(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(readdirSync(folder)).toEqual([])
})

test('a leftover is swept, a living neighbour and the finished work are not', async () => {
  const folder = folderWith()
  const host = os.hostname().replace(/[^A-Za-z0-9]/g, '_')
  // No process has a number this high.
  const dead = path.join(folder, `.partial-${host}-4194999-dead00`)
  const alive = path.join(folder, `.partial-${host}-${process.pid}-alive0`)
  const done = path.join(folder, 'electron-1')
  for (const made of [dead, alive, done]) mkdirSync(made)
  await withPartialFolder(folder, () => Promise.resolve())
  expect([dead, alive, done].map((made) => existsSync(made))).toEqual([false, true, true])
})
