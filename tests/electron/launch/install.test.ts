import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { firstDifference, refuseLinked, refuseOldNode } from '#electron/launch/install.mjs'
import { folderWith } from './folder.ts'

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/react': { version: '19.3.1', integrity: 'sha512-a' },
    'node_modules/fsevents': { version: '2.3.3', integrity: 'sha512-b', optional: true },
  },
}
const installed = { packages: { 'node_modules/react': { version: '19.3.1', integrity: 'sha512-a' } } }
const all = () => true

test('nothing to do when all is as locked, without what belongs to other systems', () => {
  expect(firstDifference(lock, installed, all)).toBeNull()
})

test('no record of an install, as after one that was interrupted', () => {
  expect(firstDifference(lock, null, all)).toBe('node_modules')
})

test('another version, other content, or a package that is not there', () => {
  const react = (version: string, integrity: string) => ({ packages: { 'node_modules/react': { version, integrity } } })
  expect(firstDifference(lock, react('19.3.0', 'sha512-a'), all)).toBe('node_modules/react')
  expect(firstDifference(lock, react('19.3.1', 'sha512-z'), all)).toBe('node_modules/react')
  expect(firstDifference(lock, { packages: {} }, all)).toBe('node_modules/react')
})

test('a folder that was deleted by hand', () => {
  expect(firstDifference(lock, installed, (folder) => folder !== 'node_modules/react')).toBe('node_modules/react')
})

test('a Node that is too old is refused, with the version that is needed', () => {
  expect(() => refuseOldNode('18.20.4')).toThrow('Node.js 20 or later is needed; this is 18.20.4')
  expect(() => refuseOldNode('20.0.0')).not.toThrow()
  expect(() => refuseOldNode('100.1.0')).not.toThrow()
})

test('a node_modules that is a link is refused, since npm would empty what it leads to', () => {
  const [checkout, other] = [folderWith(), folderWith({ 'react/package.json': '{}' })]
  expect(() => refuseLinked(checkout)).not.toThrow()
  symlinkSync(other, path.join(checkout, 'node_modules'))
  expect(() => refuseLinked(checkout)).toThrow(`is a link to ${other}`)
})
