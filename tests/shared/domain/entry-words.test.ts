import { expect, test } from 'vitest'
import { entryWords, wordsAgain } from '#shared/domain/entry-words.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { made } from '#shared/model/change.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { instant, testId } from '#tests/support/agreements.ts'
import { bookOf, clientNamed, retainerFor } from '#tests/support/books.ts'

const times = { id: testId(1), start: instant('2026-01-10T08:00:00Z'), end: null }

test('an entry’s words are all that is said of it but its times, and no field that it has not', () => {
  const plain = entrySchema.parse({ ...times, engagementId: null, note: 'Call' })
  expect(Object.entries(entryWords(plain))).toEqual([
    ['engagementId', null],
    ['note', 'Call'],
    ['tags', []],
    ['billable', true],
  ])
  const whole = {
    engagementId: testId(2),
    note: 'Review',
    task: 'Design',
    tags: ['a', 'b'],
    billable: false,
    perkId: 'p',
  }
  expect(entryWords(entrySchema.parse({ ...times, ...whole, clockMoved: 60 }))).toEqual(whole)
})

test('the same work on another day is on its perk only where that is agreed by then', () => {
  const client = clientNamed('Halden')
  const open = retainerFor(client, 'Advice') as Retainer
  const [first] = open.agreement.versions
  if (!first) throw new Error('an agreement has terms')
  const perks = [{ id: 'review', name: 'Review', minutes: 30, count: null, value: minor(5000) }]
  const versions = [
    { ...first, perks },
    { from: day('2026-02-01'), perks: [] },
  ]
  const retainer = { ...open, agreement: { ...open.agreement, versions } } as Retainer
  const book = bookOf(made('clients', client), made('engagements', retainer))
  const said = { engagementId: retainer.id, note: 'Review', tags: ['a'], billable: false }
  const entry = entrySchema.parse({ ...times, ...said, perkId: 'review' })
  expect(wordsAgain(book, entry, day('2026-01-31'))).toEqual({ ...said, perkId: 'review' })
  expect(wordsAgain(book, entry, day('2026-02-01'))).toEqual(said)
  expect(wordsAgain(bookOf(), entry, day('2026-01-31'))).toEqual(said)
})
