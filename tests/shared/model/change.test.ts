import { expect, test } from 'vitest'
import { made, removed, replaced, withAside } from '#shared/model/change.ts'
import { clientNamed } from '#tests/support/books.ts'

const before = clientNamed('Alder', { note: 'first' })
const after = { ...before, note: 'second' }
const noted = { ...after, archived: true }
const aside = [replaced('clients', after, noted)]

test('a step goes around a note that came after it, whichever way it is taken', () => {
  expect(withAside([replaced('clients', before, after)], aside)).toEqual([
    replaced('clients', { ...before, archived: true }, { ...after, archived: true }),
  ])
})

test('what was made with it, or removed, has the note', () => {
  expect(withAside([made('clients', after)], aside)).toEqual([made('clients', noted)])
  expect(withAside([removed('clients', before)], aside)).toEqual([removed('clients', { ...before, archived: true })])
})

test('steps on other records stay as they are, and so do all where a note made or removed its own', () => {
  const other = [made('clients', clientNamed('Beech'))]
  expect(withAside(other, aside)).toEqual(other)
  const own = [replaced('clients', before, after)]
  expect(withAside(own, [made('clients', noted)])).toEqual(own)
  expect(withAside(own, [removed('clients', noted)])).toEqual(own)
})
