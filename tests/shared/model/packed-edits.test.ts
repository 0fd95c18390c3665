import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packEdits, unpackEdits } from '#shared/model/packed-edits.ts'

const word = fc.constantFrom('', 'a', 'è "b"', 'count', '0')
const value: fc.Arbitrary<unknown> = fc.oneof(
  word,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(word, { maxLength: 2 }),
  fc.record({ from: word, key: word }),
)
const record = (id: string) =>
  fc.record({ id: fc.constant(id), note: word, tags: value, source: value, more: value }, { requiredKeys: ['id'] })
const shaped = (id: string) =>
  fc.record({ id: fc.constant(id), note: word, source: fc.record({ from: word, key: word }) })
const edit = fc
  .tuple(fc.constantFrom('entries', 'clients'), fc.uuid())
  .chain(([table, id]) =>
    fc
      .oneof(
        fc.record({ before: fc.constant(null), after: record(id) }),
        fc.record({ before: record(id), after: fc.constant(null) }),
        fc.record({ before: record(id), after: record(id) }),
        fc.record({ before: fc.constant(null), after: shaped(id) }),
      )
      .map((sides) => ({ table, id, ...sides })),
  )
/** What is made at once is mostly of one kind: the same edit, many times. */
const edits = fc
  .array(fc.tuple(edit, fc.constantFrom(1, 1, 7, 8, 40)), { maxLength: 6 })
  .map((runs) => runs.flatMap(([one, times]) => Array.from({ length: times }, () => one)))

describe('edits that are packed', () => {
  test('are, read back from the disk, what they were', () => {
    fc.assert(
      fc.property(fc.oneof(edits, fc.array(edit, { maxLength: 60 })), (list) => {
        const read = JSON.parse(JSON.stringify(packEdits(list))) as unknown[]
        expect(JSON.stringify(unpackEdits(read))).toBe(JSON.stringify(list))
      }),
    )
  })

  test('take less than half the room', () => {
    const list = Array.from({ length: 500 }, (_, index) => {
      const id = `0198c0de-0000-7000-8000-${String(index).padStart(12, '0')}`
      const after = {
        id,
        engagementId: `0198c0de-0000-7000-9000-00000000000${index % 7}`,
        note: `Number ${index}`,
        billable: true,
      }
      return { table: 'entries', id, before: null, after }
    })
    expect(JSON.stringify(packEdits(list)).length).toBeLessThan(JSON.stringify(list).length / 2)
  })

  test('that are no table say so, and fill no memory', () => {
    const fields = { id: { each: ['a'] } }
    for (const count of [2, -1, 1.5, 1e9, 'x'])
      expect(unpackEdits([{ table: 'entries', count, before: null, after: { fields } }])).toBeNull()
    expect(unpackEdits([{ table: 'entries', count: 1, before: null, after: 'x' }])).toBeNull()
    expect(
      unpackEdits([{ table: 'entries', count: 1, before: null, after: { fields: { id: { words: [] } } } }]),
    ).toBeNull()
    expect(unpackEdits([{ table: 'entries', count: 1, before: null, after: { fields } }])).toEqual([
      { table: 'entries', id: 'a', before: null, after: { id: 'a' } },
    ])
  })
})
