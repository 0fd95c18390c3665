import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { importEntries } from '#shared/commands/import.ts'
import { commands } from '#shared/commands/index.ts'
import type { Command } from '#shared/commands/command.ts'
import { parsing } from '#shared/commands/parsing.ts'
import { atOnce } from '#shared/kernel/pieces.ts'

const long: Command = {
  name: 'test.long',
  undo: 'always',
  input: z.object({ name: z.string().max(3), items: z.array(z.object({ size: z.int().positive() })).min(0) }),
  long: 'items',
  run: () => ({ ok: true, edits: [] }),
}

const item = fc.oneof(
  { weight: 400, arbitrary: fc.record({ size: fc.integer({ min: 1, max: 9 }), more: fc.constant('dropped') }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>({ size: 0 }, null, 'x', {}, { size: 1.5 }) },
)

test('a long list looked at in pieces comes to what the schema makes of all of it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<unknown>('abc', 'abcd', 7),
      fc.oneof(fc.array(item, { maxLength: 30 }), fc.array(item, { minLength: 150, maxLength: 450 })),
      (name, items) => {
        const input = { name, items }
        const whole = long.input.safeParse(input)
        const pieces = atOnce(parsing(long, input))
        if (whole.success) expect(pieces).toEqual({ ok: true, data: whole.data })
        else expect(pieces).toEqual({ ok: false, path: whole.error.issues[0]?.path })
      },
    ),
    { numRuns: 1000 },
  )
})

test.each([undefined, null, 7, 'x', [], {}, { items: 'x', name: 'a' }, { items: null, name: 'a' }])(
  '%j is refused as the schema refuses it',
  (input) => {
    const whole = long.input.safeParse(input)
    expect(atOnce(parsing(long, input))).toEqual({ ok: false, path: whole.error?.issues[0]?.path })
  },
)

test('the field that is looked at in pieces is one of the input, and a list', () => {
  const longs = [...commands.values()].filter((command) => command.long !== undefined)
  expect(longs.map(({ name }) => name)).toContain(importEntries.name)
  for (const { input, long: field = '', running } of longs) {
    const { shape } = input as z.ZodObject
    expect(shape[field]).toBeInstanceOf(z.ZodArray)
    expect(running).toBeDefined()
  }
})
