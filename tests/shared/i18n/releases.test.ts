import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { releases, releasesSince, type Release } from '#shared/i18n/releases.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
/** In one spelling of apostrophes and blanks, whatever the line breaks. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll('’', "'")

test('what is new is told in the changelog’s own words, for this version first', () => {
  const changelog = plain(read('CHANGELOG.md'))
  for (const { en, it } of releases.flatMap(({ news }) => news)) {
    expect(changelog).toContain(plain(en))
    expect(it).not.toBe(en)
    expect(it.length).toBeGreaterThan(20)
  }
  expect(releases[0]?.version).toBe((JSON.parse(read('package.json')) as { version: string }).version)
})

test('after an update all that came since is told, and nothing of before', () => {
  const all: Release[] = ['0.3.0', '0.2.0', '0.1.0'].map((version) => ({ version, news: [] }))
  const versions = (seen: string | null): string[] => releasesSince(seen, all).map(({ version }) => version)
  expect(versions('0.1.0')).toEqual(['0.3.0', '0.2.0'])
  expect(versions('0.2.0')).toEqual(['0.3.0'])
  // Asked for again, or of a version that nobody knows: what the present one brought.
  expect([versions('0.3.0'), versions('0.0.7'), versions(null)]).toEqual([['0.3.0'], ['0.3.0'], ['0.3.0']])
})
