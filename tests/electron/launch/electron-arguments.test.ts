import { expect, test } from 'vitest'
import { electronArguments } from '#electron/launch/electron-arguments.mjs'

test('the checkout comes first of what the app sees; only root on Linux goes without a sandbox', () => {
  expect(electronArguments('/a b', 'linux', 0)).toEqual(['--no-sandbox', '/a b'])
  expect(electronArguments('/a b', 'linux', 1000)).toEqual(['/a b'])
  expect(electronArguments('/a b', 'darwin', 0)).toEqual(['/a b'])
  expect(electronArguments('/a b', 'win32', undefined)).toEqual(['/a b'])
})
