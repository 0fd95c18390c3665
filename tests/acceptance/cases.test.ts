import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check } from './case.ts'
import { runFolder } from './files.ts'

const results = runFolder(join(import.meta.dirname, 'cases'))

test('the project has its copy of the cases', () => {
  expect(results.length).toBeGreaterThanOrEqual(12)
})

test('the order in which versions are written is nothing', () => {
  const { agreement, ...rest } = JSON.parse(
    readFileSync(join(import.meta.dirname, 'cases/ledger/4-version.json'), 'utf8'),
  )
  expect(agreement.versions.length).toBeGreaterThan(1)
  const turned = { ...agreement, versions: agreement.versions.toReversed() }
  expect(check({ ...rest, agreement: turned })).toEqual([])
})

test.each(results)('$file', ({ differences, broken }) => {
  expect(broken).toBeUndefined()
  expect(differences).toEqual([])
})
