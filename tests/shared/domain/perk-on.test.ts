import { expect, test } from 'vitest'
import { perkName, perkNamed, perkOn } from '#shared/domain/perk-on.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { retainerSchema } from '#shared/model/engagement.ts'
import { agreement, testId } from '#tests/support/agreements.ts'
import { clientNamed, hourlyFor } from '#tests/support/books.ts'

const perk = (id: string) => ({ id, name: '', minutes: 30, count: null, value: minor(0) })
const retainer = retainerSchema.parse({
  id: testId(1),
  clientId: testId(2),
  kind: 'retainer',
  name: '',
  status: 'active',
  agreement: agreement({
    perks: [perk('call'), perk('review')],
    versions: [
      { from: day('2026-01-01'), fee: minor(100_000), included: 600 },
      { from: day('2026-06-01'), fee: minor(100_000), included: 600, perks: [perk('line')] },
    ],
  }),
})

test('a perk is there on the days on which it is agreed', () => {
  expect(perkOn(retainer, 'review', day('2026-05-31'))?.id).toBe('review')
  expect(perkOn(retainer, 'review', day('2026-06-01'))).toBeUndefined()
  expect(perkOn(retainer, 'line', day('2026-05-31'))).toBeUndefined()
  expect(perkOn(retainer, 'line', day('2026-06-01'))?.id).toBe('line')
})

test('only retainers have any', () => {
  expect(perkOn(hourlyFor(clientNamed('Acme'), ''), 'review', day('2026-01-01'))).toBeUndefined()
  expect(perkOn(undefined, 'review', day('2026-01-01'))).toBeUndefined()
})

test('it is called by the name that it has last, or by its id, and found by that where it is agreed', () => {
  const { agreement: terms } = retainer
  const versions = terms.versions.map((version) =>
    version.perks ? { ...version, perks: [{ ...perk('call'), name: 'Phone' }] } : version,
  )
  const named = { ...retainer, agreement: { ...terms, perks: [{ ...perk('call'), name: 'Calls' }], versions } }
  expect(['call', 'gone'].map((id) => perkName(named, id))).toEqual(['Phone', 'gone'])
  expect(perkName(retainer, 'review')).toBe('review')
  const found = (name: string, on: string) => perkNamed(named, name, day(on))?.name
  expect(found('phone', '2026-05-31')).toBe('Calls')
  expect(found('Calls', '2026-06-01')).toBe('Phone')
  expect(found('call', '2026-06-01')).toBe('Phone')
  expect(found('Talks', '2026-06-01')).toBeUndefined()
  expect(perkNamed(retainer, 'review', day('2026-06-01'))).toBeUndefined()
})
