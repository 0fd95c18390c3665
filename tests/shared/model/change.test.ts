import { expect, test } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { seconds } from '#shared/kernel/units.ts'
import { made, removed, replaced, withAside } from '#shared/model/change.ts'
import { clientNamed, newId } from '#tests/support/books.ts'

const before = clientNamed('Alder', { note: 'first' })
const after = { ...before, note: 'second' }
const noted = { ...after, archived: true }
const aside = [replaced('clients', after, noted)]
const newEntry = { id: newId(), engagementId: null, note: '', tags: [], billable: true }

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

test('work that was told by its day has no start for the clock to move', () => {
  const told = { ...newEntry, day: day('2026-03-04'), seconds: seconds(600) }
  const ran = { ...newEntry, start: '2026-03-04T08:00:00Z' as Instant, end: null }
  const moved = { ...ran, start: '2026-03-04T09:00:00Z' as Instant, clockMoved: 3600 }
  expect(withAside([replaced('entries', told, ran)], [replaced('entries', ran, moved)])).toEqual([
    replaced('entries', told, moved),
  ])
})
