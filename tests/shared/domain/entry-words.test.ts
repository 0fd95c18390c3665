import { expect, test } from 'vitest'
import { entryWords } from '#shared/domain/entry-words.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { instant, testId } from '#tests/support/agreements.ts'

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
