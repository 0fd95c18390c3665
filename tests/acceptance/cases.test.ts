import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runFolder } from './files.ts'

const results = runFolder(join(import.meta.dirname, 'cases'))

test('the project has its copy of the cases', () => {
  expect(results.length).toBeGreaterThanOrEqual(12)
})

test.each(results)('$file', ({ differences, broken }) => {
  expect(broken).toBeUndefined()
  expect(differences).toEqual([])
})
