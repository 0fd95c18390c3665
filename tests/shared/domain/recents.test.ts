import { expect, test } from 'vitest'
import { recentEngagements } from '#shared/domain/recents.ts'
import { day } from '#shared/kernel/day.ts'
import { made } from '#shared/model/change.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { bookOf, clientNamed, hourlyFor, retainerFor } from '#tests/support/books.ts'

test('a retainer is among them up to the last day of its term, whatever its status still says', () => {
  const client = clientNamed('Halden')
  const open = retainerFor(client, 'Advice') as Retainer
  const ending: Retainer = { ...open, agreement: { ...open.agreement, term: { periods: 3, atEnd: 'ends' } } }
  const work = hourlyFor(client, 'Site')
  const book = bookOf(made('clients', client), made('engagements', ending), made('engagements', work))
  const on = (today: string) => recentEngagements(book, day(today)).map(({ id }) => id)
  expect(on('2026-03-31')).toEqual([ending.id, work.id])
  expect(on('2026-04-01')).toEqual([work.id])
})
