import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { clearOldSample } from '#electron/sample.ts'
import type { Day } from '#shared/kernel/day.ts'

const today = '2026-10-22' as Day
const yesterday = '2026-10-21' as Day

/** A folder with a file in it, as one that has been worked in. */
function usedFolder(): { folder: string; file: string } {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'mainstay-sample-')), 'data')
  const file = path.join(folder, 'manifest.json')
  mkdirSync(folder)
  writeFileSync(file, '{}')
  return { folder, file }
}

describe('the sample', () => {
  test('of an earlier day is cleared away', () => {
    const folder = path.join(mkdtempSync(path.join(tmpdir(), 'mainstay-sample-')), 'data')
    clearOldSample(folder, yesterday)
    mkdirSync(folder)
    clearOldSample(folder, today)
    expect(existsSync(folder)).toBe(false)
  })

  test('of today stays, with what was tried in it', () => {
    const folder = path.join(mkdtempSync(path.join(tmpdir(), 'mainstay-sample-')), 'data')
    clearOldSample(folder, today)
    mkdirSync(folder)
    clearOldSample(folder, today)
    expect(existsSync(folder)).toBe(true)
  })

  test('never clears a folder that it has not made', () => {
    const { folder, file } = usedFolder()
    clearOldSample(folder, today)
    expect(existsSync(file)).toBe(true)
  })

  test('makes the place for its note', () => {
    const folder = path.join(mkdtempSync(path.join(tmpdir(), 'mainstay-sample-')), 'not', 'there', 'data')
    clearOldSample(folder, today)
    expect(existsSync(path.dirname(folder))).toBe(true)
  })
})
