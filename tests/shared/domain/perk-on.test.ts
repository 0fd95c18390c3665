import { expect, test } from 'vitest'
import { perkOn } from '#shared/domain/perk-on.ts'
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
